import { describe, expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import type { RoundMember } from '#contract/reporting-round.ts';
import { buildFormat } from '#web/i18n/format.ts';
import { vi as words } from './messages.vi.ts';
import { dueWords, kindGroupOf, listOwed, shareWords } from './round-words.ts';

const format = buildFormat('vi');
const member = (code: string, change: Partial<RoundMember>): RoundMember => ({
  ...{ submissionId: null, organization: { code, name: code }, kind: 'ward', state: 'draft' },
  ...{ asked: 10, answered: 0, submittedAt: null, isLate: false, extendedUntil: null },
  ...change,
});

describe('what a round waits for', () => {
  it('begins with the late, then with those that have done least; who has sent is not in it', () => {
    const owed = listOwed([
      member('half', { answered: 5 }),
      member('sent', { state: 'submitted', isLate: true }),
      member('late', { answered: 9, isLate: true }),
      member('none', {}),
      member('back', { state: 'returned', answered: 10 }),
    ]);
    expect(owed.map(({ organization }) => organization.code)).toEqual(['late', 'none', 'half', 'back']);
  });
});

describe('shares', () => {
  it('never say all while one is missing, nor a share of nothing', () => {
    expect(shareWords(141, 142, format, words)).toBe('141/142 (99,2\u202f%)');
    expect(shareWords(1999, 2000, format, words)).toBe('1.999/2.000 (99,9\u202f%)');
    expect(shareWords(9999, 10_000, format, words)).toBe('9.999/10.000 (99,9\u202f%)');
    expect(shareWords(142, 142, format, words)).toBe('142/142 (100,0\u202f%)');
    expect(shareWords(0, 0, format, words)).toBe('0/0');
  });
});

it('a due day keeps the words of its plan', () => {
  expect(dueWords({ dueDay: plainDate('2026-02-20'), dueBefore: true }, format, words)).toBe(
    'trước ngày 20/02/2026',
  );
  expect(dueWords({ dueDay: plainDate('2026-02-20'), dueBefore: false }, format, words)).toBe('20/02/2026');
  expect([kindGroupOf('ward'), kindGroupOf('department')]).toEqual(['commune', 'agency']);
});
