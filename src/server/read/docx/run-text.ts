import { raisedWords } from '#server/read/source/clean-words.ts';
import type { DocxStyle } from './styles.ts';
import { symbolText } from './symbols.ts';
import { elementsOf, findChild, switchOf, valueOf, type XmlElement } from './xml-tree.ts';

/** What is gathered from the runs of a paragraph. */
export interface ParagraphText {
  /** Words between line breaks. */
  readonly lines: readonly string[];
  /** Whether all words are bold. */
  readonly isBold: boolean;
  /** Identifiers of the notes whose marks stand in it: "footnote:2". */
  readonly notes: readonly string[];
  /** Text boxes that are anchored in it. */
  readonly boxes: readonly XmlElement[];
}

/** What the words of a paragraph depend on. */
export interface RunContext {
  readonly styles: ReadonlyMap<string, DocxStyle>;
  readonly paragraphStyle: DocxStyle;
  /** The number that the mark of a note prints. */
  readonly numberOfNote: (id: string) => number;
}

// What tracked changes took away, and what is no word of the document.
const LEFT_OUT = new Set([
  'del',
  'moveFrom',
  'pPr',
  'rPr',
  'sdtPr',
  'sdtEndPr',
  'tcPr',
  'rt',
  'instrText',
  'delText',
]);

/** Gathers the words of a paragraph: insertions taken, deletions left out, results of fields, nothing hidden. */
export const readRuns = (paragraph: XmlElement, context: RunContext): ParagraphText => {
  const lines = [''];
  const notes: string[] = [];
  const boxes: XmlElement[] = [];
  // For each field that is open: whether its result has begun.
  const fields: boolean[] = [];
  let [bold, plain] = [0, 0];

  const add = (words: string, isBold: boolean): void => {
    if (fields.includes(false)) return;
    lines.push(`${lines.pop() ?? ''}${words}`);
    const letters = words.replace(/<sup>.*?<\/sup>|\s/gu, '').length;
    if (isBold) bold += letters;
    else plain += letters;
  };
  const readField = (type: string | undefined): void => {
    if (type === 'begin') fields.push(false);
    else if (type === 'separate') fields.splice(-1, 1, true);
    else if (type === 'end') fields.pop();
  };
  const readNote = (kind: string, element: XmlElement): void => {
    const id = `${kind}:${element.attributes.get('id') ?? ''}`;
    notes.push(id);
    add(`<sup>${context.numberOfNote(id)}</sup>`, false);
  };

  const readRun = (run: XmlElement): void => {
    const properties = findChild(run, 'rPr');
    const style = context.styles.get(valueOf(properties, 'rStyle') ?? '?');
    const has = (name: string, key: 'bold' | 'capitals' | 'hidden'): boolean =>
      switchOf(properties, name) ?? (style?.[key] === true || context.paragraphStyle[key]);
    if (has('vanish', 'hidden') || switchOf(properties, 'webHidden') === true) return;
    const [isBold, inCapitals] = [has('b', 'bold'), has('caps', 'capitals')];
    // Half points: LibreOffice raises small letters instead of naming them superscript.
    const isRaised =
      valueOf(properties, 'vertAlign') === 'superscript' || Number(valueOf(properties, 'position') ?? 0) >= 4;
    for (const child of elementsOf(run)) {
      const words = wordsOf(child);
      if (words !== undefined) {
        const printed = inCapitals ? words.toUpperCase() : words;
        add(isRaised ? raisedWords(printed, lines.at(-1) ?? '') : printed, isBold);
      } else readSpecial(child);
    }
  };
  const readSpecial = (child: XmlElement): void => {
    if (child.name === 'br' || child.name === 'cr') {
      if (!fields.includes(false)) lines.push('');
    } else if (child.name === 'fldChar') readField(child.attributes.get('fldCharType'));
    else if (child.name === 'footnoteReference') readNote('footnote', child);
    else if (child.name === 'endnoteReference') readNote('endnote', child);
    else if (['AlternateContent', 'drawing', 'pict', 'object', 'ruby'].includes(child.name))
      readInside(child);
  };
  const readInside = (element: XmlElement): void => {
    for (const child of choicesOf(element)) {
      if (LEFT_OUT.has(child.name)) continue;
      if (child.name === 'r') readRun(child);
      else if (child.name === 'txbxContent') boxes.push(child);
      else if (child.name === 'oMath') add(mathText(child), false);
      else readInside(child);
    }
  };
  readInside(paragraph);
  return { lines, isBold: bold > 0 && plain === 0, notes, boxes };
};

/** A thing that is there in several forms is read in the first: the others say the same to older programs. */
const choicesOf = (element: XmlElement): readonly XmlElement[] => {
  const children = elementsOf(element);
  return element.name === 'AlternateContent' ? children.slice(0, 1) : children;
};

const wordsOf = (element: XmlElement): string | undefined => {
  switch (element.name) {
    case 't':
      return element.children.filter((child) => typeof child === 'string').join('');
    case 'tab':
    case 'ptab':
      return ' ';
    case 'noBreakHyphen':
      return '-';
    case 'sym':
      return symbolText(element.attributes.get('font') ?? '', element.attributes.get('char') ?? '');
    default:
      return undefined;
  }
};

/** The words of a formula in one line: a fraction with a stroke. */
const mathText = (element: XmlElement): string => {
  if (element.name === 't') return element.children.filter((child) => typeof child === 'string').join('');
  const parts = elementsOf(element)
    .filter(({ name }) => !name.endsWith('Pr'))
    .map(mathText);
  return parts.join(element.name === 'f' ? '/' : '');
};
