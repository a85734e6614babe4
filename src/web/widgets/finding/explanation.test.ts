import { describe, expect, it } from 'vitest';
import type { FindingView } from '#contract/consistency.ts';
import type { FindingKind } from '#core/consistency/finding.ts';
import { explainFinding } from './explanation.ts';
import { vi as words } from './messages.vi.ts';

type Side = readonly [year: number | null, value: string, issueDate: string | null, fromYear?: number];

const explain = (kind: FindingKind, ...sides: readonly Side[]): string => {
  const statements = sides.map(([year, value, issueDate, fromYear = year]) => ({
    year,
    fromYear,
    value,
    document: { issueDate },
  }));
  return explainFinding({ kind, statements: statements as unknown as FindingView['statements'] }, words);
};

describe('the explanation of a contradiction', () => {
  it('speaks of one year only where all sides are for one', () => {
    const [of, closer] = [words.explanations, words.closerExplanations];
    expect(explain('target-conflict', [2026, '87', null], [2026, '85', null])).toBe(of['target-conflict']);
    expect(explain('target-conflict', [2026, '100', null], [2027, '95', null, 2026])).toBe(
      closer['phases-overlap'],
    );
    expect(explain('target-lowered', [2025, '15', '2025-01-10'], [2026, '14.5', '2026-01-10'])).toBe(
      closer['lowered-over-years'],
    );
    expect(explain('baseline-conflict', [null, '90.8', null], [2025, '100', null])).toBe(
      closer['year-unsaid'],
    );
  });

  it('tells which document came later only where both are dated in that order', () => {
    const lowered = (before: string | null, after: string | null) =>
      explain('target-lowered', [2026, '90', before], [2026, '80', after]);
    expect(lowered('2025-01-10', '2025-12-31')).toBe(words.explanations['target-lowered']);
    expect(lowered('2025-12-31', '2025-01-10')).toBe(words.closerExplanations['lowered-order-unknown']);
    expect(lowered('2025-12-31', null)).toBe(words.closerExplanations['lowered-order-unknown']);
  });
});
