import { describe, expect, it } from 'vitest';
import { letterheadOf } from '#core/report/letterhead.ts';
import { writeDocument, type DocumentFacts } from '#core/report/writing/write-document.ts';
import type { ProgressReportFacts } from '#core/report/writing/progress-report.ts';
import type { TargetFact, TaskFact } from '#core/report/writing/task-facts.ts';
import { plainDate } from '#core/kernel/plain-date.ts';
import { checkTemplate, type TemplateParagraph } from './check-template.ts';
import { readPlaceholders } from './placeholders.ts';
import { starterDocument } from './starter.ts';
import { templateDataOf, type TemplateData } from './template-data.ts';
import { templateFieldsOf, type TemplateFields } from './template-fields.ts';

const fields = templateFieldsOf('progress-report');
const body = (text: string, paragraph = 1): TemplateParagraph => ({
  text,
  place: { part: 'text', paragraph, cell: null },
});
const inCell = (text: string, table: number, row: number, column: number): TemplateParagraph => ({
  text,
  place: { part: 'text', paragraph: 9, cell: { table, row, column } },
});
const faultsOf = (...paragraphs: readonly TemplateParagraph[]) =>
  checkTemplate(paragraphs, fields).map(({ fault, placeholder }) => `${fault} ${placeholder}`);

describe('placeholders of a template', () => {
  it('are found in their order, capitals naming the same value', () => {
    expect(readPlaceholders('Số {so}, {#nhiem_vu}{ TEN }{/nhiem_vu}').map((one) => one.placeholder)).toEqual([
      { kind: 'value', name: 'so', written: '{so}' },
      { kind: 'begin', name: 'nhiem_vu', written: '{#nhiem_vu}' },
      { kind: 'value', name: 'ten', written: '{ TEN }' },
      { kind: 'end', name: 'nhiem_vu', written: '{/nhiem_vu}' },
    ]);
  });

  it('can be filled where names are known, here or in a list around', () => {
    expect(faultsOf(body('{trich_yeu} {#nhiem_vu}{stt}. {TEN} ({ky_bao_cao}){/nhiem_vu}'))).toEqual([]);
    expect(faultsOf(inCell('{#nhiem_vu}{stt}', 1, 2, 1), inCell('{ten}{/nhiem_vu}', 1, 2, 2))).toEqual([]);
    expect(faultsOf(body('{#trich_yeu}{#nhiem_vu}{ten}{/nhiem_vu}{/trich_yeu}'))).toEqual([]);
    expect(faultsOf(body('{^nhiem_vu}Không có nhiệm vụ{/nhiem_vu}'))).toEqual([]);
  });

  it.each([
    ['{trich_yeu', 'unclosed {trich_yeu'],
    ['trich_yeu}', 'unopened }'],
    ['{a + b}', 'malformed {a + b}'],
    ['{@raw}', 'malformed {@raw}'],
    ['{=[[ ]]=}', 'malformed {=[[ ]]=}'],
    ['{trich_yeuu}', 'unknown {trich_yeuu}'],
    ['{tinh_trang}', 'unknown-here {tinh_trang}'],
    ['{nhiem_vu}', 'list-as-value {nhiem_vu}'],
    ['{#nhiem_vu}{ten}', 'list-not-ended {#nhiem_vu}'],
    ['{/nhiem_vu}', 'list-not-begun {/nhiem_vu}'],
    ['{#nhiem_vu}{#ten}{/nhiem_vu}{/ten}', 'lists-crossed {/nhiem_vu}'],
    ['{#nhiem_vu}{#nhiem_vu}{ten}{/nhiem_vu}{/nhiem_vu}', 'list-in-list {#nhiem_vu}'],
    ['{#nhiem_vu}{#ten}{#chi_tieu}{/chi_tieu}{/ten}{/nhiem_vu}', 'list-in-list {#chi_tieu}'],
    ['{#constructor}{/constructor}', 'unknown {#constructor}'],
  ])('%s is told with its fault', (text, told) => {
    expect(faultsOf(body(text))[0]).toBe(told);
  });

  it('of a list that nobody knows is told once, however it ends', () => {
    const other = inCell('{/khong_co}', 1, 1, 1);
    expect(faultsOf(body('{#khong_co}{stt}'))).toEqual(['unknown {#khong_co}', 'unknown-here {stt}']);
    expect(faultsOf(body('{#khong_co}'), other)).toEqual(['unknown {#khong_co}']);
    expect(faultsOf(body('{#khong_co}'), body('{/khong_co}'))).toEqual(['unknown {#khong_co}']);
  });

  it('is told with its place and the words around it; a list does not run out of its table', () => {
    const [problem] = checkTemplate([body('Mở đầu'), inCell('Nhiệm vụ {tne} của tỉnh', 2, 3, 1)], fields);
    expect(problem).toEqual({
      ...{ fault: 'unknown', placeholder: '{tne}', around: 'Nhiệm vụ {tne} của tỉnh' },
      place: { part: 'text', paragraph: 9, cell: { table: 2, row: 3, column: 1 } },
    });
    expect(faultsOf(inCell('{#nhiem_vu}{ten}', 1, 1, 1), body('{/nhiem_vu}'))).toEqual([
      'list-across {#nhiem_vu}',
    ]);
  });
});

