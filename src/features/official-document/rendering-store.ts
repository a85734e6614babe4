import { sql } from 'kysely';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { DocumentIssue } from '#core/report/issue.ts';
import type { SigningCapacity } from '#core/report/signature.ts';
import type { Db, Tx } from '#server/db/database.ts';
import type { PaperFormat } from './contract.ts';

/** A paper as it was made (version 1), or as it was numbered, signed or laid out afterwards. */
export interface StoredRendering extends DocumentIssue {
  readonly paperId: string;
  readonly version: number;
  /** What follows its number; null without a number. */
  readonly series: string | null;
  /** The version of a template that lays it out; null for the delivered layout. */
  readonly templateId: string | null;
  readonly writeId: string;
  /** Instant with milliseconds in UTC. */
  readonly madeAt: string;
  /** Null where a step of the ladder of reminders drew the paper up. */
  readonly madeBy: string | null;
}

/** A rendering with the names that stand beside it. */
export interface RenderingLine extends StoredRendering {
  readonly madeByName: string | null;
  readonly template: { readonly id: string; readonly name: string; readonly version: number } | null;
}

/** Keeps a rendering for good. */
export const insertRendering = async (tx: Tx, rendering: StoredRendering): Promise<void> => {
  const { signing } = rendering;
  await tx
    .insertInto('document_rendering')
    .values({
      official_document_id: rendering.paperId,
      version: rendering.version,
      number: rendering.number,
      series: rendering.series,
      issued_on: rendering.issuedOn,
      signing_capacity: signing?.capacity ?? null,
      signing_office: signing?.office ?? null,
      signer: signing?.signer ?? null,
      document_template_id: rendering.templateId,
      write_id: rendering.writeId,
      made_at: rendering.madeAt,
      made_by: rendering.madeBy,
    })
    .execute();
};

const selectRenderings = (db: Db | Tx) =>
  db
    .selectFrom('document_rendering as rendering')
    .leftJoin('account', 'account.account_id', 'rendering.made_by')
    .leftJoin(
      'document_template as template',
      'template.document_template_id',
      'rendering.document_template_id',
    )
    .selectAll('rendering')
    .select([
      'account.display_name',
      'template.name as template_name',
      'template.version as template_version',
    ]);

type RenderingRow = Awaited<ReturnType<ReturnType<typeof selectRenderings>['executeTakeFirstOrThrow']>>;

const renderingOf = (row: RenderingRow): RenderingLine => ({
  paperId: row.official_document_id,
  version: row.version,
  number: row.number,
  series: row.series,
  // Safe: the column holds days alone.
  issuedOn: row.issued_on as PlainDate | null,
  signing:
    row.signing_capacity === null
      ? null
      : {
          // Safe: only insertRendering writes the column.
          capacity: row.signing_capacity as SigningCapacity,
          ...{ office: row.signing_office, signer: row.signer },
        },
  templateId: row.document_template_id,
  template:
    row.document_template_id === null
      ? null
      : {
          ...{ id: row.document_template_id, name: row.template_name ?? '' },
          version: row.template_version ?? 1,
        },
  writeId: row.write_id,
  madeAt: new Date(row.made_at).toISOString(),
  madeBy: row.made_by,
  madeByName: row.display_name,
});

/** The renderings of a paper, the newest first. */
export const listRenderings = async (db: Db | Tx, paperId: string): Promise<readonly RenderingLine[]> => {
  const rows = await selectRenderings(db)
    .where('rendering.official_document_id', '=', paperId)
    .orderBy('rendering.version', 'desc')
    .execute();
  return rows.map(renderingOf);
};

/** The rendering that a write made. */
export const findRenderingOfWrite = async (
  db: Db | Tx,
  writeId: string,
): Promise<RenderingLine | undefined> => {
  const row = await selectRenderings(db).where('rendering.write_id', '=', writeId).executeTakeFirst();
  return row && renderingOf(row);
};

/** Waits until nobody else numbers papers of an organization; the lock ends with the transaction. */
export const lockNumbers = async (tx: Tx, organizationCode: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`document-number/${organizationCode}`}, 0))`.execute(
    tx,
  );
};

/** The title of another paper of the organization that has a number of a series in a year. */
export const findNumberHolder = async (
  tx: Tx,
  wanted: {
    readonly paperId: string;
    readonly organizationCode: string;
    readonly series: string;
    readonly number: number;
    readonly year: number;
  },
): Promise<string | undefined> => {
  const row = await tx
    .selectFrom('document_rendering as rendering')
    .innerJoin('official_document as paper', 'paper.official_document_id', 'rendering.official_document_id')
    .select('paper.title')
    .where('paper.organization_code', '=', wanted.organizationCode)
    .where('paper.official_document_id', '<>', wanted.paperId)
    .where('rendering.series', '=', wanted.series)
    .where('rendering.number', '=', wanted.number)
    .where(sql<boolean>`extract(year from rendering.issued_on) = ${wanted.year}`)
    // A number that was given by mistake is free again once the paper has another.
    .where(
      sql<boolean>`rendering.version = (select max(version) from document_rendering
        where official_document_id = paper.official_document_id)`,
    )
    .executeTakeFirst();
  return row?.title;
};

const KEPT_DAYS = 30;

/** Keeps a file that took long to make, and lets old ones go. */
export const keepFile = async (
  db: Db,
  file: { readonly paperId: string; readonly version: number; readonly format: PaperFormat },
  content: Uint8Array,
): Promise<void> => {
  await db
    .deleteFrom('rendered_file')
    .where('kept_at', '<', sql<string>`now() - make_interval(days => ${KEPT_DAYS})`)
    .execute();
  await db
    .insertInto('rendered_file')
    .values({
      ...{ official_document_id: file.paperId, version: file.version, format: file.format },
      content: Buffer.from(content),
    })
    .onConflict((conflict) => conflict.columns(['official_document_id', 'version', 'format']).doNothing())
    .execute();
};

/** Which files of a paper jobs have made, by the version of the rendering. */
export const listFiles = async (
  db: Db,
  paperId: string,
): Promise<readonly { readonly version: number; readonly format: PaperFormat }[]> => {
  const rows = await db
    .selectFrom('rendered_file')
    .select(['version', 'format'])
    .where('official_document_id', '=', paperId)
    .orderBy('format')
    .execute();
  // Safe: only keepFile writes the column.
  return rows.map(({ version, format }) => ({ version, format: format as PaperFormat }));
};

/** A file that a job has made; undefined where none was made or it was let go. */
export const findFile = async (
  db: Db,
  file: { readonly paperId: string; readonly version: number; readonly format: PaperFormat },
): Promise<Uint8Array | undefined> => {
  const row = await db
    .selectFrom('rendered_file')
    .select('content')
    .where('official_document_id', '=', file.paperId)
    .where('version', '=', file.version)
    .where('format', '=', file.format)
    .executeTakeFirst();
  return row?.content;
};
