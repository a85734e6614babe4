import { describe, expect, it } from 'vitest';
import { reported } from '#core/scoring/data-value.ts';
import type { SubmissionForm, SubmissionItem } from '#contract/submission.ts';
import { buildRows, findFirstAppraisal, listClear, selectRows } from './appraisal-rows.ts';
import { draftOf, plainDecision, readDecision } from './decision-draft.ts';

const ask = (code: string, change: Partial<SubmissionItem> = {}): SubmissionItem => ({
  subject: 'STP',
  item: {
    ...{ kind: 'number', code, name: { vi: code, en: code }, unit: { vi: 'hồ sơ', en: 'files' } },
    ...{ whole: true, minimum: '0', maximum: null },
  },
  ...{ share: 'whole', evidence: [], mayAppraise: true },
  previous: { value: reported('1000'), source: 'round', period: '2025' },
  answer: {
    ...{ value: reported('1308.9'), note: null, explanation: null, version: 3 },
    ...{
      changedAt: '2026-11-22T02:00:00Z',
      changedBy: 'A',
      appraisal: null,
      isChanged: false,
      earlierAppraisals: [],
    },
  },
  ...change,
});

const formOf = (items: readonly SubmissionItem[], change: object = {}) =>
  ({
    groups: [{ indicators: [{ code: '6.5', name: { vi: 'x', en: 'x' }, items }] }],
    findings: [],
    ...change,
  }) as unknown as SubmissionForm;

describe('the figures of a report', () => {
  it('are those that the person appraises, with what counts beside what was declared', () => {
    const corrected = {
      decision: 'corrected' as const,
      ...{ value: reported('1300'), reason: 'theo văn bản' },
      ...{ at: '2026-11-23T02:00:00Z', by: 'B' },
    };
    const own = ask('a');
    const other = ask('b', { mayAppraise: false });
    const settled = ask('c', { answer: { ...own.answer!, appraisal: corrected } });
    const rows = buildRows(formOf([own, other, settled]), []);
    expect(rows.map(({ key }) => key)).toEqual(['STP/a', 'STP/c']);
    expect(rows.map(({ declared, final }) => [declared, final])).toEqual([
      [reported('1308.9'), reported('1308.9')],
      [reported('1308.9'), reported('1300')],
    ]);
    expect(rows[0]?.difference).toBe('308.9');
    // Who appraises nothing reads everything.
    expect(buildRows(formOf([other]), [])).toHaveLength(1);
  });

  it('without findings can be accepted in one act; what changed is looked into all the same', () => {
    const finding = {
      subject: 'STP',
      item: 'b',
      code: 'jump-against-history',
      severity: 'soft',
      details: {},
    };
    const change = {
      subject: 'STP',
      item: 'c',
      before: reported('1'),
      isFigure: true,
      areWords: false,
      newEvidence: 0,
    };
    const rows = buildRows(formOf([ask('a'), ask('b'), ask('c')], { findings: [finding] }), [change]);
    expect(listClear(rows).map(({ key }) => key)).toEqual(['STP/a', 'STP/c']);
    expect(selectRows(rows, 'attention').map(({ key }) => key)).toEqual(['STP/b', 'STP/c']);
    expect(selectRows(rows, 'open')).toHaveLength(3);
  });

  it('tell who passed the first of two appraisals, and forget it when the report is sent again', () => {
    const step = (action: string, to: string) => ({ action, to, by: 'B' });
    const of = (steps: readonly object[], state = 'under-appraisal') =>
      findFirstAppraisal({ round: { appraisalSteps: 2 }, state, steps } as never)?.by;
    const passed = [step('accept', 'under-appraisal'), step('submit', 'submitted')];
    expect(of(passed)).toBe('B');
    expect(of([step('start-appraisal', 'under-appraisal'), step('submit', 'submitted'), ...passed])).toBe(
      undefined,
    );
    expect(of(passed, 'submitted')).toBe(undefined);
  });
});

describe('a decision', () => {
  const [row] = buildRows(formOf([ask('a')]), []);
  if (!row) throw new Error('There is one row');

  it('accepts with the version that was seen', () => {
    expect(plainDecision(row, 'accepted')).toMatchObject({ decision: 'accepted', version: 3, reason: null });
  });

  it('corrects with a figure as people write it and a reason, or says what is missing', () => {
    const draft = draftOf(row, 'corrected', 'vi');
    expect(draft.typed).toBe('1308,9');
    expect(readDecision(row, draft, 'vi')).toEqual({ faults: ['reason-missing'] });
    expect(readDecision(row, { ...draft, typed: 'x' }, 'vi')).toEqual({
      faults: ['value-malformed', 'reason-missing'],
    });
    expect(readDecision(row, { ...draft, typed: '1.308', reason: ' theo văn bản ' }, 'vi')).toMatchObject({
      input: { decision: 'corrected', state: 'value', value: '1308', reason: 'theo văn bản' },
    });
    expect(readDecision(row, { ...draft, state: 'not-applicable', reason: 'không có' }, 'vi')).toMatchObject({
      input: { state: 'not-applicable', value: null },
    });
  });

  it('returns with a reason alone', () => {
    const draft = draftOf(row, 'returned', 'vi');
    expect(readDecision(row, draft, 'vi')).toEqual({ faults: ['reason-missing'] });
    expect(readDecision(row, { ...draft, reason: 'thiếu quý IV' }, 'vi')).toMatchObject({
      input: { decision: 'returned', state: null, value: null, reason: 'thiếu quý IV' },
    });
  });
});
