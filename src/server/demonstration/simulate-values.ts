import { BLANK, type DataItem, type DataValue, NOT_APPLICABLE, reported } from '#core/scoring/data-value.ts';
import { type Framework, listIndicators } from '#core/scoring/framework.ts';
import { type CurveSegment, findResponseCurve } from '#core/scoring/response-curve.ts';
import type { RatioMeasure, Rule } from '#core/scoring/rule.ts';
import { readShare } from '#core/scoring/share.ts';
import { between, normalFrom, type Random, seededRandom } from './seeded-random.ts';

/** What figures are made up for: one subject in one year, as good as `ability` says (a share of all points). */
export interface SimulatedSubject {
  readonly code: string;
  readonly year: number;
  readonly ability: number;
  /** Sizes that are given, such as a population; what is absent is drawn. */
  readonly sizes: ReadonlyMap<string, number>;
  /** Items that do not apply to the subject. */
  readonly notApplicable: ReadonlySet<string>;
  /** Indicators that are out of reach for nearly all. */
  readonly outOfReach: ReadonlySet<string>;
}

interface Draft {
  readonly items: ReadonlyMap<string, DataItem>;
  readonly values: Map<string, number | string>;
  readonly sizes: ReadonlyMap<string, number>;
  readonly random: Random;
}

const NOISE = 0.13;
const DIFFICULTY = 0.14;
const BLANK_SHARE = 0.015;
const OUT_OF_REACH = 0.5;
const SMALL_SIZE = 8;

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

const setNumber = (draft: Draft, code: string, value: number): void => {
  if (draft.values.has(code)) return;
  const item = draft.items.get(code);
  if (item?.kind !== 'number') return;
  const low = item.minimum === null ? -Infinity : Number(item.minimum);
  const high = item.maximum === null ? Infinity : Number(item.maximum);
  const bounded = within(value, low, high);
  draft.values.set(code, item.whole ? Math.round(bounded) : Math.round(bounded * 10) / 10);
};

const numberOf = ({ values }: Draft, code: string): number | undefined => {
  const value = values.get(code);
  return typeof value === 'number' ? value : undefined;
};

const sizeOf = ({ sizes, random }: Draft, code: string): number =>
  sizes.get(code) ?? Math.round(between(random, SMALL_SIZE, SMALL_SIZE * 3));

/** Writes the fraction behind a measure, around what other indicators have already said of its parts. */
const setMeasure = (
  draft: Draft,
  { fraction, rate, multiplier, change, partOfWhole }: RatioMeasure,
  aim: number,
): void => {
  if (!fraction) {
    if (rate !== null) setNumber(draft, rate, aim);
    return;
  }
  const { numerator, denominator } = fraction;
  const part = change === true ? 1 + aim / Number(multiplier) : aim / Number(multiplier);
  const known = numberOf(draft, numerator);
  if (known !== undefined) {
    setNumber(draft, denominator, part > 0 ? known / part : known);
    return;
  }
  setNumber(draft, denominator, sizeOf(draft, denominator));
  const whole = numberOf(draft, denominator) ?? 0;
  setNumber(draft, numerator, partOfWhole ? within(part * whole, 0, whole) : part * whole);
};

const shareWithin = ({ shareFrom, shareTo }: CurveSegment, share: number): number => {
  const [from, to] = [shareFrom.toNumber(), shareTo.toNumber()];
  return from === to ? Number.NaN : (share - from) / (to - from);
};

/** A value of the curve that earns about this share; between two steps, the nearer one. */
const aimAlong = (segments: readonly CurveSegment[], share: number, random: Random): number => {
  const sloping = segments.find((segment) => {
    const at = shareWithin(segment, share);
    return at >= 0 && at <= 1;
  });
  const distance = ({ shareFrom }: CurveSegment): number => Math.abs(shareFrom.toNumber() - share);
  const nearest = segments.reduce<CurveSegment | undefined>(
    (best, segment) => (best && distance(best) <= distance(segment) ? best : segment),
    undefined,
  );
  const segment = sloping ?? nearest;
  if (!segment) return 0;
  const from = segment.from.toNumber();
  const to = segment.to?.toNumber() ?? from * 1.08;
  if (sloping) return from + shareWithin(segment, share) * (to - from);
  // Not on the bounds themselves: whether they count would then decide.
  return from + between(random, 0.05, 0.9) * (to - from);
};

