import { isRefusal, type Refusal } from '#core/kernel/refusal.ts';
import { comparesSubjects } from '#core/scoring/score-league.ts';
import type { Db } from '#server/db/database.ts';
import { listLeagueValues } from '#server/scoring/data-values.ts';
import { type IndexData, type IndexSelection, loadIndex } from '#server/scoring/load-index.ts';
import type { IndexSheet } from './contract.ts';

const listOthers = async (db: Db, { framework, key }: IndexData): Promise<IndexSheet['others']> => {
  if (!comparesSubjects(framework)) return [];
  const league = await listLeagueValues(db, key);
  return [...league]
    .filter(([subject]) => subject !== key.subject)
    .map(([subject, values]) => ({
      subject,
      values: [...values].map(([item, value]) => ({ item, value })),
    }));
};

/** All that a score follows from. */
export const answerSheet = async (db: Db, selection: IndexSelection): Promise<IndexSheet | Refusal> => {
  const data = await loadIndex(db, selection);
  if (isRefusal(data)) return data;
  const { framework, subject, key, stored } = data;
  return {
    framework,
    subject: { code: subject.code, name: subject.name },
    year: key.year,
    values: stored.map(({ item, value, origin }) => ({ item, value, origin })),
    others: await listOthers(db, data),
  };
};
