import { decimal } from '#core/kernel/decimal.ts';
import type { DataValues } from '#core/scoring/data-value.ts';
import { evaluateRule } from '#core/scoring/evaluate-rule.ts';
import type { ComponentIndicator, Framework } from '#core/scoring/framework.ts';
import { valueOf } from '#core/scoring/measure.ts';
import { findResponseCurve, type ResponseCurve } from '#core/scoring/response-curve.ts';
import type { ItemCode, RatioMeasure, Rule } from '#core/scoring/rule.ts';
import type { League } from '#core/scoring/rule-outcome.ts';
import { listRuleItems } from '#core/scoring/rule-parts.ts';
import { readShare } from '#core/scoring/share.ts';
import type { RandomSource } from '#core/kernel/random-source.ts';

/** Values of the forecast items in one draw, by item. */
export type DrawnValues = ReadonlyMap<ItemCode, number>;

/** A number that each draw has anew. Doubles: official scores are never made of it. */
type Draw = (drawn: DrawnValues, random: RandomSource) => number;

/** What a rule or an indicator gives: always the same number, or another one in each draw. */
export type Drawable = number | Draw;

/** The number in one draw. */
export const drawOnce = (drawable: Drawable, drawn: DrawnValues, random: RandomSource): number =>
  typeof drawable === 'number' ? drawable : drawable(drawn, random);

/** What shares are drawn from. */
export interface Uncertainty {
  readonly framework: Framework;
  /** The figures as they stand. */
  readonly values: DataValues;
  /** The subjects that are compared with this one, as they stand. */
  readonly league: League | undefined;
  /** Items whose value at the end is drawn from a forecast. */
  readonly forecastItems: ReadonlySet<ItemCode>;
  /** Items whose figure was inferred and not stated. */
  readonly inferredItems: ReadonlySet<ItemCode>;
  /** How probable it is that an inferred figure holds. */
  readonly inferredHolds: number;
  /** Points at stake by indicator: what does not apply may have handed its own to others. */
  readonly atStake: ReadonlyMap<string, number>;
}

const numberOf = (values: DataValues, item: ItemCode): number | undefined => {
  const value = valueOf(values, item);
  return value.state === 'value' ? Number(value.value) : undefined;
};

const shareOnCurve = ({ segments }: ResponseCurve): ((at: number) => number) => {
  const pieces = segments.map(({ from, fromIncluded, to, shareFrom, shareTo }) => ({
    fromIncluded,
    from: from.toNumber(),
    length: to === null ? Infinity : to.minus(from).toNumber(),
    shareFrom: shareFrom.toNumber(),
    rise: shareTo.minus(shareFrom).toNumber(),
  }));
  const [first] = pieces;
  return (at) => {
    const piece =
      pieces.findLast(({ from, fromIncluded }) => (fromIncluded ? from <= at : from < at)) ?? first;
    if (!piece) return 0;
    const way = piece.rise === 0 ? 0 : Math.min(Math.max(0, at - piece.from) / piece.length, 1);
    return Math.min(Math.max(0, piece.shareFrom + piece.rise * way), 1);
  };
};

/** Reads a measure in a draw, as the rules do: the fraction where both of its parts are there, otherwise the rate. */
const measureIn =
  ({ fraction, rate, multiplier, change }: RatioMeasure, values: DataValues) =>
  (drawn: DrawnValues): number | undefined => {
    const read = (item: ItemCode): number | undefined => drawn.get(item) ?? numberOf(values, item);
    const numerator = fraction ? read(fraction.numerator) : undefined;
    const denominator = fraction ? read(fraction.denominator) : undefined;
    const hasFraction = numerator !== undefined && denominator !== undefined && denominator > 0;
    if (hasFraction) return (numerator / denominator - (change === true ? 1 : 0)) * Number(multiplier);
    return rate === null ? undefined : read(rate);
  };

