import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#core/kernel/refusal.ts';
import { buildAgencyDirectory } from '#core/organization/directory.ts';
import { listItemsInOrder } from '#core/plan/register-entry.ts';
import { readPlan } from '#core/plan-reading/read-plan.ts';
import { writeInventedPlan } from '#test/invented-plan.ts';
import { replayReview, type Review } from './replay-review.ts';
import { buildReviewedReading, listReviewDecisions } from './reviewed-reading.ts';
import type { FieldChange, ReviewStep } from './review-step.ts';

const reading = readPlan(writeInventedPlan({ extraTasks: ['Vẽ logo hoa sen', 'của các làng sen'] }), {
  agencies: buildAgencyDirectory([]),
  fileName: 'sen.md',
});
const ids = listItemsInOrder(reading).map((item) => item.reading.id);

const reviewed = (steps: readonly ReviewStep[]): Review => {
  const review = replayReview(reading, steps);
  if (isRefusal(review)) throw new Error(review.code);
  return review;
};
const refusalOf = (steps: readonly ReviewStep[]) => {
  const review = replayReview(reading, steps);
  return isRefusal(review) ? review.code : undefined;
};
const accept = (...items: string[]): ReviewStep => ({ kind: 'accept', items, replaces: false });
const correct = (item: string, ...changes: FieldChange[]): ReviewStep => ({ kind: 'correct', item, changes });
const tasksAfter = (steps: readonly ReviewStep[]) => buildReviewedReading(reading, reviewed(steps)).tasks;

describe('a review', () => {
  it('leaves a reading that nobody has touched as it is', () => {
    const untouched = reviewed([]);
    expect(buildReviewedReading(reading, untouched)).toEqual(reading);
    expect(listReviewDecisions(untouched)).toEqual({ excluded: [], replaced: [], sameAs: [] });
  });

  it('keeps what a person typed, beside the sentence of the document, and says what was typed', () => {
    const [target] = buildReviewedReading(
      reading,
      reviewed([
        correct(
          'T-001',
          { field: 'value', text: '85,5' },
          { field: 'comparator', text: '>=' },
          { field: 'lead', text: 'Sở Tài chính; Sở Nội vụ' },
          { field: 'due', text: 'Quý II/2026' },
        ),
      ]),
    ).targets;
    expect(target).toMatchObject({
      ...{ value: 85.5, comparator: '>=', leadAgencies: ['Sở Tài chính', 'Sở Nội vụ'] },
      period: { raw: 'Quý II/2026', kind: 'quarter', end: '2026-06-30' },
      quote: reading.targets[0]?.quote,
      correctedFields: ['value', 'comparator', 'lead', 'due'],
    });
  });

  it('never makes a zero of a blank field', () => {
    const [target] = buildReviewedReading(
      reading,
      reviewed([correct('T-001', { field: 'value', text: ' ' })]),
    ).targets;
    expect(target?.value).toBeNull();
  });

  it('merges a row that went on below: one text, the sentences of both', () => {
    const tasks = tasksAfter([{ kind: 'merge', item: 'K-005' }]);
    expect(tasks.at(-1)).toMatchObject({
      ...{ id: 'K-004', name: 'Vẽ logo hoa sen của các làng sen', quote: reading.tasks[3]?.quote },
      continuation: [{ line: reading.tasks[4]?.line, quote: reading.tasks[4]?.quote }],
    });
  });

  it('splits at a character inside the name; both parts share the rest and cite the whole sentence', () => {
    const quote = reading.tasks[0]?.quote ?? '';
    const tasks = tasksAfter([{ kind: 'split', item: 'K-001', at: quote.indexOf('các ao') }]);
    expect(tasks.slice(0, 2)).toMatchObject([
      { id: 'K-001', name: 'Lập bản đồ số', quote, deadline: { raw: 'Quý II/2026' } },
      { id: 'K-001.2', name: 'các ao sen trong tỉnh', quote, deadline: { raw: 'Quý II/2026' } },
    ]);
  });

  it('reads a sentence with two values again on both sides of the cut', () => {
    const [first] = reading.targets;
    if (!first) throw new Error('The invented plan has targets');
    const quote = 'Tỷ lệ ao sen có biển báo đạt 90% và tối thiểu 75% làng sen có mã QR';
    const twofold = { ...reading, targets: [{ ...first, name: 'Tỷ lệ ao sen có biển báo', quote }] };
    const review = replayReview(twofold, [{ kind: 'split', item: first.id, at: quote.indexOf('và') }]);
    if (isRefusal(review)) throw new Error(review.code);
    expect(buildReviewedReading(twofold, review).targets).toMatchObject([
      { comparator: '=', value: 90, unit: '%' },
      { name: 'Làng sen có mã QR', comparator: '>=', value: 75, unit: '%' },
    ]);
  });

  it.each<readonly [string, readonly ReviewStep[]]>([
    ['plan-import.unknown-item', [accept('K-999')]],
    ['plan-import.unknown-item', [{ kind: 'merge', item: 'K-002' }, accept('K-002')]],
    ['plan-review.unreadable-field', [correct('T-001', { field: 'value', text: 'nhiều' })]],
    ['plan-review.unreadable-field', [correct('K-001', { field: 'name', text: '' })]],
    ['plan-review.nothing-above', [{ kind: 'merge', item: 'K-001' }]],
    ['plan-review.nothing-to-split', [{ kind: 'split', item: 'K-001', at: 1 }]],
    ['plan-review.nothing-to-undo', [accept('K-001'), { kind: 'undo' }, { kind: 'undo' }]],
  ])('refuses with %s a step that does not fit', (code, steps) => {
    expect(refusalOf(steps)).toBe(code);
  });
});

