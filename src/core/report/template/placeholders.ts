/** A placeholder as it stands in a text: a value, the begin or end of a list, or the begin of what stands for an empty list. */
export type Placeholder =
  | {
      readonly kind: 'value' | 'begin' | 'begin-empty' | 'end';
      readonly name: string;
      readonly written: string;
    }
  | { readonly kind: 'malformed' | 'unclosed' | 'unopened'; readonly written: string };

const KINDS = { '': 'value', '#': 'begin', '^': 'begin-empty', '/': 'end' } as const;
const FORM = /^([#^/]?)\s*([A-Za-z][A-Za-z0-9_]*)$/;

const MOST_SHOWN = 60;

const readOne = (written: string): Placeholder => {
  const match = FORM.exec(written.slice(1, -1).trim());
  if (!match) return { kind: 'malformed', written: written.slice(0, MOST_SHOWN) };
  const [, mark = '', name = ''] = match;
  // Safe: the pattern admits only these marks.
  return { kind: KINDS[mark as keyof typeof KINDS], name: name.toLowerCase(), written };
};

/** A placeholder with where it begins in its text. */
export interface PlacedPlaceholder {
  readonly placeholder: Placeholder;
  readonly at: number;
}

// A brace with what follows up to the next brace: closed, or left open.
const BRACES = /\{[^{}]*\}|\{[^{}]*|\}/g;

/** Finds the placeholders of a paragraph, in their order. */
export const readPlaceholders = (text: string): readonly PlacedPlaceholder[] =>
  [...text.matchAll(BRACES)].map(({ 0: written, index: at }) => {
    if (written === '}') return { at, placeholder: { kind: 'unopened', written } };
    if (!written.endsWith('}')) {
      return { at, placeholder: { kind: 'unclosed', written: written.slice(0, MOST_SHOWN) } };
    }
    return { at, placeholder: readOne(written) };
  });

/** A name in capitals asks for its value in capitals. */
export const isInCapitals = (name: string): boolean => name === name.toUpperCase() && /[A-Z]/.test(name);
