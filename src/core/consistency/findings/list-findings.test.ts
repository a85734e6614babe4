import { describe, expect, it } from 'vitest';
import {
  BLANK_AGENCY,
  BLANK_DOCUMENT,
  BLANK_GAP,
  BLANK_PROJECT,
  BLANK_TARGET,
  BLANK_TASK,
} from '#test/blank-records.ts';
import { NO_RECORDS } from '#test/no-records.ts';
import { findContradictions } from '#core/consistency/find-contradictions.ts';
import { findLastDayByName } from '#core/consistency/records/former-bodies.ts';
import type {
  AgencyRecord,
  ConsistencyInput,
  ProjectRecord,
  TargetRecord,
  TaskRecord,
} from '#core/consistency/records/records.ts';
import { plainDate } from '#core/kernel/plain-date.ts';
import type { ItemKind } from '#core/plan/plan-item.ts';

const head = { docType: 'Kế hoạch', docNumber: null, issuer: null, title: 'Trồng sen năm 2026' };
const documents = [
  { ...BLANK_DOCUMENT, id: 'plan', head, issuedOn: plainDate('2026-01-20') },
  { ...BLANK_DOCUMENT, id: 'other' },
];
const find = (input: Partial<ConsistencyInput>) =>
  findContradictions({ ...NO_RECORDS, documents, ...input }).map(
    ({ kind, severity }) => `${severity} ${kind}`,
  );

let line = 0;
const at = (kind: ItemKind, documentId = 'plan') => ({
  kind,
  id: `i${String((line += 9))}`,
  documentId,
  line,
});
const agency = (code: string, asWritten = code): AgencyRecord => ({
  ...BLANK_AGENCY,
  name: code,
  asWritten,
  code,
});
const due = (end: string) =>
  ({ kind: 'by-date', raw: end, start: null, end: plainDate(end), before: false }) as const;
const target = (name: string, more: Partial<TargetRecord> = {}): TargetRecord => ({
  ...BLANK_TARGET,
  ...{ place: at('target'), name, value: '80', year: 2026 },
  ...more,
});
const task = (name: string, more: Partial<TaskRecord> = {}): TaskRecord => ({
  ...BLANK_TASK,
  ...{ place: at('task'), name, appendix: 'PL', leads: [agency('A')], due: due('2026-06-30') },
  ...more,
});
const project = (name: string, more: Partial<ProjectRecord> = {}): ProjectRecord => ({
  ...BLANK_PROJECT,
  ...{ place: at('project'), name, appendix: 'PL', investors: [agency('B')] },
  ...more,
});
const FOUR = ['Vẽ bản đồ ao sen', 'Mở lớp dạy trồng sen', 'Số hóa sổ sách làng sen', 'Thả cá vào ao'].map(
  (name) => task(name),
);

describe('rows of one list', () => {
  const row = 'Lắp đèn ở các cầu ao';
  it('are told when two ask for the same, not when agencies, days or places differ', () => {
    expect(find({ tasks: [task(row), task(row)] })).toEqual(['medium duplicate-row']);
    expect(find({ tasks: [task(row), task(`${row} để phục vụ khách`)] })).toEqual(['low duplicate-row']);
    expect(find({ tasks: [task(row), task(row, { leads: [agency('B')] })] })).toEqual([]);
    expect(find({ tasks: [task(row), task(row, { due: due('2026-09-30') })] })).toEqual([]);
    expect(find({ tasks: [task(row), task(`${row} xã Đông`)] })).toEqual([]);
  });

  it('are told when they leave blank what all others state', () => {
    expect(find({ tasks: [...FOUR, task(row, { leads: [] })] })).toEqual(['medium incomplete']);
    expect(find({ tasks: [...FOUR, task(row, { due: null })] })).toEqual(['low incomplete']);
    expect(find({ tasks: FOUR.map((some) => ({ ...some, due: null })) })).toEqual([]);
  });
});

