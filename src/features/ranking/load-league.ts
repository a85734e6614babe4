import { setImmediate as letOthersRun } from 'node:timers/promises';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { DataValues } from '#core/scoring/data-value.ts';
import { computeIndexScore, type IndexScore } from '#core/scoring/evaluate.ts';
import type { Framework } from '#core/scoring/framework.ts';
import { buildLeague } from '#core/scoring/score-league.ts';
import { keepForVersion } from '#server/consistency/keep-for-version.ts';
import type { Db } from '#server/db/database.ts';
import { listLeagueValues } from '#server/scoring/data-values.ts';
import { findFramework } from '#server/scoring/load-index.ts';
import { findKeptLeague, type KeptLeagueScores } from './load-kept-league.ts';
import { findEarlierFramework, listSimulatedSubjects, readLeagueVersion } from './reads.ts';

/** A league with every score in it. */
export interface ScoredLeague {
  readonly framework: Framework;
  readonly scores: ReadonlyMap<string, IndexScore>;
  readonly simulated: ReadonlySet<string>;
}

/** Scores one subject after the other; between two of them whoever else waits is answered. */
const scoreSubjects = async (
  framework: Framework,
  values: ReadonlyMap<string, DataValues>,
): Promise<ReadonlyMap<string, IndexScore>> => {
  const league = buildLeague(framework, values);
  const scores = new Map<string, IndexScore>();
  for (const [subject, figures] of values) {
    scores.set(subject, computeIndexScore(framework, figures, { league }));
    await letOthersRun();
  }
  return scores;
};

const scoreAll = async (db: Db, code: string): Promise<ScoredLeague | undefined> => {
  const framework = await findFramework(db, code);
  if (!framework) return undefined;
  const year = framework.assessmentYear;
  const values = await listLeagueValues(db, { framework: code, year });
  return {
    framework,
    scores: await scoreSubjects(framework, values),
    simulated: await listSimulatedSubjects(db, code, year),
  };
};

// A hundred subjects take a second to score exactly; they stay as they are until a figure changes.
const keptLeagues = keepForVersion(readLeagueVersion, () =>
  Promise.resolve(new Map<string, Promise<ScoredLeague | undefined>>()),
);

const findScored = async (db: Db, code: string): Promise<ScoredLeague | undefined> => {
  const leagues = await keptLeagues(db);
  const known = leagues.get(code);
  if (known) return known;
  const scored = scoreAll(db, code);
  leagues.set(code, scored);
  scored.catch(() => leagues.delete(code));
  return scored;
};

/** A league with the one that its places are compared with. */
export interface LoadedLeague extends ScoredLeague {
  /** The kept league that is ranked; undefined for the present figures. */
  readonly kept: KeptLeagueScores | undefined;
  readonly earlier: (ScoredLeague & { readonly kept: KeptLeagueScores | undefined }) | undefined;
  /** Year of the league before, which stands in for a kept one to compare with. */
  readonly earlierYear: number | undefined;
}

/** Which league: of a framework, as it is or as it was kept, compared with which kept one. */
export interface LeagueSelection {
  readonly framework: string;
  readonly snapshot?: string | undefined;
  readonly since?: string | undefined;
}

/** Why no league is loaded. */
export type LeagueRefusal = Refusal<'record.not-found' | 'score-snapshot.different-frameworks'>;

const unknownSnapshot = (id: string): LeagueRefusal =>
  refuse('record.not-found', { kind: 'league-snapshot', id });

const loadRanked = async (
  db: Db,
  { framework: code, snapshot }: LeagueSelection,
): Promise<Pick<LoadedLeague, 'framework' | 'scores' | 'simulated' | 'kept'> | LeagueRefusal> => {
  if (snapshot !== undefined) {
    const kept = await findKeptLeague(db, snapshot);
    return kept?.framework.code === code ? { ...kept, kept } : unknownSnapshot(snapshot);
  }
  const scored = await findScored(db, code);
  return scored ? { ...scored, kept: undefined } : refuse('record.not-found', { kind: 'framework', code });
};

/** Leagues compare within a kind of subjects and an owner: elsewhere other rules say what a place is worth. */
const loadSince = async (
  db: Db,
  framework: Framework,
  since: string,
): Promise<NonNullable<LoadedLeague['earlier']> | LeagueRefusal> => {
  const kept = await findKeptLeague(db, since);
  if (!kept) return unknownSnapshot(since);
  const { subjectKind, owner, code } = kept.framework;
  return subjectKind === framework.subjectKind && owner === framework.owner
    ? { ...kept, kept }
    : refuse('score-snapshot.different-frameworks', { before: code, after: framework.code });
};

/** Loads and scores a league; refuses a framework or a kept league that is not there, and one of another kind. */
export const loadLeague = async (
  db: Db,
  selection: LeagueSelection,
): Promise<LoadedLeague | LeagueRefusal> => {
  const ranked = await loadRanked(db, selection);
  if (isRefusal(ranked)) return ranked;
  const { subjectKind, owner, assessmentYear: year } = ranked.framework;
  const code = await findEarlierFramework(db, { subjectKind, owner, year });
  const before = code === undefined ? undefined : await findScored(db, code);
  const yearBefore = before && before.scores.size > 0 ? { ...before, kept: undefined } : undefined;
  const earlierYear = yearBefore?.framework.assessmentYear;
  if (selection.since === undefined) return { ...ranked, earlier: yearBefore, earlierYear };
  const earlier = await loadSince(db, ranked.framework, selection.since);
  return isRefusal(earlier) ? earlier : { ...ranked, earlier, earlierYear };
};
