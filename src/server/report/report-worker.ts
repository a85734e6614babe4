import { parentPort } from 'node:worker_threads';
import type { OfficialDocument } from '#core/report/official-document.ts';
import type { DocumentFacts } from '#core/report/writing/write-document.ts';
import { renderDocument, type RenderFormat } from './render-document.ts';

/** One document to be made into a file. */
export interface RenderOrder {
  readonly document: OfficialDocument;
  readonly format: RenderFormat;
  /** An office's .docx with placeholders that lays it out instead, and the data to fill it with. */
  readonly template?: Uint8Array;
  readonly facts?: DocumentFacts;
}

/** The file, or why there is none. */
export type RenderAnswer = { readonly file: Uint8Array } | { readonly fault: string };

parentPort?.on('message', ({ document, format }: RenderOrder) => {
  renderDocument(document, format).then(
    (file) => parentPort?.postMessage({ file } satisfies RenderAnswer),
    (error: unknown) => parentPort?.postMessage({ fault: String(error) } satisfies RenderAnswer),
  );
});