describe('a task', () => {
  it('is due within its plan', () => {
    const day = (end: string, name = 'Lắp đèn ao sen') =>
      find({ tasks: [...FOUR, task(name, { due: due(end) })] });
    expect(day('2025-11-30')).toEqual(['medium deadline-order']);
    expect(day('2027-12-31')).toEqual(['medium deadline-order']);
    expect(day('2027-01-15', 'Tổng kết việc trồng sen')).toEqual([]);
    expect(day('2026-12-31')).toEqual([]);
  });

  const work = 'Kiểm tra độ sâu của tất cả ao sen';
  it('has one lead and one day in the plans of one year, and in table and list of projects', () => {
    const elsewhere = (more: Partial<TaskRecord>) =>
      task(`Tổ chức ${work}`, { place: at('task', 'other'), ...more });
    expect(find({ tasks: [task(work), elsewhere({ leads: [agency('C')] })] })).toEqual([
      'medium lead-conflict',
    ]);
    expect(find({ tasks: [task(work), elsewhere({ due: due('2026-08-31') })] })).toEqual([
      'low deadline-conflict',
    ]);
    expect(find({ tasks: [task(work), elsewhere({})] })).toEqual([]);
    expect(find({ tasks: [task(work)], projects: [project(`Thuê ${work}`)] })).toEqual([
      'medium lead-conflict',
    ]);
  });

  it('is not given to a body that is gone, known or not', () => {
    const given = (name: string, end: string) =>
      find({ tasks: [task('Đắp bờ ao', { leads: [{ ...agency(name), code: null }], due: due(end) })] });
    expect(given('UBND huyện Ao Sen', '2026-05-31')).toEqual(['medium obsolete-organization']);
    expect(given('UBND xã Ao Sen', '2026-05-31')).toEqual([]);
    expect(findLastDayByName('Sở TT&TT')).toBe('2025-06-30');
    expect(findLastDayByName('Bộ Kế hoạch và Đầu tư')).toBe('2025-02-28');
    expect(findLastDayByName('Sở Nông nghiệp và Môi trường')).toBeUndefined();
    expect(findLastDayByName('Bộ chỉ huy quân sự tỉnh')).toBeUndefined();
  });

  it('is not of a year long gone', () => {
    expect(find({ projects: [project('Thuê máy bơm năm 2023')] })).toEqual(['low period-mismatch']);
    expect(find({ projects: [project('Thực hiện Kế hoạch trồng sen năm 2023')] })).toEqual([]);
    expect(find({ projects: [project('Thuê máy bơm năm 2026')] })).toEqual([]);
  });
});

describe('targets', () => {
  const NAMES = [
    'kỹ năng số',
    'chữ ký số',
    'hóa đơn điện tử',
    'hợp đồng điện tử',
    'dữ liệu mở',
    'điện toán đám mây',
  ];
  it('stand in text and annex alike, where the annex lists those of the text', () => {
    const text = NAMES.map((name) => target(name));
    const annex = (names: readonly string[]) => names.map((name) => target(name, { appendix: 'PL 1' }));
    expect(find({ targets: [...text, ...annex(NAMES)] })).toEqual([]);
    expect(find({ targets: [...text, ...annex(NAMES.slice(1))] })).toEqual(['medium text-vs-annex']);
    expect(
      find({ targets: [...text, ...annex(['ao sen', 'làng nghề', 'bến đò', 'cầu phao', 'ghe'])] }),
    ).toEqual([]);
  });

  it('call a share a share', () => {
    expect(find({ targets: [target('Số lượng tên miền .vn')] })).toEqual(['low unit-mismatch']);
    expect(find({ targets: [target('Tỷ lệ hộ có ghe', { unit: 'hộ' })] })).toEqual(['low unit-mismatch']);
    expect(find({ targets: [target('Số lượng thuê bao trên 100 dân')] })).toEqual([]);
    expect(find({ targets: [target('Tỷ lệ hộ có ghe'), target('Số lượng ghe', { unit: 'chiếc' })] })).toEqual(
      [],
    );
  });

  it('give no part more than its whole', () => {
    const settled = (value: string) =>
      find({
        targets: [
          target('Hồ sơ nộp trực tuyến'),
          target('Hồ sơ giải quyết trực tuyến toàn trình', { value }),
        ],
      });
    expect(settled('90')).toEqual(['medium part-above-whole']);
    expect(settled('70')).toEqual([]);
  });

  it('over all and over what qualifies are told apart when far off', () => {
    const services = 'cung cấp dịch vụ công trực tuyến toàn trình';
    const both = (value: string) =>
      find({ targets: [target(`TTHC ${services}`), target(`TTHC đủ điều kiện ${services}`, { value })] });
    expect(both('100')).toEqual(['medium denominator-mismatch']);
    expect(both('85')).toEqual([]);
  });
});

describe('expected scores', () => {
  const row = (value: string, table: string) => ({
    ...{
      place: at('indicator-score'),
      name: 'Hạ tầng sen',
      order: '3',
      maximumScore: '100',
      table,
      isTotal: false,
    },
    scores: [{ label: 'Điểm', value }],
  });
  const gap = {
    ...BLANK_GAP,
    place: at('gap'),
    name: 'Ao',
    indicatorCode: '3.1',
    score: '5',
    maximumScore: '30',
  };
  it('are not above what the listed losses leave, unless they are a goal', () => {
    const expected = (value: string, table = 'Dự kiến kết quả năm 2025') =>
      find({ gaps: [gap], indicatorScores: [row(value, table)] });
    expect(expected('80')).toEqual(['medium forecast-not-supported']);
    expect(expected('75')).toEqual([]);
    expect(expected('80', 'Mục tiêu dự kiến năm 2026')).toEqual([]);
  });
});

it('tells an organization that is spelled in other words or capitals, not in short', () => {
  const named = (...names: readonly string[]) =>
    find({
      tasks: names.map((name, index) => task(`Việc thứ ${String(index)}`, { leads: [agency('S', name)] })),
    });
  expect(named('Sở Công Thương', 'Sở Công thương')).toEqual(['low name-variant']);
  expect(named('Sở Khoa học và Công nghệ', 'Sở KH&CN')).toEqual([]);
});
