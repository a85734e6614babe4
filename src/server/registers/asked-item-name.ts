import { sql } from 'kysely';
import type { LocalizedText } from '#core/scoring/localized-text.ts';
import { TASK_CODE_PREFIX } from '#core/task-progress/task-codes.ts';

/**
 * The name of what a reporting round (`round`) asks for under the code `difficulty.item_code`: of a figure as its framework
 * names it, of a task as its plan does. Null of a whole report.
 */
export const askedItemName = sql<LocalizedText | null>`case
  when difficulty.item_code like ${sql.lit(`${TASK_CODE_PREFIX}%`)} then (
    select json_build_object('vi', asked.name, 'en', asked.name) from document_item as asked
    where asked.id = substr(difficulty.item_code, ${sql.lit(TASK_CODE_PREFIX.length + 1)})::uuid)
  when difficulty.item_code is not null then (
    select jsonb_path_query_first(asked.definition, '$.dataItems[*] ? (@.code == $code).name',
      jsonb_build_object('code', difficulty.item_code))::json
    from index_framework as asked
    where asked.code = round.framework_code and asked.version = round.framework_version) end`;
