/** Characters of one line that belong to a quote; `line` is an index into the lines given, `end` is exclusive. */
export interface QuoteSpan {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

interface Character {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Where a quote stands in lines of text, looking from `fromLine` on. A quote has its white space collapsed and the
 * text has it as typed, with line breaks in the middle of sentences; so white space is passed over on both sides.
 */
export const findQuoteSpans = (
  lines: readonly string[],
  quote: string,
  fromLine: number,
): readonly QuoteSpan[] => {
  const characters = lines.flatMap((line, index) => (index < fromLine ? [] : charactersOf(line, index)));
  const wanted = quote.replace(/\s+/gu, '');
  if (wanted === '') return [];
  // `flatMap` by UTF-16 unit keeps offsets and characters in step.
  const at = characters
    .map((character) => character.text)
    .join('')
    .indexOf(wanted);
  return at < 0 ? [] : joinSpans(characters.slice(at, at + wanted.length));
};

const charactersOf = (line: string, index: number): readonly Character[] =>
  line.split('').flatMap((text, column) => (/\s/u.test(text) ? [] : [{ text, line: index, column }]));

const joinSpans = (characters: readonly Character[]): readonly QuoteSpan[] => {
  const byLine = new Map<number, QuoteSpan>();
  for (const { line, column } of characters) {
    const known = byLine.get(line);
    byLine.set(line, { line, start: known?.start ?? column, end: column + 1 });
  }
  return [...byLine.values()];
};
