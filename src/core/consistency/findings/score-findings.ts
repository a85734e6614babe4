import { findingId, statementAt } from '#core/consistency/build-finding.ts';
import type { Finding } from '#core/consistency/finding.ts';
import type { ForecastRecord, ScoreVerdictRecord } from '#core/consistency/records/records.ts';
import { decimal, decimalText } from '#core/kernel/decimal.ts';
import type { DecimalText } from '#core/kernel/decimal.ts';

const distanceFrom = (value: DecimalText, low: DecimalText, high: DecimalText): DecimalText => {
  const figure = decimal(value);
  if (figure.gt(high)) return decimalText(figure.minus(high));
  return figure.lt(low) ? decimalText(decimal(low).minus(figure)) : '0';
};

/** Printed scores that the rule does not give for the printed figure. */
export const findUnexplainedScores = (verdicts: readonly ScoreVerdictRecord[]): readonly Finding[] =>
  verdicts
    .filter((verdict) => !verdict.agrees)
    .map((verdict) => ({
      id: findingId('score-not-by-rule', null, [verdict.place]),
      kind: 'score-not-by-rule',
      severity: 'high',
      subject: verdict.name,
      indicatorCode: verdict.indicatorCode,
      year: null,
      statements: [{ ...statementAt('score', verdict.place, verdict.name), value: verdict.printed }],
      computed: { low: verdict.low, high: verdict.high },
      difference: distanceFrom(verdict.printed, verdict.low, verdict.high),
      populationsDiffer: false,
      subjectsDiffer: false,
    }));

/**
 * Expected scores above what the rules give for the figures at hand; the totals come first.
 * A plan that expects less than its figures give needs no proof.
 */
export const findUnsupportedForecasts = (forecasts: readonly ForecastRecord[]): readonly Finding[] =>
  [...forecasts]
    .sort((a, b) => Number(b.isTotal) - Number(a.isTotal))
    .filter((forecast) => decimal(forecast.expected).gt(forecast.high))
    .map((forecast) => ({
      id: findingId('forecast-not-supported', forecast.year, [forecast.place]),
      kind: 'forecast-not-supported',
      // The total says it; its parts tell where.
      severity: forecast.isTotal ? 'high' : 'medium',
      subject: forecast.name,
      indicatorCode: forecast.indicatorCode,
      year: forecast.year,
      statements: [
        {
          ...statementAt('forecast', forecast.place, forecast.name),
          fromYear: forecast.year,
          year: forecast.year,
          value: forecast.expected,
        },
      ],
      computed: { low: forecast.low, high: forecast.high },
      difference: distanceFrom(forecast.expected, forecast.low, forecast.high),
      populationsDiffer: false,
      subjectsDiffer: false,
    }));
