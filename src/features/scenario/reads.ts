import { FrameworkDefinition } from '#contract/framework.ts';
import type { Framework } from '#core/scoring/framework.ts';
import type { Db, Tx } from '#server/db/database.ts';

// A definition never changes under its fingerprint, so parsing it once is enough.
const parsed = new Map<string, Framework>();

/** One version of a framework. */
export const findFrameworkVersion = async (
  tx: Tx,
  code: string,
  version: number,
): Promise<Framework | undefined> => {
  const row = await tx
    .selectFrom('index_framework')
    .select(['fingerprint', 'definition'])
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst();
  if (!row) return undefined;
  const framework = parsed.get(row.fingerprint) ?? FrameworkDefinition.parse(row.definition);
  parsed.set(row.fingerprint, framework);
  return framework;
};

/** Names of the people behind accounts. */
export const listAccountNames = async (
  db: Db | Tx,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> => {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('account')
    .select(['account_id', 'display_name'])
    .where('account_id', 'in', wanted)
    .execute();
  return new Map(rows.map((row) => [row.account_id, row.display_name]));
};
