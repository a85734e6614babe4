import { decimal, decimalText, publish } from '#core/kernel/decimal.ts';
import type { PointsChange } from '#core/scoring/compare-scores.ts';
import { publishInterval, type ScoredComponent } from '#core/scoring/evaluate.ts';
import { type Component, findComponent, type Framework, listIndicators } from '#core/scoring/framework.ts';
import type { Interval } from '#core/scoring/interval.ts';
import { type Assumption, listAssumptions } from '#core/scoring/list-assumptions.ts';
import { readMeasure } from '#core/scoring/measure.ts';
import { quantitySpan } from '#core/scoring/quantity.ts';
import { listRuleMeasures } from '#core/scoring/rule-parts.ts';
import type { IndexScore } from '#core/scoring/evaluate.ts';
import type { PointsRange } from '#contract/scoring.ts';
import type { ComponentNode, IndexOverview } from './contract.ts';
import type { IndexData } from '#server/scoring/load-index.ts';

/** Points rounded once, as the framework says. */
export const pointsView = (points: Interval, framework: Framework): PointsRange =>
  publishInterval(points, framework.policies.rounding);

/** Maximum minus the points as shown, so that what a reader adds up agrees. */
export const lostView = (points: PointsRange, maximum: string, framework: Framework): PointsRange => {
  const minus = (text: string): string => publish(decimal(maximum).minus(text), framework.policies.rounding);
  return { low: minus(points.high), high: minus(points.low) };
};

/** A change in points as shown: after minus before as they stand there, so that a reader who subtracts agrees. */
export const changeView = (change: PointsChange, framework: Framework) => {
  const before = pointsView(change.before, framework);
  const after = pointsView(change.after, framework);
  const minus = (bound: keyof PointsRange): string =>
    publish(decimal(after[bound]).minus(before[bound]), framework.policies.rounding);
  return { before, after, difference: { low: minus('low'), high: minus('high') } };
};

export const frameworkView = (framework: Framework): IndexOverview['framework'] => ({
  code: framework.code,
  version: framework.version,
  assessmentYear: framework.assessmentYear,
  subjectKind: framework.subjectKind,
  title: framework.title,
  decision: framework.decision,
  status: framework.status ?? 'decreed',
  maximumPoints: framework.maximumPoints,
  indicatorCount: listIndicators(framework).length,
  mainIndicatorCount: framework.components.length,
  notes: [...framework.notes],
});

const currentOf = (
  component: Component,
  { framework, values }: IndexData,
): Pick<ComponentNode, 'current' | 'currentUnit'> => {
  const none = { current: null, currentUnit: null };
  if (component.kind === 'group') return none;
  const [measure] = listRuleMeasures(component.rule);
  if (!measure) return none;
  const reading = readMeasure(measure, values, framework.policies);
  if (reading.state !== 'known') return none;
  return { current: quantitySpan(reading.quantity), currentUnit: measure.unit };
};

/** One node of the tree with its points. */
export const nodeView = (
  scored: ScoredComponent,
  parentCode: string | null,
  depth: number,
  data: IndexData,
): ComponentNode => {
  const { component } = scored;
  const points = pointsView(scored.points, data.framework);
  const indicator = component.kind === 'indicator' ? component : undefined;
  return {
    code: component.code,
    parentCode,
    depth,
    kind: component.kind,
    name: component.name,
    maximum: component.maximumPoints,
    points,
    lost: lostView(points, component.maximumPoints, data.framework),
    state: scored.state,
    reasons: [...scored.reasons],
    rule: indicator?.rule ?? null,
    ruleProvenance: indicator?.provenance.rule.mark ?? null,
    maximumProvenance: component.provenance.maximumPoints.mark,
    ...currentOf(component, data),
    leadAgencies: [...(indicator?.leadAgencies ?? [])],
  };
};

const assumptionView = (
  assumption: Assumption,
  framework: Framework,
): IndexOverview['assumptions'][number] => ({
  componentCode: assumption.componentCode,
  componentName: findComponent(framework, assumption.componentCode)?.name ?? { vi: '', en: '' },
  kind: assumption.kind,
  note: assumption.note,
  points: pointsView(assumption.points, framework),
  otherwise: assumption.otherwise && pointsView(assumption.otherwise, framework),
  atStake: assumption.atStake && publish(assumption.atStake, framework.policies.rounding),
  withinRange: assumption.withinRange,
});

/** What the score rests on without proof, the largest stake first. */
export const assumptionViews = (data: IndexData, score: IndexScore): IndexOverview['assumptions'] => {
  const inferred = new Map(
    data.stored.filter(({ origin }) => origin === 'inferred').map(({ item, note }) => [item, note]),
  );
  return listAssumptions(data.framework, data.values, score, inferred).map((assumption) =>
    assumptionView(assumption, data.framework),
  );
};

/** The exact text of a number cut to what a reader can use. */
export const shortNumber = (value: Parameters<typeof decimalText>[0]): string =>
  decimalText(value.toDecimalPlaces(4));
