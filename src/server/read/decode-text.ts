import iconv from 'iconv-lite';
import { decodeTcvn3 } from './tcvn3.ts';
import { scoreSpelling } from './vietnamese-syllables.ts';
import { decodeVni } from './vni.ts';

/** Encodings in which offices keep Vietnamese text. `…-in-utf-8`: letters of an old code set saved as if they were Unicode. */
export type TextEncoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'windows-1258'
  | 'tcvn3'
  | 'vni'
  | 'viscii'
  | 'tcvn3-in-utf-8'
  | 'vni-in-utf-8';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

const SURE = 0.85;
const WESTERN = 'windows-1252';
const LONGEST_SAMPLE = 4096;
// A text that is sound Vietnamese for some pages is no old code set: the rest need not be spelled out.
const BEGINNING = 20_000;
const ENOUGH_WORDS = 500;

const decodeStrictly = (
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be',
  bytes: Uint8Array,
): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** UTF-16 without a mark of its byte order shows in zero bytes that stand all on one side. */
const findByteOrder = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  const sample = bytes.subarray(0, LONGEST_SAMPLE);
  if (sample.length < 4 || bytes.length % 2 !== 0) return undefined;
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 2 / 4;
  if (odd > many && even < odd / 20) return 'utf-16le';
  return even > many && odd < even / 20 ? 'utf-16be' : undefined;
};

/** The candidate that reads most like Vietnamese, when one surely does. */
const chooseVietnamese = (candidates: readonly DecodedText[]): DecodedText | undefined => {
  const scored = candidates.map((candidate) => ({ candidate, score: scoreSpelling(candidate.text) }));
  const sure = scored.filter(
    ({ candidate, score }) => score.share >= SURE && !candidate.text.includes('\ufffd'),
  );
  const best = sure.toSorted((a, b) => b.score.share - a.score.share || b.score.marked - a.score.marked)[0];
  return best?.candidate;
};

const tryLegacy = (bytes: Uint8Array): readonly DecodedText[] => {
  const buffer = Buffer.from(bytes);
  return [
    { encoding: 'windows-1258', text: iconv.decode(buffer, 'windows-1258') },
    { encoding: 'tcvn3', text: decodeTcvn3(bytes) },
    { encoding: 'vni', text: decodeVni(iconv.decode(buffer, WESTERN)) },
    { encoding: 'viscii', text: iconv.decode(buffer, 'viscii') },
  ];
};

const tryDisguised = (text: string): readonly DecodedText[] => {
  const western = iconv.encode(text, WESTERN);
  if (iconv.decode(western, WESTERN) !== text) return [];
  return [
    { encoding: 'tcvn3-in-utf-8', text: decodeTcvn3(western) },
    { encoding: 'vni-in-utf-8', text: decodeVni(text) },
  ];
};

/** A text in Unicode as it is, unless it only makes sense as an old code set in Unicode's clothes. */
const decodeUnicode = (text: string): DecodedText => {
  const plain: DecodedText = { encoding: 'utf-8', text };
  const beginning = scoreSpelling(text.slice(0, BEGINNING));
  if (beginning.marked >= ENOUGH_WORDS && beginning.share >= SURE) return plain;
  const { marked, share } = scoreSpelling(text);
  if (marked === 0 || share >= SURE) return plain;
  return chooseVietnamese(tryDisguised(text)) ?? plain;
};

/** Decodes bytes by what they are, or by trying what they may be and counting Vietnamese syllables; undefined when nothing fits. */
export const findDecoding = (bytes: Uint8Array): DecodedText | undefined => {
  const order = findByteOrder(bytes);
  if (order) {
    const text = decodeStrictly(order, bytes);
    return text === undefined ? undefined : { encoding: order, text };
  }
  const unicode = decodeStrictly('utf-8', bytes);
  return unicode === undefined ? chooseVietnamese(tryLegacy(bytes)) : decodeUnicode(unicode);
};
