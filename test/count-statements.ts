import type { KyselyPlugin } from 'kysely';
import type { Db } from '#server/db/database.ts';

/** A database that counts what it is asked. */
export interface CountedDatabase {
  readonly db: Db;
  /** Statements since it was opened, without the begin and end of transactions. */
  readonly count: () => number;
}

/** Counts the statements that go to a database, those inside transactions too. */
export const countStatements = (db: Db): CountedDatabase => {
  let statements = 0;
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => {
      statements += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return { db: db.withPlugin(counter), count: () => statements };
};
