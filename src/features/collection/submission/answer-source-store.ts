import { sql } from 'kysely';
import type { Db, Tx } from '#server/db/database.ts';
import { insertRows } from '#server/db/insert-rows.ts';

/** Where a figure comes from that nobody typed into the form. */
export type AnswerSource =
  | { readonly kind: 'workbook'; readonly file: string }
  | { readonly kind: 'known' }
  | { readonly kind: 'delivery'; readonly sourceId: string };

interface SourcedRow {
  readonly subject: string;
  readonly item: string;
  readonly version: number;
}

/** Keeps where the versions of answers come from that were just saved. */
export const insertAnswerSources = (
  tx: Tx,
  submissionId: string,
  rows: readonly SourcedRow[],
  source: AnswerSource,
): Promise<void> =>
  insertRows(
    tx,
    'answer_source',
    rows.map(({ subject, item, version }) => ({
      ...{ submission_id: submissionId, subject_code: subject, item_code: item, version, kind: source.kind },
      delivery_source_id: source.kind === 'delivery' ? source.sourceId : null,
      file_name: source.kind === 'workbook' ? source.file : null,
    })),
  );

export interface AnswerSourceRow {
  readonly subject: string;
  readonly item: string;
  readonly kind: AnswerSource['kind'];
  readonly deliverySourceId: string | null;
  /** The file, or the name of the source that delivers. */
  readonly name: string | null;
}

/** Where the figures of a submission come from as they were declared last, as far as nobody typed them. */
export const listAnswerSources = async (
  db: Db | Tx,
  submissionId: string,
): Promise<readonly AnswerSourceRow[]> => {
  const { rows } = await sql<AnswerSourceRow>`
    select source.subject_code as subject, source.item_code as item, source.kind,
      source.delivery_source_id as "deliverySourceId",
      coalesce(source.file_name, delivery_source.name) as name
    from (
      select subject_code, item_code, max(version) as version from answer_revision
      where submission_id = ${submissionId} and kind = 'declared'
      group by subject_code, item_code) as latest
    join answer_source as source on source.submission_id = ${submissionId}
      and source.subject_code = latest.subject_code and source.item_code = latest.item_code
      and source.version = latest.version
    left join delivery_source on delivery_source.source_id = source.delivery_source_id`.execute(db);
  return rows;
};
