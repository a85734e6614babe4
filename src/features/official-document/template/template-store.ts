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

/** Which version of a template lays out papers of a kind of an organization; null for the delivered layout. */
export const findChosenTemplate = async (
  db: Db | Tx,
  { organizationCode, kind }: TemplatePlace,
): Promise<string | null> => {
  const row = await db
    .selectFrom('document_template_choice')
    .select('document_template_id')
    .where('organization_code', '=', organizationCode)
    .where('kind', '=', kind)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.document_template_id ?? null;
};
