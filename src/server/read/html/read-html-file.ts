import iconv from 'iconv-lite';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { findDecoding } from '#server/read/decode-text.ts';
import { writeSource, type WrittenSource } from '#server/read/source/write-source.ts';
import { NestedTooDeep, readHtml } from './read-html.ts';

const BEGINNING = 4096;
const MARKUP = /<(?:!doctype\s+html|html|head|body|meta|table|div)\b/iu;
const CHARSET = /<meta[^>]*charset\s*=\s*["']?\s*([\w-]+)/iu;

const beginningOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, BEGINNING)).toString('latin1').replaceAll('\0', '');

/** Whether a file is a page of HTML: by its first words, or by its name and any mark of the language. */
export const isHtml = (fileName: string, bytes: Uint8Array): boolean => {
  const beginning = beginningOf(bytes)
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/u, '')
    .trimStart();
  if (/\.(?:html?|xhtml)$/iu.test(fileName)) return MARKUP.test(beginning) || beginning.startsWith('<');
  return /^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/iu.test(beginning);
};

/** What the words say about their encoding counts more than what the page says: pages of offices are often wrong about it. */
const decode = (bytes: Uint8Array): string | undefined => {
  const found = findDecoding(bytes);
  if (found) return found.text;
  const charset = CHARSET.exec(beginningOf(bytes))?.[1];
  return charset !== undefined && iconv.encodingExists(charset)
    ? iconv.decode(Buffer.from(bytes), charset)
    : undefined;
};

/** Reads a saved or pasted page into text. Refused: an unknown encoding, elements nested without end. */
export const readHtmlFile = (
  bytes: Uint8Array,
): WrittenSource | Refusal<'file.unknown-encoding' | 'file.too-complex'> => {
  const html = decode(bytes);
  if (html === undefined) return refuse('file.unknown-encoding');
  try {
    return writeSource(readHtml(html));
  } catch (error) {
    if (error instanceof NestedTooDeep || error instanceof RangeError) return refuse('file.too-complex');
    throw error;
  }
};
