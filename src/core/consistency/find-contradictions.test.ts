import { describe, expect, it } from 'vitest';
import { buildReportingDuties } from '#core/consistency/records/build-records.ts';
import { BLANK_AGENCY, BLANK_DOCUMENT, BLANK_GAP, BLANK_TARGET, BLANK_TASK } from '#test/blank-records.ts';
import { NO_RECORDS } from '#test/no-records.ts';
import { findContradictions } from './find-contradictions.ts';
import type {
  AgencyRecord,
  ConsistencyInput,
  ItemPlace,
  TargetRecord,
  TaskRecord,
} from '#core/consistency/records/records.ts';
import { plainDate } from '#core/kernel/plain-date.ts';
import type { ItemKind } from '#core/plan/plan-item.ts';

const document = (id: string, year: number, subject = 'province') => ({
  ...BLANK_DOCUMENT,
  ...{ id, year, subject },
});

const NOTHING: ConsistencyInput = {
  ...NO_RECORDS,
  documents: [
    document('old', 2025),
    document('plan', 2026),
    document('other', 2026),
    document('before', 2024, 'former'),
  ],
};

let serial = 0;
const at = (documentId: string, kind: ItemKind = 'target', line = (serial += 10)): ItemPlace => ({
  kind,
  id: `${documentId}-${String(line)}`,
  documentId,
  line,
});

const agency = (code: string, more: Partial<AgencyRecord> = {}): AgencyRecord => ({
  ...BLANK_AGENCY,
  ...{ code, name: code, asWritten: code },
  ...more,
});

const CONTRACTS = 'Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử';

const target = (documentId: string, value: string, more: Partial<TargetRecord> = {}): TargetRecord => ({
  ...BLANK_TARGET,
  place: at(documentId),
  name: CONTRACTS,
  ...{ comparator: '=', value, year: 2026 },
  ...more,
});

const yearly = (year: number, value: string) => ({
  fromYear: year,
  toYear: year,
  comparator: '=' as const,
  value,
  unit: '%',
});

const kinds = (input: Partial<ConsistencyInput>) =>
  findContradictions({ ...NOTHING, ...input }).map((finding) => finding.kind);

