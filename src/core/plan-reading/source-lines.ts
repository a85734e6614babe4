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

/** Splits a text at line feeds only: a form feed does not end a line, so line numbers are those of any editor. */
export const splitLines = (text: string): readonly SourceLine[] => {
  const rows = text.normalize('NFC').split('\n');
  const filled = rows.filter((raw) => raw.trim() !== '').length;
  const indented = rows.filter((raw) => PAGE_SPACE.test(raw)).length;
  const spaceStartsPage = indented <= filled * MOST_INDENTED;
  return rows.map((raw, index) => ({
    number: index + 1,
    raw,
    words: raw.trim(),
    startsPage: raw.startsWith('\f') || (spaceStartsPage && PAGE_SPACE.test(raw)),
  }));
};
