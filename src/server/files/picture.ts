const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
const PNG_END = 'IEND';
const CHUNK_FRAME = 12;

const startsWith = (content: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, place) => content[place] === byte);

/** Whether a content begins as a PNG picture. */
export const isPng = (content: Uint8Array): boolean => startsWith(content, PNG);

/** Whether a content begins as a JPEG picture. */
export const isJpeg = (content: Uint8Array): boolean => startsWith(content, [0xff, 0xd8, 0xff]);

/** Whether the chunks of a PNG picture are whole and nothing stands behind the last one. */
export const isWholePng = (content: Uint8Array): boolean => {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  let at = PNG.length;
  while (at + CHUNK_FRAME <= content.byteLength) {
    const kind = String.fromCharCode(...content.subarray(at + 4, at + 8));
    at += CHUNK_FRAME + view.getUint32(at, false);
    if (kind === PNG_END) return at === content.byteLength;
  }
  return false;
};

/** Whether a JPEG picture has its end. Cameras put previews behind it. */
export const isWholeJpeg = (content: Uint8Array): boolean =>
  Buffer.from(content.buffer, content.byteOffset, content.byteLength).lastIndexOf(Uint8Array.of(0xff, 0xd9)) >
  0;
