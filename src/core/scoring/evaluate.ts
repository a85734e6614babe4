import { decimal, type Decimal, publish, type RoundingPolicy, sum } from '#core/kernel/decimal.ts';
import type { DataValues } from './data-value.ts';
import type { PotentialChanges } from './distribute-points.ts';
import { earn, type Earned, earnedPoints } from './earn.ts';
import { type EarlierScore, findUntouched } from './earlier-score.ts';
import { evaluateRule } from './evaluate-rule.ts';
import {
  type Component,
  type ComponentGroup,
  type ComponentIndicator,
  type Framework,
  listIndicators,
} from './framework.ts';
import { exactly, type Interval, isExact, NOTHING, traceRange } from './interval.ts';
import { carry } from './policies.ts';
import type { League, RuleContext } from './rule-outcome.ts';
import { findStakes, type Stakes } from './points-at-stake.ts';
import { readSmallDecimal } from './small-fraction.ts';
import type { OpenReason, TextRange, Trace, TraceStep } from './trace.ts';
import { type Maximum, publishUnwritten, SumOfPoints } from './unwritten-points.ts';

/** Whether points are known, open, without any data, or do not apply to the subject. */
type ScoreState = 'exact' | 'range' | 'no-data' | 'not-applicable';

/** The exact points of one node with the way to them; rounding happens where they are published. */
export interface ScoredComponent {
  readonly component: Component;
  /** The points at stake for this subject: those of the framework unless points were shared out. */
  readonly maximum: Decimal;
  readonly points: Interval;
  readonly state: ScoreState;
  readonly reasons: readonly OpenReason[];
  /** Steps of an indicator, written when they are first read; a group's points are the sum of its children. */
  readonly trace: Trace;
  readonly children: readonly ScoredComponent[];
}

/** The score of one subject for one year. */
export interface IndexScore {
  readonly maximum: Decimal;
  readonly points: Interval;
  readonly components: readonly ScoredComponent[];
  readonly byCode: ReadonlyMap<string, ScoredComponent>;
}

/** What a score depends on beside the subject's own data. */
export interface ScoringContext {
  /** The subjects that are compared with this one. */
  readonly league?: League;
  /** What is not asked of this subject, or counts more or less for it. */
  readonly changes?: PotentialChanges;
  /** A score by the same framework: what nothing has changed for is taken from it, and the same to the last digit. */
  readonly earlier?: EarlierScore<ScoredComponent>;
}

interface Scoring extends ScoringContext {
  readonly framework: Framework;
  readonly values: DataValues;
  /** What indicators have been found to earn already. */
  readonly earned: ReadonlyMap<string, Earned>;
  /** Undefined while everything applies as the framework says. */
  readonly atStake: Stakes | undefined;
}

const contextOf = (
  maximum: Decimal,
  { framework, values, league }: Pick<Scoring, 'framework' | 'values' | 'league'>,
): RuleContext => {
  const { policies } = framework;
  return league ? { values, policies, maximum, league } : { values, policies, maximum };
};

const carryInterval = (points: Interval, depth: number, { framework }: Scoring): Interval => {
  if (!framework.policies.levelRounding?.[depth]) return points;
  const low = carry(points.low, depth, framework.policies);
  return { low, high: isExact(points) ? low : carry(points.high, depth, framework.policies) };
};

// Read once: the points of a framework never change.
const maxima = new WeakMap<Component, Maximum>();

const ownMaximum = (component: Component): Maximum => {
  const known = maxima.get(component);
  if (known) return known;
  const { maximumPoints } = component;
  const read = { points: decimal(maximumPoints), small: readSmallDecimal(maximumPoints) };
  maxima.set(component, read);
  return read;
};

const maximumOf = (component: Component, { atStake }: Scoring): Maximum =>
  atStake?.get(component.code) ?? ownMaximum(component);

const buildTrace = (
  indicator: ComponentIndicator,
  maximum: Decimal,
  points: Interval,
  scoring: Scoring,
): Trace => {
  const { share, steps } = evaluateRule(indicator.rule, contextOf(maximum, scoring));
  const last: TraceStep = {
    kind: 'points',
    share: traceRange(share),
    maximum: maximum.toFixed(),
    points: traceRange(points),
  };
  return [...steps, last];
};

/**
 * An indicator whose trace is written when it is first read: most never are. A class, because a getter of its own
 * for each of thousands of objects costs more than their points.
 */
class ScoredIndicator implements ScoredComponent {
  readonly component: ComponentIndicator;
  readonly maximum: Decimal;
  readonly points: Interval;
  readonly state: ScoreState;
  readonly reasons: readonly OpenReason[];
  readonly children: readonly ScoredComponent[] = NO_CHILDREN;
  readonly #scoring: Scoring;
  #trace: Trace | undefined;

  constructor(
    component: ComponentIndicator,
    maximum: Decimal,
    points: Interval,
    earned: Earned,
    scoring: Scoring,
  ) {
    this.component = component;
    this.maximum = maximum;
    this.points = points;
    this.state = earned.state !== 'scored' ? earned.state : earned.isExact ? 'exact' : 'range';
    this.reasons = earned.reasons;
    this.#scoring = scoring;
  }

  get trace(): Trace {
    this.#trace ??= buildTrace(this.component, this.maximum, this.points, this.#scoring);
    return this.#trace;
  }
}

const NO_CHILDREN: readonly ScoredComponent[] = [];
const NO_REASONS: readonly OpenReason[] = [];

