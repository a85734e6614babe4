import { runsOf, type RichText } from '#core/report/official-document.ts';

/** A text as a literal of typst's code: nothing in it can become code. */
export const literal = (text: string): string =>
  `"${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\r?\n/g, '\\n')}"`;

/** How a stretch of text looks. */
export interface TextLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points. */
  readonly size?: number;
}

/** Text in one look, as an expression. */
export const styled = (text: string, { bold = false, italic = false, size }: TextLook = {}): string => {
  const options = [
    ...(size === undefined ? [] : [`size: ${String(size)}pt`]),
    ...(bold ? ['weight: "bold"'] : []),
    ...(italic ? ['style: "italic"'] : []),
  ];
  return `text(${[...options, literal(text)].join(', ')})`;
};

/** Text in its runs, all in one base look, as an expression. */
export const richText = (text: RichText, base: TextLook = {}): string =>
  runsOf(text)
    .map((run) =>
      styled(run.text, {
        ...base,
        ...(run.bold === true && { bold: true }),
        ...(run.italic === true && { italic: true }),
      }),
    )
    .join(' + ');
