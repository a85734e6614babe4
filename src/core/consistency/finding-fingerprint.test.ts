import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statementAt } from './build-finding.ts';
import {
  buildFindingFacts,
  isSameMatter,
  writeFindingFacts,
  type StatedFinding,
} from './finding-fingerprint.ts';
import { listStandings } from './finding-standing.ts';
import type { FindingStatement } from './finding.ts';

const side = (
  document: string,
  value: string,
  changes: Partial<FindingStatement> = {},
): FindingStatement => ({
  ...statementAt(
    'target',
    { kind: 'target', id: `row-in-${document}`, documentId: `id-of-${document}`, line: 12 },
    'Tỷ lệ hồ sơ trực tuyến',
  ),
  fromYear: 2026,
  year: 2026,
  comparator: '>=',
  value,
  unit: '%',
  ...changes,
});

const conflict = (...statements: readonly FindingStatement[]) => ({
  kind: 'target-conflict' as const,
  year: 2026,
  computed: null,
  statements,
});

const keyOf = (id: string): string => id.replace('id-of-', 'number|');
const textOf = (finding: StatedFinding, keys = keyOf): string =>
  writeFindingFacts(buildFindingFacts(finding, keys));

const KNOWN = conflict(side('405', '80'), side('406', '85'));

describe('the fingerprint of a contradiction', () => {
  it('is the same whatever ids, lines and order a further import gives', () => {
    const row = fc.record({ id: fc.uuid(), documentId: fc.uuid(), line: fc.option(fc.nat()) });
    fc.assert(
      fc.property(row, row, fc.boolean(), (one, other, isTurned) => {
        fc.pre(one.documentId !== other.documentId);
        const sides = [
          side('405', '80', { place: { kind: 'target', ...one } }),
          side('406', '85', { place: { kind: 'target', ...other } }),
        ];
        const again = conflict(...(isTurned ? sides.toReversed() : sides));
        const keys = (id: string): string => (id === one.documentId ? 'number|405' : 'number|406');
        expect(textOf(again, keys)).toBe(textOf(KNOWN));
      }),
    );
  });

  it('does not mind how a value, a name or a side that stands twice is written', () => {
    const again = conflict(
      side('405', '80.00'),
      side('405', '80', { name: 'TỶ LỆ  HỒ SƠ TRỰC TUYẾN' }),
      side('406', '85'),
    );
    expect(textOf(again)).toBe(textOf(KNOWN));
  });

  it('is another one as soon as anything that is compared changes', () => {
    const changes: readonly Partial<FindingStatement>[] = [
      { value: '80.1' },
      { comparator: '=' },
      { unit: 'hồ sơ' },
      { year: 2027 },
      { fromYear: 2025 },
      { dueOn: '2026-06-30' as FindingStatement['dueOn'] },
      { agencies: ['Sở Tư pháp'] },
      { name: 'Tỷ lệ hồ sơ toàn trình' },
      { words: 'Sở Tư pháp' },
    ];
    for (const change of changes) {
      expect(textOf(conflict(side('405', '80', change), side('406', '85')))).not.toBe(textOf(KNOWN));
    }
    expect(textOf({ ...KNOWN, year: 2027 })).not.toBe(textOf(KNOWN));
    expect(textOf({ ...KNOWN, computed: { low: '1', high: '2' } })).not.toBe(textOf(KNOWN));
    expect(textOf(conflict(...KNOWN.statements, side('407', '90')))).not.toBe(textOf(KNOWN));
  });
});

const fingerprinted = (finding: StatedFinding) => ({
  fingerprint: textOf(finding),
  facts: buildFindingFacts(finding, keyOf),
});
const decided = (finding: StatedFinding, decision: 'resolved' | 'accepted' | 'reopened') => ({
  ...fingerprinted(finding),
  decision,
  decidedAt: '2026-11-20T02:00:00Z',
});

describe('a decision about a contradiction', () => {
  const changed = conflict(side('405', '80'), side('406', '90'));

  it('holds as long as its facts stay, and can be taken back', () => {
    const { fingerprint } = fingerprinted(KNOWN);
    const stateAfter = (decision: 'resolved' | 'accepted' | 'reopened') =>
      listStandings([fingerprinted(KNOWN)], [decided(KNOWN, decision)]).get(fingerprint)?.state;
    expect(stateAfter('resolved')).toBe('resolved');
    expect(stateAfter('accepted')).toBe('accepted');
    expect(stateAfter('reopened')).toBe('open');
  });

  it('is told with the contradiction that it no longer settles', () => {
    const decision = decided(KNOWN, 'resolved');
    const now = fingerprinted(changed);
    expect(listStandings([now], [decision]).get(now.fingerprint)).toEqual({
      state: 'open',
      decision: null,
      outdated: decision,
    });
  });

  it('is told with no other one: not while it holds, not after it was taken back, not of another year', () => {
    const now = fingerprinted(changed);
    const known = fingerprinted(KNOWN);
    const outdatedBy = (
      findings: readonly (typeof now)[],
      decisions: readonly ReturnType<typeof decided>[],
    ) => listStandings(findings, decisions).get(now.fingerprint)?.outdated;
    expect(outdatedBy([known, now], [decided(KNOWN, 'accepted')])).toBeNull();
    expect(outdatedBy([now], [decided(KNOWN, 'reopened')])).toBeNull();
    expect(outdatedBy([now], [decided({ ...KNOWN, year: 2027 }, 'resolved')])).toBeNull();
  });

  it('is about the same matter when a third document joins, not when only one side is shared', () => {
    const facts = (finding: StatedFinding) => buildFindingFacts(finding, keyOf);
    const joined = conflict(...KNOWN.statements, side('407', '70'));
    expect(isSameMatter(facts(KNOWN), facts(joined))).toBe(true);
    expect(isSameMatter(facts(KNOWN), facts(conflict(side('405', '80'), side('407', '70'))))).toBe(false);
  });
});
