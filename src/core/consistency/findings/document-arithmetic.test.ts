import { describe, expect, it } from 'vitest';
import { BLANK_AGENCY, BLANK_DOCUMENT, BLANK_GAP, BLANK_TARGET } from '#test/blank-records.ts';
import { NO_RECORDS } from '#test/no-records.ts';
import { findContradictions } from '#core/consistency/find-contradictions.ts';
import type {
  AgencyRecord,
  ConsistencyInput,
  GapRecord,
  ResultRecord,
  TargetRecord,
} from '#core/consistency/records/records.ts';
import type { ItemKind } from '#core/plan/plan-item.ts';

const NOTHING: ConsistencyInput = {
  ...NO_RECORDS,
  documents: [{ ...BLANK_DOCUMENT, id: 'report' }],
};

const find = (input: Partial<ConsistencyInput>) => findContradictions({ ...NOTHING, ...input });

let line = 0;
const at = (kind: ItemKind) => ({ kind, id: `item-${String((line += 10))}`, documentId: 'report', line });

const target = (name: string, more: Partial<TargetRecord> = {}): TargetRecord => ({
  ...BLANK_TARGET,
  place: at('target'),
  name,
  value: '50',
  ...more,
});

const result = (name: string, more: Partial<ResultRecord> = {}): ResultRecord => ({
  place: at('result'),
  name,
  section: null,
  comparator: '=',
  value: '1',
  unit: null,
  percent: null,
  numerator: null,
  denominator: null,
  year: null,
  increase: null,
  quote: null,
  ...more,
});

const yearly = (year: number, value: string) => ({
  ...{ fromYear: year, toYear: year },
  ...{ comparator: '=' as const, value, unit: '%' },
});

describe('a share of what is counted elsewhere in the document', () => {
  const tested = 'Tỷ lệ cầu phao được kiểm định';
  const counted: GapRecord = {
    ...BLANK_GAP,
    place: at('gap'),
    name: tested,
    ...{ indicatorCode: '1.1', currentValue: '75', currentUnit: '%', numerator: '3', denominator: '4' },
  };
  const shares = (name: string, value: string) =>
    find({ gaps: [counted], targets: [target(name, { baseline: yearly(2025, value) })] });

  it('is one of those that their number gives', () => {
    expect(shares(`${tested} đầy đủ`, '60')).toMatchObject([
      { kind: 'percentage-not-its-fraction', severity: 'medium', computed: { low: '50', high: '75' } },
    ]);
    expect(shares(`${tested} đầy đủ`, '50')).toEqual([]);
    expect(shares('Tỷ lệ bến đò được kiểm định', '60')).toEqual([]);
  });
});

describe('an average yearly growth', () => {
  const growth = target('Sản lượng lúa/năm', {
    comparator: 'increase>=',
    actuals: [yearly(2023, '6'), yearly(2024, '12'), yearly(2025, '9')],
  });
  const stated = (value: string, targets = [growth]) =>
    find({
      targets,
      results: [result('Sản lượng lúa bình quân hằng năm', { comparator: 'increase>=', value, unit: '%' })],
    }).filter(({ kind }) => kind === 'increase-not-by-figures');

  it('is the mean of the years, simple or compound', () => {
    expect(stated('9.5')).toMatchObject([
      { severity: 'high', computed: { low: '9', high: '9' }, difference: '0.5' },
    ]);
    expect(stated('9')).toEqual([]);
    expect(stated('8.97')).toEqual([]);
  });

  it('is not judged by a series with a hole in it', () => {
    expect(stated('9.5', [{ ...growth, actuals: [yearly(2023, '6'), yearly(2025, '9')] }])).toEqual([]);
  });
});

