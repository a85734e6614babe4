import { sql } from 'kysely';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Db } from '#server/db/database.ts';

/** A difficulty that somebody is told of. */
export interface DifficultyNotice {
  readonly kind: 'difficulty-to-answer' | 'difficulty-answered';
  readonly id: string;
  readonly words: string;
  readonly organizationCode: string;
  readonly organizationName: string;
  readonly at: string;
  readonly dueDay: PlainDate;
}

/** Whom a person may answer for and has raised difficulties for. */
export interface DifficultyHearer {
  readonly isCoordinator: boolean;
  readonly isLeader: boolean;
  /** Organizations for which the person answers and raises difficulties. */
  readonly organizations: readonly string[];
}

// More would not be read in a panel; the list has all.
const MOST = 20;

/**
 * Difficulties that a person must answer, and answers to the own ones that are to be accepted; the longest due first. It
 * follows from who holds them now, so that whoever takes an office over is told of what waits there.
 */
export const listDifficultyNotices = async (
  db: Db,
  { isCoordinator, isLeader, organizations }: DifficultyHearer,
  { today, missedDay }: { readonly today: PlainDate; readonly missedDay: PlainDate },
): Promise<readonly DifficultyNotice[]> => {
  const own = [...organizations];
  const { rows } = await sql<DifficultyNotice>`
    with held as (
      select difficulty.*, asker.name as asker_name,
        coalesce(difficulty.holder = 'organization' and holder.valid_to < ${today}::date, false) as has_left
      from difficulty
      join organization as asker on asker.code = difficulty.organization_code
      left join organization as holder on holder.code = difficulty.holder_code
      where difficulty.state <> 'closed')
    select case when state = 'answered' then 'difficulty-answered' else 'difficulty-to-answer' end as kind,
      difficulty_id as id, words, organization_code as "organizationCode", asker_name as "organizationName",
      changed_at as at, due_day as "dueDay"
    from held
    where (state = 'answered' and organization_code = any(${own}))
      or (state = 'open' and not has_left and holder_code = any(${own}))
      or (state = 'open' and ${isCoordinator} and (holder = 'coordinator' or has_left))
      or (state = 'forwarded' and (${isLeader} or (${isCoordinator} and due_day <= ${missedDay}::date)))
    order by due_day, difficulty_id limit ${MOST}`.execute(db);
  return rows;
};