const day = plainDate('2026-11-28');
const task: TaskFact = {
  ...{ name: 'Xây dựng nền tảng', plan: 'Kế hoạch số 283/KH-UBND', leads: ['Sở Tư pháp'], coordinating: [] },
  ...{ due: null, lastDay: plainDate('2026-09-30'), state: 'overdue', doneOn: null, percent: '40' },
  ...{ words: 'Đang làm', result: null, difficulties: null },
};
const target: TargetFact = {
  ...{ name: 'Tỷ lệ', plan: 'Kế hoạch số 283/KH-UBND', leads: [], wanted: 'Tối thiểu 80%', comparator: '>=' },
  ...{ value: '80', unit: '%', actual: { value: '57.6', period: 'năm 2026' } },
};
const progress: Omit<ProgressReportFacts, 'kind'> = {
  ...{ province: 'Đồng Tháp', period: { kind: 'year', year: 2026 }, asOf: day, isWholeRegister: true },
  ...{ plans: [{ name: 'Kế hoạch số 283/KH-UBND', subject: null }], tasks: [task], targets: [target] },
};
const points = { low: '6.87', high: '9.00' };
const component = {
  ...{ code: '1.1', name: 'Nhận thức', groupCode: '1', maximum: '50', points, current: null, cause: null },
  ...{ remedy: null, remark: null, leads: [], coordinating: [], target: 'Đạt 50 điểm', due: null },
};
const SAMPLES: readonly DocumentFacts[] = [
  { kind: 'progress-report', ...progress },
  {
    kind: 'agency-report',
    ...progress,
    agency: { name: 'Sở Tư pháp', kind: 'department', abbreviation: null },
  },
  { kind: 'reminder-letter', province: 'Đồng Tháp', asOf: day, answerBy: day, tasks: [task] },
  {
    ...{
      kind: 'difficulty-answer',
      province: 'Đồng Tháp',
      asOf: day,
      organization: 'Sở Tư pháp',
      raisedOn: day,
    },
    ...{ about: { kind: 'task', name: 'Số hóa hồ sơ' }, words: 'Thiếu kinh phí', suggestion: null },
    ...{ answer: 'Đã bố trí', document: '12/STC-NS' },
  },
  {
    ...{ kind: 'findings-letter', province: 'Đồng Tháp', asOf: day, document: null, addressee: 'Sở Tư pháp' },
    ...{ narrowedTo: [], simulated: false },
    findings: [
      {
        ...{ kind: 'Chỉ tiêu bị hạ', severity: 'high', subject: 'Tỷ lệ', explanation: 'Thấp hơn.' },
        ...{ remark: '', advice: 'Giữ mức cũ.', leads: ['Sở Tư pháp'] },
        sides: [{ document: 'Kế hoạch số 283/KH-UBND', line: null, says: 'Chỉ tiêu: 80%', quote: 'Tỷ lệ' }],
      },
    ],
  },
  {
    ...{ kind: 'self-assessment', province: 'Đồng Tháp', year: 2025, nextYear: 2026, decision: 'Quyết định' },
    ...{ maximum: '1000', points, goal: null, published: null, simulated: false },
    ...{ snapshot: { name: 'Chốt', takenAt: 'hôm nay' }, components: [component] },
    groups: [{ code: '1', name: 'Nhận thức', maximum: '50', points }],
  },
  {
    ...{ kind: 'result-announcement', province: 'Đồng Tháp', year: 2025, writtenIn: 2026 },
    leagues: [
      {
        ...{
          subjects: 'agency',
          year: 2025,
          frameworkTitle: 'Bộ chỉ số',
          decision: 'Quyết định',
          maximum: '100',
        },
        ...{ byPercent: false, groupNames: [], comparedWith: null, simulated: false },
        snapshot: { name: 'Chốt', takenAt: 'hôm nay' },
        rows: [{ name: 'Sở Tư pháp', rank: '1', points, percent: '90', change: null, groups: [] }],
      },
    ],
  },
];

const expectFields = (data: TemplateData, { texts, lists }: TemplateFields): void => {
  expect(Object.keys(data).toSorted()).toEqual([...texts, ...Object.keys(lists)].toSorted());
  for (const [name, inner] of Object.entries(lists)) {
    const members = data[name] as readonly TemplateData[];
    for (const member of members) expectFields(member, inner);
  }
};

describe.each(SAMPLES.map((facts) => [facts.kind, facts] as const))('a template of a %s', (kind, facts) => {
  it('is filled with exactly the fields that are listed', () => {
    const document = writeDocument(facts, { id: 'mã', factsHash: 'băm', asOf: 'hôm nay' });
    expectFields(templateDataOf(document, facts), templateFieldsOf(kind));
  });

  it('begins from a starter that names known fields alone', () => {
    const letterhead = letterheadOf(
      { name: 'Sở Tư pháp', kind: 'department', abbreviation: null },
      { name: 'Đồng Tháp' },
    );
    const { head, blocks } = starterDocument(kind, letterhead);
    expect(head.subject).toBe('{trich_yeu}');
    const paragraphs = blocks.flatMap((block) =>
      block.kind === 'paragraph' && typeof block.text === 'string' ? [body(block.text)] : [],
    );
    const begun = checkTemplate(paragraphs, templateFieldsOf(kind));
    expect(begun).toEqual([]);
  });
});
