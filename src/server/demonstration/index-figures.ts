import { z } from 'zod';
import { DataValue, DocumentPlace, LocalizedText } from '#contract/scoring.ts';
import { DecimalText } from '#contract/schemas.ts';
import { isPeriod } from '#core/forecast/period.ts';
import { STATED_SCORE_KINDS } from '#core/scoring/published-scores.ts';
import statedScores from '#data/demonstration/index/stated-scores.json' with { type: 'json' };
import periods2026 from '#data/demonstration/index/period-values-2026.json' with { type: 'json' };
import values2025 from '#data/demonstration/index/data-values-2025.json' with { type: 'json' };

const StatedScores = z.strictObject({
  framework: z.string(),
  scores: z.array(
    z.strictObject({
      subject: z.string(),
      year: z.number().int(),
      kind: z.enum(STATED_SCORE_KINDS),
      component: z.string().nullable(),
      points: DecimalText.nullable(),
      rank: z.number().int().nullable(),
      rankOutOf: z.number().int().nullable(),
      place: DocumentPlace,
    }),
  ),
});

const DataValues = z.strictObject({
  framework: z.string(),
  subject: z.string(),
  year: z.number().int(),
  values: z.array(
    z.strictObject({
      item: z.string(),
      value: DataValue,
      origin: z.enum(['document', 'inferred']),
      note: LocalizedText.nullable(),
      place: DocumentPlace,
    }),
  ),
});

const PeriodValues = z.strictObject({
  framework: z.string(),
  subject: z.string(),
  origin: z.literal('simulated'),
  values: z.array(
    z.strictObject({ item: z.string(), period: z.string().refine(isPeriod), value: DecimalText }),
  ),
});

const stated = StatedScores.parse(statedScores);

/** Points and ranks that the demonstration province's plan states. */
export const demonstrationStatedScores = {
  framework: stated.framework,
  scores: stated.scores.map(({ subject, component, ...score }) => ({
    ...score,
    subjectCode: subject,
    componentCode: component,
  })),
};

/** The province's status of 2025 as its plan gives it, item by item. */
export const demonstrationDataValues = DataValues.parse(values2025);

const periods = PeriodValues.parse(periods2026);

/** Figures by quarter of 2026, invented for demonstration: no document of the province states them. */
export const demonstrationPeriodValues = {
  framework: periods.framework,
  subject: periods.subject,
  values: periods.values.map((value) => ({ ...value, kind: 'final' as const, origin: periods.origin })),
};
