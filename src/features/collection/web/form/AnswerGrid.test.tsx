import { fireEvent, screen, within } from '@testing-library/react';
import { useSyncExternalStore } from 'react';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import { type DataItem, type DataValue, NOT_APPLICABLE, reported } from '#core/scoring/data-value.ts';
import type { Rule } from '#core/scoring/rule.ts';
import type { SubmissionForm, SubmissionItem } from '#contract/submission.ts';
import { renderPage } from '#web/test/render-page.tsx';
import { AnswerGrid } from './AnswerGrid.tsx';
import { CommonReason } from './CommonReason.tsx';
import { openAnswerSaver } from './answer-saver.ts';
import { checkForm, countUnmended, listHindrances } from './check-form.ts';
import { OpenFormProvider, useBuiltForm } from './form-context.ts';
import { vi as words } from './messages.vi.ts';
import { EMPTY_OUTBOX } from './outbox.ts';

const text = (vi: string) => ({ vi, en: vi });
const number = (code: string, name: string): DataItem => ({
  ...{ code, name: text(name), kind: 'number', unit: text('hồ sơ') },
  ...{ whole: true, minimum: '0', maximum: null },
});
const NAMES = { part: 'Hồ sơ trực tuyến', whole: 'Tổng hồ sơ', plan: 'Ban hành kế hoạch' };

const asked = (item: DataItem, change: Partial<SubmissionItem> = {}): SubmissionItem => ({
  ...{
    subject: '29869',
    item,
    share: 'whole',
    answer: null,
    previous: null,
    evidence: [],
    mayAppraise: false,
  },
  ...change,
});
const answered = (value: DataValue, change: Partial<NonNullable<SubmissionItem['answer']>> = {}) => ({
  ...{ value, note: null, explanation: null, version: 1, changedAt: '2026-11-28T03:00:00Z' },
  ...{ changedBy: 'Lê Thị Bình', appraisal: null, isChanged: false, earlierAppraisals: [] },
  ...change,
});

const POLICIES: SubmissionForm['policies'] = {
  rounding: { places: 2, mode: 'half-up' },
  ...{ notApplicable: 'zero', zeroDenominator: 'no-data', ties: 'minimum' },
};
const RULE: Rule = {
  kind: 'ratio',
  measure: {
    ...{ fraction: { numerator: 'part', denominator: 'whole' }, rate: null, multiplier: '100' },
    ...{ partOfWhole: true, unit: text('%') },
  },
};

const formOf = (items: readonly SubmissionItem[], change: Partial<SubmissionForm> = {}): SubmissionForm => ({
  id: '7',
  round: {
    ...{ id: '8', title: 'Báo cáo năm 2025', year: 2025, period: '2025', valueKind: 'final', state: 'open' },
    framework: { code: 'dti-commune-2025', version: 1, title: text('Bộ chỉ số cấp xã') },
    schedule: {
      ...{ dueDay: plainDate('2026-12-01'), dueBefore: true, lastDay: plainDate('2026-11-30') },
      ...{ remindDay: plainDate('2026-11-30'), lateAfterDay: plainDate('2026-11-30'), lockDay: null },
    },
    ...{ appraisalSteps: 1, requiresEvidence: false, version: 1 },
  },
  organization: { code: '29869', name: 'Phường Cao Lãnh' },
  ...{ state: 'draft', version: 1, extendedUntil: null, findings: [], steps: [], actions: [] },
  groups: [
    {
      ...{ code: '6', name: text('Hoạt động chính quyền số') },
      indicators: [
        {
          ...{ code: '6.1', name: text('Hồ sơ trực tuyến'), evidence: text(''), maximumPoints: '20' },
          ...{ rule: RULE, ruleItems: items.map(({ item }) => item), items: [...items] },
        },
      ],
    },
  ],
  fractions: [{ numerator: 'part', denominator: 'whole' }],
  policies: POLICIES,
  completeness: { asked: 3, answered: 0, hard: 0, unreasoned: 0, undecided: 0, returned: 0 },
  ...{ mayWrite: true, mayAppraise: false },
  ...change,
});

