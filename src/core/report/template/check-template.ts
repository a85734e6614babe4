import { readPlaceholders, type PlacedPlaceholder } from './placeholders.ts';
import type { TemplateFields } from './template-fields.ts';

/** Where a paragraph stands, counted from 1 as a person counts. */
export interface TemplatePlace {
  readonly part: 'text' | 'header' | 'footer';
  /** Among the paragraphs of its part, those of tables too. */
  readonly paragraph: number;
  readonly cell: { readonly table: number; readonly row: number; readonly column: number } | null;
}

/** A paragraph of a template. */
export interface TemplateParagraph {
  readonly place: TemplatePlace;
  readonly text: string;
}

/** What can be wrong with a placeholder. */
export const TEMPLATE_FAULTS = [
  'unclosed',
  'unopened',
  'malformed',
  'unknown',
  'unknown-here',
  'list-as-value',
  'list-not-ended',
  'list-not-begun',
  'lists-crossed',
  'list-across',
  'list-in-list',
  'unfillable',
] as const;
export type TemplateFault = (typeof TEMPLATE_FAULTS)[number];

/** A fault with its placeholder, its place and the words around it. */
export interface TemplateProblem {
  readonly fault: TemplateFault;
  readonly placeholder: string;
  readonly around: string;
  readonly place: TemplatePlace;
}

interface OpenList {
  readonly name: string;
  readonly fields: TemplateFields;
  readonly found: Found;
  /** Its name is no value's: that is told already, and how it ends is not told beside it. */
  readonly isUnknown: boolean;
}

interface Found extends PlacedPlaceholder {
  readonly paragraph: TemplateParagraph;
}

const AROUND = 40;

const problemAt = ({ placeholder, at, paragraph }: Found, fault: TemplateFault): TemplateProblem => ({
  ...{ fault, placeholder: placeholder.written, place: paragraph.place },
  around: paragraph.text
    .slice(Math.max(0, at - AROUND), at + placeholder.written.length + AROUND)
    .replace(/\s+/g, ' ')
    .trim(),
});

const isSameCell = (one: TemplatePlace, other: TemplatePlace): boolean =>
  one.cell?.table === other.cell?.table &&
  one.cell?.row === other.cell?.row &&
  one.cell?.column === other.cell?.column;

// From a paragraph to another of the same cell or outside of tables, or over rows of one table.
const mayRepeat = (begin: TemplatePlace, end: TemplatePlace): boolean =>
  begin.part === end.part &&
  (isSameCell(begin, end) || (begin.cell !== null && begin.cell.table === end.cell?.table));

const knows = (fields: TemplateFields, name: string): boolean =>
  fields.texts.includes(name) || Object.hasOwn(fields.lists, name);

// What is open for a text or for an empty list has no fields.
const repeats = ({ texts, lists }: TemplateFields): boolean =>
  texts.length > 0 || Object.keys(lists).length > 0;

const knowsAnywhere = (fields: TemplateFields, name: string): boolean =>
  knows(fields, name) || Object.values(fields.lists).some((inner) => knowsAnywhere(inner, name));

/** Walks the placeholders of one part with the lists that are open. */
const checkPart = (found: readonly Found[], whole: TemplateFields): readonly TemplateProblem[] => {
  const problems: TemplateProblem[] = [];
  let open: readonly OpenList[] = [];
  const inScope = (): readonly TemplateFields[] => [...open.map(({ fields }) => fields).reverse(), whole];
  const tell = (one: Found, fault: TemplateFault): void => void problems.push(problemAt(one, fault));
  const unknown = (name: string): TemplateFault => (knowsAnywhere(whole, name) ? 'unknown-here' : 'unknown');

  const useValue = (one: Found, name: string): void => {
    const fields = inScope().find((some) => knows(some, name));
    if (!fields) tell(one, unknown(name));
    else if (Object.hasOwn(fields.lists, name)) tell(one, 'list-as-value');
  };
  const beginList = (one: Found, name: string, isEmpty: boolean): void => {
    const scopes = inScope();
    const at = scopes.findIndex((some) => knows(some, name));
    const fields = scopes[at];
    const inner = fields && Object.hasOwn(fields.lists, name) ? fields.lists[name] : undefined;
    if (!fields) tell(one, unknown(name));
    // Each of a list with each of another one, or with each of its own, is more than any document holds.
    else if (inner && !isEmpty && scopes.slice(0, at).some(repeats)) tell(one, 'list-in-list');
    // A text as a list: what stands between is there when the text is not empty.
    const own = (isEmpty ? undefined : inner) ?? { texts: [], lists: {} };
    open = [...open, { name, found: one, fields: own, isUnknown: !fields }];
  };
  const endList = (one: Found, name: string): void => {
    const last = open.at(-1);
    if (last?.name === name) {
      const isAcross = !mayRepeat(last.found.paragraph.place, one.paragraph.place);
      if (isAcross && !last.isUnknown) tell(last.found, 'list-across');
      open = open.slice(0, -1);
      return;
    }
    const isOpen = open.some((some) => some.name === name);
    tell(one, isOpen ? 'lists-crossed' : 'list-not-begun');
    if (isOpen) open = open.filter((some) => some.name !== name);
  };

  for (const one of found) {
    const { placeholder } = one;
    switch (placeholder.kind) {
      case 'value':
        useValue(one, placeholder.name);
        break;
      case 'begin':
      case 'begin-empty':
        beginList(one, placeholder.name, placeholder.kind === 'begin-empty');
        break;
      case 'end':
        endList(one, placeholder.name);
        break;
      case 'malformed':
      case 'unclosed':
      case 'unopened':
        tell(one, placeholder.kind);
    }
  }
  const unended = open.filter(({ isUnknown }) => !isUnknown);
  return [...problems, ...unended.map(({ found: one }) => problemAt(one, 'list-not-ended'))];
};

const MOST_TOLD = 100;

/** Every fault of the placeholders of a template, in the order of reading; empty when it can be filled. */
export const checkTemplate = (
  paragraphs: readonly TemplateParagraph[],
  fields: TemplateFields,
): readonly TemplateProblem[] => {
  const found = paragraphs.flatMap((paragraph) =>
    readPlaceholders(paragraph.text).map((one): Found => ({ ...one, paragraph })),
  );
  const parts = ['text', 'header', 'footer'] as const;
  return parts
    .flatMap((part) =>
      checkPart(
        found.filter(({ paragraph }) => paragraph.place.part === part),
        fields,
      ),
    )
    .slice(0, MOST_TOLD);
};

/** Where a placeholder stands, as far as its name tells: for a fault that is found by filling. */
export const placeOfPlaceholder = (
  paragraphs: readonly TemplateParagraph[],
  name: string,
): TemplateProblem | undefined => {
  for (const paragraph of paragraphs) {
    const one = readPlaceholders(paragraph.text).find(({ placeholder }) =>
      placeholder.written.includes(name),
    );
    if (one) return problemAt({ ...one, paragraph }, 'unfillable');
  }
  return undefined;
};
