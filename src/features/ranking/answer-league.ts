import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { findComponent } from '#core/scoring/framework.ts';
import { kindsOfSubjects } from '#core/scoring/subject-kind.ts';
import type { Db } from '#server/db/database.ts';
import { findFramework } from '#server/scoring/load-index.ts';
import type { League, LeagueSummary } from './contract.ts';
import { buildLeagueView, summaryView } from './league-view.ts';
import { loadLeague } from './load-league.ts';
import { listLeagueMarks, listSubjectNames, listSubjectsOf } from './reads.ts';

/** What can be ranked. */
export const answerLeagues = async (db: Db): Promise<readonly LeagueSummary[]> => {
  const marks = await listLeagueMarks(db);
  const summaries = await Promise.all(
    marks.map(async (mark) => {
      const framework = await findFramework(db, mark.framework);
      return framework ? [summaryView(framework, mark)] : [];
    }),
  );
  return summaries.flat();
};

/** The ranks of one league, by the whole index or by a component. */
export const answerLeague = async (
  db: Db,
  code: string,
  component: string | undefined,
): Promise<League | Refusal<'record.not-found'>> => {
  const league = await loadLeague(db, code);
  if (isRefusal(league)) return league;
  const { framework, scores } = league;
  if (component !== undefined && !findComponent(framework, component)) {
    return refuse('record.not-found', { kind: 'component', code: component });
  }
  const names = await listSubjectNames(db, [...scores.keys()]);
  const subjects = await listSubjectsOf(db, kindsOfSubjects(framework.subjectKind), framework.assessmentYear);
  return buildLeagueView(league, component ?? null, {
    names,
    unreported: subjects.filter((subject) => !scores.has(subject.code)),
  });
};
