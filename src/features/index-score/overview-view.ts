import { decimal } from '#core/kernel/decimal.ts';
import { type IndexScore, listScored, type ScoredComponent } from '#core/scoring/evaluate.ts';
import { findDataItem, type Framework } from '#core/scoring/framework.ts';
import { isExact } from '#core/scoring/interval.ts';
import { listLargestLosses, type Loss } from '#core/scoring/largest-losses.ts';
import { listNearestThresholds, type NearThreshold } from '#core/scoring/nearest-thresholds.ts';
import type { IndexOverview } from './contract.ts';
import type { Corrections } from './corrections.ts';
import type { IndexData } from '#server/scoring/load-index.ts';
import { scoreIndex } from '#server/scoring/score-index.ts';
import { assumptionViews, frameworkView, lostView, pointsView, shortNumber } from './score-views.ts';
import { beyondRules, missingTo, type StatedScores } from './stated-views.ts';

const LOSSES = 10;
const THRESHOLDS = { limit: 10, minimumGain: decimal(1), maximumDistance: decimal('0.5') };

const mainView = (
  scored: ScoredComponent,
  framework: Framework,
  stated: StatedScores,
): IndexOverview['mainIndicators'][number] => {
  const { component } = scored;
  const points = pointsView(scored.points, framework);
  const forecast = stated.forecast(component.code);
  return {
    code: component.code,
    name: component.name,
    maximum: component.maximumPoints,
    points,
    lost: lostView(points, component.maximumPoints, framework),
    state: scored.state,
    forecast,
    forecastBeyondRules: beyondRules(forecast, points, framework),
    published: stated.published(component.code),
  };
};

const lossView = ({ scored }: Loss, framework: Framework): IndexOverview['largestLosses'][number][] => {
  const { component } = scored;
  if (component.kind === 'group') return [];
  const points = pointsView(scored.points, framework);
  return [
    {
      code: component.code,
      name: component.name,
      maximum: component.maximumPoints,
      points,
      lost: lostView(points, component.maximumPoints, framework),
      state: scored.state,
      rule: component.rule,
      ruleProvenance: component.provenance.rule.mark,
      dataItems: component.dataItems.flatMap((code) => findDataItem(framework, code) ?? []),
      leadAgencies: [...component.leadAgencies],
    },
  ];
};

const thresholdView = (
  near: NearThreshold,
  framework: Framework,
): IndexOverview['nearestThresholds'][number] => ({
  code: near.indicator.code,
  name: near.indicator.name,
  current: shortNumber(near.current),
  threshold: shortNumber(near.threshold),
  unit: near.unit,
  distance: shortNumber(near.threshold.minus(near.current)),
  fraction: near.fraction && {
    numerator: shortNumber(near.fraction.numerator),
    needed: shortNumber(near.fraction.needed),
    denominator: shortNumber(near.fraction.denominator),
  },
  gain: pointsView({ low: near.gain, high: near.gain }, framework).low,
  allOrNothing: near.allOrNothing,
  ruleProvenance: near.indicator.provenance.rule.mark,
  leadAgencies: [...near.indicator.leadAgencies],
});

const countOpen = (score: IndexScore): number =>
  listScored(score).filter((scored) => scored.component.kind === 'indicator' && !isExact(scored.points))
    .length;

const correctionsView = (
  { items, documentValues }: Corrections,
  data: IndexData,
  forecast: IndexOverview['forecast'],
): IndexOverview['corrections'] => {
  if (items.size === 0) return null;
  const { framework } = data;
  const documentPoints = pointsView(scoreIndex(data, documentValues).points, framework);
  return {
    count: items.size,
    documentPoints,
    documentForecastBeyondRules: beyondRules(forecast, documentPoints, framework),
  };
};

/** Where the index stands, in one view. */
export const buildOverview = (
  data: IndexData,
  stated: StatedScores,
  corrections: Corrections,
): IndexOverview => {
  const { framework, subject, key } = data;
  const score = scoreIndex(data);
  const points = pointsView(score.points, framework);
  const goal = stated.goal();
  const forecast = stated.forecast(null);
  return {
    framework: frameworkView(framework),
    subject: { code: subject.code, name: subject.name },
    year: key.year,
    points,
    lost: lostView(points, framework.maximumPoints, framework),
    goal,
    missingToGoal: missingTo(goal, points, framework),
    forecast,
    forecastBeyondRules: beyondRules(forecast, points, framework),
    published: stated.published(null),
    corrections: correctionsView(corrections, data, forecast),
    mainIndicators: score.components.map((scored) => mainView(scored, framework, stated)),
    openIndicators: countOpen(score),
    assumptions: assumptionViews(data, score),
    largestLosses: listLargestLosses(score, LOSSES).flatMap((loss) => lossView(loss, framework)),
    nearestThresholds: listNearestThresholds(framework, data.values, score, THRESHOLDS).map((near) =>
      thresholdView(near, framework),
    ),
  };
};
