import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { readDocxFile } from './docx/read-docx-file.ts';
import { isHtml, readHtmlFile } from './html/read-html-file.ts';
import { readPdfFile, type PdfRefusal } from './pdf/read-pdf-file.ts';
import { LARGEST_FILE, readTextFile, type FileRefusal, type ReceivedFile } from './read-text-file.ts';
import { LIMITS_OF_AN_ANSWER, type ReadingLimits } from './reading-limits.ts';
import type { WrittenSource } from './source/write-source.ts';

/** Formats in which a document is read. */
export type SourceFormat = 'text' | 'docx' | 'html' | 'pdf';

/** A document as the text that plans are read from. */
export interface SourceFile {
  readonly text: string;
  readonly format: SourceFormat;
  /** The encoding of a text; the name of the format of anything else. */
  readonly encoding: string;
  /** For each line of the text its page or its paragraph; empty for a text, whose lines are its own. */
  readonly places: readonly (number | null)[];
}

export type SourceRefusal =
  FileRefusal | PdfRefusal | Refusal<'file.broken' | 'file.too-complex' | 'file.old-office'>;

/** How much of a document is read, and who is told how far it is. */
export interface SourceReadingOptions {
  readonly limits?: ReadingLimits;
  /** Given the share of the document that is read. */
  readonly tell?: (share: number) => void;
}

// In no encoding takes a character more: a letter with two marks behind it, two bytes each.
const MOST_BYTES_EACH = 6;

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);
// A few bytes of a mail or a printer may stand before the mark of a PDF.
const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 1024)).toString('latin1').includes('%PDF-');
// Word and Excel until 2003, and documents of today that a password locks.
const isOldOffice = (bytes: Uint8Array): boolean => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);

/** Letters of an old font stand in a document as if they were Unicode: the text is looked at like any other. */
const admit = (
  file: ReceivedFile,
  format: SourceFormat,
  written: WrittenSource,
): SourceFile | SourceRefusal => {
  const read = readTextFile({ fileName: '', bytes: Buffer.from(written.text, 'utf8') });
  if (isRefusal(read)) return refuse(read.code, { ...read.details, fileName: file.fileName });
  return {
    text: read.text,
    format,
    encoding: read.encoding === 'utf-8' ? format : read.encoding,
    places: written.places,
  };
};

/** Reads the bytes of a document in any format that plans come in, told by its content, or refuses it by name. */
export const readSourceFile = async (
  file: ReceivedFile,
  options: SourceReadingOptions = {},
): Promise<SourceFile | SourceRefusal> => {
  const { limits = LIMITS_OF_AN_ANSWER } = options;
  const { fileName, bytes } = file;
  if (bytes.length > LARGEST_FILE) {
    return refuse('file.too-large', { fileName, bytes: bytes.length, limit: LARGEST_FILE });
  }
  if (isOldOffice(bytes)) return refuse('file.old-office', { fileName });
  if (isZip(bytes)) {
    const written = readDocxFile(bytes, limits);
    return isRefusal(written) ? written : admit(file, 'docx', written);
  }
  if (isPdf(bytes)) {
    const written = await readPdfFile(bytes, options);
    return isRefusal(written) ? written : admit(file, 'pdf', written);
  }
  // The markup of a page may take many times the room of its words.
  if (isHtml(fileName, bytes)) {
    const written = bytes.length > limits.pageBytes ? refuse('file.too-complex') : readHtmlFile(bytes);
    return isRefusal(written) ? refuse(written.code, { fileName }) : admit(file, 'html', written);
  }
  // Finding out how a text is encoded takes longer than reading it: what is too long for sure is not decoded.
  if (bytes.length > limits.characters * MOST_BYTES_EACH) {
    return refuse('file.too-large', { fileName, limitCharacters: limits.characters });
  }
  const read = readTextFile(file);
  return isRefusal(read) ? read : { ...read, format: 'text', places: [] };
};
