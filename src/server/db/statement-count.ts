import { AsyncLocalStorage } from 'node:async_hooks';
import type { KyselyPlugin } from 'kysely';

const counts = new AsyncLocalStorage<{ statements: number }>();

/** Counts the statements of whoever asked for a count, those inside transactions too, without their begin and end. */
export const statementCounter: KyselyPlugin = {
  transformQuery: ({ node }) => {
    const count = counts.getStore();
    if (count) count.statements += 1;
    return node;
  },
  transformResult: ({ result }) => Promise.resolve(result),
};

/** Does work and tells how many statements the database was asked for it. */
export const withStatementCount = <Answer>(
  work: () => Promise<Answer>,
): Promise<{ readonly answer: Answer; readonly statements: number }> => {
  const count = { statements: 0 };
  return counts.run(count, async () => ({ answer: await work(), statements: count.statements }));
};