const PREVIOUS = { value: reported('1000'), source: 'round', period: '2024' } as const;
const ITEMS = [
  asked(number('part', NAMES.part), { previous: PREVIOUS }),
  asked(number('whole', NAMES.whole)),
  asked({ code: 'plan', name: text(NAMES.plan), kind: 'yes-no' }),
];

const show = async (form: SubmissionForm = formOf(ITEMS)) => {
  let ids = 0;
  const saver = openAnswerSaver({
    outbox: EMPTY_OUTBOX,
    // The grid is tried alone: what it enters stays in the outbox.
    send: () => new Promise(() => undefined),
    keep: () => true,
    newId: () => String((ids += 1)),
    later: () => () => undefined,
    onAnswered: () => undefined,
  });
  const Shown = () => {
    const { outbox } = useSyncExternalStore(saver.subscribe, saver.getState);
    return (
      <OpenFormProvider value={useBuiltForm(form, saver, true)}>
        <CommonReason checked={checkForm(form, outbox.entries)} />
        <AnswerGrid checked={checkForm(form, outbox.entries)} />
      </OpenFormProvider>
    );
  };
  await renderPage(<Shown />);
  const entry = (item: string) => saver.getState().outbox.entries.get(`29869/${item}`);
  const hindrances = () => listHindrances(checkForm(form, saver.getState().outbox.entries));
  return { saver, entry, hindrances };
};

const cell = (name: string) => screen.getByLabelText<HTMLInputElement>(words.cell(name));
const note = (name: string) => screen.getByLabelText<HTMLInputElement>(words.noteOf(name));
const type = (name: string, value: string) => fireEvent.change(cell(name), { target: { value } });
const rowOf = (name: string) => within(cell(name).closest('tr')!);

