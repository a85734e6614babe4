import { decimal, type Decimal, publish, type RoundingPolicy } from '#core/kernel/decimal.ts';
import type { DataValues } from './data-value.ts';
import { evaluateRule } from './evaluate-rule.ts';
import type { Component, ComponentGroup, ComponentIndicator, Framework } from './framework.ts';
import { addIntervals, exactly, type Interval, isExact, scale, traceRange } from './interval.ts';
import type { OpenReason, TextRange, Trace } from './trace.ts';

/** Whether points are known, open, without any data, or do not apply to the subject. */
type ScoreState = 'exact' | 'range' | 'no-data' | 'not-applicable';

/** The exact points of one node with the way to them; rounding happens where they are published. */
export interface ScoredComponent {
  readonly component: Component;
  readonly maximum: Decimal;
  readonly points: Interval;
  readonly state: ScoreState;
  readonly reasons: readonly OpenReason[];
  /** Steps of an indicator; a group's points are the sum of its children. */
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

const scoreIndicator = (
  indicator: ComponentIndicator,
  values: DataValues,
  framework: Framework,
): ScoredComponent => {
  const maximum = decimal(indicator.maximumPoints);
  const outcome = evaluateRule(indicator.rule, { values, policies: framework.policies, maximum });
  const points = scale(outcome.share, maximum);
  return {
    component: indicator,
    maximum,
    points,
    state: outcome.state !== 'scored' ? outcome.state : isExact(outcome.share) ? 'exact' : 'range',
    reasons: outcome.reasons,
    trace: [
      ...outcome.steps,
      {
        kind: 'points',
        share: traceRange(outcome.share),
        maximum: indicator.maximumPoints,
        points: traceRange(points),
      },
    ],
    children: [],
  };
};

const stateOfGroup = (children: readonly ScoredComponent[]): ScoreState => {
  const states = new Set(children.map((child) => child.state));
  const [only] = states;
  if (states.size === 1 && only !== undefined) return only;
  return children.every((child) => isExact(child.points)) ? 'exact' : 'range';
};

const scoreGroup = (group: ComponentGroup, values: DataValues, framework: Framework): ScoredComponent => {
  const children = group.children.map((child) => scoreComponent(child, values, framework));
  return {
    component: group,
    maximum: decimal(group.maximumPoints),
    points: addIntervals(children.map((child) => child.points)),
    state: stateOfGroup(children),
    reasons: [...new Set(children.flatMap((child) => child.reasons))],
    trace: [],
    children,
  };
};

const scoreComponent = (component: Component, values: DataValues, framework: Framework): ScoredComponent =>
  component.kind === 'group'
    ? scoreGroup(component, values, framework)
    : scoreIndicator(component, values, framework);

const flatten = (components: readonly ScoredComponent[]): readonly ScoredComponent[] =>
  components.flatMap((scored) => [scored, ...flatten(scored.children)]);

/** Every scored node, each before its children. */
export const listScored = (score: IndexScore): readonly ScoredComponent[] => flatten(score.components);

/** Scores a subject: each indicator by its rule, each group as the unrounded sum of its children. */
export const computeIndexScore = (framework: Framework, values: DataValues): IndexScore => {
  const components = framework.components.map((component) => scoreComponent(component, values, framework));
  return {
    maximum: decimal(framework.maximumPoints),
    points: addIntervals(components.map((scored) => scored.points)),
    components,
    byCode: new Map(flatten(components).map((scored) => [scored.component.code, scored])),
  };
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
export const publishInterval = (points: Interval, rounding: RoundingPolicy): TextRange => ({
  low: publish(points.low, rounding),
  high: publish(points.high, rounding),
});