describe('targets', () => {
  it('of one measure and year in two plans must be one value', () => {
    const [finding, ...others] = findContradictions({
      ...NOTHING,
      targets: [target('plan', '87'), target('other', '85', { comparator: '>=' })],
    });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ kind: 'target-conflict', severity: 'high', year: 2026, difference: '2' });
    expect(finding?.statements.map(({ value, comparator }) => [value, comparator])).toEqual([
      ['85', '>='],
      ['87', '='],
    ]);
  });

  it('agree when value and wording agree, and differ in wording when one excludes the value', () => {
    expect(kinds({ targets: [target('plan', '85'), target('other', '85', { comparator: '>=' })] })).toEqual(
      [],
    );
    const worded = { targets: [target('plan', '85'), target('other', '85', { comparator: '>' })] };
    expect(findContradictions({ ...NOTHING, ...worded })).toMatchObject([
      { kind: 'comparator-conflict', difference: null },
    ]);
  });

  it('may rise from plan to plan, not fall', () => {
    const before = target('old', '85', { year: 2025 });
    expect(kinds({ targets: [before, target('plan', '90')] })).toEqual([]);
    expect(kinds({ targets: [before, target('plan', '80')] })).toEqual(['target-lowered']);
  });

  it('of one year may lie below the end of the phase, not above it', () => {
    const phase = { ...yearly(2026, '95'), toYear: 2027 };
    const phased = target('other', '95', { year: 2027, phases: [phase] });
    expect(kinds({ targets: [phased, target('plan', '90')] })).toEqual([]);
    expect(kinds({ targets: [phased, target('plan', '100')] })).toEqual(['target-conflict']);
  });

  it('say for which phase they are', () => {
    const phase = { ...yearly(2026, '95'), toYear: 2027 };
    const phased = target('other', '95', { year: 2027, phases: [phase] });
    const [finding] = findContradictions({ ...NOTHING, targets: [phased, target('plan', '100')] });
    expect(finding?.statements.map(({ fromYear, year }) => [fromYear, year])).toEqual([
      [2026, 2026],
      [2026, 2027],
    ]);
  });

  it('that contradict each other at one time are not told again for being lower at another', () => {
    const phases = [
      { ...yearly(2026, '95'), toYear: 2027 },
      { ...yearly(2028, '99'), toYear: 2030 },
    ];
    const phased = target('other', '95', { year: 2027, phases });
    expect(kinds({ targets: [phased, target('plan', '100')] })).toEqual(['target-conflict']);
  });

  it('are lowered by the document that is issued later, whatever years it begins with', () => {
    const [first, second] = [
      { ...document('first', 2025), issuedOn: plainDate('2025-01-10') },
      { ...document('second', 2025), issuedOn: plainDate('2025-12-31') },
    ];
    const early = target('second', '70', { year: 2024 });
    const input = (before: string, after: string) => ({
      documents: [first, second],
      targets: [early, target('first', before), target('second', after)],
    });
    expect(kinds(input('90', '80'))).toContain('target-lowered');
    expect(kinds(input('80', '90'))).not.toContain('target-lowered');
  });

  it('must exceed what was reached before', () => {
    const measured = target('plan', '87', { baseline: yearly(2025, '81.15') });
    const low = target('plan', '80', { comparator: '>=' });
    expect(kinds({ targets: [measured, low] })).toEqual(['target-below-baseline', 'target-conflict']);
  });

  it('of a past year are held against the figure of that year', () => {
    const promised = target('old', '85', { year: 2025 });
    expect(kinds({ targets: [promised, target('plan', '87', { baseline: yearly(2025, '81.15') })] })).toEqual(
      ['target-vs-actual'],
    );
    expect(kinds({ targets: [promised, target('plan', '87', { baseline: yearly(2025, '85') })] })).toEqual(
      [],
    );
    const more = target('old', '85', { year: 2025, comparator: '>' });
    expect(kinds({ targets: [more, target('plan', '87', { baseline: yearly(2025, '85') })] })).toEqual([
      'target-vs-actual',
    ]);
  });

  it('of a former province are not judged by the figures of its successor', () => {
    const promised = target('before', '95', { year: 2025 });
    expect(kinds({ targets: [promised, target('plan', '97', { baseline: yearly(2025, '81') })] })).toEqual(
      [],
    );
  });

  it('restated beside their results count only for the years to come', () => {
    const result = target('before', '55', {
      year: 2025,
      actuals: [yearly(2022, '57'), yearly(2023, '58')],
      plannedValues: [yearly(2024, '60')],
    });
    expect(kinds({ targets: [result] })).toEqual([]);
    expect(kinds({ targets: [{ ...result, plannedValues: [yearly(2024, '50')] }] })).toEqual([
      'target-below-baseline',
    ]);
  });

  it('in other units, of other measures or without a number are left alone', () => {
    expect(
      kinds({
        targets: [
          target('plan', '87'),
          target('other', '500', { name: 'Doanh nghiệp sử dụng hợp đồng điện tử', unit: 'doanh nghiệp' }),
          target('other', '60', { name: 'Tỷ lệ doanh nghiệp sử dụng hóa đơn điện tử' }),
          target('other', '2', { comparator: 'increase>=' }),
          { ...target('other', '1'), value: null, comparator: 'qualitative' },
        ],
      }),
    ).toEqual([]);
  });
});

