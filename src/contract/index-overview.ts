import { z } from 'zod';
import { PROVENANCE_MARKS } from '#core/scoring/framework.ts';
import {
  Assumption,
  FrameworkSummary,
  PublishedYear,
  ScoreState,
  StatedPoints,
  Subject,
} from './index-score.ts';
import { DecimalText } from './schemas.ts';
import { AgencyReference, DataItem, LocalizedText, PointsRange } from './scoring.ts';
import { Rule } from './scoring-rule.ts';

const MainIndicatorScore = z
  .object({
    code: z.string(),
    name: LocalizedText,
    maximum: DecimalText,
    points: PointsRange,
    lost: PointsRange,
    state: ScoreState,
    forecast: StatedPoints.nullable(),
    /** Forecast minus the upper bound of the score: above zero, the data at hand can't give the forecast. */
    forecastBeyondRules: DecimalText.nullable(),
    published: PublishedYear.nullable(),
  })
  .meta({ id: 'MainIndicatorScore' });

const Loss = z
  .object({
    code: z.string(),
    name: LocalizedText,
    maximum: DecimalText,
    points: PointsRange,
    lost: PointsRange,
    state: ScoreState,
    rule: Rule,
    ruleProvenance: z.enum(PROVENANCE_MARKS),
    dataItems: z.array(DataItem),
    leadAgencies: z.array(AgencyReference),
  })
  .meta({ id: 'ComponentLoss' });

const NearThreshold = z
  .object({
    code: z.string(),
    name: LocalizedText,
    current: DecimalText,
    threshold: DecimalText,
    unit: LocalizedText,
    /** Threshold minus current, in the unit of the measure. */
    distance: DecimalText,
    /** Present and needed numerator over the denominator, when the fraction is known. */
    fraction: z.object({ numerator: DecimalText, needed: DecimalText, denominator: DecimalText }).nullable(),
    gain: DecimalText,
    /** All of the gain comes with the threshold and none before; otherwise it grows on the way. */
    allOrNothing: z.boolean(),
    ruleProvenance: z.enum(PROVENANCE_MARKS),
    leadAgencies: z.array(AgencyReference),
  })
  .meta({ id: 'NearestThreshold' });

const Corrections = z
  .object({
    /** Number of data items whose present value is not the one of the documents. */
    count: z.number().int(),
    /** What the figures of the documents give by themselves. */
    documentPoints: PointsRange,
    /** Forecast minus the upper bound of these points; null without a forecast. */
    documentForecastBeyondRules: DecimalText.nullable(),
  })
  .meta({
    id: 'IndexCorrections',
    description: 'Figures that persons have corrected or added since the start',
  });

/** Where the index stands: against the goal, the forecast and what was published. */
export const IndexOverview = z
  .object({
    framework: FrameworkSummary,
    subject: Subject,
    year: z.number().int(),
    points: PointsRange,
    lost: PointsRange,
    goal: StatedPoints.nullable(),
    /** Goal minus points; low is what is missing at best. */
    missingToGoal: PointsRange.nullable(),
    forecast: StatedPoints.nullable(),
    forecastBeyondRules: DecimalText.nullable(),
    published: PublishedYear.nullable(),
    /** Null while all figures are those of the documents. */
    corrections: Corrections.nullable(),
    mainIndicators: z.array(MainIndicatorScore),
    openIndicators: z.number().int(),
    assumptions: z.array(Assumption),
    largestLosses: z.array(Loss),
    nearestThresholds: z.array(NearThreshold),
  })
  .meta({ id: 'IndexOverview' });
export type IndexOverview = z.infer<typeof IndexOverview>;
