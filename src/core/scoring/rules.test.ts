import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, publish } from '#core/kernel/decimal.ts';
import { anyRule, PERCENTAGE, POLICIES } from '#test/scoring-rules.ts';
import { BLANK, type DataValue, NOT_APPLICABLE, reported } from './data-value.ts';
import { evaluateRule } from './evaluate-rule.ts';
import { scale, traceNumber } from './interval.ts';
import { BLANK_POLICIES, NOT_APPLICABLE_POLICIES, type ScoringPolicies } from './policies.ts';
import type { RatioMeasure, Rule } from './rule.ts';
import { listRuleItems } from './rule-parts.ts';

type Given = Readonly<Record<string, string | DataValue>>;

const valuesOf = (given: Given): ReadonlyMap<string, DataValue> =>
  new Map(
    Object.entries(given).map(([item, value]) => [item, typeof value === 'string' ? reported(value) : value]),
  );

const policies: ScoringPolicies = { ...POLICIES, zeroDenominator: 'no-data' };

const pointsOf = (rule: Rule, maximum: string, given: Given, best?: string): string => {
  const outcome = evaluateRule(rule, {
    values: valuesOf(given),
    policies,
    maximum: decimal(maximum),
    ...(best !== undefined && { league: { bestOf: () => decimal(best) } }),
  });
  const { low, high } = scale(outcome.share, decimal(maximum));
  const text = (value: typeof low) => value.toDecimalPlaces(4).toFixed();
  return low.equals(high) ? text(low) : `${text(low)}…${text(high)}`;
};

const fraction = (multiplier = '100', change?: true): RatioMeasure => ({
  fraction: { numerator: 'a', denominator: 'b' },
  rate: null,
  multiplier,
  unit: { vi: '%', en: '%' },
  partOfWhole: false,
  ...(change && { change }),
});
const named = (code: string, share: string, rule: Rule) => ({
  code,
  name: { vi: code, en: code },
  share,
  rule,
});
const source = { vi: 'khảo sát xã hội học', en: 'sociological survey' };
const yes = (item: string): Rule => ({ kind: 'boolean', item });
const ratio: Rule = { kind: 'ratio', measure: fraction() };
const toThreshold = (threshold: string, multiplier?: string): Rule => ({
  kind: 'ratio-to-threshold',
  measure: fraction(multiplier),
  threshold,
});
const fromThreshold = (threshold: string, multiplier?: string): Rule => ({
  kind: 'step-threshold',
  measure: fraction(multiplier),
  threshold,
  thresholdIs: 'exact',
});
const byCount = (fullFrom: string): Rule => ({
  kind: 'count-step',
  requires: 'exists',
  count: 'count',
  fullFrom,
  shareBelow: '1/2',
});
const lead: Rule = {
  kind: 'level',
  item: 'level',
  levels: [
    { code: 'head', share: '1' },
    { code: 'deputy', share: '1/2' },
    { code: 'other', share: '0' },
  ],
};
const halves: Rule = {
  kind: 'checklist',
  parts: [
    { item: 'one', share: '1/2' },
    { item: 'other', share: '1/2' },
  ],
};
const meetings: Rule = {
  kind: 'count-tiers',
  count: 'count',
  tiers: [
    { from: '1', share: '1/4' },
    { from: '2', share: '1/2' },
    { from: '3', share: '3/4' },
    { from: '4', share: '1' },
  ],
};

