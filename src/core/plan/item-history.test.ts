import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TaskReading } from '#core/plan-reading/reading.ts';
import { findStatement, foldRevisions, type ItemRevision } from './item-history.ts';

const task = (name: string, quote: string): TaskReading => ({
  ...{ id: name, appendix: null, section: null, order: null, line: null, kind: 'table-row', role: null },
  ...{ issuingAgencies: [], expectedResult: null, deadline: null, deadlineColumn: null, leadRaw: null },
  ...{ leadAgencies: [], coordinatingRaw: null, coordinatingAgencies: [], name, quote },
});

const revision = (
  change: ItemRevision['change'],
  documentId: string,
  importId: string,
  quote = `words of ${importId}`,
): ItemRevision => ({
  ...{ change, documentId, importId, former: null },
  statement: { kind: 'task', reading: task(`said by ${importId}`, quote) },
});

const registered = revision('registered', 'plan', '1');

describe('an item', () => {
  it('belongs to its document and speaks its words until another document amends it', () => {
    expect(foldRevisions([registered])).toMatchObject({ documentId: 'plan', wordedBy: null, endedBy: null });
    const amended = foldRevisions([registered, revision('amended', 'decision', '2')]);
    expect(amended).toMatchObject({
      ...{ documentId: 'plan', wordedBy: 'decision' },
      ...{ values: { importId: '2' }, words: { importId: '2' } },
    });
  });

  it('takes no words from a copy of a document that no longer words it', () => {
    const amended = [registered, revision('amended', 'decision', '2')];
    expect(foldRevisions([...amended, revision('quoted', 'plan', '3')])?.words.importId).toBe('2');
    expect(foldRevisions([...amended, revision('quoted', 'decision', '3')])?.words.importId).toBe('3');
  });

  it('keeps its words when a reading without words replaces its values', () => {
    const state = foldRevisions([registered, revision('replaced', 'plan', '2', '')]);
    expect([state?.values.importId, state?.words.importId]).toEqual(['2', '1']);
  });

  it('is none once the import that registered it is taken away', () => {
    expect(foldRevisions([revision('quoted', 'plan', '2')])).toBeUndefined();
  });

  it('stands as before when the last import is taken away, whatever that did', () => {
    const changes = fc.constantFrom<ItemRevision['change']>(
      ...(['quoted', 'replaced', 'amended', 'taken-over', 'mentioned', 'ended'] as const),
    );
    const later = fc.array(fc.tuple(changes, fc.constantFrom('plan', 'decision', 'other')), { maxLength: 8 });
    fc.assert(
      fc.property(later, changes, (known, last) => {
        const before = [
          registered,
          ...known.map(([change, by], index) => revision(change, by, String(index + 2))),
        ];
        const after = [...before, revision(last, 'decision', 'last')];
        expect(foldRevisions(after.filter(({ importId }) => importId !== 'last'))).toEqual(
          foldRevisions(before),
        );
      }),
    );
  });

  it('is told by each document in its own latest statement', () => {
    const revisions = [registered, revision('mentioned', 'other', '2'), revision('quoted', 'other', '3')];
    expect(findStatement(revisions, 'plan')).toMatchObject({
      values: { importId: '1' },
      words: { importId: '1' },
    });
    expect(findStatement(revisions, 'other')).toMatchObject({
      values: { importId: '2' },
      words: { importId: '3' },
    });
    expect(findStatement(revisions, 'nobody')).toBeUndefined();
  });
});
