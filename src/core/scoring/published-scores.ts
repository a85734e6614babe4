import { decimal, type Decimal, type DecimalText, sum } from '#core/kernel/decimal.ts';

/** `published` by the ministry, `forecast` by a plan, `goal` of a plan, `self`-assessed. */
export const STATED_SCORE_KINDS = ['published', 'forecast', 'goal', 'self'] as const;
export type StatedScoreKind = (typeof STATED_SCORE_KINDS)[number];

/** Points that a document states for a subject as it was then; the total has no component. */
export interface StatedScore {
  readonly subjectCode: string;
  readonly year: number;
  readonly kind: StatedScoreKind;
  readonly componentCode: string | null;
  /** Null when only the rank was published. */
  readonly points: DecimalText | null;
  readonly rank: number | null;
  readonly rankOutOf: number | null;
}

/** Adds up the stated points of the main indicators. */
export const sumStatedPoints = (scores: readonly StatedScore[]): Decimal =>
  sum(
    scores.flatMap((score) =>
      score.componentCode === null || score.points === null ? [] : [decimal(score.points)],
    ),
  );

/** Whether the stated total is the sum of the stated main indicators. */
export const statedTotalHolds = (scores: readonly StatedScore[]): boolean =>
  scores.some(
    (score) =>
      score.componentCode === null && score.points !== null && sumStatedPoints(scores).equals(score.points),
  );

/**
 * The figure of a merged unit: the arithmetic mean of the units before the merger (as the ministry ranked them
 * in 2025). Undefined with fewer than two.
 */
export const findPredecessorMean = (points: readonly DecimalText[]): Decimal | undefined =>
  points.length < 2 ? undefined : sum(points.map((text) => decimal(text))).dividedBy(points.length);