describe('a heading that says how many targets follow', () => {
  const judged = [
    target('Cầu phao được sơn lại', { verdict: 'Đạt' }),
    target('Bến đò có mái che', { verdict: 'Vượt' }),
    target('Ghe có đèn hiệu', { verdict: 'Chưa đạt' }),
  ];
  const listed = (section: string, ...names: readonly string[]) =>
    find({ targets: judged, results: names.map((name) => result(name, { section })) });

  it('names the one that is left out when the table bears the number out', () => {
    expect(listed('1. Chỉ tiêu đạt và vượt: 2/3 chỉ tiêu', 'Cầu phao được sơn lại')).toMatchObject([
      {
        kind: 'sum-mismatch',
        computed: { low: '1', high: '1' },
        statements: [{ value: '2' }, { name: 'Bến đò có mái che' }],
      },
    ]);
  });

  it('is silent when all are there, or the table does not tell the number', () => {
    expect(listed('1. Chỉ tiêu đạt và vượt: 2/3 chỉ tiêu', 'Cầu phao sơn lại', 'Bến đò mái che')).toEqual([]);
    expect(listed('2. Chỉ tiêu chưa đạt: 01/3 chỉ tiêu', 'Ghe có đèn hiệu')).toEqual([]);
    expect(listed('1. Chỉ tiêu đạt và vượt: 3/3 chỉ tiêu', 'Cầu phao được sơn lại')).toEqual([]);
  });
});

describe('a number of things that one agency must reach', () => {
  const lead: AgencyRecord = { ...BLANK_AGENCY, name: 'Đài', asWritten: 'Đài', code: 'DAI' };
  const counted = (name: string, comparator: TargetRecord['comparator'], unit: string, value = '40') =>
    target(name, { comparator, unit, value, year: 2026, leads: [lead] });
  const kinds = (...targets: readonly TargetRecord[]) => find({ targets }).map(({ kind }) => kind);

  it('is asked for in one wording', () => {
    const atLeast = counted('Tin, bài về ao sen', '>=', 'tin, bài/năm');
    expect(kinds(atLeast, counted('Chuyên mục về ao sen', '>', 'tin bài'))).toEqual(['comparator-conflict']);
    expect(kinds(atLeast, counted('Chuyên mục về ao sen', '=', 'tin bài'))).toEqual([]);
    expect(kinds(atLeast, counted('Chuyên mục về ao sen', '>', 'tin bài', '41'))).toEqual([]);
  });
});

it('takes a percentage over the whole for the excess that it is', () => {
  const stated = (percent: string) =>
    find({ results: [result('Tài khoản', { numerator: '120', denominator: '100', percent })] });
  expect(stated('20')).toEqual([]);
  expect(stated('120')).toEqual([]);
  expect(stated('30')).toMatchObject([{ kind: 'percentage-not-its-fraction' }]);
});

describe('a sentence', () => {
  const said = (quote: string) =>
    find({ results: [result('Sen', { quote })] }).map(({ kind, computed }) => [kind, computed?.low]);

  it('states the change that its two values give, in points or in parts', () => {
    expect(said('Số ao sen tăng từ 80.000 lên 100.000 ao, tăng 20%')).toEqual([
      ['increase-not-by-figures', '25'],
    ]);
    expect(said('Số ao sen tăng từ 80.000 lên 100.000 ao, tăng 25%')).toEqual([]);
    expect(said('Ao sạch giảm từ 60% xuống 45%, giảm 15%')).toEqual([]);
    expect(said('Ao sạch giảm từ 60% xuống 45%, giảm 25%')).toEqual([]);
    expect(said('Đạt 61,2%, tăng 5,1 điểm phần trăm so với năm 2023 (55,1%)')).toEqual([
      ['increase-not-by-figures', '6.1'],
    ]);
    expect(said('Đạt 61,2%, tăng 6,1% so với năm 2023 (55,1%)')).toEqual([]);
  });

  it('states the share that its part and its whole give', () => {
    const share = (percent: string) => said(`Đã trồng 1.216 ao sen trên tổng số 1.430 ao, đạt ${percent}%`);
    expect(share('88')).toEqual([['percentage-not-its-fraction', '85.03']]);
    expect(share('85')).toEqual([]);
  });

  it('counts parts that make the whole, and of a few that it names no more than that', () => {
    const parts = (wording: string, third: string) =>
      said(`Có 120 ao, ${wording} 45 ao loại I, 60 ao loại II và ${third} ao loại III`);
    expect(parts('trong đó có', '20')).toEqual([['sum-mismatch', '125']]);
    expect(parts('trong đó', '10')).toEqual([]);
    expect(parts('bao gồm', '10')).toEqual([['sum-mismatch', '115']]);
    expect(parts('gồm', '15')).toEqual([]);
  });
});
