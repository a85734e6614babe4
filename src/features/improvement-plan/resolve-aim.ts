import { type Decimal, decimal } from '#core/kernel/decimal.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { EffortSettings } from '#core/improvement-plan/effort.ts';
import type { ImprovementOption } from '#core/improvement-plan/improvement-option.ts';
import { findPointsOfRank } from '#core/improvement-plan/points-of-rank.ts';
import { scoreLeague } from '#core/scoring/score-league.ts';
import { findComponent } from '#core/scoring/framework.ts';
import type { ImprovementAim, ImprovementSettings } from '#contract/improvement-plan.ts';
import type { Db } from '#server/db/database.ts';
import type { IndexData } from '#server/scoring/load-index.ts';
import { listLeagueValues } from '#server/scoring/data-values.ts';

/** What the plan is for, with the points of a rank looked up. */
export interface ResolvedAim {
  readonly component: string | null;
  /** Null when as many points as possible are asked for. */
  readonly goal: Decimal | null;
  readonly budget: Decimal | null;
}

type AimRefusal = Refusal<'record.not-found' | 'improvement-plan.rank-unknown'>;

const resolveRank = async (db: Db, data: IndexData, rank: number): Promise<ResolvedAim | AimRefusal> => {
  const league = await listLeagueValues(db, data.key);
  const scores = scoreLeague(data.framework, new Map([...league, [data.key.subject, data.values]]));
  // The others may stand at the high end of their range: whoever passes that passes them for sure.
  const points = [...scores].flatMap(([subject, score]) =>
    subject === data.key.subject ? [] : [score.points.high],
  );
  const goal = findPointsOfRank(points, rank);
  return goal
    ? { component: null, goal, budget: null }
    : refuse('improvement-plan.rank-unknown', { rank, subjects: points.length });
};

/** Resolves an aim to points or an effort; refuses a component that does not exist and a rank that nobody can tell. */
export const resolveAim = async (
  db: Db,
  data: IndexData,
  aim: ImprovementAim,
): Promise<ResolvedAim | AimRefusal> => {
  if (aim.kind === 'rank') return resolveRank(db, data, aim.rank);
  const { component } = aim;
  if (component !== null && !findComponent(data.framework, component)) {
    return refuse('record.not-found', { kind: 'component', code: component });
  }
  return aim.kind === 'points'
    ? { component, goal: decimal(aim.points), budget: null }
    : { component, goal: null, budget: aim.effort === null ? null : decimal(aim.effort) };
};

/** Reads efforts and limits; refuses those of options, indicators and agencies that are not there. */
export const readSettings = (
  { framework }: IndexData,
  options: readonly ImprovementOption[],
  settings: ImprovementSettings,
): EffortSettings | Refusal<'record.not-found'> => {
  const known = new Set(options.map(({ id }) => id));
  const agencies = new Set(options.flatMap(({ leadAgencies }) => leadAgencies));
  const named = [...settings.perUnit, ...settings.ceilings].find(({ option }) => !known.has(option));
  if (named) return refuse('record.not-found', { kind: 'improvement-option', code: named.option });
  const indicator = settings.indicatorLimits.find(({ component }) => !findComponent(framework, component));
  if (indicator) return refuse('record.not-found', { kind: 'component', code: indicator.component });
  const agency = settings.agencyLimits.find((limit) => !agencies.has(limit.agency));
  if (agency) return refuse('record.not-found', { kind: 'organization', code: agency.agency });
  return {
    perUnit: new Map(settings.perUnit.map(({ option, effort }) => [option, decimal(effort)])),
    ceilings: new Map(settings.ceilings.map(({ option, value }) => [option, decimal(value)])),
    indicatorLimits: new Map(
      settings.indicatorLimits.map(({ component, effort }) => [component, decimal(effort)]),
    ),
    agencyLimits: new Map(settings.agencyLimits.map(({ agency: code, effort }) => [code, decimal(effort)])),
  };
};
