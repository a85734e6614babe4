import { findingId, statementAt } from '#core/consistency/build-finding.ts';
import type { Finding } from '#core/consistency/finding.ts';
import { computeSimilarity, readMeasure, type Measure } from '#core/consistency/measures/measure.ts';
import { SAME_MEASURE } from '#core/consistency/measures/measure-groups.ts';
import type { ConsistencyInput, ResultRecord, TargetRecord } from '#core/consistency/records/records.ts';
import { decimal, decimalText, sum, type Decimal } from '#core/kernel/decimal.ts';
import { searchKey } from '#core/kernel/text.ts';
import type { Comparator } from '#core/plan/plan-item.ts';

const isChange = (comparator: Comparator | null): boolean =>
  comparator === 'increase>=' || comparator === 'increase>';

// How a growth is averaged says nothing about what grows.
const RHYTHM = /\/\s*năm|(?:bình quân|trung bình)|(?:hằng|hàng|mỗi|một) năm/giu;

const measureOf = (name: string): Measure => readMeasure(name.replace(RHYTHM, ' '), null);

const isAverage = (name: string): boolean => /binh quan|trung binh/u.test(searchKey(name));

interface YearlyGrowth {
  readonly target: TargetRecord;
  readonly measure: Measure;
  readonly values: readonly Decimal[];
  readonly fromYear: number;
  readonly toYear: number;
}

// One year is no average, and a series with a hole in it proves nothing.
const listYearlyGrowths = (targets: readonly TargetRecord[]): readonly YearlyGrowth[] =>
  targets.flatMap((target) => {
    const series = target.actuals.toSorted((a, b) => a.toYear - b.toYear);
    const values = series.flatMap(({ value }) => (value === null ? [] : [decimal(value)]));
    const [fromYear, toYear] = [series[0]?.fromYear, series.at(-1)?.toYear];
    if (!isChange(target.comparator) || fromYear === undefined || toYear === undefined) return [];
    if (values.length < 2 || toYear - fromYear + 1 !== values.length) return [];
    return [{ target, measure: measureOf(target.name), values, fromYear, toYear }];
  });

const HUNDRED = decimal(100);

const meanOf = (values: readonly Decimal[]): Decimal => sum(values).dividedBy(values.length);

const compoundMeanOf = (values: readonly Decimal[]): Decimal =>
  values
    .reduce((product, value) => product.times(value.dividedBy(HUNDRED).plus(1)), decimal(1))
    .pow(decimal(1).dividedBy(values.length))
    .minus(1)
    .times(HUNDRED);

const SHOWN_PLACES = 2;

const fits = (stated: Decimal, { values }: YearlyGrowth): boolean =>
  [meanOf(values), compoundMeanOf(values)].some((mean) =>
    mean.minus(stated).abs().lte(decimal(10).pow(-stated.decimalPlaces()).dividedBy(2)),
  );

const buildFinding = (result: ResultRecord, stated: Decimal, growth: YearlyGrowth): Finding => {
  const { target, values, fromYear, toYear } = growth;
  const mean = decimalText(meanOf(values).toDecimalPlaces(SHOWN_PLACES));
  return {
    id: findingId('increase-not-by-figures', null, [result.place, target.place]),
    kind: 'increase-not-by-figures',
    severity: 'high',
    subject: result.name,
    indicatorCode: target.indicatorCode,
    year: toYear,
    statements: [
      { ...statementAt('current', result.place, result.name), value: result.value, unit: result.unit },
      ...target.actuals.map((actual) => ({
        ...statementAt('current', target.place, target.name),
        fromYear: actual.fromYear,
        year: actual.toYear,
        value: actual.value,
        unit: actual.unit,
      })),
    ].map((statement) => (statement.year === null ? { ...statement, fromYear, year: toYear } : statement)),
    computed: { low: mean, high: mean },
    difference: decimalText(stated.minus(mean).abs()),
    populationsDiffer: false,
    subjectsDiffer: false,
  };
};

/** Average yearly growths that the yearly growths of the same document do not give, as either kind of mean. */
export const findWrongAverageGrowths = (input: ConsistencyInput): readonly Finding[] => {
  const growths = listYearlyGrowths(input.targets);
  return input.results
    .filter(({ comparator, name }) => isChange(comparator) && isAverage(name))
    .flatMap((result) => {
      if (result.value === null) return [];
      const [stated, measure] = [decimal(result.value), measureOf(result.name)];
      return growths
        .filter(({ target }) => target.place.documentId === result.place.documentId)
        .filter(({ target }) => target.unit === result.unit)
        .filter((growth) => computeSimilarity(measure, growth.measure) >= SAME_MEASURE)
        .filter((growth) => !fits(stated, growth))
        .map((growth) => buildFinding(result, stated, growth));
    });
};
