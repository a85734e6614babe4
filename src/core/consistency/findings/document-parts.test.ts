import { describe, expect, it } from 'vitest';
import {
  BLANK_AGENCY,
  BLANK_CITATION,
  BLANK_DOCUMENT,
  BLANK_TARGET,
  BLANK_TASK,
} from '#test/blank-records.ts';
import { NO_RECORDS } from '#test/no-records.ts';
import { findContradictions } from '#core/consistency/find-contradictions.ts';
import type {
  AgencyRecord,
  CitationRecord,
  ConsistencyInput,
  ResourceRecord,
  ResultRecord,
  TargetRecord,
  TaskRecord,
} from '#core/consistency/records/records.ts';
import { plainDate } from '#core/kernel/plain-date.ts';
import type { ItemKind } from '#core/plan/plan-item.ts';

const documents: ConsistencyInput['documents'] = [
  { ...BLANK_DOCUMENT, id: 'plan', issuedOn: plainDate('2026-01-20') },
  { ...BLANK_DOCUMENT, id: 'programme', issuedOn: plainDate('2025-07-21'), year: 2025 },
  {
    ...{ ...BLANK_DOCUMENT, id: 'report', issuedOn: plainDate('2026-01-08') },
    head: { docType: 'Báo cáo', docNumber: null, issuer: null, title: 'Kết quả trồng sen năm 2025' },
  },
];
const find = (input: Partial<ConsistencyInput>) =>
  findContradictions({ ...NO_RECORDS, documents, ...input }).map(
    ({ kind, severity }) => `${severity} ${kind}`,
  );

let line = 0;
const at = (kind: ItemKind, documentId = 'plan') => ({
  kind,
  id: `p${String((line += 9))}`,
  documentId,
  line,
});
const agency = (code: string): AgencyRecord => ({ ...BLANK_AGENCY, name: code, asWritten: code, code });
const day = (end: string) =>
  ({ kind: 'by-date', raw: end, start: null, end: plainDate(end), before: false }) as const;
const task = (name: string, more: Partial<TaskRecord> = {}): TaskRecord => ({
  ...BLANK_TASK,
  ...{ place: at('task'), name, appendix: 'PL', leads: [agency('A')], due: day('2026-06-30') },
  ...more,
});
const inText = { kind: 'prose-block', appendix: null } as const;

const WORKS = [
  'Vẽ bản đồ các ao sen của làng',
  'Mở lớp dạy nghề trồng sen cho thanh niên',
  'Số hóa sổ sách của hợp tác xã sen',
  'Dựng trạm đo mực nước ở đầu nguồn',
];

describe('a task of the text and its row in the list of the same plan', () => {
  const [work = ''] = WORKS;
  const beside = (more: Partial<TaskRecord>) =>
    find({ tasks: [task(work, { ...inText, ...more }), task(work)] });

  it('have one lead and one day', () => {
    expect(beside({})).toEqual([]);
    expect(beside({ leads: [agency('B')] })).toEqual(['medium lead-conflict']);
    expect(beside({ due: day('2026-09-30') })).toEqual(['low deadline-conflict']);
  });

  it('are both there where the list carries out the text', () => {
    const listed = (names: readonly string[]) =>
      find({
        tasks: [...WORKS.map((name) => task(name, inText)), ...names.map((name) => task(name))],
      });
    expect(listed(WORKS)).toEqual([]);
    expect(listed(WORKS.slice(1))).toEqual(['medium text-vs-annex']);
    // A list of other work is no annex of the text.
    expect(listed(WORKS.slice(3))).toEqual([]);
  });
});

it('a row number stands once, unless numbers count groups of rows', () => {
  const rows = (...orders: readonly string[]) =>
    find({
      tasks: orders.map((order, index) => task(`${WORKS[index % 4] ?? ''} xóm ${String(index)}`, { order })),
    });
  expect(rows('1', '2', '3', '3', '4')).toEqual(['low numbering']);
  expect(rows('1', '2', '3', '4', '5')).toEqual([]);
  expect(rows('1', '1', '2', '2', '3')).toEqual([]);
});

it('a share below the whole is not merely kept where the list raises all others', () => {
  const share = (name: string, baseline: string, more: Partial<TargetRecord> = {}): TargetRecord => ({
    ...BLANK_TARGET,
    ...{ place: at('target'), name, value: '90', appendix: 'PL' },
    baseline: { fromYear: 2025, toYear: 2025, comparator: '=', value: baseline, unit: '%' },
    ...more,
  });
  const kept = { comparator: 'maintain', value: null } as const;
  const list = ['Ao có rào', 'Cầu có đèn', 'Ghe có số'].map((name) => share(name, '70'));
  expect(find({ targets: [...list, share('Bến có mái', '78', kept)] })).toEqual(['low incomplete']);
  expect(find({ targets: [...list, share('Bến có mái', '100', kept)] })).toEqual([]);
  // What few have need not be had by all.
  expect(find({ targets: [...list, share('Thợ lặn', '3', kept)] })).toEqual([]);
});

