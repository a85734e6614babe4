import { unzipSync } from 'fflate';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';

/** The most that the parts of a workbook may come to once they are unpacked, in bytes. */
const UNPACKED_LIMIT_BYTES = 24 * 1024 * 1024;
const PARTS_LIMIT = 200;

const NEEDED = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/;

const isZip = (content: Uint8Array): boolean =>
  content[0] === 0x50 && content[1] === 0x4b && content[2] === 0x03 && content[3] === 0x04;

/**
 * Unpacks the parts of a workbook that hold cells. A part is never unpacked beyond the size that it states, and the
 * stated sizes are added up before anything is unpacked: a file that is small outside and huge inside is refused.
 */
export const unzipWorkbook = (
  content: Uint8Array,
  limitBytes = UNPACKED_LIMIT_BYTES,
): ReadonlyMap<string, string> | Refusal => {
  if (!isZip(content)) return refuse('file.broken', { format: 'xlsx' });
  let unpacked = 0;
  let parts = 0;
  const listSizes = (): void =>
    void unzipSync(content, {
      filter: ({ name, originalSize }) => {
        parts += 1;
        if (NEEDED.test(name)) unpacked += originalSize;
        return false;
      },
    });
  try {
    listSizes();
    if (unpacked > limitBytes || parts > PARTS_LIMIT) {
      return refuse('file.too-complex', { limitBytes });
    }
    const files = unzipSync(content, { filter: ({ name }) => NEEDED.test(name) });
    const decoder = new TextDecoder('utf-8', { fatal: true });
    return new Map(Object.entries(files).map(([name, bytes]) => [name, decoder.decode(bytes)]));
  } catch {
    // The library and the decoder throw on anything that is not as the formats say.
    return refuse('file.broken', { format: 'xlsx' });
  }
};
