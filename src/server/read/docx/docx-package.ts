import { unzipSync } from 'fflate';
import { dirname, join } from 'node:path/posix';
import { elementsOf, parseXml, type XmlElement } from './xml-tree.ts';

const PARTS_LIMIT = 5000;

/** More is packed in a document than any plan holds. */
export class TooMuchPacked extends Error {
  override readonly name = 'TooMuchPacked';
}

/** The parts of a Word document that its words stand in. */
export interface DocxPackage {
  readonly document: XmlElement;
  readonly styles: XmlElement | undefined;
  readonly numbering: XmlElement | undefined;
  readonly footnotes: XmlElement | undefined;
  readonly endnotes: XmlElement | undefined;
}

/** Unpacks single parts; their stated sizes are added up before anything is unpacked. */
const openParts = (content: Uint8Array, limitBytes: number): ((name: string) => XmlElement | undefined) => {
  const sizes = new Map<string, number>();
  unzipSync(content, {
    filter: ({ name, originalSize }) => {
      sizes.set(name, originalSize);
      if (sizes.size > PARTS_LIMIT) throw new TooMuchPacked();
      return false;
    },
  });
  let unpacked = 0;
  return (part) => {
    const size = sizes.get(part);
    if (size === undefined) return undefined;
    unpacked += size;
    if (unpacked > limitBytes) throw new TooMuchPacked();
    const bytes = unzipSync(content, { filter: ({ name }) => name === part })[part];
    return bytes && parseXml(decode(bytes));
  };
};

const decode = (bytes: Uint8Array): string => {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = !isWide ? 'utf-8' : bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
};

/** The part that a list of relations names; parts outside of the file are never followed. */
const findTarget = (relations: XmlElement | undefined, type: string, from: string): string | undefined => {
  const found = (relations ? elementsOf(relations) : []).find(
    ({ attributes }) =>
      attributes.get('Type')?.endsWith(`/${type}`) === true && attributes.get('TargetMode') !== 'External',
  );
  const target = found?.attributes.get('Target');
  if (target === undefined) return undefined;
  return target.startsWith('/') ? target.slice(1) : join(from, target);
};

/** Opens a Word document, unpacking at most so many bytes; undefined when the archive holds none. Throws on what is no sound archive or XML. */
export const openDocx = (content: Uint8Array, limitBytes: number): DocxPackage | undefined => {
  const readPart = openParts(content, limitBytes);
  const main = findTarget(readPart('_rels/.rels'), 'officeDocument', '') ?? 'word/document.xml';
  const document = readPart(main);
  if (document?.name !== 'document') return undefined;
  const folder = dirname(main);
  const relations = readPart(join(folder, '_rels', `${main.slice(folder.length + 1)}.rels`));
  const related = (type: string): XmlElement | undefined => {
    const target = findTarget(relations, type, folder);
    return target === undefined ? undefined : readPart(target);
  };
  return {
    document,
    styles: related('styles'),
    numbering: related('numbering'),
    footnotes: related('footnotes'),
    endnotes: related('endnotes'),
  };
};
