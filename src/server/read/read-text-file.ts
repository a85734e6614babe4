import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { findDecoding, type TextEncoding } from './decode-text.ts';
import { dropUnseen } from './source/clean-words.ts';

/** A file as it arrives: its name and its bytes. */
export interface ReceivedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** The text of a file: NFC, line feeds only, no character that nobody sees, no control characters but tabs and form feeds. */
export interface TextFile {
  readonly text: string;
  readonly encoding: TextEncoding;
}

export type FileRefusal = Refusal<
  'file.empty' | 'file.binary' | 'file.unknown-encoding' | 'file.too-large' | 'file.unsupported-kind'
>;

/** The largest file that is read, in bytes. */
export const LARGEST_FILE = 20 * 1024 * 1024;

const KINDS_BY_START: readonly (readonly [string, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['office-open-xml', [0x50, 0x4b, 0x03, 0x04]],
  ['office-97', [0xd0, 0xcf, 0x11, 0xe0]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gzip', [0x1f, 0x8b]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
];
const KINDS_BY_NAME = /\.(pdf|docx?|xlsx?|pptx?|rtf|odt|ods|zip|rar|7z|png|jpe?g|gif|tiff?)$/iu;
const MOST_CONTROLS = 0.002;

const findForeignKind = ({ fileName, bytes }: ReceivedFile): string | undefined => {
  const byStart = KINDS_BY_START.find(([, start]) => start.every((byte, index) => bytes[index] === byte));
  return byStart?.[0] ?? KINDS_BY_NAME.exec(fileName)?.[1]?.toLowerCase();
};

// Line ends of all systems, and the one inside a paragraph of Word; the hyphen of Word that never breaks.
const LINE_END = /\r\n?|[\u000b\u0085\u2028\u2029]/gu;
const WORD_HYPHEN = /\u001e/gu;
// Tabs, line feeds and form feeds part cells, lines and pages; no other control character says anything.

const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/gu;

const countControls = (text: string): number => text.match(CONTROL)?.length ?? 0;

const hasZeroBytes = (bytes: Uint8Array): boolean => bytes.subarray(0, 65_536).includes(0);

/** Reads the bytes of a text or Markdown file in whatever encoding an office keeps it, or refuses the file by name. */
export const readTextFile = (file: ReceivedFile): TextFile | FileRefusal => {
  const { fileName, bytes } = file;
  if (bytes.length === 0) return refuse('file.empty', { fileName });
  if (bytes.length > LARGEST_FILE) {
    return refuse('file.too-large', { fileName, bytes: bytes.length, limit: LARGEST_FILE });
  }
  const kind = findForeignKind(file);
  if (kind !== undefined) return refuse('file.unsupported-kind', { fileName, kind });
  const decoded = findDecoding(bytes);
  if (!decoded) {
    return hasZeroBytes(bytes)
      ? refuse('file.binary', { fileName })
      : refuse('file.unknown-encoding', { fileName });
  }
  const written = dropUnseen(decoded.text).replace(LINE_END, '\n').replace(WORD_HYPHEN, '-');
  if (countControls(written) > written.length * MOST_CONTROLS) return refuse('file.binary', { fileName });
  const text = written.replace(CONTROL, '').normalize('NFC');
  return text.trim() === '' ? refuse('file.empty', { fileName }) : { text, encoding: decoded.encoding };
};
