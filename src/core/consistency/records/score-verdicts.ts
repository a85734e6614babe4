import type { GapRecord, ScoreVerdictRecord } from './records.ts';
import { decimal, publish } from '#core/kernel/decimal.ts';
import { compareNames } from '#core/plan/name-similarity.ts';
import { checkWorkedExample } from '#core/scoring/check-worked-example.ts';
import { reported } from '#core/scoring/data-value.ts';
import {
  listIndicators,
  type ComponentIndicator,
  type Framework,
  type WorkedExample,
} from '#core/scoring/framework.ts';
import { listRuleMeasures } from '#core/scoring/rule-parts.ts';

const SAME_NAME = 0.5;

// Codes begin anew in each framework: the maximum tells which is meant, or the name where no maximum is printed.
const isMeant = (gap: GapRecord, { maximumPoints, name }: ComponentIndicator): boolean =>
  gap.maximumScore !== null
    ? decimal(gap.maximumScore).eq(maximumPoints)
    : compareNames(gap.name, name.vi).similarity >= SAME_NAME;

// One figure is printed: a rule of several measures leaves open which of them it is.
const exampleOf = (gap: GapRecord, indicator: ComponentIndicator): WorkedExample | undefined => {
  const [measure, ...others] = listRuleMeasures(indicator.rule);
  if (!measure || others.length > 0 || gap.score === null) return undefined;
  const { fraction, rate } = measure;
  const isCounted = fraction && gap.numerator !== null && gap.denominator !== null;
  const values = isCounted
    ? [
        { item: fraction.numerator, value: reported(gap.numerator) },
        { item: fraction.denominator, value: reported(gap.denominator) },
      ]
    : rate !== null && gap.currentValue !== null && gap.currentUnit === '%'
      ? [{ item: rate, value: reported(gap.currentValue) }]
      : [];
  return values.length === 0
    ? undefined
    : {
        ...{ subjectCode: null, subjectCertainty: 'undetermined', year: gap.year ?? 0, values },
        ...{ printedPoints: gap.score, statedRule: null, note: null, place: null },
      };
};

/** What the rules of a framework give for the figures that a document prints beside its scores. */
export const judgePrintedScores = (
  gaps: readonly GapRecord[],
  framework: Framework,
): readonly ScoreVerdictRecord[] => {
  const indicators = new Map(listIndicators(framework).map((indicator) => [indicator.code, indicator]));
  return gaps.flatMap((gap) => {
    const indicator = indicators.get(gap.indicatorCode ?? '');
    const example = indicator && isMeant(gap, indicator) ? exampleOf(gap, indicator) : undefined;
    if (!indicator || !example) return [];
    const { verdict, overRounding } = checkWorkedExample(framework, indicator, example);
    if (verdict === 'not-testable') return [];
    return [
      {
        ...{
          place: gap.place,
          name: gap.name,
          indicatorCode: indicator.code,
          printed: example.printedPoints,
        },
        low: publish(overRounding.low, framework.policies.rounding),
        high: publish(overRounding.high, framework.policies.rounding),
        agrees: verdict !== 'not-given',
      },
    ];
  });
};