const drawOnCurve = (curve: ResponseCurve, { values }: Uncertainty, otherwise: Drawable): Draw => {
  const share = shareOnCurve(curve);
  const { source } = curve;
  const read =
    source.kind === 'measure'
      ? measureIn(source.measure, values)
      : (drawn: DrawnValues) => drawn.get(source.item) ?? numberOf(values, source.item);
  return (drawn, random) => {
    const at = read(drawn);
    return at === undefined ? drawOnce(otherwise, drawn, random) : share(at);
  };
};

/** What no forecast moves keeps its exact share; where that is a range, it is drawn evenly from the range. */
const drawFixed = (rule: Rule, indicator: ComponentIndicator, uncertainty: Uncertainty): Drawable => {
  const { framework, values, league } = uncertainty;
  const maximum = decimal(indicator.maximumPoints);
  const { share } = evaluateRule(rule, {
    ...{ values, policies: framework.policies, maximum },
    ...(league && { league }),
  });
  const [low, high] = [share.low.toNumber(), share.high.toNumber()];
  return low === high ? low : (_, random) => low + (high - low) * random();
};

const chooseEvenly = (among: readonly Drawable[]): Drawable => {
  const [only] = among;
  if (among.length === 1 && only !== undefined) return only;
  return (drawn, random) => drawOnce(among[Math.floor(random() * among.length)] ?? 0, drawn, random);
};

const addUp = (parts: readonly { readonly weight: number; readonly share: Drawable }[]): Drawable => {
  const varying = parts.filter(({ share }) => typeof share !== 'number');
  const fixed = parts.reduce(
    (total, { weight, share }) => (typeof share === 'number' ? total + weight * share : total),
    0,
  );
  if (varying.length === 0) return fixed;
  return (drawn, random) =>
    varying.reduce((total, { weight, share }) => total + weight * drawOnce(share, drawn, random), fixed);
};

const drawRule = (rule: Rule, indicator: ComponentIndicator, uncertainty: Uncertainty): Drawable => {
  if (rule.kind === 'unknown' && rule.candidates.length > 0) {
    return chooseEvenly(rule.candidates.map((candidate) => drawRule(candidate.rule, indicator, uncertainty)));
  }
  if (rule.kind === 'composite') {
    return addUp(
      rule.parts.map((part) => ({
        weight: readShare(part.share).toNumber(),
        share: drawRule(part.rule, indicator, uncertainty),
      })),
    );
  }
  const fixed = drawFixed(rule, indicator, uncertainty);
  if (!listRuleItems(rule).some((item) => uncertainty.forecastItems.has(item))) return fixed;
  const curve = findResponseCurve(rule);
  return curve ? drawOnCurve(curve, uncertainty, fixed) : fixed;
};

/** An inferred figure holds or it does not; when it does not, nothing is known in its place. */
const drawInferred = (rule: Rule, indicator: ComponentIndicator, uncertainty: Uncertainty): Drawable => {
  const inferred = listRuleItems(rule).filter((item) => uncertainty.inferredItems.has(item));
  const holds = drawRule(rule, indicator, uncertainty);
  if (inferred.length === 0) return holds;
  const values = new Map([...uncertainty.values].filter(([item]) => !inferred.includes(item)));
  const fails = drawRule(rule, indicator, { ...uncertainty, values });
  return (drawn, random) => drawOnce(random() < uncertainty.inferredHolds ? holds : fails, drawn, random);
};

/** How the points of an indicator are drawn: each reading of its rule is as likely as the others. */
export const drawPoints = (indicator: ComponentIndicator, uncertainty: Uncertainty): Drawable => {
  const rules = [indicator.rule, ...indicator.alternatives.map(({ rule }) => rule)];
  const share = chooseEvenly(rules.map((rule) => drawInferred(rule, indicator, uncertainty)));
  return addUp([{ weight: uncertainty.atStake.get(indicator.code) ?? 0, share }]);
};
