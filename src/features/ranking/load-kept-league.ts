import { setImmediate as letOthersRun } from 'node:timers/promises';
import { restoreLeague } from '#core/score-snapshot/kept-league.ts';
import { computeIndexScore, type IndexScore } from '#core/scoring/evaluate.ts';
import type { Framework } from '#core/scoring/framework.ts';
import type { Db } from '#server/db/database.ts';
import {
  findLeagueSnapshot,
  listLeagueMembers,
  type StoredLeagueSnapshot,
} from '#server/scoring/league-snapshots.ts';
import { findFrameworkVersion } from '#server/scoring/load-index.ts';

/** A league as it was kept, with every score in it. */
export interface KeptLeagueScores {
  readonly snapshot: StoredLeagueSnapshot;
  readonly framework: Framework;
  readonly scores: ReadonlyMap<string, IndexScore>;
  readonly simulated: ReadonlySet<string>;
  /** The snapshot of each subject. */
  readonly memberIds: ReadonlyMap<string, string>;
}

/** Scores what was kept again, each subject against the bests of that day: the same points, with all that ranks need. */
const scoreKept = async (db: Db, id: string): Promise<KeptLeagueScores | undefined> => {
  const snapshot = await findLeagueSnapshot(db, id);
  if (!snapshot) return undefined;
  const framework = await findFrameworkVersion(db, snapshot.framework.code, snapshot.framework.version);
  if (!framework) return undefined;
  const members = await listLeagueMembers(db, id);
  const scores = new Map<string, IndexScore>();
  for (const member of members) {
    const values = new Map(member.kept.map(({ item, value }) => [item, value]));
    const league = restoreLeague(member.league);
    scores.set(member.subject, computeIndexScore(framework, values, league ? { league } : {}));
    await letOthersRun();
  }
  const simulated = members.filter(({ kept }) => kept.some(({ origin }) => origin === 'simulated'));
  return {
    ...{ snapshot, framework, scores },
    simulated: new Set(simulated.map(({ subject }) => subject)),
    memberIds: new Map(members.map(({ subject, snapshotId }) => [subject, snapshotId])),
  };
};

type Found = Promise<KeptLeagueScores | undefined>;

// A kept league never changes. Two are looked at together; a few more for whoever looks at others.
const MOST_KEPT = 8;
const known = new WeakMap<Db, Map<string, Found>>();

/** The league with this id as it was kept; undefined when there is none. */
export const findKeptLeague = (db: Db, id: string): Found => {
  const leagues = known.get(db) ?? new Map<string, Found>();
  known.set(db, leagues);
  const found = leagues.get(id) ?? scoreKept(db, id);
  // Asked for last stands last, so that the first is the one that nobody has asked for longest.
  leagues.delete(id);
  leagues.set(id, found);
  const [oldest] = leagues.keys();
  if (leagues.size > MOST_KEPT && oldest !== undefined) leagues.delete(oldest);
  const forget = () => {
    if (leagues.get(id) === found) leagues.delete(id);
  };
  found.then((league) => league ?? forget(), forget);
  return found;
};