const setGiven = (draft: Draft, code: string, value: string): void => {
  if (!draft.values.has(code)) draft.values.set(code, value);
};

const setLevel = (draft: Draft, rule: Extract<Rule, { kind: 'level' }>, share: number): void => {
  const shareOf = (text: string | null): number => (text === null ? 0 : readShare(text).toNumber());
  const [nearest] = rule.levels.toSorted(
    (one, other) => Math.abs(shareOf(one.share) - share) - Math.abs(shareOf(other.share) - share),
  );
  if (nearest) setGiven(draft, rule.item, nearest.code);
};

const setAdjustments = (draft: Draft, rule: Extract<Rule, { kind: 'adjusted' }>, share: number): void => {
  for (const { count } of rule.adjustments) {
    setNumber(draft, count, draft.random() < share ? 0 : Math.ceil(draft.random() * 3));
  }
};

/** Writes values by which a rule earns about this share of its points. */
const setByRule = (draft: Draft, rule: Rule, share: number): void => {
  const { random } = draft;
  const aside = (): number => within(share + normalFrom(random, 0, NOISE), 0, 1);
  const says = (): string => (random() < share ? 'yes' : 'no');
  switch (rule.kind) {
    case 'boolean':
      return setGiven(draft, rule.item, says());
    case 'checklist':
      return rule.parts.forEach(({ item }) => setGiven(draft, item, says()));
    case 'level':
      return setLevel(draft, rule, share);
    case 'composite':
      return rule.parts.forEach((part) => setByRule(draft, part.rule, aside()));
    case 'best-of':
      return rule.cases.forEach((part) => setByRule(draft, part.rule, aside()));
    case 'adjusted':
      setByRule(draft, rule.base, share);
      return setAdjustments(draft, rule, share);
    case 'normalised-to-best':
      return setMeasure(draft, rule.measure, between(random, 0.4, 1) * share * 20);
    case 'count-step':
      if (rule.requires !== null) setGiven(draft, rule.requires, random() < share + 0.3 ? 'yes' : 'no');
      return setNumber(draft, rule.count, Number(rule.fullFrom) * between(random, 0.3, 0.7 + share));
    case 'checklist-share':
      return setNumber(draft, rule.done, share * Number(rule.listLength));
    case 'derived-mean':
      return rule.items.forEach((item) => {
        setNumber(draft, item, aside() * Number(rule.outOf));
      });
    case 'unknown':
      return undefined;
    case 'ratio':
    case 'ratio-to-threshold':
    case 'step-threshold':
    case 'ratio-with-floor':
    case 'bands':
    case 'piecewise-linear':
    case 'count-tiers':
    case 'count-capped':
    case 'survey':
    case 'external':
    case 'manual': {
      const curve = findResponseCurve(rule);
      if (!curve) return undefined;
      const aim = aimAlong(curve.segments, share, random);
      return curve.source.kind === 'item'
        ? setNumber(draft, curve.source.item, aim)
        : setMeasure(draft, curve.source.measure, aim);
    }
  }
};

const valueOf = (value: number | string): DataValue => reported(String(value));

/**
 * Makes up the values of one subject for one year: plausible, consistent between indicators, the same on every machine.
 * What one indicator has counted, others use; a few figures are blank, as in life.
 */
export const simulateValues = (
  framework: Framework,
  { code, year, ability, sizes, notApplicable, outOfReach }: SimulatedSubject,
): ReadonlyMap<string, DataValue> => {
  const random = seededRandom(`${framework.subjectKind}/${code}/${String(year)}`);
  const draft: Draft = {
    items: new Map(framework.dataItems.map((item) => [item.code, item])),
    values: new Map(),
    sizes,
    random,
  };
  for (const indicator of listIndicators(framework)) {
    // Of one kind of subjects all find the same things hard, in every year.
    const difficulty = normalFrom(seededRandom(`${framework.subjectKind}/${indicator.code}`), 0, DIFFICULTY);
    const aim = within(ability + difficulty + normalFrom(random, 0, NOISE), 0.02, 1);
    const share = outOfReach.has(indicator.code) ? aim * OUT_OF_REACH : aim;
    setByRule(draft, indicator.rule, share);
  }
  return new Map(
    [...draft.values].map(([item, value]) => {
      const isBlank = random() < BLANK_SHARE && !sizes.has(item);
      if (notApplicable.has(item)) return [item, NOT_APPLICABLE];
      return [item, isBlank ? BLANK : valueOf(value)];
    }),
  );
};
