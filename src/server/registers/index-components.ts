import { listIndicators, type ComponentIndicator, type Framework } from '#core/scoring/framework.ts';
import type { Db, Tx } from '#server/db/database.ts';

/** A component indicator with the framework that it belongs to. */
export interface IndexComponent {
  readonly frameworkCode: string;
  readonly frameworkVersion: number;
  readonly component: ComponentIndicator;
}

/** The component indicators of every framework, in the order of the framework; of each code the latest version in force. */
export const listIndexComponents = async (db: Db | Tx): Promise<readonly IndexComponent[]> => {
  const rows = await db
    .selectFrom('index_framework')
    .distinctOn('code')
    .select(['code', 'version', 'definition'])
    .where('state', '=', 'in-force')
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute();
  return rows.flatMap(({ code, version, definition }) =>
    // Safe: only definitions that passed the schema of frameworks are stored.
    listIndicators(definition as unknown as Framework).map((component) => ({
      frameworkCode: code,
      frameworkVersion: version,
      component,
    })),
  );
};