describe('a table of money', () => {
  const row = (name: string, values: readonly string[], total: string | null = null): ResourceRecord => ({
    ...{ place: at('resource'), appendix: 'PL', section: null, table: 'Kinh phí', name, quote: `${name} |` },
    amounts: values.map((value, index) => ({ label: `Cột ${String(index)}`, value })),
    ...{ total, isTotal: name === 'Tổng cộng' },
  });
  const money = (...resources: readonly ResourceRecord[]) => find({ resources });

  it('adds up down its columns and along its rows, a wrong cell told once', () => {
    expect(
      money(row('Ao', ['2', '3'], '5'), row('Cầu', ['4', '1'], '5'), row('Tổng cộng', ['6', '4'], '10')),
    ).toEqual([]);
    expect(
      money(row('Ao', ['2', '3'], '5'), row('Cầu', ['4', '1'], '5'), row('Tổng cộng', ['7', '4'], '10')),
    ).toEqual(['high sum-mismatch']);
  });

  it('is left alone where rows have sums of their own', () => {
    const total = row('Tổng cộng', ['10']);
    expect(money(row('I. Ao', ['10']), row('1. Đào', ['6']), row('2. Kè', ['4']), total)).toEqual([]);
    expect(money(row('Ao', ['10']), row('Đào', ['6']), row('Kè', ['4']), total)).toEqual([]);
    expect(money(row('Đào', ['10']), row('Trong đó: công', ['4']), total)).toEqual([]);
  });
});

describe('what a document builds on', () => {
  const cited = (documentId: string, more: Partial<CitationRecord> = {}): CitationRecord => ({
    ...BLANK_CITATION,
    ...{ place: at('cited-document', documentId), role: 'legal-basis', docType: 'Quyết định' },
    ...{ docNumber: '55/QĐ-UBND', issuedOn: plainDate('2023-01-12'), quote: 'Quyết định số 55/QĐ-UBND' },
    ...more,
  });
  const ended = cited('programme', { role: 'cited', quote: 'thay thế Quyết định số 55/QĐ-UBND' });

  it('was not replaced before, by an earlier document', () => {
    expect(find({ citations: [ended, cited('plan')] })).toEqual(['medium citation-error']);
    expect(find({ citations: [cited('programme', { role: 'cited' }), cited('plan')] })).toEqual([]);
    expect(find({ citations: [ended, cited('plan', { role: 'register-row' })] })).toEqual([]);
    expect(find({ citations: [ended, cited('plan', { issuedOn: plainDate('2024-01-12') })] })).toEqual([]);
  });

  it('bears one day, whatever the year, under the very same title', () => {
    const title = 'Chương trình trồng sen của tỉnh giai đoạn 2026 - 2030';
    const under = (other: string) =>
      find({
        citations: [
          cited('plan', { title }),
          cited('programme', { issuedOn: plainDate('2022-01-12'), title: other }),
        ],
      });
    expect(under(title)).toEqual(['medium citation-number']);
    expect(under('Chương trình trồng sen của tỉnh giai đoạn 2021 - 2025')).toEqual([]);
  });
});

describe('a figure without a year in the report of a year', () => {
  const name = 'Tỷ lệ hộ gia đình có Internet cáp quang';
  const told = (quote: string): ResultRecord => ({
    ...{ place: at('result', 'report'), name, section: null, comparator: '=', value: '91', unit: '%' },
    ...{ percent: null, numerator: null, denominator: null, year: null, increase: null, quote },
  });
  const baseline: TargetRecord = {
    ...BLANK_TARGET,
    ...{ place: at('target'), name, value: '95', year: 2026 },
    baseline: { fromYear: 2025, toYear: 2025, comparator: '=', value: '89', unit: '%' },
  };

  it('is one of that year when it is plainly told', () => {
    expect(find({ targets: [baseline], results: [told(`${name} đạt 91%.`)] })).toEqual([
      'medium baseline-conflict',
    ]);
    expect(find({ targets: [baseline], results: [told(`Năm 2024, ${name} đạt 91%.`)] })).toEqual([]);
    expect(find({ targets: [baseline], results: [told(`${name} đạt 91% kế hoạch.`)] })).toEqual([]);
  });
});
