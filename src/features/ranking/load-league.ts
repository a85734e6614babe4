import { setImmediate as letOthersRun } from 'node:timers/promises';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { DataValues } from '#core/scoring/data-value.ts';
import { computeIndexScore, type IndexScore } from '#core/scoring/evaluate.ts';
import type { Framework } from '#core/scoring/framework.ts';
import type { EarlierLeague } from '#core/scoring/league-table.ts';
import { buildLeague } from '#core/scoring/score-league.ts';
import { keepForVersion } from '#server/consistency/keep-for-version.ts';
import type { Db } from '#server/db/database.ts';
import { listLeagueValues } from '#server/scoring/data-values.ts';
import { findFramework } from '#server/scoring/load-index.ts';
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
  readonly earlier: EarlierLeague | undefined;
}

/** Loads and scores a league; refuses a framework that is not there. */
export const loadLeague = async (
  db: Db,
  code: string,
): Promise<LoadedLeague | Refusal<'record.not-found'>> => {
  const scored = await findScored(db, code);
  if (!scored) return refuse('record.not-found', { kind: 'framework', code });
  const { subjectKind, owner, assessmentYear: year } = scored.framework;
  const before = await findEarlierFramework(db, { subjectKind, owner, year });
  const earlier = before === undefined ? undefined : await findScored(db, before);
  return { ...scored, earlier: earlier && earlier.scores.size > 0 ? earlier : undefined };
};
