import type { OfficialDocument } from '#core/report/official-document.ts';
import { renderDocx } from './render-docx.ts';
import { renderHtml } from './render-html.ts';
import { renderPdf } from './render-pdf.ts';
import { renderTables } from './render-tables.ts';

/** The files that a document becomes. */
export const RENDER_FORMATS = ['docx', 'pdf', 'html', 'xlsx'] as const;
export type RenderFormat = (typeof RENDER_FORMATS)[number];

/** A document as a file of a format. The same document gives the same bytes. */
export const renderDocument = async (
  document: OfficialDocument,
  format: RenderFormat,
): Promise<Uint8Array> => {
  switch (format) {
    case 'docx':
      return renderDocx(document);
    case 'pdf':
      return renderPdf(document);
    case 'html':
      return Buffer.from(renderHtml(document));
    case 'xlsx':
      return renderTables(document);
  }
};
