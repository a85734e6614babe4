import { z } from 'zod';
import { SAYS_SOMETHING } from '#core/kernel/text.ts';
import type { ForecastAssumption as CoreForecastAssumption } from '#core/forecast/assumptions.ts';
import { route } from '#contract/route.ts';
import { DecimalText, Instant } from '#contract/schemas.ts';
import { PERIOD_VALUE_KINDS } from '#core/forecast/decide-period-value.ts';
import { LocalizedText, PointsRange } from '#contract/scoring.ts';

/** Where a figure of a period comes from; simulated ones were invented for demonstration. */
export const PERIOD_ORIGINS = ['document', 'entered', 'simulated'] as const;

const codes = z.array(z.string());

const ForecastAssumption: z.ZodType<CoreForecastAssumption> = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('rules-unchanged'),
      isVaried: z.literal(false),
      ofYear: z.number().int(),
      inYear: z.number().int(),
    }),
    z.object({
      kind: z.enum(['drift', 'two-points', 'estimated-figures', 'simulated-figures']),
      isVaried: z.boolean(),
      items: codes,
    }),
    z.object({ kind: z.literal('held'), isVaried: z.literal(false), items: codes }),
    z.object({
      kind: z.enum(['rule-readings', 'open-points']),
      isVaried: z.literal(true),
      components: codes,
    }),
    z.object({
      kind: z.literal('inferred-figures'),
      isVaried: z.literal(true),
      items: codes,
      probability: z.number(),
    }),
    z.object({ kind: z.literal('inferred-maxima'), isVaried: z.literal(false), components: codes }),
    z.object({ kind: z.literal('independent'), isVaried: z.literal(false) }),
  ])
  .meta({ id: 'ForecastAssumption', description: 'What a forecast assumed; isVaried false: kept as it is' });

/** Numbers of a forecast are drawn, so they travel as numbers and are shown rounded. */
const Span = z.object({ low: z.number(), high: z.number() });

const PeriodForecast = z
  .object({
    period: z.string(),
    /** Points by the rules and the figures up to the period; null for a period that is still ahead. */
    observed: PointsRange.nullable(),
    mean: z.number(),
    /** Bands that hold the total with the given probability, the widest first. */
    bands: z.array(Span.extend({ probability: z.number() })),
  })
  .meta({ id: 'PeriodForecast' });

const ItemForecast = z
  .object({
    item: z.string(),
    itemName: LocalizedText,
    unit: LocalizedText.nullable(),
    componentCodes: codes,
    observations: z.array(
      z.object({
        period: z.string(),
        value: DecimalText,
        kind: z.enum(PERIOD_VALUE_KINDS),
        origin: z.enum([...PERIOD_ORIGINS, 'inferred', 'reported']),
      }),
    ),
    method: z.enum(['held', 'two-points', 'drift']),
    expected: z.number(),
    /** Holds the value with a probability of 80 %; null when nothing supports an interval. */
    interval: Span.nullable(),
  })
  .meta({ id: 'ItemForecast' });

export const IndexForecastView = z
  .object({
    framework: z.object({ code: z.string(), version: z.number().int(), title: LocalizedText }),
    subject: z.object({ code: z.string(), name: z.string() }),
    maximum: DecimalText,
    year: z.number().int(),
    goal: DecimalText.nullable(),
    /** Published for the predecessors of a merged unit, as their mean. */
    publishedMean: z.object({ year: z.number().int(), points: DecimalText }).nullable(),
    periods: z.array(PeriodForecast),
    items: z.array(ItemForecast),
    /** Null without a goal. */
    probability: z.object({ estimate: z.number(), error: z.number() }).nullable(),
    drivers: z.array(z.object({ code: z.string(), name: LocalizedText, part: z.number() })),
    assumptions: z.array(ForecastAssumption),
    draws: z.number().int(),
    seed: z.number().int(),
  })
  .meta({ id: 'IndexForecast' });
export type IndexForecastView = z.infer<typeof IndexForecastView>;

export const getForecast = route({
  method: 'GET',
  path: '/index/forecast',
  operationId: 'getForecast',
  summary: 'The index at the end of the year with its intervals, and how probable the goal is',
  access: 'index.read',
  query: z.object({
    framework: z.string().max(60).optional(),
    subject: z.string().max(40).optional(),
    year: z.coerce.number().int().min(2000).max(2100).optional(),
    /** Points to be reached; the goal that a document states when nothing is said. */
    goal: z
      .string()
      .regex(/^\d{1,9}(\.\d{1,4})?$/)
      .optional(),
    /** Where the draws begin: the same seed gives the same answer. */
    seed: z.coerce.number().int().min(0).max(2_147_483_647).optional(),
    /** How probable it is that an inferred figure holds, in percent. */
    inferredHolds: z.coerce.number().int().min(0).max(100).optional(),
  }),
  response: IndexForecastView,
  refusals: ['record.not-found', 'index.not-assessed', 'forecast.too-few-periods'],
  since: '0.1.0',
});

