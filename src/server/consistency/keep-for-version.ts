import type { Db } from '#server/db/database.ts';

interface Kept<Answer> {
  readonly version: string;
  readonly answer: Promise<Answer>;
}

/**
 * Keeps what was derived from data beside each database as long as the version of those data stays: derived again
 * after any change, once for all who ask. What failed is not kept: whoever asks next tries again.
 */
export const keepForVersion = <Answer, Rest extends readonly unknown[]>(
  readVersion: (db: Db) => Promise<string>,
  derive: (db: Db, ...rest: Rest) => Promise<Answer>,
): ((db: Db, ...rest: Rest) => Promise<Answer>) => {
  const kept = new WeakMap<Db, Kept<Answer>>();
  return async (db, ...rest) => {
    const version = await readVersion(db);
    const known = kept.get(db);
    if (known?.version === version) return known.answer;
    const answer = derive(db, ...rest);
    kept.set(db, { version, answer });
    answer.catch(() => kept.delete(db));
    return answer;
  };
};
