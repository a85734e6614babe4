import { decimal, type Decimal } from '#core/kernel/decimal.ts';
import type { DataItem, DataValue, DataValues } from '#core/scoring/data-value.ts';
import { listBrokenFractions, type PartOfWhole } from '#core/scoring/decide-data-value.ts';
import { isTaskItem } from '#core/task-progress/task-codes.ts';
import { findOutlier, type PeerSpread } from './peer-outlier.ts';

/** What a check found at one answer. */
export const FINDING_CODES = [
  'numerator-exceeds-denominator',
  'evidence-missing',
  'answer-missing',
  'jump-against-history',
  'outlier-among-peers',
  'progress-set-back',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** `hard` stops a submission; `soft` asks for a reason that the approver and the appraiser will read. */
export type FindingSeverity = 'hard' | 'soft';

const SEVERITY = {
  'numerator-exceeds-denominator': 'hard',
  'evidence-missing': 'hard',
  'answer-missing': 'soft',
  'jump-against-history': 'soft',
  'outlier-among-peers': 'soft',
  'progress-set-back': 'soft',
} as const satisfies Record<FindingCode, FindingSeverity>;

export interface AnswerFinding {
  readonly item: string;
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  /** Facts that a sentence about it mentions: texts of numbers and codes of items. */
  readonly details: Readonly<Record<string, string>>;
}

/** What is known about an answer beside its value. */
export interface AnswerContext {
  readonly item: DataItem;
  readonly value: DataValue;
  /** The same organization's figure of the period before, where there is one. */
  readonly previous: DataValue | undefined;
  /** What is usual among comparable organizations, where enough of them gave a figure. */
  readonly peers: PeerSpread | undefined;
  /** The framework asks for evidence of the indicator, and none is there for any of its items. */
  readonly lacksEvidence: boolean;
}

/** A change by more than this share of the earlier figure is a jump. */
export const JUMP_SHARE = '0.5';

const numberOf = (value: DataValue | undefined): Decimal | undefined =>
  value?.state === 'value' ? decimal(value.value) : undefined;

const finding = (
  { item }: AnswerContext,
  code: FindingCode,
  details: AnswerFinding['details'] = {},
): AnswerFinding => ({ item: item.code, code, severity: SEVERITY[code], details });

const findJump = (context: AnswerContext): AnswerFinding | undefined => {
  if (context.item.kind !== 'number') return undefined;
  const present = numberOf(context.value);
  const previous = numberOf(context.previous);
  if (!present || !previous || previous.isZero()) return undefined;
  const change = present.minus(previous).div(previous.abs());
  if (change.abs().lessThanOrEqualTo(JUMP_SHARE)) return undefined;
  return finding(context, 'jump-against-history', {
    previous: previous.toFixed(),
    changePercent: change.times(100).toDecimalPlaces(0).toFixed(),
  });
};

const findPeerOutlier = (context: AnswerContext): AnswerFinding | undefined => {
  const { item, peers } = context;
  const present = item.kind === 'number' && peers ? numberOf(context.value) : undefined;
  const outlier = present && peers && findOutlier(present.toNumber(), peers);
  return outlier && finding(context, 'outlier-among-peers', outlier);
};

// Work goes on: that it goes fast is no surprise, and how far others have come proves nothing.
const findSetBack = (context: AnswerContext): AnswerFinding | undefined => {
  const present = numberOf(context.value);
  const previous = numberOf(context.previous);
  if (!present || !previous?.greaterThan(present)) return undefined;
  return finding(context, 'progress-set-back', { previous: previous.toFixed() });
};

// Only what is claimed must be proved: nothing is behind a zero, a no, a blank or what does not apply.
const isClaim = ({ item, value }: AnswerContext): boolean =>
  value.state === 'value' &&
  (item.kind === 'number' ? !decimal(value.value).isZero() : value.value !== 'no' && value.value !== 'none');

/** What the checks find at one answer, beside its fraction: see `listBrokenFractionFindings`. */
export const listAnswerFindings = (context: AnswerContext): readonly AnswerFinding[] => [
  ...(context.value.state === 'blank' ? [finding(context, 'answer-missing')] : []),
  ...(context.lacksEvidence && isClaim(context) ? [finding(context, 'evidence-missing')] : []),
  ...(isTaskItem(context.item.code)
    ? [findSetBack(context) ?? []].flat()
    : [findJump(context) ?? [], findPeerOutlier(context) ?? []].flat()),
];

/** Numerators that are larger than their denominators, at both of their items. */
export const listBrokenFractionFindings = (
  fractions: readonly PartOfWhole[],
  values: DataValues,
): readonly AnswerFinding[] =>
  listBrokenFractions(fractions, values).flatMap(({ numerator, denominator }) =>
    [numerator, denominator].map((item) => ({
      item,
      code: 'numerator-exceeds-denominator' as const,
      severity: SEVERITY['numerator-exceeds-denominator'],
      details: { numerator, denominator },
    })),
  );