describe('real rules of public decisions', () => {
  it.each<[string, Rule, string, Given, string]>([
    ['1 thuê bao băng rộng di động', ratio, '30', { a: '90.8', b: '100' }, '27.24'],
    ['2 công chức, viên chức được bồi dưỡng', ratio, '20', { a: '79.48', b: '100' }, '15.896'],
    ['3 hệ thống thông tin được phê duyệt cấp độ', ratio, '20', { a: '145', b: '226' }, '12.8319'],
    ['4 kết nối NDXP', ratio, '20', { a: '10', b: '16' }, '12.5'],
    ['5 hồ sơ nộp trực tuyến', toThreshold('80'), '20', { a: '59.65', b: '100' }, '14.9125'],
    ['6 hồ sơ trực tuyến toàn trình', toThreshold('70'), '50', { a: '13.77', b: '100' }, '9.8357'],
    ['7 chi ngân sách cho chính quyền số', toThreshold('1'), '30', { a: '0.47', b: '100' }, '14.1'],
    ['8 kinh tế số trong GRDP', toThreshold('20'), '50', { a: '9.54', b: '100' }, '23.85'],
    ['9 chứng thư số cá nhân', toThreshold('50'), '50', { a: '6.87', b: '100' }, '6.87'],
    ['10 kỹ năng công nghệ thông tin', toThreshold('70'), '50', { a: '41.24', b: '100' }, '29.4571'],
    ['11 đầu mối chuyển đổi số', fromThreshold('100'), '10', { a: '62.11', b: '100' }, '0'],
    ['12 chuyên trách chuyển đổi số', fromThreshold('10'), '30', { a: '4.2', b: '100' }, '0'],
    ['13 Tổ công nghệ số cộng đồng/100 dân', fromThreshold('5'), '10', { a: '420', b: '100000' }, '0'],
    ['14 dịch vụ công toàn trình', fromThreshold('60'), '20', { a: '576', b: '1000' }, '0'],
    ['15 doanh nghiệp số/1000 dân', toThreshold('1', '1000'), '30', { a: '31', b: '1790000' }, '0.5196'],
    ['16 chuyên mục báo chí', byCount('52'), '10', { exists: 'yes', count: '40' }, '5'],
    ['17 phát thanh, truyền hình', byCount('12'), '10', { exists: 'yes', count: '12' }, '10'],
    ['18 kiến trúc chính quyền điện tử', yes('issued'), '10', { issued: 'no' }, '0'],
    [
      '19 nền tảng dùng chung',
      { kind: 'checklist-share', done: 'count', listLength: '7', rate: null },
      '30',
      { count: '6' },
      '25.7143',
    ],
    ['20 trí tuệ nhân tạo', halves, '20', { one: 'yes', other: 'no' }, '10'],
    [
      '21 trung tâm dữ liệu đám mây',
      { kind: 'composite', parts: [named('centre', '1/2', lead), named('systems', '1/2', ratio)] },
      '30',
      { level: 'deputy', a: '5', b: '8' },
      '16.875',
    ],
    ['22 hệ thống giải quyết thủ tục hành chính', lead, '20', { level: 'other' }, '0'],
    ['23 Trưởng ban Chỉ đạo là cấp phó', lead, '10', { level: 'deputy' }, '5'],
    ['24 chủ trì, chỉ đạo', halves, '10', { one: 'yes', other: 'yes' }, '10'],
    ['25 văn bản do người đứng đầu ký', ratio, '10', { a: '3', b: '4' }, '7.5'],
    ['26 số lần họp', meetings, '20', { count: '3' }, '15'],
    ['26 không họp', meetings, '20', { count: '0' }, '0'],
    ['27 họp do người đứng đầu chủ trì, không có cuộc họp nào', ratio, '20', { a: '0', b: '0' }, '0…20'],
    ['28 văn bản theo yêu cầu của tỉnh', ratio, '20', { a: '6', b: '5' }, '20'],
    ['29 Trưởng ban cấp xã', lead, '20', { level: 'head' }, '20'],
    ['30 máy tính trên cán bộ, công chức', ratio, '20', { a: '18', b: '24' }, '15'],
    [
      '32 mạng diện rộng',
      {
        kind: 'composite',
        parts: [
          named('units', '45/50', ratio),
          named('applications', '5/50', { kind: 'count-capped', count: 'count', shareEach: '1/5' }),
        ],
      },
      '50',
      { a: '8', b: '10', count: '7' },
      '41',
    ],
    [
      '33 trung tâm dữ liệu đạt chuẩn',
      {
        kind: 'composite',
        parts: [
          named('has', '35/60', yes('exists')),
          named('standard', '25/60', {
            kind: 'best-of',
            cases: [named('tier 2', '15/25', yes('one')), named('tier 3', '1', yes('other'))],
          }),
        ],
      },
      '60',
      { exists: 'yes', one: 'yes', other: 'no' },
      '50',
    ],
    [
      '35 đơn vị sáp nhập',
      { kind: 'derived-mean', items: ['old', 'other'], outOf: '1000' },
      '1000',
      { old: '596.03', other: '624.80' },
      '610.415',
    ],
    [
      '36 hoàn thành kế hoạch, từ 80 %',
      { kind: 'ratio-with-floor', measure: fraction(), floor: '80' },
      '5',
      { a: '9', b: '10' },
      '4.5',
    ],
    [
      '36 hoàn thành kế hoạch, dưới 80 %',
      { kind: 'ratio-with-floor', measure: fraction(), floor: '80' },
      '5',
      { a: '79', b: '100' },
      '0',
    ],
    [
      '37 báo cáo nộp muộn bị trừ điểm',
      {
        kind: 'adjusted',
        base: yes('exists'),
        adjustments: [
          {
            code: 'late',
            name: { vi: 'nộp muộn', en: 'late' },
            direction: 'deduction',
            count: 'count',
            shareEach: '1/4',
            cap: '1/2',
          },
        ],
      },
      '0.5',
      { exists: 'yes', count: '3' },
      '0.25',
    ],
    [
      '38 chỉ số phục vụ',
      { kind: 'external', item: 'score', outOf: '100', source },
      '18',
      { score: '82.5' },
      '14.85',
    ],
    [
      'tăng trưởng doanh thu',
      { kind: 'ratio-to-threshold', measure: fraction('100', true), threshold: '20' },
      '10',
      { a: '110', b: '100' },
      '5',
    ],
  ])('%s', (_name, rule, maximum, given, points) => {
    expect(pointsOf(rule, maximum, given)).toBe(points);
  });

  it('31 băng thông: kết quả so với bộ cao nhất', () => {
    const rule: Rule = { kind: 'normalised-to-best', measure: fraction('1') };
    expect(pointsOf(rule, '40', { a: '30', b: '10' }, '12')).toBe('10');
    expect(pointsOf(rule, '40', { a: '30', b: '10' })).toBe('0…40');
  });

  it('34 không khảo sát thì kết quả thẩm định quy về thang 100', () => {
    const rule: Rule = {
      kind: 'composite',
      parts: [
        named('appraisal', '0.7', { kind: 'manual', item: 'appraised', outOf: '70', source }),
        named('survey', '0.3', { kind: 'survey', item: 'survey', outOf: '30', source }),
      ],
    };
    const score = (given: Given) => {
      const excluding = { ...policies, notApplicable: 'excluded' } as const;
      const values = valuesOf(given);
      return traceNumber(
        evaluateRule(rule, { values, policies: excluding, maximum: decimal(100) }).share.low,
      );
    };
    expect(score({ appraised: '56', survey: '21' })).toBe('0.77');
    expect(score({ appraised: '56', survey: NOT_APPLICABLE })).toBe('0.8');
  });
});

