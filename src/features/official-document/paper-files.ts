import type { Actor } from '#core/access/access.ts';
import { MEDIA_TYPES } from '#core/kernel/media-types.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { hasTables } from '#core/report/table-sheets.ts';
import type { FileAnswer } from '#contract/schemas.ts';
import type { Db } from '#server/db/database.ts';
import type { DocumentRenderer } from '#server/report/document-renderer.ts';
import { openPaper } from './answer-papers.ts';
import type { PaperFormat } from './contract.ts';
import { FILE_NAMES } from './file-names.ts';
import { documentOf, factsOf } from './make-paper.ts';
import { findFile, keepFile, listRenderings, type RenderingLine } from './rendering-store.ts';
import { findPaper, type StoredPaper } from './store.ts';
import { findTemplateContent } from './template/template-store.ts';

const FILE_TYPES = {
  ...MEDIA_TYPES,
  html: 'text/html; charset=utf-8',
} as const satisfies Record<PaperFormat, string>;

/** What files are made with. */
export interface FileMaking {
  readonly db: Db;
  readonly documentRenderer: DocumentRenderer;
  /** Aborted when nobody waits for the file any more. */
  readonly unwanted: AbortSignal;
}

/** Makes a file from the kept data: the same bytes each time. Only .docx follows a template of the office. */
const renderFile = async (
  { db, documentRenderer, unwanted }: FileMaking,
  paper: StoredPaper,
  rendering: RenderingLine,
  format: PaperFormat,
): Promise<Uint8Array | Refusal> => {
  const document = documentOf(paper, rendering);
  if (format === 'xlsx' && !hasTables(document)) {
    return refuse('official-document.nothing-to-tell', { kind: paper.kind, format });
  }
  if (format === 'docx' && rendering.templateId !== null) {
    const template = await findTemplateContent(db, rendering.templateId);
    if (!template) return refuse('record.not-found', { kind: 'document-template', id: rendering.templateId });
    return documentRenderer.render(
      { document, format, template: { content: template, facts: factsOf(paper) } },
      unwanted,
    );
  }
  return documentRenderer.render({ document, format }, unwanted);
};

const findRendering = async (
  db: Db,
  id: string,
  version: number | undefined,
): Promise<RenderingLine | Refusal<'record.not-found'>> => {
  const renderings = await listRenderings(db, id);
  const found = version === undefined ? renderings[0] : renderings.find((one) => one.version === version);
  return found ?? refuse('record.not-found', { kind: 'document-rendering', id, version });
};

/** A paper as a file: one that a job has made, or made anew. */
export const answerPaperFile = async (
  making: FileMaking & { readonly actor: Actor | undefined },
  id: string,
  { format, rendering: version }: { readonly format: PaperFormat; readonly rendering?: number | undefined },
): Promise<FileAnswer | Refusal> => {
  const { db, actor } = making;
  const paper = await openPaper(db, actor, id);
  if (isRefusal(paper)) return paper;
  const rendering = await findRendering(db, id, version);
  if (isRefusal(rendering)) return rendering;
  const kept = await findFile(db, { paperId: id, version: rendering.version, format });
  const content = kept ?? (await renderFile(making, paper, rendering, format));
  if (isRefusal(content)) return content;
  const number = rendering.number === null ? '' : `-${String(rendering.number)}`;
  return {
    name: `${FILE_NAMES[paper.kind]}-${paper.madeAt.slice(0, 10)}-${id.slice(-6)}${number}.${format}`,
    mediaType: FILE_TYPES[format],
    content,
  };
};

/** Makes a file that takes long, and keeps it; one that is kept already is not made again. */
export const makeFile = async (
  making: FileMaking,
  id: string,
  { format, version }: { readonly format: PaperFormat; readonly version: number },
): Promise<Refusal | undefined> => {
  const { db } = making;
  const paper = await findPaper(db, id);
  if (!paper) return refuse('record.not-found', { kind: 'official-document', id });
  const rendering = await findRendering(db, id, version);
  if (isRefusal(rendering)) return rendering;
  const file = { paperId: id, version, format };
  if (await findFile(db, file)) return undefined;
  const content = await renderFile(making, paper, rendering, format);
  if (isRefusal(content)) return content;
  await keepFile(db, file, content);
  return undefined;
};
