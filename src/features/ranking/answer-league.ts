import type { Action } from '#core/access/permissions.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { findComponent } from '#core/scoring/framework.ts';
import { kindsOfSubjects } from '#core/scoring/subject-kind.ts';
import type { Db } from '#server/db/database.ts';
import { listLeagueSnapshots, summariseLeagueSnapshots } from '#server/scoring/league-snapshots.ts';
import { getFrameworkOfMark } from '#server/scoring/load-index.ts';
import type { League, LeagueSummary } from './contract.ts';
import { buildLeagueView, summaryView } from './league-view.ts';
import { type LeagueSelection, loadLeague } from './load-league.ts';
import { listLeagueMarks, listSubjectNames, listSubjectsOf } from './reads.ts';

/** What can be ranked. */
export const answerLeagues = async (db: Db): Promise<readonly LeagueSummary[]> => {
  const marks = await listLeagueMarks(db);
  return Promise.all(
    marks.map(async (mark) => summaryView(await getFrameworkOfMark(db, mark.framework, mark), mark)),
  );
};

/** The ranks of one league, by the whole index or by a component, as it is or as it was kept. */
export const answerLeague = async (
  db: Db,
  selection: LeagueSelection & { readonly component?: string | undefined },
  actions: readonly Action[],
): Promise<League | Refusal<'record.not-found' | 'score-snapshot.different-frameworks'>> => {
  const league = await loadLeague(db, selection);
  if (isRefusal(league)) return league;
  const { framework, scores, kept, earlier } = league;
  const { component } = selection;
  if (component !== undefined && !findComponent(framework, component)) {
    return refuse('record.not-found', { kind: 'component', code: component });
  }
  const names = await listSubjectNames(db, [...scores.keys(), ...(earlier?.scores.keys() ?? [])]);
  const subjects = await listSubjectsOf(db, kindsOfSubjects(framework.subjectKind), framework.assessmentYear);
  const stored = await listLeagueSnapshots(db, {
    subjectKind: framework.subjectKind,
    owner: framework.owner,
  });
  return buildLeagueView(league, component ?? null, {
    names,
    // Who had no figures when a league was kept is not known any more.
    unreported: kept ? [] : subjects.filter((subject) => !scores.has(subject.code)),
    snapshots: await summariseLeagueSnapshots(db, stored),
    actions,
  });
};
