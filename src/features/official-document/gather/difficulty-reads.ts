import { sql } from 'kysely';
import type { Organization } from '#core/organization/organization.ts';
import { bodyName } from '#core/report/letterhead.ts';
import type { DifficultyAnswerFacts } from '#core/report/writing/difficulty-answer.ts';
import { askedItemName } from '#server/registers/asked-item-name.ts';
import type { Db } from '#server/db/database.ts';

type AnsweredDifficulty = Omit<DifficultyAnswerFacts, 'kind' | 'province' | 'asOf'> & { readonly id: string };

const MOST_OFFERED = 200;

/** Difficulties that are answered, the latest answer first; with an id, that one alone. */
export const listAnsweredDifficulties = async (
  db: Db,
  id: string | null = null,
): Promise<readonly AnsweredDifficulty[]> => {
  const { rows } = await sql<
    AnsweredDifficulty & Pick<Organization, 'kind'> & { readonly answererKind: Organization['kind'] | null }
  >`
    select difficulty.difficulty_id as id, organization.name as organization, organization.kind, difficulty.words, difficulty.suggestion,
      (difficulty.raised_at at time zone 'Asia/Ho_Chi_Minh')::date as "raisedOn",
      json_build_object('kind', coalesce(item.kind, 'submission'), 'name',
        coalesce(item.name, concat_ws(', ', ${askedItemName} ->> 'vi', round.title))) as about,
      said.words as answer, said.document,
      case when said.move = 'answer' then holder.name end as "answeredBy", holder.kind as "answererKind"
    from difficulty
    join organization on organization.code = difficulty.organization_code
    left join organization as holder on holder.code = difficulty.holder_code
    left join document_item as item on item.id = difficulty.item_id
    left join submission on submission.submission_id = difficulty.submission_id
    left join reporting_round as round on round.round_id = submission.round_id
    cross join lateral (
      select event.move, event.words, event.document, event.at from difficulty_event as event
      where event.difficulty_id = difficulty.difficulty_id and event.move in ('answer', 'rule')
      order by event.version desc limit 1) as said
    where difficulty.state in ('answered', 'closed')
      and (${id}::uuid is null or difficulty.difficulty_id = ${id}::uuid)
    order by said.at desc limit ${MOST_OFFERED}`.execute(db);
  return rows.map(({ organization, kind, answeredBy = null, answererKind, ...row }) => ({
    ...row,
    organization: bodyName({ name: organization, kind }),
    answeredBy:
      answeredBy === null || answererKind === null
        ? null
        : bodyName({ name: answeredBy, kind: answererKind }),
  }));
};
