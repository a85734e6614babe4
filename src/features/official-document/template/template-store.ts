import { sql } from 'kysely';
import type { PaperKind } from '#core/report/writing/write-document.ts';
import type { Db, Tx } from '#server/db/database.ts';

/** Whose papers of which kind a template lays out. */
export interface TemplatePlace {
  readonly organizationCode: string;
  readonly kind: PaperKind;
}

/** One version of a template, without its file. */
export interface TemplateLine extends TemplatePlace {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly fileName: string;
  /** SHA-256 of the file. */
  readonly contentHash: string;
  /** Instant with milliseconds in UTC. */
  readonly uploadedAt: string;
  readonly uploadedBy: string;
  readonly uploadedByName: string;
  readonly writeId: string;
}

const selectTemplates = (db: Db | Tx) =>
  db
    .selectFrom('document_template as template')
    .innerJoin('account', 'account.account_id', 'template.uploaded_by')
    .select(['template.document_template_id', 'template.organization_code', 'template.kind', 'template.name'])
    .select(['template.version', 'template.file_name', 'template.content_hash', 'template.write_id'])
    .select(['template.uploaded_at', 'template.uploaded_by', 'account.display_name']);

type TemplateRow = Awaited<ReturnType<ReturnType<typeof selectTemplates>['executeTakeFirstOrThrow']>>;

const lineOf = (row: TemplateRow): TemplateLine => ({
  id: row.document_template_id,
  organizationCode: row.organization_code,
  // Safe: only insertTemplate writes the column.
  kind: row.kind as PaperKind,
  ...{ name: row.name, version: row.version, fileName: row.file_name, contentHash: row.content_hash },
  uploadedAt: new Date(row.uploaded_at).toISOString(),
  ...{ uploadedBy: row.uploaded_by, uploadedByName: row.display_name, writeId: row.write_id },
});

/** The newest version of each template for papers of a kind of an organization, by name. */
export const listNewestTemplates = async (
  db: Db | Tx,
  { organizationCode, kind }: TemplatePlace,
): Promise<readonly TemplateLine[]> => {
  const rows = await selectTemplates(db)
    .distinctOn('template.name')
    .where('template.organization_code', '=', organizationCode)
    .where('template.kind', '=', kind)
    .orderBy('template.name')
    .orderBy('template.version', 'desc')
    .execute();
  return rows.map(lineOf);
};

/** Every version of every template for papers of a kind of an organization, by name, the newest version first. */
export const listTemplates = async (
  db: Db | Tx,
  { organizationCode, kind }: TemplatePlace,
): Promise<readonly TemplateLine[]> => {
  const rows = await selectTemplates(db)
    .where('template.organization_code', '=', organizationCode)
    .where('template.kind', '=', kind)
    .orderBy('template.name')
    .orderBy('template.version', 'desc')
    .execute();
  return rows.map(lineOf);
};

/** The version of a template that a write made. */
export const findTemplateOfWrite = async (tx: Tx, writeId: string): Promise<TemplateLine | undefined> => {
  const row = await selectTemplates(tx).where('template.write_id', '=', writeId).executeTakeFirst();
  return row && lineOf(row);
};

/** Keeps a version of a template for good. */
export const insertTemplate = async (
  tx: Tx,
  template: Omit<TemplateLine, 'uploadedByName'>,
  content: Uint8Array,
): Promise<void> => {
  await tx
    .insertInto('document_template')
    .values({
      document_template_id: template.id,
      organization_code: template.organizationCode,
      kind: template.kind,
      name: template.name,
      version: template.version,
      file_name: template.fileName,
      content: Buffer.from(content),
      content_hash: template.contentHash,
      write_id: template.writeId,
      uploaded_at: template.uploadedAt,
      uploaded_by: template.uploadedBy,
    })
    .execute();
};

/** Waits until nobody else changes the templates of a place; the lock ends with the transaction. */
export const lockTemplates = async (tx: Tx, { organizationCode, kind }: TemplatePlace): Promise<void> => {
  const name = `document-template/${organizationCode}/${kind}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
};

/** Which version of a template lays out papers of a place from a moment on. */
export interface TemplateChoice extends TemplatePlace {
  readonly version: number;
  /** Null for the delivered layout. */
  readonly templateId: string | null;
  readonly writeId: string;
  readonly chosenAt: string;
  readonly chosenBy: string;
}

/** Keeps a choice for good. */
export const insertChoice = async (tx: Tx, choice: TemplateChoice): Promise<void> => {
  await tx
    .insertInto('document_template_choice')
    .values({
      organization_code: choice.organizationCode,
      kind: choice.kind,
      version: choice.version,
      document_template_id: choice.templateId,
      write_id: choice.writeId,
      chosen_at: choice.chosenAt,
      chosen_by: choice.chosenBy,
    })
    .execute();
};

/** The choice that a write made. */
export const findChoiceOfWrite = async (
  tx: Tx,
  writeId: string,
): Promise<
  (TemplatePlace & { readonly templateId: string | null; readonly chosenBy: string }) | undefined
> => {
  const row = await tx
    .selectFrom('document_template_choice')
    .select(['organization_code', 'kind', 'document_template_id', 'chosen_by'])
    .where('write_id', '=', writeId)
    .executeTakeFirst();
  return (
    row && {
      // Safe: only insertChoice writes the column.
      ...{ organizationCode: row.organization_code, kind: row.kind as PaperKind },
      ...{ templateId: row.document_template_id, chosenBy: row.chosen_by },
    }
  );
};

/** The choice that counts; version 0 and the delivered layout while nobody has chosen. */
export const findChoice = async (
  db: Db | Tx,
  { organizationCode, kind }: TemplatePlace,
): Promise<{
  readonly version: number;
  readonly templateId: string | null;
}> => {
  const row = await db
    .selectFrom('document_template_choice')
    .select(['version', 'document_template_id'])
    .where('organization_code', '=', organizationCode)
    .where('kind', '=', kind)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    version: row?.version ?? 0,
    templateId: row?.document_template_id ?? null,
  };
};

/** The newest paper of a place. */
export const findNewestPaper = async (
  db: Db,
  { organizationCode, kind }: TemplatePlace,
): Promise<{ readonly id: string; readonly title: string } | null> => {
  const row = await db
    .selectFrom('official_document')
    .select(['official_document_id as id', 'title'])
    .where('organization_code', '=', organizationCode)
    .where('kind', '=', kind)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
};

/** The version of a template with an id. */
export const findTemplate = async (db: Db | Tx, id: string): Promise<TemplateLine | undefined> => {
  const row = await selectTemplates(db).where('document_template_id', '=', id).executeTakeFirst();
  return row && lineOf(row);
};

/** The file of a version of a template. */
export const findTemplateContent = async (db: Db, id: string): Promise<Uint8Array | undefined> => {
  const row = await db
    .selectFrom('document_template')
    .select('content')
    .where('document_template_id', '=', id)
    .executeTakeFirst();
  return row?.content;
};
