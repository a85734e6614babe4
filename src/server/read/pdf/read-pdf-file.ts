import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { writeSource, type WrittenSource } from '#server/read/source/write-source.ts';
import type { PageMarks } from './page-marks.ts';
import { openPdf, type PdfDocument } from './pdfjs.ts';
import { readPages } from './read-pages.ts';
import { readPageMarks } from './read-page-marks.ts';

export type PdfRefusal = Refusal<
  'file.broken' | 'file.encrypted' | 'file.scan' | 'file.too-complex' | 'file.too-large'
>;

/** The longest document that is read, in pages: the longest plan seen so far has sixty. */
const MOST_PAGES = 400;
const MOST_WORDS = 250_000;
// A stamp of a digital signature has some words too.
const WORDS_OF_A_PAGE = 8;

const readMarks = async (document: PdfDocument): Promise<readonly PageMarks[] | undefined> => {
  const pages: PageMarks[] = [];
  let words = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const marks = await readPageMarks(page, number);
    page.cleanup();
    words += marks.words.length;
    if (words > MOST_WORDS) return undefined;
    pages.push(marks);
  }
  return pages;
};

const isLocked = (error: unknown): boolean => error instanceof Error && error.name === 'PasswordException';

const readDocument = async (document: PdfDocument): Promise<WrittenSource | PdfRefusal> => {
  const pages = document.numPages;
  if (pages > MOST_PAGES) return refuse('file.too-large', { pages, limitPages: MOST_PAGES });
  const marks = await readMarks(document);
  if (!marks) return refuse('file.too-complex');
  const words = marks.reduce((sum, page) => sum + page.words.length, 0);
  if (words < pages * WORDS_OF_A_PAGE) return refuse('file.scan', { pages });
  return writeSource(readPages(marks));
};

/** Reads a PDF with a text layer into text. Refused by name: locked, broken, scanned pictures, too many pages. */
export const readPdfFile = async (content: Uint8Array): Promise<WrittenSource | PdfRefusal> => {
  try {
    const { document, close } = await openPdf(content);
    try {
      return await readDocument(document);
    } finally {
      await close();
    }
  } catch (error) {
    // The library throws on anything that is not as the format says.
    return isLocked(error) ? refuse('file.encrypted') : refuse('file.broken', { format: 'pdf' });
  }
};
