import { decimal, type Decimal, sum, ZERO } from '#core/kernel/decimal.ts';
import type { DataValues } from './data-value.ts';
import type { IndexScore, ScoredComponent } from './evaluate.ts';
import { evaluateRule } from './evaluate-rule.ts';
import { type ComponentGroup, type ComponentIndicator, type Framework, listIndicators } from './framework.ts';
import { addIntervals, envelope, type Interval, scale } from './interval.ts';
import type { LocalizedText } from './localized-text.ts';
import { hasOpenThreshold } from './rule-parts.ts';
import type { ItemCode, Rule } from './rule.ts';

type AssumptionKind =
  | 'unknown-rule'
  | 'unknown-share'
  | 'unknown-threshold'
  | 'inferred-rule'
  | 'inferred-maximum'
  | 'inferred-value';

/** Something that a score rests on without proof. */
export interface Assumption {
  readonly componentCode: string;
  readonly kind: AssumptionKind;
  readonly note: LocalizedText | null;
  /** What the score counts now. */
  readonly points: Interval;
  /** What it could be when the assumption is wrong; null when no other reading is at hand. */
  readonly otherwise: Interval | null;
  /** How many points hang on it; null when that cannot be told. */
  readonly atStake: Decimal | null;
  /** Whether the score's range already allows for the assumption being wrong; null when that cannot be told. */
  readonly withinRange: boolean | null;
}

/** Values that were not stated but inferred, by item, with the reason. */
export type InferredValues = ReadonlyMap<ItemCode, LocalizedText | null>;

const assume = (
  componentCode: string,
  kind: AssumptionKind,
  note: LocalizedText | null,
  points: Interval,
  otherwise: Interval | null,
): Assumption => {
  const about = { componentCode, kind, note, points, otherwise };
  if (otherwise === null) return { ...about, atStake: null, withinRange: null };
  const span = envelope([points, otherwise]);
  const withinRange = span.low.equals(points.low) && span.high.equals(points.high);
  return { ...about, atStake: span.high.minus(span.low), withinRange };
};

// Without a known stake an assumption comes last.
const byStake = (a: Assumption, b: Assumption): number =>
  (b.atStake ?? ZERO).comparedTo(a.atStake ?? ZERO) ||
  Number(a.atStake === null) - Number(b.atStake === null);

const OPEN_KINDS = ['unknown-rule', 'unknown-share', 'unknown-threshold'] as const;

const listOpenRules = (indicator: ComponentIndicator, scored: ScoredComponent): readonly Assumption[] => {
  const kinds = OPEN_KINDS.filter((kind) => scored.reasons.includes(kind));
  const known: readonly (typeof OPEN_KINDS)[number][] =
    kinds.length > 0 ? kinds : indicator.rule.kind === 'unknown' ? ['unknown-rule'] : [];
  return known.map((kind) =>
    assume(indicator.code, kind, indicator.provenance.rule.note, scored.points, scored.points),
  );
};

/**
 * Lists what a score rests on: rules that are unknown or inferred, maxima split by inference, values inferred.
 * Each with the points that hang on it, the largest first.
 */
export const listAssumptions = (
  framework: Framework,
  values: DataValues,
  score: IndexScore,
  inferred: InferredValues,
): readonly Assumption[] => {
  const pointsBy = (indicator: ComponentIndicator, rule: Rule, input: DataValues): Interval => {
    const maximum = decimal(indicator.maximumPoints);
    return scale(evaluateRule(rule, { values: input, policies: framework.policies, maximum }).share, maximum);
  };

  const ofIndicator = (indicator: ComponentIndicator): readonly Assumption[] => {
    const scored = score.byCode.get(indicator.code);
    if (!scored) return [];
    const inferredRule =
      indicator.provenance.rule.mark === 'inferred'
        ? [
            assume(
              indicator.code,
              hasOpenThreshold(indicator.rule) ? 'unknown-threshold' : 'inferred-rule',
              indicator.provenance.rule.note,
              scored.points,
              indicator.alternatives.length === 0
                ? null
                : envelope([
                    scored.points,
                    ...indicator.alternatives.map((other) => pointsBy(indicator, other.rule, values)),
                  ]),
            ),
          ]
        : [];
    const inferredValues = indicator.dataItems
      .filter((item) => inferred.has(item))
      .map((item) => {
        const without = new Map([...values].filter(([code]) => code !== item));
        return assume(
          indicator.code,
          'inferred-value',
          inferred.get(item) ?? null,
          scored.points,
          pointsBy(indicator, indicator.rule, without),
        );
      });
    return [...listOpenRules(indicator, scored), ...inferredRule, ...inferredValues];
  };

  return [...listIndicators(framework).flatMap(ofIndicator), ...listInferredMaxima(framework, score)].sort(
    byStake,
  );
};

/** The group's total holds; only its split is inferred, so the points lie between the least and the greatest share of it. */
const listInferredMaxima = (framework: Framework, score: IndexScore): readonly Assumption[] =>
  framework.components.flatMap((component) => (component.kind === 'group' ? splitOf(component, score) : []));

const splitOf = (group: ComponentGroup, score: IndexScore): readonly Assumption[] => {
  const parts = group.children
    .filter((child) => child.provenance.maximumPoints.mark === 'inferred')
    .flatMap((child) => score.byCode.get(child.code) ?? [])
    // What is not asked of the subject has no points to be split.
    .filter((part) => !part.maximum.isZero());
  if (parts.length < 2) return [];
  const total = sum(parts.map((part) => part.maximum));
  const share = envelope(
    parts.map((part) => ({
      low: part.points.low.dividedBy(part.maximum),
      high: part.points.high.dividedBy(part.maximum),
    })),
  );
  const note = parts[0]?.component.provenance.maximumPoints.note ?? null;
  return [
    assume(
      group.code,
      'inferred-maximum',
      note,
      addIntervals(parts.map((part) => part.points)),
      scale(share, total),
    ),
  ];
};
