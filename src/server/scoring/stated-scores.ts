import type { Db, Tx } from '#server/db/database.ts';
import type { IndexKey } from './data-values.ts';

/** The points that a document states as the goal of a subject, with the year that they are striven for in; of several the latest. */
export const findStatedGoal = async (
  db: Db | Tx,
  key: Pick<IndexKey, 'framework' | 'subject'>,
): Promise<{ readonly year: number; readonly points: string } | undefined> => {
  const row = await db
    .selectFrom('published_score')
    .select(['year', 'points'])
    .where('framework_code', '=', key.framework)
    .where('subject_code', '=', key.subject)
    .where('kind', '=', 'goal')
    .where('component_code', '=', '')
    .where('points', 'is not', null)
    .orderBy('year', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && row.points !== null ? { year: row.year, points: row.points } : undefined;
};

/** The totals that were published for some subjects, by year. */
export const listPublishedTotals = async (
  db: Db | Tx,
  framework: string,
  subjects: readonly string[],
): Promise<readonly { readonly subject: string; readonly year: number; readonly points: string }[]> => {
  if (subjects.length === 0) return [];
  const rows = await db
    .selectFrom('published_score')
    .select(['subject_code', 'year', 'points'])
    .where('framework_code', '=', framework)
    .where('subject_code', 'in', [...subjects])
    .where('kind', '=', 'published')
    .where('component_code', '=', '')
    .orderBy('year')
    .execute();
  return rows.flatMap(({ subject_code: subject, year, points }) =>
    points === null ? [] : [{ subject, year, points }],
  );
};