const scoreIndicator = (indicator: ComponentIndicator, depth: number, scoring: Scoring): ScoredComponent => {
  const maximum = maximumOf(indicator, scoring);
  const untouched = findUntouched(indicator, scoring);
  if (untouched?.maximum.equals(maximum.points)) return untouched;
  const earned =
    scoring.earned.get(indicator.code) ?? earn(indicator.rule, contextOf(maximum.points, scoring));
  const points = carryInterval(earnedPoints(earned, maximum), depth, scoring);
  return new ScoredIndicator(indicator, maximum.points, points, earned, scoring);
};

const stateOfGroup = (children: readonly ScoredComponent[]): ScoreState => {
  const [first] = children;
  if (first && children.every(({ state }) => state === first.state)) return first.state;
  return children.every((child) => isExact(child.points)) ? 'exact' : 'range';
};

const reasonsOf = (children: readonly ScoredComponent[]): readonly OpenReason[] =>
  children.some(({ reasons }) => reasons.length > 0)
    ? [...new Set(children.flatMap(({ reasons }) => reasons))]
    : NO_REASONS;

const scoreGroup = (group: ComponentGroup, depth: number, scoring: Scoring): ScoredComponent => {
  const children = group.children.map((child) => scoreComponent(child, depth + 1, scoring));
  const earlier = scoring.earlier?.score.byCode.get(group.code);
  if (earlier?.children.every((child, place) => child === children[place])) return earlier;
  return {
    component: group,
    maximum: maximumOf(group, scoring).points,
    points: carryInterval(new SumOfPoints(children.map((child) => child.points)), depth, scoring),
    state: stateOfGroup(children),
    reasons: reasonsOf(children),
    trace: [],
    children,
  };
};

const scoreComponent = (component: Component, depth: number, scoring: Scoring): ScoredComponent =>
  component.kind === 'group'
    ? scoreGroup(component, depth, scoring)
    : scoreIndicator(component, depth, scoring);

const flatten = (
  components: readonly ScoredComponent[],
  into: ScoredComponent[] = [],
): readonly ScoredComponent[] => {
  for (const scored of components) {
    into.push(scored);
    flatten(scored.children, into);
  }
  return into;
};

/** Every scored node, each before its children. */
export const listScored = (score: IndexScore): readonly ScoredComponent[] => flatten(score.components);

/** A score whose nodes are listed by their codes when one is first looked for. */
class ComponentScores implements IndexScore {
  readonly maximum: Decimal;
  readonly points: Interval;
  readonly components: readonly ScoredComponent[];
  #byCode: ReadonlyMap<string, ScoredComponent> | undefined;

  constructor(maximum: Decimal, points: Interval, components: readonly ScoredComponent[]) {
    this.maximum = maximum;
    this.points = points;
    this.components = components;
  }

  get byCode(): ReadonlyMap<string, ScoredComponent> {
    this.#byCode ??= new Map(flatten(this.components).map((scored) => [scored.component.code, scored]));
    return this.#byCode;
  }
}

const sharesOut = ({ policies }: Framework, changes: PotentialChanges | undefined): boolean =>
  policies.notApplicable === 'excluded' ||
  policies.notApplicable === 'redistributed' ||
  (changes !== undefined && changes.size > 0);

const earnAll = (
  framework: Framework,
  values: DataValues,
  context: ScoringContext,
): Pick<Scoring, 'earned' | 'atStake'> => {
  if (!sharesOut(framework, context.changes)) return { earned: new Map(), atStake: undefined };
  const earned = new Map<string, Earned>();
  const leavesOut =
    framework.policies.notApplicable !== 'zero' && framework.policies.notApplicable !== 'full';
  const leftOut = new Set<string>();
  for (const indicator of listIndicators(framework)) {
    const found =
      findUntouched(indicator, { values, ...context }) ??
      earn(indicator.rule, contextOf(ownMaximum(indicator).points, { framework, values, ...context }));
    if ('share' in found) earned.set(indicator.code, found);
    if (leavesOut && found.state === 'not-applicable') leftOut.add(indicator.code);
  }
  return { earned, atStake: findStakes(framework, leftOut, context.changes) };
};

const totalOf = (components: readonly ScoredComponent[], scoring: Scoring): Interval =>
  components.length === 0
    ? NOTHING
    : carryInterval(new SumOfPoints(components.map((scored) => scored.points)), 0, scoring);

/**
 * Scores a subject: each indicator by its rule, each group as the sum of its children. Points are carried exactly,
 * or rounded at each depth where the framework says so; then every group is the sum of what is shown.
 */
export const computeIndexScore = (
  framework: Framework,
  values: DataValues,
  context: ScoringContext = {},
): IndexScore => {
  const scoring: Scoring = { framework, values, ...context, ...earnAll(framework, values, context) };
  const components = framework.components.map((component) => scoreComponent(component, 1, scoring));
  const maximum = scoring.atStake
    ? sum(components.map((scored) => scored.maximum))
    : decimal(framework.maximumPoints);
  return new ComponentScores(maximum, totalOf(components, scoring), components);
};

/** Points that are not reached: maximum minus points, its low bound against the high one. */
export const lostPoints = (scored: { readonly maximum: Decimal; readonly points: Interval }): Interval =>
  isExact(scored.points)
    ? exactly(scored.maximum.minus(scored.points.low))
    : {
        low: scored.maximum.minus(scored.points.high),
        high: scored.maximum.minus(scored.points.low),
      };

/** Rounds points once, as the framework says, for publication. */
export const publishInterval = (points: Interval, rounding: RoundingPolicy): TextRange => {
  const quick = publishUnwritten(points, rounding);
  if (quick) return quick;
  const low = publish(points.low, rounding);
  return { low, high: isExact(points) ? low : publish(points.high, rounding) };
};
