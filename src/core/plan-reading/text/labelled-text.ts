import type { OutlineEntry } from '#core/plan-reading/outline/outline.ts';

/** A text before its labels, and what each label says. */
export interface LabelledText<Label extends string> {
  readonly before: string;
  readonly parts: ReadonlyMap<Label, string>;
}

/** Reads text by labels: "Cơ quan chủ trì: …; thời gian: …". */
export interface LabelReader<Label extends string> {
  split(text: string): LabelledText<Label>;
  /** Labels that stand as blocks of their own below the block at this place; the first to say something counts. */
  below(entries: readonly OutlineEntry[], at: number): ReadonlyMap<Label, string>;
}

/** Cuts bullets, brackets and stops off the ends of words that stood between labels. */
export const trimPart = (words: string): string =>
  words.replace(/^[\s(–+-]+|(?<![\s;.,)(–+-])[\s;.,)(–+-]+$/gu, '');

/** The words before labels may end in a remark in brackets: only what the labels opened is cut. */
const trimBefore = (words: string): string => {
  const trimmed = trimPart(words);
  const open = trimmed.lastIndexOf('(');
  return open >= 0 && !trimmed.includes(')', open) && words.includes(')', open) ? `${trimmed})` : trimmed;
};

/** Makes a reader of labels, each given with the words that it is printed as (a pattern); the first that fits decides. */
export const readLabelsAs = <Label extends string>(
  labels: readonly (readonly [Label, string])[],
): LabelReader<Label> => {
  const pattern = new RegExp(
    `(?<![A-Za-zÀ-ỹ])(?:${labels.map(([label, words]) => `(?<${label}>${words})`).join('|')})\\s*:\\s*`,
    'giu',
  );
  const split = (text: string): LabelledText<Label> => {
    const matches = [...text.matchAll(pattern)];
    const parts = new Map<Label, string>();
    matches.forEach((match, index) => {
      const label = labels.find(([name]) => match.groups?.[name] !== undefined)?.[0];
      const end = matches[index + 1]?.index ?? text.length;
      const words = trimPart(text.slice(match.index + match[0].length, end));
      if (label && words !== '' && !parts.has(label)) parts.set(label, words);
    });
    return { before: trimBefore(text.slice(0, matches[0]?.index ?? text.length)), parts };
  };
  const below = (entries: readonly OutlineEntry[], at: number): ReadonlyMap<Label, string> => {
    const parts = new Map<Label, string>();
    for (let next = at + 1; next < entries.length; next += 1) {
      const block = entries[next]?.block;
      if (!block || block.kind === 'table' || block.kind === 'heading') break;
      const { before, parts: own } = split(block.content.text);
      if (before !== '' || own.size === 0) break;
      for (const [label, words] of own) if (!parts.has(label)) parts.set(label, words);
    }
    return parts;
  };
  return { split, below };
};