describe('figures', () => {
  const gap = (more: object) => ({
    ...BLANK_GAP,
    place: at('plan', 'gap'),
    name: CONTRACTS,
    ...{ indicatorCode: '7.3', currentValue: '81.15', currentUnit: '%' },
    ...more,
  });

  it('of one component in one document must agree, up to rounding', () => {
    const stated = target('plan', '87', { indicatorCode: '7.3', baseline: yearly(2025, '81.2') });
    expect(kinds({ targets: [stated], gaps: [gap({})] })).toEqual([]);
    const severity = (year: number | null) =>
      findContradictions({ ...NOTHING, targets: [stated], gaps: [gap({ currentValue: '79', year })] });
    expect(severity(2025)).toMatchObject([{ kind: 'baseline-conflict', severity: 'high' }]);
    // Where one side does not say its year, the other may be of another one.
    expect(severity(null)).toMatchObject([{ kind: 'baseline-conflict', severity: 'medium' }]);
  });

  it('must be the percentage of their own fraction, up to rounding', () => {
    const fraction = { numerator: '145', denominator: '226' };
    expect(kinds({ gaps: [gap({ ...fraction, currentValue: '64.16' })] })).toEqual([]);
    expect(kinds({ gaps: [gap({ ...fraction, currentValue: '64.1' })] })).toEqual([
      'percentage-not-its-fraction',
    ]);
    expect(kinds({ gaps: [gap({ numerator: '5', denominator: '0' })] })).toEqual([]);
  });

  it('that fall are told', () => {
    const falling = target('before', '90', {
      year: 2025,
      actuals: [yearly(2021, '100'), yearly(2022, '70')],
    });
    expect(kinds({ targets: [falling] })).toEqual(['figure-fell']);
  });

  it('that are said to have grown must have grown so, where the base is known', () => {
    const series = (name: string, from: string, to: string) =>
      target('before', '99', { name, year: 2025, actuals: [yearly(2021, from), yearly(2023, to)] });
    const result = (name: string, value: string, increase: string) => ({
      place: at('before', 'result'),
      name,
      section: null,
      comparator: '=' as const,
      value,
      unit: '%',
      percent: null,
      numerator: null,
      denominator: null,
      year: null,
      increase: { value: increase, raw: `tăng ${increase}% so với đầu nhiệm kỳ` },
      quote: null,
    });
    const [invoices, records] = [
      'Doanh nghiệp sử dụng hóa đơn điện tử',
      'Dân số có hồ sơ sức khỏe điện tử',
    ] as const;
    const targets = [series(invoices, '20', '50'), series(records, '75', '84')];
    const fitting = result(invoices, '50', '30');
    const wrong = result(records, '84', '7');
    expect(findContradictions({ ...NOTHING, targets, results: [fitting, wrong] })).toMatchObject([
      { kind: 'increase-not-by-figures', computed: { low: '9' }, difference: '2' },
    ]);
    expect(kinds({ targets, results: [wrong] })).toEqual([]);
  });
});

describe('tables', () => {
  const row = (name: string, value: string, isTotal = false) => ({
    place: at('plan', 'indicator-score'),
    table: 'Bảng 1',
    name,
    order: null,
    maximumScore: null,
    scores: [{ label: 'Điểm', value }],
    isTotal,
  });

  it('must add up', () => {
    const rows = [row('A', '45.25'), row('B', '40')];
    expect(kinds({ indicatorScores: [...rows, row('Tổng', '85.25', true)] })).toEqual([]);
    expect(
      findContradictions({ ...NOTHING, indicatorScores: [...rows, row('Tổng', '86', true)] }),
    ).toMatchObject([
      { kind: 'sum-mismatch', computed: { low: '85.25', high: '85.25' }, difference: '0.75' },
    ]);
  });
});

describe('scores', () => {
  it('are unexplained when the rule gives something else, forecasts unsupported above the range', () => {
    const place = at('plan', 'gap');
    const verdict = {
      place,
      indicatorCode: '3.5',
      name: 'x',
      printed: '16.88',
      low: '18.75',
      high: '18.75',
      agrees: false,
    };
    const forecast = {
      place: at('plan'),
      indicatorCode: null,
      name: 'x',
      low: '625',
      high: '650',
      year: 2025,
      isTotal: true,
    };
    const found = findContradictions({
      ...NOTHING,
      scoreVerdicts: [verdict, { ...verdict, agrees: true }],
      forecasts: [
        { ...forecast, expected: '817.41' },
        { ...forecast, place: at('plan'), expected: '640' },
        // To expect less than the figures give claims nothing.
        { ...forecast, place: at('plan'), expected: '600' },
      ],
    });
    expect(found.map(({ kind, difference }) => [kind, difference])).toEqual([
      ['forecast-not-supported', '167.41'],
      ['score-not-by-rule', '1.87'],
    ]);
  });
});

