import { FrameworkDefinition } from '#contract/framework.ts';
import type { Framework } from '#core/scoring/framework.ts';
import type { Tx } from '#server/db/database.ts';

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
