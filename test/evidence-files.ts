import { strToU8, zipSync, type Zippable } from 'fflate';

const MAIN = 'application/vnd.openxmlformats-officedocument';

const typesOf = (format: string): string =>
  `<Types><Override PartName="/main.xml" ContentType="${MAIN}.${format}.main+xml"/></Types>`;

/** An office document with these parts beside its list of types. */
export const officeFile = (
  format: 'wordprocessingml.document' | 'spreadsheetml.sheet' | 'presentationml.presentation',
  parts: Zippable = {},
): Uint8Array =>
  zipSync({ '[Content_Types].xml': strToU8(typesOf(format)), 'main.xml': strToU8('<main/>'), ...parts });

/** A document of Adobe's kind; the words make each one another. */
export const pdfFile = (words = 'Báo cáo'): Uint8Array =>
  new TextEncoder().encode(`%PDF-1.7\n% ${words}\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n`);

const chunk = (kind: string, data: Uint8Array): Uint8Array => {
  const whole = Buffer.alloc(12 + data.byteLength);
  whole.writeUInt32BE(data.byteLength);
  whole.write(kind, 4, 'latin1');
  whole.set(data, 8);
  return whole;
};

/** A picture. */
export const pngFile = (data = new Uint8Array(8)): Uint8Array =>
  Buffer.concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', new Uint8Array(13)),
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array(0)),
  ]);

/** A photograph. */
export const jpegFile = (): Uint8Array => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xd9);