describe('who and when', () => {
  it('finds leads that have nothing in common, but not a group and its member', () => {
    const led = (documentId: string, lead: AgencyRecord) => target(documentId, '87', { leads: [lead] });
    const departments = agency('SBN', { kind: 'group', memberKinds: ['department'] });
    expect(kinds({ targets: [led('plan', agency('A')), led('other', agency('B'))] })).toEqual([
      'lead-conflict',
    ]);
    expect(kinds({ targets: [led('plan', agency('A')), led('other', departments)] })).toEqual([]);
    expect(kinds({ targets: [led('plan', agency('A')), led('other', agency('B', { code: null }))] })).toEqual(
      [],
    );
  });

  const task = (order: string, section: string, more: Partial<TaskRecord> = {}): TaskRecord => ({
    ...BLANK_TASK,
    place: at('plan', 'task'),
    name: `task ${order}`,
    ...{ appendix: 'Phụ lục I', section, order },
    ...more,
  });

  it('finds work that is due after its agency has ended', () => {
    const ended = agency('UBND_HUYEN', { validTo: plainDate('2025-06-30') });
    const due = (day: string) => ({
      kind: 'day' as const,
      raw: null,
      start: null,
      end: plainDate(day),
      before: false,
    });
    expect(kinds({ tasks: [task('1', 'I. A', { leads: [ended], due: due('2025-06-30') })] })).toEqual([]);
    expect(kinds({ tasks: [task('1', 'I. A', { leads: [ended], due: due('2025-12-31') })] })).toEqual([
      'obsolete-organization',
    ]);
  });

  it('finds a left-out section only when unbroken row numbers prove it', () => {
    expect(kinds({ tasks: [task('11', 'IV. A'), task('12', 'VI. B')] })).toEqual(['numbering']);
    expect(kinds({ tasks: [task('11', 'IV. A'), task('15', 'VI. B')] })).toEqual([]);
  });

  const duty = (documentId: string, covers: string, day: string) =>
    buildReportingDuties({
      place: at(documentId, 'reporting-duty'),
      what: 'số liệu',
      recipients: [agency('SKHCN')],
      frequency: 'yearly',
      covers,
      validFor: null,
      comparator: '<',
      dueDate: null,
      recurringDays: [day],
      documentYear: 2026,
    });

  it('finds quarterly reports that keep no rhythm', () => {
    const even = [
      duty('plan', 'Quý I', '20/03'),
      duty('plan', 'Quý II', '20/6'),
      duty('plan', 'Quý III', '20/9'),
    ];
    const uneven = [duty('plan', 'Quý I', '20/02'), ...even.slice(1)];
    expect(kinds({ reportingDuties: even.flat() })).toEqual([]);
    expect(kinds({ reportingDuties: uneven.flat() })).toEqual(['deadline-uneven']);
  });

  it('finds two days for the same report in two plans of one time', () => {
    const [year, other] = [duty('plan', 'cả năm', '01/12'), duty('other', 'cả năm', '15/12')];
    expect(findContradictions({ ...NOTHING, reportingDuties: [...year, ...other] })).toMatchObject([
      { kind: 'deadline-conflict', statements: [{ dueOn: '2026-11-30' }, { dueOn: '2026-12-14' }] },
    ]);
  });
});

it('gives the same list for the same input in any order', () => {
  const targets = [target('plan', '87'), target('other', '85'), target('old', '95', { year: 2025 })];
  const ids = (list: readonly TargetRecord[]) =>
    findContradictions({ ...NOTHING, targets: list }).map((finding) => finding.id);
  expect(ids([...targets].reverse())).toEqual(ids(targets));
});
