import { setImmediate as letOthersRun } from 'node:timers/promises';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { momentInWords } from '#core/report/moment-words.ts';
import type { ProvinceFacts } from '#core/report/province.ts';
import type {
  AnnouncementFacts,
  RankedLeague,
  RankedSubject,
} from '#core/report/writing/result-announcement.ts';
import { restoreLeague } from '#core/score-snapshot/kept-league.ts';
import { computeIndexScore, type IndexScore } from '#core/scoring/evaluate.ts';
import type { Framework } from '#core/scoring/framework.ts';
import { buildLeagueColumn, type EarlierLeague, type LeagueColumn } from '#core/scoring/league-table.ts';
import type { Db } from '#server/db/database.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import {
  findLeagueSnapshot,
  listLeagueMembers,
  listLeagueSnapshots,
  type StoredLeagueSnapshot,
} from '#server/scoring/league-snapshots.ts';
import { findFrameworkVersion } from '#server/scoring/load-index.ts';
import { decisionText } from './gather-self-assessment.ts';

interface ScoredLeague extends EarlierLeague {
  readonly snapshot: StoredLeagueSnapshot;
  readonly simulated: boolean;
}

/** Scores what was kept again; between two subjects whoever else waits is answered. */
const scoreLeague = async (
  db: Db,
  snapshot: StoredLeagueSnapshot,
  framework: Framework,
): Promise<ScoredLeague> => {
  const members = await listLeagueMembers(db, snapshot.id);
  const scores = new Map<string, IndexScore>();
  for (const { subject, kept, league } of members) {
    const bests = restoreLeague(league);
    const values = new Map(kept.map(({ item, value }) => [item, value]));
    scores.set(subject, computeIndexScore(framework, values, bests ? { league: bests } : {}));
    await letOthersRun();
  }
  const simulated = members.some(({ kept }) => kept.some(({ origin }) => origin === 'simulated'));
  return { ...{ snapshot, framework, scores, simulated } };
};

/** The latest kept league of the same kind of subjects for a year before. */
const findEarlier = async (db: Db, framework: Framework, year: number): Promise<ScoredLeague | undefined> => {
  const { subjectKind, owner } = framework;
  const before = (await listLeagueSnapshots(db, { subjectKind, owner })).filter((one) => one.year < year);
  const latest = before.toSorted((a, b) => b.year - a.year)[0];
  const earlier = latest && (await findFrameworkVersion(db, latest.framework.code, latest.framework.version));
  return latest && earlier ? scoreLeague(db, latest, earlier) : undefined;
};

const rowsOf = (
  whole: LeagueColumn,
  groups: readonly LeagueColumn[],
  names: ReadonlyMap<string, string>,
): readonly RankedSubject[] =>
  [...whole.places].map(([code, place]) => ({
    name: names.get(code) ?? code,
    rank: place.label,
    points: place.points,
    percent: place.percent,
    change: place.change,
    groups: groups.map(({ places }) => places.get(code)?.points ?? null),
  }));

const rankLeague = async (
  db: Db,
  id: string,
  names: ReadonlyMap<string, string>,
): Promise<RankedLeague | Refusal<'record.not-found'>> => {
  const unknown = refuse('record.not-found', { kind: 'league-snapshot', id });
  const snapshot = await findLeagueSnapshot(db, id);
  const framework =
    snapshot && (await findFrameworkVersion(db, snapshot.framework.code, snapshot.framework.version));
  if (!snapshot || !framework) return unknown;
  const { subjectKind } = framework;
  if (subjectKind !== 'agency' && subjectKind !== 'commune') return unknown;
  const league = await scoreLeague(db, snapshot, framework);
  const earlier = await findEarlier(db, framework, snapshot.year);
  const whole = buildLeagueColumn(framework, league.scores, null, earlier);
  const groups = framework.components.map(({ code }) => buildLeagueColumn(framework, league.scores, code));
  return {
    subjects: subjectKind,
    year: snapshot.year,
    frameworkTitle: framework.title.vi,
    decision: decisionText(framework),
    maximum: framework.maximumPoints,
    byPercent: whole.byPercent,
    groupNames: framework.components.map(({ name }) => name.vi),
    rows: rowsOf(whole, groups, names),
    snapshot: { name: snapshot.name, takenAt: momentInWords(snapshot.takenAt) },
    comparedWith: earlier ? `năm ${String(earlier.snapshot.year)}` : null,
    simulated: league.simulated || (earlier?.simulated ?? false),
  };
};

/** What an announcement of results says, from kept leagues. */
export const gatherAnnouncement = async (
  db: Db,
  {
    leagues: ids,
    province,
    writtenIn,
  }: {
    readonly leagues: readonly string[];
    readonly province: Required<ProvinceFacts>;
    readonly writtenIn: number;
  },
): Promise<AnnouncementFacts | Refusal<'record.not-found'>> => {
  const names = new Map((await listOrganizations(db)).map(({ code, name }) => [code, name]));
  const leagues: RankedLeague[] = [];
  for (const id of new Set(ids)) {
    const league = await rankLeague(db, id, names);
    if (isRefusal(league)) return league;
    leagues.push(league);
  }
  return {
    kind: 'result-announcement',
    ...province,
    ...{ writtenIn, leagues },
    year: Math.max(...leagues.map(({ year }) => year)),
  };
};
