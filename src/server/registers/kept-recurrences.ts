import { sql } from 'kysely';
import { readRecurrence } from '#core/calendar/recurrence.ts';
import type { Db } from '#server/db/database.ts';

/**
 * Reads once how often items come back that were entered before it was kept, and keeps it. Nothing that is said of them
 * changes, so that neither their history nor the audit trail tells of it; what is kept already stays.
 */
export const keepRecurrences = async (db: Db): Promise<void> => {
  const unread = sql`due_kind = 'recurring' and due_recurrence is null`;
  const { rows } = await sql<{ words: string | null }>`
    select distinct due_raw as words from document_item where ${unread}`.execute(db);
  if (rows.length === 0) return;
  const read = rows.map(({ words }) => ({ words: words ?? '', recurrence: readRecurrence(words ?? '') }));
  await sql`
    update document_item set due_recurrence = read.recurrence
    from jsonb_to_recordset(${JSON.stringify(read)}::jsonb) as read (words text, recurrence jsonb)
    where ${unread} and coalesce(document_item.due_raw, '') = read.words`.execute(db);
};
