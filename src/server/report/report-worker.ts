import { parentPort } from 'node:worker_threads';
import type { Refusal } from '#core/kernel/refusal.ts';
import type { OfficialDocument } from '#core/report/official-document.ts';
import { templateDataOf } from '#core/report/template/template-data.ts';
import type { DocumentFacts, PaperKind } from '#core/report/writing/write-document.ts';
import { renderDocument, type RenderFormat } from './render-document.ts';
import { checkTemplateFile, type TemplateCheck } from './template/check-template-file.ts';
import { fillTemplate } from './template/fill-template.ts';
import { renderStarter } from './template/render-starter.ts';

/** One document to be made into a file. */
export interface RenderOrder {
  readonly document: OfficialDocument;
  readonly format: RenderFormat;
  /** An office's .docx with placeholders, which lays it out instead, and the data that it is filled with. */
  readonly template?: { readonly content: Uint8Array; readonly facts: DocumentFacts };
}

/** A document whose words are placeholders, to be made into a template. */
export interface StarterOrder {
  readonly starter: OfficialDocument;
}

/** A Word file that is to be a template. */
export interface CheckOrder {
  readonly check: { readonly name: string; readonly content: Uint8Array; readonly kind: PaperKind };
}

export type ReportOrder = RenderOrder | StarterOrder | CheckOrder;

/** A file, what a check finds, or why there is neither. */
export type ReportAnswer =
  { readonly file: Uint8Array } | { readonly checked: TemplateCheck | Refusal } | { readonly fault: string };

const answer = async (order: ReportOrder): Promise<ReportAnswer> => {
  if ('starter' in order) return { file: await renderStarter(order.starter) };
  if ('check' in order) {
    const { name, content, kind } = order.check;
    return { checked: await checkTemplateFile(name, content, kind) };
  }
  const { document, format, template } = order;
  return {
    file: template
      ? fillTemplate(template.content, templateDataOf(document, template.facts))
      : await renderDocument(document, format),
  };
};

parentPort?.on('message', (order: ReportOrder) => {
  answer(order).then(
    (answered) => parentPort?.postMessage(answered),
    (error: unknown) => parentPort?.postMessage({ fault: String(error) } satisfies ReportAnswer),
  );
});
