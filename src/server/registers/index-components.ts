import { sql } from 'kysely';
import { listIndicators, type ComponentIndicator, type Framework } from '#core/scoring/framework.ts';
import type { Db, Tx } from '#server/db/database.ts';

/** A component indicator with the framework that it belongs to. */
export interface IndexComponent {
  readonly frameworkCode: string;
  readonly frameworkVersion: number;
  readonly component: ComponentIndicator;
}

/**
 * The component indicators of the frameworks that score the province, in their order; of each code the latest version in
 * force.
 * They are what plans name and agencies lead: those of other frameworks bear the same numbers.
 */
export const listIndexComponents = async (db: Db | Tx): Promise<readonly IndexComponent[]> => {
  const rows = await db
    .selectFrom('index_framework')
    .distinctOn('code')
    .select(['code', 'version', 'definition'])
    .where('state', '=', 'in-force')
    .where(sql<string>`definition ->> 'subjectKind'`, '=', 'province')
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