describe('the grid of a form', () => {
  it('takes numbers as Vietnamese people write them', async () => {
    const { entry } = await show();
    type(NAMES.part, '1.308');
    expect(entry('part')).toMatchObject({ state: 'value', value: '1308', typed: '1.308', problem: null });
  });

  it('leads from a figure to where its difficulty is raised, chosen already', async () => {
    await show();
    const link = rowOf(NAMES.part).getByRole('link', { name: words.raiseOf(words.raise, NAMES.part) });
    expect(link.getAttribute('href')).toMatch(/^\/kho-khan\/moi\?bao-cao=.*7.*&muc=part$/u);
  });

  it('keeps blank, zero and not applicable apart', async () => {
    const { entry } = await show();
    type(NAMES.part, '0');
    expect(entry('part')).toMatchObject({ state: 'value', value: '0' });
    type(NAMES.part, 'kad');
    expect(entry('part')).toMatchObject({ state: 'not-applicable', value: null });
    const toggle = screen.getByLabelText(words.notApplicableOf(NAMES.part));
    expect(toggle.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(toggle);
    expect(entry('part')).toMatchObject({ state: 'blank' });
    fireEvent.change(cell(NAMES.plan), { target: { value: 'not-applicable' } });
    expect(entry('plan')).toMatchObject({ state: 'not-applicable' });
  });

  it('says at the cell what is wrong, and keeps what was typed', async () => {
    const { entry, hindrances } = await show();
    type(NAMES.part, '12,5');
    // It is wrong, and not missing on top of it.
    expect(hindrances().filter(({ row }) => row.key === '29869/part')).toMatchObject([{ kind: 'problem' }]);
    expect(rowOf(NAMES.part).queryByText(words.findings['answer-missing']())).toBeNull();
    expect(cell(NAMES.part).getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(words.problems.whole)).toBeTruthy();
    expect(cell(NAMES.part).value).toBe('12,5');
    type(NAMES.part, '-5');
    expect(screen.getByText(words.problems.atLeast('0'))).toBeTruthy();
    type(NAMES.part, '< 5');
    expect(screen.getByText(words.problems.exact)).toBeTruthy();
    expect(entry('part')?.problem?.code).toBe('value.malformed');
  });

  it('finds while typing that a part exceeds its whole, at both', async () => {
    const { hindrances } = await show();
    type(NAMES.part, '12');
    type(NAMES.whole, '10');
    expect(screen.getAllByText(/lớn hơn “Tổng hồ sơ”/u)).toHaveLength(2);
    expect(hindrances().filter(({ kind }) => kind === 'hard')).toHaveLength(2);
    type(NAMES.whole, '12');
    expect(screen.queryByText(/lớn hơn/u)).toBeNull();
  });

  it('shows what the figures bring as they are entered, once all that the rule needs is there', async () => {
    await show();
    expect(screen.queryByText(/theo số đang nhập/u)).toBeNull();
    type(NAMES.part, '600');
    type(NAMES.whole, '1000');
    expect(screen.getByText(words.points('12,00'), { exact: false })).toBeTruthy();
    type(NAMES.whole, '1200');
    expect(screen.getByText(words.points('10,00'), { exact: false })).toBeTruthy();
  });

  it('asks for an explanation of a jump, and is content with one', async () => {
    const { hindrances } = await show();
    type(NAMES.part, '2000');
    expect(screen.getByText(/Thay đổi 100 % so với kỳ trước \(1\.000\)/u)).toBeTruthy();
    expect(hindrances().some(({ row }) => row.source.item.code === 'part')).toBe(true);
    fireEvent.change(screen.getByLabelText(words.explanationOf(NAMES.part)), {
      target: { value: 'sáp nhập hai đơn vị' },
    });
    expect(hindrances().some(({ row }) => row.source.item.code === 'part')).toBe(false);
  });

  it('takes the figure of the period before by one key or one click', async () => {
    const { entry } = await show();
    type(NAMES.part, '=');
    expect(entry('part')).toMatchObject({ state: 'value', value: '1000' });
    type(NAMES.part, '5');
    fireEvent.click(screen.getByRole('button', { name: /^Lấy số kỳ trước/u }));
    expect(entry('part')).toMatchObject({ state: 'value', value: '1000' });
  });

  it('walks by arrows and Enter, and Esc brings back what was there', async () => {
    const { entry } = await show();
    cell(NAMES.part).focus();
    fireEvent.keyDown(cell(NAMES.part), { key: 'Enter' });
    expect(document.activeElement).toBe(cell(NAMES.whole));
    fireEvent.keyDown(cell(NAMES.whole), { key: 'ArrowUp' });
    expect(document.activeElement).toBe(cell(NAMES.part));
    fireEvent.keyDown(cell(NAMES.part), { key: 'ArrowRight' });
    expect(document.activeElement).toBe(note(NAMES.part));
    cell(NAMES.whole).focus();
    type(NAMES.whole, '7');
    fireEvent.keyDown(cell(NAMES.whole), { key: 'Escape' });
    expect(entry('whole')).toMatchObject({ state: 'blank', value: null });
  });

  it('takes a pasted block over figures and notes, and names what did not fit', async () => {
    const { entry } = await show();
    const clipboardData = { getData: () => '1.100\ttheo sổ\tthừa\r\n\tchỉ ghi chú\r\nkhông\r\n9\r\n' };
    fireEvent.paste(cell(NAMES.part), { clipboardData });
    expect(entry('part')).toMatchObject({ value: '1100', note: 'theo sổ' });
    expect(entry('whole')).toMatchObject({ state: 'blank', note: 'chỉ ghi chú' });
    expect(entry('plan')).toMatchObject({ value: 'no' });
    expect(screen.getByText(words.pasted.some('4', '2'))).toBeTruthy();
    expect(screen.getByText(words.pasted.leftOver('1', '3', 'thừa'))).toBeTruthy();
    expect(screen.getByText(words.pasted.leftOver('4', '1', '9'))).toBeTruthy();
  });

  it('names pasted texts that are no values, and keeps them in their cells', async () => {
    await show();
    fireEvent.paste(cell(NAMES.part), { clipboardData: { getData: () => 'nhiều\nvài\nđôi khi' } });
    expect(screen.getByText(words.pasted.refused(NAMES.plan, 'đôi khi'))).toBeTruthy();
    expect(cell(NAMES.part).value).toBe('nhiều');
    expect(rowOf(NAMES.plan).getByText(words.problems.choice)).toBeTruthy();
  });

  it('shows both values of a conflict and lets choose', async () => {
    const form = formOf([
      asked(number('part', NAMES.part), { answer: answered(reported('9'), { version: 2 }) }),
    ]);
    const { saver, entry } = await show(form);
    const mine = { subject: '29869', item: 'part', state: 'value', value: '8', typed: '8' } as const;
    const problem = { code: 'edit.conflict', details: { version: 2 } };
    saver.enter([{ ...mine, note: null, explanation: null, version: 1, problem }]);
    const choice = within(await screen.findByRole('group', { name: words.conflict.title }));
    expect(choice.getByText(words.conflict.theirs('9 hồ sơ', 'Lê Thị Bình'))).toBeTruthy();
    expect(choice.getByText(words.conflict.mine('8'))).toBeTruthy();
    fireEvent.click(choice.getByRole('button', { name: words.conflict.takeMine }));
    expect(entry('part')).toMatchObject({ value: '8', version: 2, problem: null });
  });

  it('gives one reason to all figures without a value, or to those that are chosen', async () => {
    const { entry, hindrances } = await show();
    type(NAMES.whole, 'kad');
    const reason = screen.getByLabelText(new RegExp(words.common.reason, 'u'));
    fireEvent.change(reason, { target: { value: ' Chưa triển khai ' } });
    fireEvent.click(screen.getByLabelText(words.common.row('plan', NAMES.plan, words.blank)));
    fireEvent.click(screen.getByRole('button', { name: words.common.save('2') }));
    expect(entry('part')).toMatchObject({ state: 'blank', explanation: 'Chưa triển khai' });
    expect(entry('whole')).toMatchObject({ state: 'not-applicable', explanation: 'Chưa triển khai' });
    expect(entry('plan')).toBeUndefined();
    expect(hindrances()).toHaveLength(1);
    expect(screen.getByText(words.common.done('2'))).toBeTruthy();
  });

  it('only shows what somebody may not change, with what the appraiser said', async () => {
    const appraisal: NonNullable<NonNullable<SubmissionItem['answer']>['appraisal']> = {
      ...{ decision: 'returned', value: null, reason: 'thiếu biên bản', by: 'Phạm Văn Cường' },
      at: '2026-11-28T05:00:00Z',
    };
    const items = [
      asked(number('part', NAMES.part), { answer: answered(NOT_APPLICABLE, { appraisal }) }),
      asked(number('whole', NAMES.whole), {
        answer: answered(reported('9'), {
          ...{ isChanged: true, earlierAppraisals: [{ ...appraisal, reason: 'sai kỳ' }] },
        }),
      }),
    ];
    const returned = formOf(items, { mayWrite: false, state: 'returned' });
    await show(returned);
    // The second was returned too, but has been changed since.
    expect(countUnmended(checkForm(returned, new Map()))).toBe(1);
    expect(screen.queryByLabelText(words.cell(NAMES.part))).toBeNull();
    expect(screen.getByText(/thẩm định: trả lại: thiếu biên bản · Phạm Văn Cường/u)).toBeTruthy();
    expect(screen.getByText(words.changed)).toBeTruthy();
    expect(
      screen.getByText(/thẩm định: trả lại: sai kỳ · Phạm Văn Cường, lúc .*, trước lần sửa này/u),
    ).toBeTruthy();
  });
});