/** A quarter, as 2026-Q3. */
const Quarter = z.string().regex(/^\d{4}-Q[1-4]$/);

const PeriodFigure = z
  .object({
    period: z.string(),
    /** Null when a figure was taken back. */
    value: DecimalText.nullable(),
    kind: z.enum(PERIOD_VALUE_KINDS),
    origin: z.enum(PERIOD_ORIGINS),
    /** Where it was read, in the words of who entered it. */
    source: z.string().nullable(),
    version: z.number().int(),
    changedAt: Instant,
    changedBy: z.string().nullable(),
  })
  .meta({ id: 'PeriodFigure', description: 'What a data item was at the end of a quarter' });
export type PeriodFigure = z.infer<typeof PeriodFigure>;

export const PeriodFigureList = z
  .object({
    framework: z.object({ code: z.string(), title: LocalizedText }),
    subject: z.object({ code: z.string(), name: z.string() }),
    assessmentYear: z.number().int(),
    /** Quarters that figures can be entered for, the latest first. */
    periods: z.array(z.object({ period: z.string(), isOver: z.boolean() })),
    items: z.array(
      z.object({
        item: z.string(),
        itemName: LocalizedText,
        unit: LocalizedText,
        componentCodes: codes,
        figures: z.array(PeriodFigure),
      }),
    ),
  })
  .meta({ id: 'PeriodFigureList' });
export type PeriodFigureList = z.infer<typeof PeriodFigureList>;

const SeriesSelection = z.object({
  framework: z.string().max(60).optional(),
  subject: z.string().max(40).optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
});

export const listPeriodFigures = route({
  method: 'GET',
  path: '/index/period-values',
  operationId: 'listPeriodFigures',
  summary: 'The figures by quarter that forecasts go on from, and the quarters that can be entered',
  access: 'index.read',
  query: SeriesSelection,
  response: PeriodFigureList,
  refusals: ['record.not-found', 'index.not-assessed'],
  since: '0.1.0',
});

export const PeriodValueInput = z
  .object({
    framework: z.string().max(60),
    subject: z.string().max(40),
    period: Quarter,
    kind: z.enum(PERIOD_VALUE_KINDS),
    /** Null takes the figure back. */
    value: z.string().max(80).nullable(),
    source: z.string().max(500).regex(SAYS_SOMETHING),
    /** The version that the writer saw; 0 where no figure stands. */
    version: z.number().int().min(0),
    /** Made by the client once for this write: a retry with it changes nothing. */
    writeId: z.uuid(),
  })
  .meta({ id: 'PeriodValueInput' });
export type PeriodValueInput = z.infer<typeof PeriodValueInput>;

export const putPeriodValue = route({
  method: 'PUT',
  path: '/index/period-values/:item',
  operationId: 'putPeriodValue',
  summary: 'Enter, correct or take back what a data item was at the end of a quarter',
  access: 'data-value.write',
  params: z.object({ item: z.string().max(40) }),
  body: PeriodValueInput,
  response: PeriodFigure,
  refusals: [
    'record.not-found',
    'index.not-assessed',
    'edit.conflict',
    'forecast.period-assessed',
    'forecast.period-ahead',
    'value.malformed',
    'value.out-of-range',
    'value.numerator-exceeds-denominator',
  ],
  since: '0.1.0',
});

const PeriodRevision = z
  .object({
    period: z.string(),
    version: z.number().int(),
    /** What stood there before; null where nothing did. */
    before: z.object({ value: DecimalText.nullable(), kind: z.enum(PERIOD_VALUE_KINDS) }).nullable(),
    after: z.object({ value: DecimalText.nullable(), kind: z.enum(PERIOD_VALUE_KINDS) }),
    source: z.string(),
    changedAt: Instant,
    changedBy: z.string().nullable(),
  })
  .meta({ id: 'PeriodValueRevision' });
export type PeriodRevision = z.infer<typeof PeriodRevision>;

export const listPeriodValueHistory = route({
  method: 'GET',
  path: '/index/period-values/:item/history',
  operationId: 'listPeriodValueHistory',
  summary: 'Every figure by quarter that people entered for a data item, newest first',
  access: 'index.read',
  params: z.object({ item: z.string().max(40) }),
  query: SeriesSelection,
  response: z
    .object({ items: z.array(PeriodRevision), total: z.number().int() })
    .meta({ id: 'PeriodValueHistory' }),
  refusals: ['record.not-found', 'index.not-assessed'],
  since: '0.1.0',
});
