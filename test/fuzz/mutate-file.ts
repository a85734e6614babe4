import { unzipSync, zipSync } from 'fflate';
import type { RandomSource } from '#core/kernel/random-source.ts';
import type { FuzzedFormat } from './plan-files.ts';

/** Chance in the shapes that mutations need. */
interface Chance {
  /** A whole number from 0 to below the limit. */
  readonly below: (limit: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
}

const chanceFrom = (random: RandomSource): Chance => {
  const below = (limit: number): number => Math.floor(random() * limit);
  return {
    below,
    pick: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('Nothing to pick from');
      return item;
    },
  };
};

type MutateBytes = (bytes: Uint8Array, chance: Chance) => Uint8Array;
type MutateText = (text: string, chance: Chance) => string;

const flip: MutateBytes = (bytes, { below }) => {
  const changed = Uint8Array.from(bytes);
  for (let count = 1 + below(12); count > 0; count -= 1) changed[below(changed.length)] = below(256);
  return changed;
};
const truncate: MutateBytes = (bytes, { below }) => bytes.slice(0, below(bytes.length));
const beheaded: MutateBytes = (bytes, { below }) => bytes.slice(below(Math.min(bytes.length, 400)));
const doubled: MutateBytes = (bytes, { below }) => {
  const [from, length] = [below(bytes.length), 1 + below(2000)];
  return Buffer.concat([bytes.subarray(0, from + length), bytes.subarray(from)]);
};
const blanked: MutateBytes = (bytes, { below }) => {
  const from = below(bytes.length);
  return Uint8Array.from(bytes).fill(0, from, from + 1 + below(300));
};
const swapped: MutateBytes = (bytes, { below }) => {
  const [first, second] = [below(bytes.length), below(bytes.length)].sort((a, b) => a - b);
  return Buffer.concat([bytes.subarray(second), bytes.subarray(first, second), bytes.subarray(0, first)]);
};
const BYTE_MUTATIONS: readonly MutateBytes[] = [flip, flip, truncate, beheaded, doubled, blanked, swapped];

const HUGE = ['99999999999999999999', '-1', '1e309', 'NaN', '0', '2147483648', '9'.repeat(400), '٣', '½', ''];
const STRANGE = [
  ...['\u0000', '\u0007', '\u001b', '\u200e', '\u200f', '\u202e', '\u2066', '\ufeff', '\ufffd', '\u00ad'],
  ...[
    '\ud800',
    '\udfff',
    '\u0301'.repeat(60),
    '𝟗',
    '👩‍🌾',
    '\u3164',
    '\u2028',
    '\t\t\t',
    '|',
    '||||||||',
    '**',
    '#'.repeat(300),
  ],
];
const DATES = [
  '31/02/2026',
  '00/00/0000',
  '29/02/2025',
  'ngày 45 tháng 13 năm 99999',
  'Quý IX/2026',
  '2026-13-41',
];

const between = (text: string, at: number, more: string): string => text.slice(0, at) + more + text.slice(at);
const lineMutation =
  (change: (lines: string[], chance: Chance) => string[]): MutateText =>
  (text, chance) =>
    change(text.split('\n'), chance).join('\n');

const TEXT_MUTATIONS: readonly MutateText[] = [
  (text, { below, pick }) => text.replace(/\d+/g, (digits) => (below(6) === 0 ? pick(HUGE) : digits)),
  (text, { below, pick }) => {
    let changed = text;
    for (let count = 1 + below(8); count > 0; count -= 1) {
      changed = between(changed, below(changed.length + 1), pick(STRANGE));
    }
    return changed;
  },
  (text, { below, pick }) =>
    text.replace(/\d{1,2}\/\d{1,2}\/\d{4}|Quý [IV]+\/\d{4}/g, (date) =>
      below(2) === 0 ? pick(DATES) : date,
    ),
  (text, { below, pick }) =>
    between(
      text,
      below(text.length + 1),
      pick(['(', ')', '"', '“', '- ', 'a) ', '1.1.1.1.1.1. ']).repeat(1 + below(3000)),
    ),
  (text) => text.normalize('NFD'),
  (text) => text.replaceAll(' ', ''),
  (text) => text.replaceAll('\n', ' '),
  (text) => text.toUpperCase(),
  (text, { below }) =>
    text
      .split('')
      .map((sign) => (below(40) === 0 ? '\n' : sign))
      .join(''),
  lineMutation((lines, { below }) => lines.toSorted(() => below(3) - 1)),
  lineMutation((lines, { below, pick }) => [
    ...lines,
    ...Array.from({ length: below(400) }, () => pick(lines)),
  ]),
  lineMutation((lines, { below }) =>
    lines.map((line) => (below(8) === 0 ? `${' '.repeat(below(200))}${line}` : line)),
  ),
  lineMutation((lines, { below }) => lines.filter(() => below(5) > 0)),
  lineMutation((lines, { pick }) => [...lines, `|${' |'.repeat(3000)}`, pick(lines).repeat(200)]),
];

const ELEMENT = /<[^>]{1,200}>/g;
const elementsOf = (markup: string): readonly string[] => markup.match(ELEMENT) ?? ['<p>'];

