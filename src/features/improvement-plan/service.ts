import { isRefusal, type Refusal } from '#core/kernel/refusal.ts';
import { priceOptions } from '#core/improvement-plan/effort.ts';
import { listImprovementOptions } from '#core/improvement-plan/list-options.ts';
import { type IndexScore, publishInterval } from '#core/scoring/evaluate.ts';
import { findComponent, listIndicators } from '#core/scoring/framework.ts';
import type { ImprovementRequest, SolvedPlans } from '#contract/improvement-plan.ts';
import type { Db } from '#server/db/database.ts';
import { type IndexData, type IndexSelection, loadIndex } from '#server/scoring/load-index.ts';
import { scoreIndex } from '#server/scoring/score-index.ts';
import { findStatedGoal } from '#server/scoring/stated-scores.ts';
import type { OptionList, WITHOUT_WAY } from './contract.ts';
import { findPlans, type ProvenPlan, type Solving } from './find-plans.ts';
import { optionView, planView } from './plan-view.ts';
import { readSettings, resolveAim, type ResolvedAim } from './resolve-aim.ts';

/** Plans with what they were computed from. */
export interface FoundPlans {
  readonly data: IndexData;
  readonly aim: ResolvedAim;
  readonly proven: readonly ProvenPlan[];
}

/** Computes the best plan and its runners-up from the figures as they are. */
export const computePlans = async (
  db: Db,
  request: ImprovementRequest,
  solving: Solving,
): Promise<FoundPlans | Refusal> => {
  const data = await loadIndex(db, request);
  if (isRefusal(data)) return data;
  const aim = await resolveAim(db, data, request.aim);
  if (isRefusal(aim)) return aim;
  const options = listImprovementOptions(
    data.framework,
    data.values,
    scoreIndex(data),
    data.leagueWith(data.values),
  );
  const settings = readSettings(data, options, request.settings);
  if (isRefusal(settings)) return settings;
  const search = { ...solving, data, settings, options: priceOptions(options, settings) };
  const proven = await findPlans(search, aim, request.alternatives);
  return isRefusal(proven) ? proven : { data, aim, proven };
};

/** The answer to a request for plans. */
export const answerPlans = async (
  db: Db,
  request: ImprovementRequest,
  solving: Solving,
): Promise<SolvedPlans | Refusal> => {
  const found = await computePlans(db, request, solving);
  if (isRefusal(found)) return found;
  const { data, aim, proven } = found;
  const { framework, subject, key } = data;
  const component = aim.component === null ? undefined : findComponent(framework, aim.component);
  return {
    framework: { code: framework.code, version: framework.version, title: framework.title },
    subject: { code: subject.code, name: subject.name },
    year: key.year,
    aim: request.aim,
    goal: aim.goal?.toDecimalPlaces(2).toFixed() ?? null,
    componentName: component?.name ?? null,
    maximum: component?.maximumPoints ?? framework.maximumPoints,
    plans: proven.map((plan, place) => planView(framework, plan, aim, place)),
  };
};

const listWithoutWay = (
  { framework }: IndexData,
  score: IndexScore,
  withWay: ReadonlySet<string>,
): OptionList['withoutWay'] =>
  listIndicators(framework).flatMap((indicator) => {
    const scored = score.byCode.get(indicator.code);
    if (!scored || withWay.has(indicator.code)) return [];
    const reason = (): (typeof WITHOUT_WAY)[number] => {
      if (scored.state === 'not-applicable' || scored.state === 'no-data') return scored.state;
      if (scored.points.low.greaterThanOrEqualTo(scored.maximum)) return 'full';
      return scored.reasons.some((open) => open.startsWith('unknown')) ? 'unknown-rule' : 'other';
    };
    return [
      {
        code: indicator.code,
        name: indicator.name,
        points: publishInterval(scored.points, framework.policies.rounding),
        maximum: indicator.maximumPoints,
        reason: reason(),
      },
    ];
  });

/** What can be improved and what can't, for choosing a goal, efforts and limits. */
export const answerOptions = async (db: Db, selection: IndexSelection): Promise<OptionList | Refusal> => {
  const data = await loadIndex(db, selection);
  if (isRefusal(data)) return data;
  const { framework, values, subject, key } = data;
  const { rounding } = framework.policies;
  const score = scoreIndex(data);
  const options = listImprovementOptions(framework, values, score, data.leagueWith(values));
  return {
    framework: { code: framework.code, version: framework.version, title: framework.title },
    subject: { code: subject.code, name: subject.name },
    year: key.year,
    points: publishInterval(score.points, rounding),
    maximum: framework.maximumPoints,
    statedGoal: (await findStatedGoal(db, key))?.points ?? null,
    mainIndicators: score.components.map(({ component, points }) => ({
      code: component.code,
      name: component.name,
      points: publishInterval(points, rounding),
      maximum: component.maximumPoints,
    })),
    options: options.flatMap((option) => optionView(framework, option)),
    withoutWay: listWithoutWay(data, score, new Set(options.map(({ componentCode }) => componentCode))),
  };
};
