import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { LIMITS_OF_AN_ANSWER, type ReadingLimits } from '#server/read/reading-limits.ts';
import { writeSource, type WrittenSource } from '#server/read/source/write-source.ts';
import { openDocx, TooMuchPacked } from './docx-package.ts';
import { readDocx } from './read-docx.ts';

/** Reads a Word document into text. Refused: an archive that holds none, a broken one, one with a document type, one that unpacks to too much. */
export const readDocxFile = (
  content: Uint8Array,
  limits: ReadingLimits = LIMITS_OF_AN_ANSWER,
): WrittenSource | Refusal<'file.broken' | 'file.too-complex' | 'file.unsupported-kind'> => {
  try {
    const docx = openDocx(content, limits.unpackedBytes);
    return docx ? writeSource(readDocx(docx)) : refuse('file.unsupported-kind', { kind: 'office-open-xml' });
  } catch (error) {
    // The libraries throw on anything that is not as the formats say.
    return error instanceof TooMuchPacked
      ? refuse('file.too-complex')
      : refuse('file.broken', { format: 'docx' });
  }
};
