import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { LIMITS_OF_AN_ANSWER, type ReadingLimits } from '#server/read/reading-limits.ts';
import { writeSource, type WrittenSource } from '#server/read/source/write-source.ts';
import type { PageMarks } from './page-marks.ts';
import { openPdf, type PdfDocument } from './pdfjs.ts';
import { readPages } from './read-pages.ts';
import { readPageMarks } from './read-page-marks.ts';

export type PdfRefusal = Refusal<
  'file.broken' | 'file.encrypted' | 'file.scan' | 'file.too-complex' | 'file.too-large'
>;

/** How much is read, and who is told how far it is. */
export interface PdfReadingOptions {
  readonly limits?: ReadingLimits;
  /** Given the share of the pages that are read. */
  readonly tell?: (share: number) => void;
}

// A stamp of a digital signature has some words too.
const WORDS_OF_A_PAGE = 8;

const readMarks = async (
  document: PdfDocument,
  { limits = LIMITS_OF_AN_ANSWER, tell }: PdfReadingOptions,
): Promise<readonly PageMarks[] | undefined> => {
  const pages: PageMarks[] = [];
  let words = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const marks = await readPageMarks(page, number);
    page.cleanup();
    words += marks.words.length;
    if (words > limits.words) return undefined;
    pages.push(marks);
    tell?.(number / document.numPages);
  }
  return pages;
};

const isLocked = (error: unknown): boolean => error instanceof Error && error.name === 'PasswordException';

const readDocument = async (
  document: PdfDocument,
  options: PdfReadingOptions,
): Promise<WrittenSource | PdfRefusal> => {
  const pages = document.numPages;
  const limitPages = (options.limits ?? LIMITS_OF_AN_ANSWER).pages;
  if (pages > limitPages) return refuse('file.too-large', { pages, limitPages });
  const marks = await readMarks(document, options);
  if (!marks) return refuse('file.too-complex');
  const words = marks.reduce((sum, page) => sum + page.words.length, 0);
  if (words < pages * WORDS_OF_A_PAGE) return refuse('file.scan', { pages });
  return writeSource(readPages(marks));
};

/** Reads a PDF with a text layer into text. Refused by name: locked, broken, scanned pictures, too many pages. */
export const readPdfFile = async (
  content: Uint8Array,
  options: PdfReadingOptions = {},
): Promise<WrittenSource | PdfRefusal> => {
  try {
    const { document, close } = await openPdf(content);
    try {
      return await readDocument(document, options);
    } finally {
      await close();
    }
  } catch (error) {
    // The library throws on anything that is not as the format says.
    return isLocked(error) ? refuse('file.encrypted') : refuse('file.broken', { format: 'pdf' });
  }
};
