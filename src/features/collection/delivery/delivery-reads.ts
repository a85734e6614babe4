import { sql } from 'kysely';
import type { DeliveryTarget } from '#core/submission/delivery/delivery.ts';
import type { Db, Tx } from '#server/db/database.ts';

/** The figures that open rounds ask organizations for, as far as a delivery may mean them. */
export const listDeliveryTargets = async (
  db: Db | Tx,
  meant: {
    readonly organizations: readonly string[];
    readonly items: readonly string[];
    readonly periods: readonly string[];
  },
): Promise<readonly DeliveryTarget[]> => {
  const { rows } = await sql<DeliveryTarget>`
    select submission.submission_id as "submissionId", submission.organization_code as organization,
      round.round_id as "roundId", round.framework_code as framework, round.period,
      request.subject_code as subject, request.item_code as item
    from reporting_round as round
    join submission on submission.round_id = round.round_id
    join round_request as request on request.round_id = round.round_id
      and request.organization_code = submission.organization_code
    where round.state = 'open' and round.period = any(${[...meant.periods]})
      and submission.organization_code = any(${[...meant.organizations]})
      and request.item_code = any(${[...meant.items]})`.execute(db);
  return rows;
};

/** Rounds that are open, by their titles. */
export const listOpenRounds = (
  db: Db | Tx,
): Promise<readonly { readonly id: string; readonly title: string }[]> =>
  db
    .selectFrom('reporting_round')
    .select(['round_id as id', 'title'])
    .where('state', '=', 'open')
    .orderBy('title')
    .execute();
