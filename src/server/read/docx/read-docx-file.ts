import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { writeSource, type WrittenSource } from '#server/read/source/write-source.ts';
import { openDocx, TooMuchPacked } from './docx-package.ts';
import { readDocx } from './read-docx.ts';

/** Reads a Word document into text. Refused: an archive that holds none, a broken one, one with a document type, one that unpacks to too much. */
export const readDocxFile = (
  content: Uint8Array,
): WrittenSource | Refusal<'file.broken' | 'file.too-complex' | 'file.unsupported-kind'> => {
  try {
    const docx = openDocx(content);
    return docx ? writeSource(readDocx(docx)) : refuse('file.unsupported-kind', { kind: 'office-open-xml' });
  } catch (error) {
    // The libraries throw on anything that is not as the formats say.
    return error instanceof TooMuchPacked
      ? refuse('file.too-complex')
      : refuse('file.broken', { format: 'docx' });
  }
};