describe('the bound itself', () => {
  it.each([
    ['at-least', '60', '20'],
    ['above', '60', '0'],
    ['above', '60.01', '20'],
  ] as const)('%s 60 %% at %s', (comparison, rate, points) => {
    const rule: Rule = {
      kind: 'step-threshold',
      measure: PERCENTAGE,
      threshold: '60',
      thresholdIs: 'exact',
      comparison,
    };
    expect(pointsOf(rule, '20', { rate })).toBe(points);
  });

  it('leaves points open while a bound is all that is reported', () => {
    const bands: Rule = {
      kind: 'bands',
      measure: PERCENTAGE,
      bands: [
        { from: '30', share: '1/2' },
        { from: '60', share: '1' },
      ],
    };
    expect(pointsOf(bands, '10', { rate: { state: 'value', value: '60', comparator: '<' } })).toBe('0…5');
    expect(pointsOf(bands, '10', { rate: { state: 'value', value: '60', comparator: '<=' } })).toBe('0…10');
    expect(pointsOf(bands, '10', { rate: { state: 'value', value: '30', comparator: '>=' } })).toBe('5…10');
  });
});

describe('every rule', () => {
  const number = fc.integer({ min: 0, max: 13_000 }).map((value) => decimal(value).div(100).toFixed());
  const states = (value: fc.Arbitrary<string>): fc.Arbitrary<DataValue> =>
    fc.oneof(
      { weight: 6, arbitrary: value.map((text) => reported(text)) },
      { weight: 1, arbitrary: fc.constant(BLANK) },
      { weight: 1, arbitrary: fc.constant(NOT_APPLICABLE) },
    );
  const data = fc.record({
    rate: states(number),
    count: states(fc.integer({ min: 0, max: 130 }).map(String)),
    score: states(number),
    yes: states(fc.constantFrom('yes', 'no')),
    no: states(fc.constantFrom('yes', 'no')),
    level: states(fc.constantFrom('A', 'B', 'C')),
  });
  const settled = fc.record({
    notApplicable: fc.constantFrom(...NOT_APPLICABLE_POLICIES),
    blank: fc.constantFrom(...BLANK_POLICIES),
  });

  it('earns no less than nothing and no more than the maximum, whatever the data and the policies', () => {
    fc.assert(
      fc.property(anyRule, data, settled, (rule, given, chosen) => {
        const { share, state } = evaluateRule(rule, {
          values: valuesOf(given),
          policies: { ...POLICIES, ...chosen },
          maximum: decimal(30),
          league: { bestOf: () => decimal(100) },
        });
        expect(share.low.gte(0) && share.low.lte(share.high) && share.high.lte(1)).toBe(true);
        if (chosen.blank === 'zero' && state === 'no-data') expect(share.high.isZero()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('knows its points once all of its data are known, unless the rule is not', () => {
    fc.assert(
      fc.property(anyRule, data, (rule, given) => {
        const missing = listRuleItems(rule).some(
          (item) => given[item as keyof typeof given].state !== 'value',
        );
        fc.pre(!missing);
        const { share } = evaluateRule(rule, {
          values: valuesOf(given),
          policies: POLICIES,
          maximum: decimal(30),
          league: { bestOf: () => decimal(100) },
        });
        expect(share.low.equals(share.high)).toBe(true);
      }),
    );
  });

  it('holds within its span whatever a missing figure turns out to be', () => {
    fc.assert(
      fc.property(anyRule, data, fc.constantFrom('rate', 'count'), number, (rule, given, item, value) => {
        const context = { policies: POLICIES, maximum: decimal(30), league: { bestOf: () => decimal(100) } };
        const open = evaluateRule(rule, { ...context, values: valuesOf({ ...given, [item]: BLANK }) });
        const known = evaluateRule(rule, { ...context, values: valuesOf({ ...given, [item]: value }) });
        // What a blank may turn out to be is a number here; that it does not apply is another answer.
        fc.pre(open.state !== 'not-applicable' && known.state !== 'not-applicable');
        const slack = decimal('1e-50');
        expect(known.share.low.gte(open.share.low.minus(slack))).toBe(true);
        expect(known.share.high.lte(open.share.high.plus(slack))).toBe(true);
      }),
    );
  });
});

describe('points off for what nobody has counted', () => {
  const late: Rule = {
    kind: 'adjusted',
    base: yes('exists'),
    adjustments: [
      {
        code: 'late',
        name: { vi: 'nộp muộn', en: 'late' },
        direction: 'deduction',
        count: 'count',
        shareEach: '1/4',
        cap: '1/2',
      },
    ],
  };

  it('stay open up to their cap, as all that is blank', () => {
    expect(pointsOf(late, '10', { exists: 'yes', count: BLANK })).toBe('5…10');
    const context = { policies, maximum: decimal(10), values: valuesOf({ exists: 'yes' }) };
    expect(evaluateRule(late, context)).toMatchObject({ state: 'scored', reasons: ['missing-data'] });
  });

  it('are none where there is nothing to count, or where the framework says that blank is zero', () => {
    expect(pointsOf(late, '10', { exists: 'yes', count: NOT_APPLICABLE })).toBe('10');
    const zero = { ...policies, blank: 'zero' as const };
    const context = { policies: zero, maximum: decimal(10), values: valuesOf({ exists: 'yes' }) };
    expect(evaluateRule(late, context).share.low.toFixed()).toBe('1');
  });
});

it('publishes what fractions give: three thirds are all, and a half is rounded as a half', () => {
  const parts = ['1/3', '1/3', '1/3'].map((share, place) => named(String(place), share, yes('exists')));
  const context = { values: valuesOf({ exists: 'yes', a: '1', b: '3' }), policies, maximum: decimal(10) };
  const whole = evaluateRule({ kind: 'composite', parts }, context).share.low;
  expect(publish(whole.times(10), POLICIES.rounding)).toBe('10.00');
  expect(traceNumber(whole)).toBe('1');
  // A third of 0.375 is 0.125 and not a little less.
  const third = evaluateRule(ratio, context).share.low;
  expect(publish(third.times('0.375'), POLICIES.rounding)).toBe('0.13');
});
