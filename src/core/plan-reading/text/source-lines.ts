/** One line of the source. */
export interface SourceLine {
  /** 1-based. */
  readonly number: number;
  readonly raw: string;
  /** Without the white space around it. */
  readonly words: string;
  /** A page begins here: a form feed, or the single space that PDF extraction leaves in its stead. */
  readonly startsPage: boolean;
}

const PAGE_SPACE = /^ (?=\S)/u;
const MOST_INDENTED = 0.15;

/** Lines at the head of a page that hold nothing but its number: the number counts on with the pages. */
const findPageNumbers = (lines: readonly SourceLine[]): ReadonlySet<number> => {
  const candidates: { readonly line: number; readonly ahead: number }[] = [];
  let page = 1;
  for (const line of lines) {
    if (line.startsPage && line.number > 1) page += 1;
    if (line.startsPage && /^\d{1,3}$/u.test(line.words)) {
      candidates.push({ line: line.number, ahead: Number(line.words) - page });
    }
  }
  const agreeing = candidates.filter(
    ({ ahead }) => ahead === 0 || candidates.filter((other) => other.ahead === ahead).length > 1,
  );
  return new Set(agreeing.map(({ line }) => line));
};

/**
 * Splits a text at line feeds only: a form feed does not end a line, so line numbers are those of any editor.
 * Page numbers are blank lines.
 */
export const splitLines = (text: string): readonly SourceLine[] => {
  const rows = text.normalize('NFC').split('\n');
  const filled = rows.filter((raw) => raw.trim() !== '').length;
  const indented = rows.filter((raw) => PAGE_SPACE.test(raw)).length;
  const spaceStartsPage = indented <= filled * MOST_INDENTED;
  const lines = rows.map((raw, index) => ({
    number: index + 1,
    raw,
    words: raw.trim(),
    startsPage: raw.startsWith('\f') || (spaceStartsPage && PAGE_SPACE.test(raw)),
  }));
  const pageNumbers = findPageNumbers(lines);
  return lines.map((line) => (pageNumbers.has(line.number) ? { ...line, words: '' } : line));
};
