import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { listRelationships, scanXml } from './scan-xml.ts';

/** The most that the parts of a document may come to once they are unpacked, in bytes. */
const UNPACKED_LIMIT_BYTES = 150 * 1024 * 1024;
const PARTS_LIMIT = 5000;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 65_535;
const SIGNATURE = { end: 0x06054b50, entry: 0x02014b50, local: 0x04034b50 } as const;
const STORED = 0;
const DEFLATED = 8;
const IS_ENCRYPTED = 1;

/** A part of a zip archive, as its directory states it. */
interface Part {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

type PackageRefusal = Refusal<'file.broken' | 'file.too-complex' | 'file.disguised' | 'file.macros'>;

const viewOf = (content: Uint8Array): DataView =>
  new DataView(content.buffer, content.byteOffset, content.byteLength);

/** Where the directory of a zip archive ends, in a content that may begin as anything; undefined without one. */
const findZipEnd = (content: Uint8Array): number | undefined => {
  const view = viewOf(content);
  const first = Math.max(0, content.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = content.byteLength - END_BYTES; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== SIGNATURE.end) continue;
    // The signature may stand in a picture by chance; what follows it then hardly ever fits.
    if (at + END_BYTES + view.getUint16(at + 20, true) <= content.byteLength) return at;
  }
  return undefined;
};

/**
 * Whether a content that begins as something else holds a zip archive too, whatever its end states: many programs look for the
 * signatures alone.
 */
export const holdsZip = (content: Uint8Array): boolean => {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const tail = bytes.subarray(-(END_BYTES + LONGEST_COMMENT));
  return tail.includes(signatureOf(SIGNATURE.end)) && bytes.includes(signatureOf(SIGNATURE.entry));
};

const signatureOf = (signature: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
};

const readPart = (content: Uint8Array, at: number): Part & { readonly next: number } => {
  const view = viewOf(content);
  if (view.getUint32(at, true) !== SIGNATURE.entry) throw new RangeError('no entry');
  const nameLength = view.getUint16(at + 28, true);
  const next = at + ENTRY_BYTES + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const name = new TextDecoder('utf-8', { fatal: true }).decode(
    content.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength),
  );
  return {
    ...{ name, next, flags: view.getUint16(at + 8, true), method: view.getUint16(at + 10, true) },
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
};

// Throws a RangeError on offsets beyond the content.
const listParts = (content: Uint8Array, end: number): readonly Part[] | PackageRefusal => {
  const view = viewOf(content);
  const count = view.getUint16(end + 10, true);
  if (count > PARTS_LIMIT) return refuse('file.too-complex', { limitParts: PARTS_LIMIT });
  const parts: Part[] = [];
  let at = view.getUint32(end + 16, true);
  for (let place = 0; place < count; place += 1) {
    const { next, ...part } = readPart(content, at);
    parts.push(part);
    at = next;
  }
  // Something between the directory and its end, or behind it, is no part of the document.
  return at === end && end + END_BYTES === content.byteLength
    ? parts
    : refuse('file.disguised', { reason: 'more-than-a-document' });
};

const dataStart = (content: Uint8Array, { offset }: Part): number => {
  const view = viewOf(content);
  if (view.getUint32(offset, true) !== SIGNATURE.local) throw new RangeError('no part');
  return offset + LOCAL_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
};

const isUnsafeName = (name: string): boolean =>
  name === '' || name.startsWith('/') || /[\\\0:]/.test(name) || name.split('/').includes('..');

// Parts that share their bytes unpack to far more than any of them states.
const doOverlap = (content: Uint8Array, parts: readonly Part[]): boolean => {
  const spans = parts
    .map((part) => ({ start: part.offset, end: dataStart(content, part) + part.packedSize }))
    .toSorted((one, other) => one.start - other.start);
  return spans.some((span, place) => span.start < (spans[place - 1]?.end ?? 0));
};

const findFault = (content: Uint8Array, parts: readonly Part[]): PackageRefusal | undefined => {
  const names = new Set(parts.map(({ name }) => name.toLowerCase()));
  if (parts.some(({ name }) => isUnsafeName(name)) || names.size < parts.length) {
    return refuse('file.disguised', { reason: 'part-names' });
  }
  if (parts.some(({ flags, method }) => flags & IS_ENCRYPTED || ![STORED, DEFLATED].includes(method))) {
    return refuse('file.broken');
  }
  const unpacked = parts.reduce((sum, { size }) => sum + size, 0);
  if (unpacked > UNPACKED_LIMIT_BYTES || doOverlap(content, parts)) {
    return refuse('file.too-complex', { limitBytes: UNPACKED_LIMIT_BYTES });
  }
  return undefined;
};

const inflate = promisify(inflateRaw);

/** Unpacks a part, never beyond the size that it states. Throws when it is not as stated. */
const unpack = async (content: Uint8Array, part: Part): Promise<Uint8Array> => {
  const start = dataStart(content, part);
  const packed = content.subarray(start, start + part.packedSize);
  const unpacked =
    part.method === STORED ? packed : await inflate(packed, { maxOutputLength: Math.max(part.size, 1) });
  if (unpacked.byteLength !== part.size) throw new RangeError('not the size that it states');
  return unpacked;
};

/** The parts of a document as far as its kind is told by them: their names, and the list of their types. */
export interface OfficePackage {
  readonly names: readonly string[];
  /** Whether it fetches a template, an object or a part of itself from elsewhere when it is opened. */
  readonly fetches: boolean;
  /** What `[Content_Types].xml` states, a line each; empty when there is none. */
  readonly types: string;
}

// A link or a picture from elsewhere is common, and runs nothing; a template from elsewhere may bring macros along.
const FETCHED = /\/(?:attachedTemplate|oleObject|subDocument|frame|aFChunk)$/i;

const doesFetch = (relationships: Uint8Array): boolean =>
  listRelationships(relationships).some(({ type, isOutside }) => isOutside && FETCHED.test(type));

const typesOf = (content: Uint8Array): string => {
  const types: string[] = [];
  scanXml(content, { element: (_, attributes) => void types.push(...attributes.values()) });
  return types.join('\n');
};

/**
 * Opens a content that begins as a zip archive, and unpacks every part once within limits: what states less than it
 * unpacks to, what shares bytes between parts and what has anything around the archive is refused.
 */
export const openOfficePackage = async (content: Uint8Array): Promise<OfficePackage | PackageRefusal> => {
  try {
    const end = findZipEnd(content);
    if (end === undefined) return refuse('file.broken');
    const parts = listParts(content, end);
    if ('code' in parts) return parts;
    const fault = findFault(content, parts);
    if (fault) return fault;
    let types = '';
    let fetches = false;
    for (const part of parts) {
      const unpacked = await unpack(content, part);
      if (part.name === '[Content_Types].xml') types = typesOf(unpacked);
      if (/\.rels$/i.test(part.name)) fetches ||= doesFetch(unpacked);
    }
    return { names: parts.map(({ name }) => name), types, fetches };
  } catch {
    // Offsets beyond the end, texts in no encoding, streams that do not unpack to what they state.
    return refuse('file.broken');
  }
};
