import { z } from 'zod';
import {
  BOUND_COMPARISONS,
  type CompositePart as CoreCompositePart,
  type Rule as CoreRule,
  type RuleCandidate as CoreRuleCandidate,
} from '#core/scoring/rule.ts';
import { DecimalText } from './schemas.ts';
import { LocalizedText, ShareText } from './scoring.ts';

/** Whether a bound itself counts. */
export const BoundComparison = z.enum(BOUND_COMPARISONS);

const ShareFrom = z.strictObject({ from: DecimalText, share: ShareText });

const RatioMeasure = z
  .object({
    fraction: z.strictObject({ numerator: z.string(), denominator: z.string() }).nullable(),
    rate: z.string().nullable(),
    multiplier: DecimalText,
    unit: LocalizedText,
    partOfWhole: z.boolean(),
    change: z.boolean().exactOptional(),
  })
  .meta({ id: 'RatioMeasure' });

/** A rule of a framework; the shapes compose. */
export const Rule: z.ZodType<CoreRule> = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('boolean'), item: z.string() }),
    z.strictObject({
      kind: z.literal('level'),
      item: z.string(),
      levels: z.array(z.strictObject({ code: z.string(), share: ShareText.nullable() })),
    }),
    z.strictObject({
      kind: z.literal('count-step'),
      requires: z.string().nullable(),
      count: z.string(),
      fullFrom: DecimalText,
      shareBelow: ShareText,
    }),
    z.strictObject({ kind: z.literal('ratio'), measure: RatioMeasure }),
    z.strictObject({ kind: z.literal('ratio-to-threshold'), measure: RatioMeasure, threshold: DecimalText }),
    z.strictObject({
      kind: z.literal('step-threshold'),
      measure: RatioMeasure,
      threshold: DecimalText,
      thresholdIs: z.enum(['exact', 'at-most']),
      comparison: BoundComparison.exactOptional(),
    }),
    z.strictObject({
      kind: z.literal('count-tiers'),
      count: z.string(),
      tiers: z.array(ShareFrom),
    }),
    z.strictObject({ kind: z.literal('count-capped'), count: z.string(), shareEach: ShareText }),
    z.strictObject({
      kind: z.literal('ratio-with-floor'),
      measure: RatioMeasure,
      floor: DecimalText,
      comparison: BoundComparison.exactOptional(),
    }),
    z.strictObject({
      kind: z.literal('bands'),
      measure: RatioMeasure,
      bands: z.array(ShareFrom),
      comparison: BoundComparison.exactOptional(),
    }),
    z.strictObject({
      kind: z.literal('piecewise-linear'),
      measure: RatioMeasure,
      points: z.array(z.strictObject({ at: DecimalText, share: ShareText })),
    }),
    z.strictObject({ kind: z.literal('normalised-to-best'), measure: RatioMeasure }),
    z.strictObject({
      kind: z.enum(['survey', 'external', 'manual']),
      item: z.string(),
      outOf: DecimalText,
      source: LocalizedText,
    }),
    z.strictObject({ kind: z.literal('derived-mean'), items: z.array(z.string()), outOf: DecimalText }),
    z.strictObject({
      kind: z.literal('checklist'),
      parts: z.array(z.strictObject({ item: z.string(), share: ShareText })),
    }),
    z.strictObject({
      kind: z.literal('checklist-share'),
      done: z.string(),
      listLength: DecimalText,
      rate: z.string().nullable(),
    }),
    z.strictObject({
      kind: z.literal('composite'),
      get parts() {
        return z.array(CompositePart);
      },
    }),
    z.strictObject({
      kind: z.literal('best-of'),
      get cases() {
        return z.array(CompositePart);
      },
    }),
    z.strictObject({
      kind: z.literal('adjusted'),
      get base() {
        return Rule;
      },
      adjustments: z.array(
        z.strictObject({
          code: z.string(),
          name: LocalizedText,
          direction: z.enum(['bonus', 'deduction']),
          count: z.string(),
          shareEach: ShareText,
          cap: ShareText,
        }),
      ),
    }),
    z.strictObject({
      kind: z.literal('unknown'),
      get candidates() {
        return z.array(RuleCandidate);
      },
    }),
  ])
  .meta({ id: 'Rule' });

const CompositePart: z.ZodType<CoreCompositePart> = z
  .object({
    code: z.string(),
    name: LocalizedText,
    share: ShareText,
    get rule() {
      return Rule;
    },
  })
  .meta({ id: 'CompositePart' });

export const RuleCandidate: z.ZodType<CoreRuleCandidate> = z
  .object({
    code: z.string(),
    get rule() {
      return Rule;
    },
    note: LocalizedText,
  })
  .meta({ id: 'RuleCandidate' });