const MARKUP_MUTATIONS: readonly MutateText[] = [
  (markup, { below }) => markup.replace(ELEMENT, (element) => (below(30) === 0 ? '' : element)),
  (markup, { below }) =>
    markup.replace(ELEMENT, (element) => (below(30) === 0 ? element + element : element)),
  (markup, chance) => {
    const elements = elementsOf(markup);
    return markup.replace(ELEMENT, (element) => (chance.below(25) === 0 ? chance.pick(elements) : element));
  },
  (markup, { below, pick }) =>
    markup.replace(/"[^"]*"/g, (value) => (below(12) === 0 ? `"${pick(HUGE)}"` : value)),
  (markup, { below, pick }) => {
    const element = pick(['w:p', 'w:tbl', 'w:tr', 'w:tc', 'div', 'table', 'ul', 'b']);
    return between(markup, below(markup.length), `<${element}>`.repeat(1 + below(6000)));
  },
  (markup, { below, pick }) => {
    const element = pick(['w:tbl', 'w:tc', 'w:sdt', 'div', 'table', 'ol']);
    const depth = 1 + below(3000);
    const at = markup.indexOf('<', below(markup.length));
    return between(markup, Math.max(at, 0), `<${element}>`.repeat(depth) + `</${element}>`.repeat(depth));
  },
  (markup, { pick }) =>
    `${pick(['<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]>', '<!DOCTYPE a SYSTEM "file:///etc/passwd">', '<?xml version="9.9" encoding="x"?>'])}${markup}`,
  (markup, { below, pick }) =>
    between(markup, below(markup.length), pick(['&#xFFFFFFFF;', '&c;', '&#0;', '<![CDATA[', '<!--', ']]>'])),
  (markup, { below, pick }) =>
    markup.replace(/<(td|w:tcPr)\b/g, (tag) =>
      below(4) === 0
        ? tag === '<td'
          ? `<td rowspan="${pick(HUGE)}" colspan="${pick(HUGE)}"`
          : `<w:tcPr><w:gridSpan w:val="${pick(HUGE)}"/><w:vMerge/></w:tcPr><w:tcPr`
        : tag,
    ),
];

// What has grown beyond it is not made to grow again: the file is to try the reader, not the mutation.
const LARGEST_TEXT = 1_000_000;

const mutateText = (text: string, chance: Chance, more: readonly MutateText[]): string => {
  let changed = text;
  for (let count = 1 + chance.below(3); count > 0 && changed.length < LARGEST_TEXT; count -= 1) {
    changed = chance.pick([...TEXT_MUTATIONS, ...more, ...more])(changed, chance);
  }
  return changed;
};

const MEGABYTE = 1024 * 1024;

/** Changes the parts inside of a Word document, so that the archive itself stays sound. */
const mutateDocx: MutateBytes = (bytes, chance) => {
  const parts = new Map(Object.entries(unzipSync(bytes)));
  const names = [...parts.keys()];
  const part = chance.pick(['word/document.xml', 'word/document.xml', 'word/document.xml', ...names]);
  const words = Buffer.from(parts.get(part) ?? []).toString();
  switch (chance.below(8)) {
    case 0: {
      const other = chance.pick(names);
      const content = parts.get(other);
      parts.set(other, parts.get(part) ?? new Uint8Array());
      parts.set(part, content ?? new Uint8Array());
      break;
    }
    case 1:
      parts.delete(part);
      break;
    case 2:
      parts.set(part, new Uint8Array(chance.below(24) * MEGABYTE).fill(32));
      break;
    default:
      parts.set(part, Buffer.from(mutateText(words, chance, MARKUP_MUTATIONS)));
  }
  return zipSync(Object.fromEntries(parts), { level: 1 });
};

const mutatePdf: MutateBytes = (bytes, { below, pick }) => {
  const text = Buffer.from(bytes).toString('latin1');
  const changed = pick<(text: string) => string>([
    (one) =>
      one.replace(/\d+/g, (digits) =>
        below(60) === 0 ? pick(HUGE.filter((huge) => huge.length < 25)) : digits,
      ),
    (one) =>
      one.replace(/\/[A-Z][A-Za-z]+/g, (name) =>
        below(25) === 0 ? pick(['/Kids', '/Length', '/FlateDecode', '/Pages', '']) : name,
      ),
    (one) =>
      one.replace(/\d+ 0 R/g, (reference) => (below(8) === 0 ? `${String(below(14))} 0 R` : reference)),
    (one) =>
      one.replace(/ (Tf|Td|Tj|m|l|S)\b/g, (operator) =>
        below(12) === 0 ? pick([' q', ' Q', ' BT', ' cm', ' Do', ' re', ' f']) : operator,
      ),
    (one) => one.replace(/endstream|endobj|endbfchar|xref|trailer/g, (word) => (below(4) === 0 ? '' : word)),
    (one) =>
      one.replace(
        '/Root 1 0 R',
        pick(['/Root 2 0 R', '/Encrypt 1 0 R /Root 1 0 R', '/Root null', '/Prev 9 /Root 1 0 R']),
      ),
  ])(text);
  return Buffer.from(changed, 'latin1');
};

/** Changes a sound file so that it is one no longer, or says what no office would write. */
export const mutateFile = (format: FuzzedFormat, bytes: Uint8Array, random: RandomSource): Uint8Array => {
  const chance = chanceFrom(random);
  const bytesAlone = (some: Uint8Array): Uint8Array =>
    some.length === 0 ? some : chance.pick(BYTE_MUTATIONS)(some, chance);
  if (chance.below(4) === 0) return bytesAlone(bytes);
  switch (format) {
    case 'docx': {
      const changed = mutateDocx(bytes, chance);
      return chance.below(10) === 0 ? bytesAlone(changed) : changed;
    }
    case 'pdf':
      return mutatePdf(bytes, chance);
    case 'html':
      return Buffer.from(mutateText(Buffer.from(bytes).toString(), chance, MARKUP_MUTATIONS));
    case 'txt': {
      const text = mutateText(Buffer.from(bytes).toString(), chance, []);
      return Buffer.from(text, chance.pick(['utf8', 'utf8', 'utf8', 'utf16le', 'latin1']));
    }
  }
};
