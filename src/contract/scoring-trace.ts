import { z } from 'zod';
import { NOT_APPLICABLE_POLICIES, ZERO_DENOMINATOR_POLICIES } from '#core/scoring/policies.ts';
import type { TraceStep as CoreTraceStep } from '#core/scoring/trace.ts';
import { DecimalText } from './schemas.ts';
import { BoundComparison } from './scoring-rule.ts';
import { DataValue, LocalizedText, NumberSpan, ShareText, TextRange } from './scoring.ts';

/** One step of the arithmetic behind points. */
export const TraceStep: z.ZodType<CoreTraceStep> = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('value'), item: z.string(), value: DataValue }),
    z.object({
      kind: z.literal('fraction'),
      numerator: NumberSpan,
      denominator: NumberSpan,
      multiplier: DecimalText,
      unit: LocalizedText,
      result: NumberSpan,
    }),
    z.object({
      kind: z.literal('given-rate'),
      item: z.string(),
      rate: NumberSpan,
      unit: LocalizedText,
    }),
    z.object({
      kind: z.literal('unused-rate'),
      item: z.string(),
      rate: NumberSpan,
      unit: LocalizedText,
      agrees: z.boolean(),
    }),
    z.object({
      kind: z.literal('compare'),
      value: NumberSpan,
      threshold: DecimalText,
      thresholdIs: z.enum(['exact', 'at-most']),
      comparison: BoundComparison,
      unit: LocalizedText.nullable(),
      reached: z.enum(['yes', 'no', 'open']),
    }),
    z.object({
      kind: z.literal('share-of'),
      value: NumberSpan,
      full: DecimalText,
      unit: LocalizedText.nullable(),
      share: TextRange,
      capped: z.boolean(),
    }),
    z.object({
      kind: z.literal('growth'),
      current: NumberSpan,
      previous: NumberSpan,
      multiplier: DecimalText,
      unit: LocalizedText,
      result: NumberSpan,
    }),
    z.object({
      kind: z.enum(['in-band', 'on-line']),
      value: NumberSpan,
      from: DecimalText,
      fromIncluded: z.boolean(),
      to: DecimalText.nullable(),
      unit: LocalizedText.nullable(),
      share: TextRange,
    }),
    z.object({
      kind: z.literal('counted-share'),
      count: NumberSpan,
      shareEach: ShareText,
      share: TextRange,
    }),
    z.object({
      kind: z.literal('share-of-best'),
      value: NumberSpan,
      best: DecimalText,
      unit: LocalizedText,
      share: TextRange,
    }),
    z.object({ kind: z.literal('no-league') }),
    z.object({
      kind: z.literal('given-score'),
      by: z.enum(['survey', 'external', 'manual']),
      source: LocalizedText,
      score: NumberSpan,
      outOf: DecimalText,
      share: TextRange,
    }),
    z.object({
      kind: z.literal('mean'),
      units: z.number().int(),
      mean: NumberSpan,
      outOf: DecimalText,
      share: TextRange,
    }),
    z.object({ kind: z.literal('best-of'), share: TextRange }),
    z.object({
      kind: z.literal('adjustment'),
      code: z.string(),
      name: LocalizedText,
      direction: z.enum(['bonus', 'deduction']),
      count: NumberSpan.nullable(),
      shareEach: ShareText,
      cap: ShareText,
      share: TextRange,
    }),
    z.object({ kind: z.literal('adjusted'), before: TextRange, share: TextRange }),
    z.object({ kind: z.literal('rebased'), parts: z.number().int(), of: z.number().int() }),
    z.object({ kind: z.literal('blank-is-zero') }),
    z.object({ kind: z.literal('fixed-share'), share: TextRange }),
    z.object({ kind: z.literal('unknown-share'), level: z.string() }),
    z.object({
      kind: z.literal('part'),
      code: z.string(),
      name: LocalizedText.nullable(),
      weight: ShareText,
      share: TextRange,
      get steps() {
        return z.array(TraceStep);
      },
    }),
    z.object({
      kind: z.literal('candidate'),
      code: z.string(),
      note: LocalizedText,
      points: TextRange,
      get steps() {
        return z.array(TraceStep);
      },
    }),
    z.object({ kind: z.literal('envelope'), points: TextRange, candidates: z.number().int() }),
    z.object({ kind: z.literal('no-data'), items: z.array(z.string()) }),
    z.object({ kind: z.literal('not-applicable'), policy: z.enum(NOT_APPLICABLE_POLICIES) }),
    z.object({ kind: z.literal('zero-denominator'), policy: z.enum(ZERO_DENOMINATOR_POLICIES) }),
    z.object({
      kind: z.literal('points'),
      share: TextRange,
      maximum: DecimalText,
      points: TextRange,
    }),
  ])
  .meta({ id: 'TraceStep' });
