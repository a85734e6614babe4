import type { LinkAction } from '#core/consistency/measures/measure-link-decision.ts';
import { LINK_DECISIONS, type DecidedLink } from '#core/consistency/measures/measure-link.ts';
import type { Db } from '#server/db/database.ts';
import { listTargetKeys } from './measure-keys.ts';

/** The latest word about a pair, by the keys of both. */
export interface LatestLinkDecision {
  readonly one: string;
  readonly other: string;
  readonly version: number;
  readonly decision: LinkAction;
  readonly decidedAt: string;
  /** Name of whoever decided. */
  readonly decidedBy: string | null;
}

/** The latest word about each pair that anything was ever said of. */
export const listLatestLinkDecisions = async (db: Db): Promise<readonly LatestLinkDecision[]> => {
  const rows = await db
    .selectFrom('measure_link_decision as made')
    .leftJoin('account', 'account.account_id', 'made.decided_by')
    .select(['made.one_key', 'made.other_key', 'made.version', 'made.decision', 'made.decided_at'])
    .select('account.display_name')
    .distinctOn(['made.one_key', 'made.other_key'])
    .orderBy('made.one_key')
    .orderBy('made.other_key')
    .orderBy('made.version', 'desc')
    .execute();
  return rows.map((row) => ({
    ...{ one: row.one_key, other: row.other_key, version: row.version },
    // Safe: the constraint measure_link_decision_known admits no other.
    decision: row.decision as LinkAction,
    ...{ decidedAt: row.decided_at, decidedBy: row.display_name },
  }));
};

/** What holds about the targets that are registered now, by their ids, and about components and data items by their keys. */
export const listDecidedLinks = async (db: Db): Promise<readonly DecidedLink[]> => {
  const latest = await listLatestLinkDecisions(db);
  if (latest.length === 0) return [];
  const keys = await listTargetKeys(db);
  const idOf = new Map([...keys].map(([id, key]) => [key, id]));
  return latest.flatMap(({ one, other, decision }) => {
    const held = LINK_DECISIONS.find((known) => known === decision);
    return held ? [{ a: idOf.get(one) ?? one, b: idOf.get(other) ?? other, decision: held }] : [];
  });
};
