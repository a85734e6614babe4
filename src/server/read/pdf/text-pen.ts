import { IDENTITY, multiply, toMatrix, type Matrix } from './matrix.ts';
import type { PrintedWord } from './page-marks.ts';
import { OPERATORS, type PdfFont } from './pdfjs.ts';

interface Glyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
}

/** A gap of this share of the letters' size parts words though no space is printed. */
const GAP_BETWEEN_WORDS = 0.17;
// Thousands of pages of text on one page, or letters larger than the paper, are no plan.
const MOST_WORDS = 60_000;

/** A word being put together. */
interface OpenWord {
  text: string;
  readonly left: number;
  right: number;
  readonly base: number;
  readonly size: number;
  readonly isBold: boolean;
  readonly spaced: boolean;
}

const isBoldFont = (font: PdfFont | null): boolean => /bold|black|heavy|demi/iu.test(font?.name ?? '');

/** Writes the words of a page down as the operators for text print them. */
export interface TextPen {
  readonly words: readonly PrintedWord[];
  /** Takes an operator when it is one for text; `page` brings its units onto the page. */
  readonly take: (operator: number, values: readonly unknown[], page: Matrix) => void;
  readonly end: () => void;
}

/** Begins to write words down; fonts are asked for by the names that operators give them. */
export const openTextPen = (findFont: (name: string) => PdfFont | null): TextPen => {
  const words: PrintedWord[] = [];
  let font: PdfFont | null = null;
  let isBold = false;
  let [size, charSpacing, wordSpacing, scale, rise, leading] = [0, 0, 0, 1, 0, 0];
  let matrix: Matrix = IDENTITY;
  let line: Matrix = IDENTITY;
  let open: OpenWord | undefined;
  let spaced = true;

  const endWord = (): void => {
    if (open && open.text.trim() !== '' && words.length < MOST_WORDS) words.push(open);
    open = undefined;
  };
  const addGlyph = (text: string, print: Matrix, x: number, advance: number, height: number): void => {
    const [left, base] = [print[4] + print[0] * x, print[5] + print[1] * x];
    const right = left + print[0] * advance;
    if (text.trim() === '') {
      endWord();
      spaced = true;
      return;
    }
    const goesOn =
      open !== undefined &&
      Math.abs(open.base - base) < height * 0.1 &&
      Math.abs(open.size - height) < 0.5 &&
      left - open.right < height * GAP_BETWEEN_WORDS &&
      left - open.right > -height;
    if (open && goesOn) {
      open.text += text;
      open.right = Math.max(open.right, right);
      return;
    }
    const before = open;
    endWord();
    const isNear = before !== undefined && Math.abs(before.base - base) < height;
    open = {
      ...{ text, left, right, base, size: height, isBold },
      spaced: spaced || (isNear && left - before.right >= height * GAP_BETWEEN_WORDS),
    };
    spaced = false;
  };
  const show = (glyphs: readonly unknown[], page: Matrix): void => {
    const unit = font?.fontMatrix?.[0] ?? 0.001;
    const print = multiply(page, multiply(matrix, [scale, 0, 0, 1, 0, rise]));
    const height = Math.hypot(print[2], print[3]) * Math.abs(size);
    let x = 0;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        x -= (glyph / 1000) * size;
        continue;
      }
      const { unicode = '', width = 0, isSpace = false } = (glyph ?? {}) as Glyph;
      const advance = width * unit * size;
      addGlyph(unicode, print, x, advance, height);
      x += advance + charSpacing + (isSpace ? wordSpacing : 0);
    }
    matrix = multiply(matrix, [1, 0, 0, 1, x * scale, 0]);
  };
  const moveLine = (x: number, y: number): void => {
    line = multiply(line, [1, 0, 0, 1, x, y]);
    matrix = line;
  };

  const numberAt = (values: readonly unknown[], index: number): number => {
    const value = Number(values[index]);
    return Number.isFinite(value) ? value : 0;
  };
  const actions: Readonly<Record<string, (values: readonly unknown[], page: Matrix) => void>> = {
    beginText: () => {
      [matrix, line] = [IDENTITY, IDENTITY];
    },
    setFont: (values) => {
      font = findFont(String(values[0]));
      isBold = isBoldFont(font);
      size = numberAt(values, 1);
    },
    setCharSpacing: (values) => (charSpacing = numberAt(values, 0)),
    setWordSpacing: (values) => (wordSpacing = numberAt(values, 0)),
    setHScale: (values) => (scale = numberAt(values, 0) / 100 || 1),
    setTextRise: (values) => (rise = numberAt(values, 0)),
    setLeading: (values) => (leading = -numberAt(values, 0)),
    setTextMatrix: (values) => {
      line = toMatrix(values.length === 1 ? values[0] : values) ?? line;
      matrix = line;
    },
    moveText: (values) => moveLine(numberAt(values, 0), numberAt(values, 1)),
    setLeadingMoveText: (values) => {
      leading = numberAt(values, 1);
      moveLine(numberAt(values, 0), leading);
    },
    nextLine: () => moveLine(0, leading),
    showText: (values, page) => show((values[0] ?? []) as readonly unknown[], page),
  };
  const byNumber = new Map(Object.entries(actions).map(([name, action]) => [OPERATORS[name], action]));
  return {
    words,
    take: (operator, values, page) => byNumber.get(operator)?.(values, page),
    end: endWord,
  };
};
