import type { DecimalText } from '#core/kernel/decimal.ts';
import type { DataValue } from './data-value.ts';
import type { LocalizedText } from './localized-text.ts';
import type { NotApplicablePolicy, ZeroDenominatorPolicy } from './policies.ts';
import type { BoundComparison, ItemCode, ShareText } from './rule.ts';

/** A span of numbers as text; both ends are equal when the number is known. */
export interface TextRange {
  readonly low: DecimalText;
  readonly high: DecimalText;
}

/** What is known of a number; `high` is null when nothing bounds it above ("more than 52"). */
export interface NumberSpan {
  readonly low: DecimalText;
  readonly high: DecimalText | null;
}

/** Whether a comparison holds; `open` when what is known does not decide it. */
export type Verdict = 'yes' | 'no' | 'open';

/** Why points are a range and not a number. */
export type OpenReason =
  'unknown-rule' | 'unknown-share' | 'unknown-threshold' | 'missing-data' | 'inexact-value';

/**
 * One step of the arithmetic, typed and without prose: dictionaries make the sentence.
 * Numbers are exact where their expansion ends within twelve decimals, otherwise cut there.
 */
export type TraceStep =
  | { readonly kind: 'value'; readonly item: ItemCode; readonly value: DataValue }
  | {
      readonly kind: 'fraction';
      readonly numerator: NumberSpan;
      readonly denominator: NumberSpan;
      readonly multiplier: DecimalText;
      readonly unit: LocalizedText;
      readonly result: NumberSpan;
    }
  | {
      /** Only the rate was given; the fraction behind it is blank. */
      readonly kind: 'given-rate';
      readonly item: ItemCode;
      readonly rate: NumberSpan;
      readonly unit: LocalizedText;
    }
  | {
      /** A rate is stated too, but the count behind it is known and decides. */
      readonly kind: 'unused-rate';
      readonly item: ItemCode;
      readonly rate: NumberSpan;
      readonly unit: LocalizedText;
      /** Whether what was counted gives the stated rate, as far as that is rounded. */
      readonly agrees: boolean;
    }
  | {
      readonly kind: 'compare';
      readonly value: NumberSpan;
      readonly threshold: DecimalText;
      readonly thresholdIs: 'exact' | 'at-most';
      readonly comparison: BoundComparison;
      readonly unit: LocalizedText | null;
      readonly reached: Verdict;
    }
  | {
      readonly kind: 'share-of';
      readonly value: NumberSpan;
      readonly full: DecimalText;
      readonly unit: LocalizedText | null;
      readonly share: TextRange;
      readonly capped: boolean;
    }
  | {
      /** Growth: the change from the period before, in the unit of the measure. */
      readonly kind: 'growth';
      readonly current: NumberSpan;
      readonly previous: NumberSpan;
      readonly multiplier: DecimalText;
      readonly unit: LocalizedText;
      readonly result: NumberSpan;
    }
  | {
      /** A fixed share for a range of values (`in-band`), or a share on a straight line (`on-line`). */
      readonly kind: 'in-band' | 'on-line';
      readonly value: NumberSpan;
      readonly from: DecimalText;
      readonly fromIncluded: boolean;
      readonly to: DecimalText | null;
      readonly unit: LocalizedText | null;
      readonly share: TextRange;
    }
  | {
      /** So much for each thing counted, up to all points. */
      readonly kind: 'counted-share';
      readonly count: NumberSpan;
      readonly shareEach: ShareText;
      readonly share: TextRange;
    }
  | {
      readonly kind: 'share-of-best';
      readonly value: NumberSpan;
      readonly best: DecimalText;
      readonly unit: LocalizedText;
      readonly share: TextRange;
    }
  | { readonly kind: 'no-league' }
  | {
      readonly kind: 'given-score';
      readonly by: 'survey' | 'external' | 'manual';
      readonly source: LocalizedText;
      readonly score: NumberSpan;
      readonly outOf: DecimalText;
      readonly share: TextRange;
    }
  | {
      /** The mean of the scores of so many former units. */
      readonly kind: 'mean';
      readonly units: number;
      readonly mean: NumberSpan;
      readonly outOf: DecimalText;
      readonly share: TextRange;
    }
  | { readonly kind: 'best-of'; readonly share: TextRange }
  | {
      readonly kind: 'adjustment';
      readonly code: string;
      readonly name: LocalizedText;
      readonly direction: 'bonus' | 'deduction';
      /** Null when nothing is reported: then nothing is added or taken away, or, where data are missing, anything up to the cap. */
      readonly count: NumberSpan | null;
      readonly shareEach: ShareText;
      readonly cap: ShareText;
      readonly share: TextRange;
    }
  | { readonly kind: 'adjusted'; readonly before: TextRange; readonly share: TextRange }
  | { readonly kind: 'rebased'; readonly parts: number; readonly of: number }
  | { readonly kind: 'blank-is-zero' }
  | { readonly kind: 'fixed-share'; readonly share: TextRange }
  | { readonly kind: 'unknown-share'; readonly level: string }
  | {
      readonly kind: 'part';
      readonly code: string;
      readonly name: LocalizedText | null;
      readonly weight: ShareText;
      readonly share: TextRange;
      readonly steps: readonly TraceStep[];
    }
  | {
      readonly kind: 'candidate';
      readonly code: string;
      readonly note: LocalizedText;
      readonly points: TextRange;
      readonly steps: readonly TraceStep[];
    }
  | { readonly kind: 'envelope'; readonly points: TextRange; readonly candidates: number }
  | { readonly kind: 'no-data'; readonly items: readonly ItemCode[] }
  | { readonly kind: 'not-applicable'; readonly policy: NotApplicablePolicy }
  | { readonly kind: 'zero-denominator'; readonly policy: ZeroDenominatorPolicy }
  | {
      readonly kind: 'points';
      readonly share: TextRange;
      readonly maximum: DecimalText;
      readonly points: TextRange;
    };

/** The steps that lead from the data to the points of one component, in order. */
export type Trace = readonly TraceStep[];
