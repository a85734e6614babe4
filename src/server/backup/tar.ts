/*
 * Archives of the form ustar (POSIX.1-1988), which every tar reads: a block of 512 bytes with name and size, the content, and
 * zeros up to the next block. Only what a backup needs: plain files with short names.
 */

const BLOCK = 512;
const LONGEST_NAME = 100;
// Eleven octal digits.
const LARGEST_FILE = 8 ** 11 - 1;

/** A file of an archive. */
export interface TarEntry {
  readonly name: string;
  readonly content: Buffer;
}

const paddingOf = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');

const checksumOf = (header: Uint8Array): number =>
  header.reduce((sum, byte, place) => sum + (place >= 148 && place < 156 ? 32 : byte), 0);

/** The block before a file's content. Throws on names and sizes that the form can't hold. */
const headerOf = (name: string, size: number, seconds: number): Buffer => {
  if (Buffer.byteLength(name) > LONGEST_NAME || size > LARGEST_FILE) throw new RangeError(name);
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0);
  header.write(`${octal(0o600, 7)}\0${octal(0, 7)}\0${octal(0, 7)}\0`, 100);
  header.write(`${octal(size, 11)}\0${octal(seconds, 11)}\0`, 124);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  header.write(`${octal(checksumOf(header), 6)}\0 `, 148);
  return header;
};

/** Writes an archive as it is read. */
export async function* writeTar(entries: AsyncIterable<TarEntry>, at: Date): AsyncGenerator<Buffer> {
  const seconds = Math.floor(at.getTime() / 1000);
  for await (const { name, content } of entries) {
    yield headerOf(name, content.byteLength, seconds);
    yield content;
    yield Buffer.alloc(paddingOf(content.byteLength));
  }
  yield Buffer.alloc(2 * BLOCK);
}

/** An archive that is not of the form, or ends too early. */
export class BrokenArchive extends Error {}

const readHeader = (block: Buffer): { readonly name: string; readonly size: number } => {
  const textAt = (start: number, length: number): string =>
    block
      .subarray(start, start + length)
      .toString()
      .replace(/[\0 ][^]*$/, '');
  const size = Number.parseInt(textAt(124, 12), 8);
  const stated = Number.parseInt(textAt(148, 8), 8);
  if (!Number.isSafeInteger(size) || stated !== checksumOf(block) || textAt(257, 5) !== 'ustar') {
    throw new BrokenArchive('header');
  }
  return { name: textAt(0, LONGEST_NAME), size };
};

/** Takes so many bytes at a time from pieces of any size. */
const openBytes = (pieces: AsyncIterable<Buffer>) => {
  const iterator = pieces[Symbol.asyncIterator]();
  let held: Buffer[] = [];
  let length = 0;
  return async (size: number): Promise<Buffer> => {
    while (length < size) {
      const next = await iterator.next();
      if (next.done === true) throw new BrokenArchive('end');
      held.push(next.value);
      length += next.value.byteLength;
    }
    const whole = Buffer.concat(held);
    held = [whole.subarray(size)];
    length -= size;
    return whole.subarray(0, size);
  };
};

/** Reads an archive file by file. Throws a BrokenArchive when it is not whole, or a file larger than `limitBytes`. */
export async function* readTar(pieces: AsyncIterable<Buffer>, limitBytes: number): AsyncGenerator<TarEntry> {
  const take = openBytes(pieces);
  for (;;) {
    const block = await take(BLOCK);
    if (block.every((byte) => byte === 0)) return;
    const { name, size } = readHeader(block);
    if (size > limitBytes) throw new BrokenArchive(name);
    const content = await take(size);
    await take(paddingOf(size));
    yield { name, content };
  }
}