const anyStep: fc.Arbitrary<ReviewStep> = fc.oneof(
  fc.record({
    kind: fc.constant('accept' as const),
    items: fc.subarray(ids, { minLength: 1 }),
    replaces: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('correct' as const),
    item: fc.constantFrom(...ids),
    changes: fc.constant([{ field: 'name' as const, text: 'Tên mới' }]),
  }),
  fc.record({ kind: fc.constant('merge' as const), item: fc.constantFrom(...ids) }),
  fc.record({
    kind: fc.constant('split' as const),
    item: fc.constantFrom(...ids),
    at: fc.integer({ min: 1, max: 60 }),
  }),
  fc.record({
    kind: fc.constant('reject' as const),
    item: fc.constantFrom(...ids),
    reason: fc.constantFrom(null, 'trùng'),
  }),
  fc.constant({ kind: 'undo' as const }),
);

/** Steps that fit one after the other. */
const someSteps = fc
  .array(anyStep, { maxLength: 25 })
  .map((steps) =>
    steps.reduce<readonly ReviewStep[]>(
      (fitting, step) => (refusalOf([...fitting, step]) === undefined ? [...fitting, step] : fitting),
      [],
    ),
  );

describe('whatever reviewers do', () => {
  it('the same steps give the same review', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        expect(reviewed(steps)).toEqual(reviewed(structuredClone(steps)));
      }),
    );
  });

  it('as many undos as steps that stand give back what was before', () => {
    fc.assert(
      fc.property(someSteps, someSteps, (before, after) => {
        const both = after.reduce<readonly ReviewStep[]>(
          (steps, step) =>
            step.kind !== 'undo' && refusalOf([...steps, step]) === undefined ? [...steps, step] : steps,
          before,
        );
        const undos = both.slice(before.length).map(() => ({ kind: 'undo' as const }));
        expect(reviewed([...both, ...undos])).toEqual(reviewed(before));
      }),
    );
  });

  it('nothing is lost: every item of the reading waits, is accepted, is rejected or is in another', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        const { items, merged } = reviewed(steps);
        const there = items.map(({ item }) => item.reading.id);
        expect(new Set(there).size).toBe(there.length);
        for (const id of ids) expect(there.includes(id) !== merged.has(id)).toBe(true);
        for (const into of merged.values()) expect(there.includes(into) || merged.has(into)).toBe(true);
      }),
    );
  });
});
