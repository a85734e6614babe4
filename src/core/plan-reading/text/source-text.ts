/** 1-based lines of the source, both ends included. */
export interface LineSpan {
  readonly start: number;
  readonly end: number;
}

/** A line of the source that begins inside a text. */
interface LineStart {
  /** Index in `source` of the first character that stands on the line. */
  readonly at: number;
  readonly line: number;
  /** Other words of the source stand between what comes before and this line: a quote must not run across. */
  readonly apart: boolean;
}

/**
 * Words of the source that keep the way back to their place.
 * `text` is what is read: NFC, single spaces, no markup. `source` is what is quoted: as printed, white space collapsed.
 */
export interface SourceText {
  readonly text: string;
  readonly source: string;
  /** For each UTF-16 unit of `text`, its index in `source`; one number when each stands that far behind its place in `text`. */
  readonly offsets: readonly number[] | number;
  readonly lineStarts: readonly LineStart[];
}

/** A piece of one source line, before it is put together with others. */
export interface SourcePiece {
  readonly line: number;
  readonly raw: string;
  /** Other words of the source stand between the piece before and this one. */
  readonly apart?: boolean;
}

// Markup that a text or Markdown source carries: tags, emphasis, heading marks, the stroke before a bar within a cell. The mark of a footnote goes with
// its tag; where two bold pieces touch ("**Phụ lục 1****TÊN**") or a tag breaks the line, a space is meant.
const MARKUP =
  /\\(?=[-|.+*()#_>[\]~%&])|<br\s*\/?>|<sup>[^<>]*<\/sup>|<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?>|\*+|^#{1,6}\s/giu;
const BREAKING_MARKUP = /^(?:<br|\*{4})/iu;

type Visible = Pick<SourceText, 'text' | 'offsets'>;

const stripMarkup = (source: string): Visible => {
  if (!/[<*#\\]/u.test(source)) return { text: source, offsets: 0 };
  const units: string[] = [];
  const offsets: number[] = [];
  const push = (unit: string, offset: number): void => {
    if (unit === ' ' && (units.length === 0 || units.at(-1) === ' ')) return;
    units.push(unit);
    offsets.push(offset);
  };
  const copy = (from: number, to: number): void => {
    for (let index = from; index < to; index += 1) push(source.charAt(index), index);
  };
  let position = 0;
  for (const match of source.matchAll(MARKUP)) {
    copy(position, match.index);
    if (BREAKING_MARKUP.test(match[0])) push(' ', match.index);
    position = match.index + match[0].length;
  }
  copy(position, source.length);
  while (units.at(-1) === ' ') {
    units.pop();
    offsets.pop();
  }
  return { text: units.join(''), offsets };
};

/** Puts pieces of lines together, single spaces between them, and strips the markup from what is read. */
export const joinPieces = (pieces: readonly SourcePiece[]): SourceText => {
  const lineStarts: LineStart[] = [];
  let source = '';
  for (const piece of pieces) {
    const words = piece.raw.replace(/\s+/gu, ' ').trim();
    if (words === '') continue;
    if (source !== '') source += ' ';
    lineStarts.push({ at: source.length, line: piece.line, apart: piece.apart === true });
    source += words;
  }
  return { source, lineStarts, ...stripMarkup(source) };
};

/** The index in `source` of the character at this index of `text`; undefined beyond its ends. */
const offsetAt = ({ text, offsets }: SourceText, index: number): number | undefined => {
  if (typeof offsets !== 'number') return offsets[index];
  return index >= 0 && index < text.length ? index + offsets : undefined;
};

const listOffsets = ({ text, offsets }: SourceText): readonly number[] =>
  typeof offsets === 'number' ? Array.from({ length: text.length }, (_, index) => index + offsets) : offsets;

/** A part of a text from an index on, with its way back to the source. */
export const textFrom = (content: SourceText, from: number): SourceText => ({
  ...content,
  text: content.text.slice(from),
  offsets: typeof content.offsets === 'number' ? content.offsets + from : content.offsets.slice(from),
});

/** Two texts as one, a space between them; `apart`: other words of the source stand between them. */
export const joinTexts = (a: SourceText, b: SourceText, apart: boolean): SourceText => {
  const shift = a.source.length + 1;
  const isPlain = a.offsets === a.source.length - a.text.length && b.offsets === 0;
  return {
    text: `${a.text} ${b.text}`,
    source: `${a.source} ${b.source}`,
    offsets: isPlain
      ? a.offsets
      : [...listOffsets(a), a.source.length, ...listOffsets(b).map((offset) => offset + shift)],
    lineStarts: [
      ...a.lineStarts,
      ...b.lineStarts.map((start, index) => ({
        ...start,
        at: start.at + shift,
        apart: start.apart || (apart && index === 0),
      })),
    ],
  };
};

/** How many lines begin at or before this index of `source`. */
const countLineStarts = (content: SourceText, at: number): number => {
  let [low, high] = [0, content.lineStarts.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((content.lineStarts[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The line on which the character at this index of `text` stands. */
export const lineAt = (content: SourceText, index: number): number => {
  const at = offsetAt(content, Math.min(index, content.text.length - 1)) ?? 0;
  return (content.lineStarts[countLineStarts(content, at) - 1] ?? content.lineStarts[0])?.line ?? 1;
};

/**
 * The source words, markup kept, of the part of `text` between two indexes: what can be found in the source in one piece,
 * so that a quote from a cell that goes on after a page break ends at the break.
 */
export const quoteBetween = (content: SourceText, from: number, to: number): string => {
  const start = offsetAt(content, from) ?? 0;
  const end = (offsetAt(content, to - 1) ?? content.source.length - 1) + 1;
  let stop = end;
  for (let index = countLineStarts(content, start); index < content.lineStarts.length; index += 1) {
    const line = content.lineStarts[index];
    if (!line || line.at >= end) break;
    if (!line.apart) continue;
    stop = line.at;
    break;
  }
  return content.source.slice(start, stop).trim();
};

/** All lines that a text stands on. */
export const linesOf = (content: SourceText): LineSpan => {
  const first = content.lineStarts[0]?.line ?? 1;
  return { start: first, end: content.lineStarts.at(-1)?.line ?? first };
};

/** A line of a text, without its markup. */
export interface TextLine {
  readonly line: number;
  readonly text: string;
}

/** The lines that a text was put together from. */
export const listLines = (content: SourceText): readonly TextLine[] =>
  content.lineStarts.map((start, index) => {
    const end = content.lineStarts[index + 1]?.at ?? content.source.length;
    return { line: start.line, text: stripMarkup(content.source.slice(start.at, end).trim()).text };
  });
