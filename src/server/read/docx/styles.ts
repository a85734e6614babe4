import { elementsOf, findChild, switchOf, valueOf, type XmlElement } from './xml-tree.ts';

/** Where a paragraph takes its number from. */
export interface NumberSource {
  readonly numId: string;
  readonly level: number;
}

/** What a style says, with what it takes over from the styles that it is based on. */
export interface DocxStyle {
  readonly bold: boolean;
  readonly capitals: boolean;
  readonly hidden: boolean;
  /** Level of a heading, 1 outermost; null for text. */
  readonly heading: number | null;
  readonly number: NumberSource | null;
}

export const PLAIN: DocxStyle = {
  bold: false,
  capitals: false,
  hidden: false,
  heading: null,
  number: null,
};

const TEXT_LEVEL = 9;

/** The level that an outline level names; undefined without one. Level 9 of the format is text. */
export const headingOf = (properties: XmlElement | undefined): number | null | undefined => {
  const level = valueOf(properties, 'outlineLvl');
  if (level === undefined) return undefined;
  return Number(level) < TEXT_LEVEL ? Number(level) + 1 : null;
};

/** The number that paragraph properties ask for; null when they switch it off, undefined when they say nothing. */
export const numberOf = (
  properties: XmlElement | undefined,
  inherited: NumberSource | null,
): NumberSource | null | undefined => {
  const asked = findChild(properties, 'numPr');
  if (!asked) return undefined;
  const numId = valueOf(asked, 'numId') ?? inherited?.numId;
  if (numId === undefined || numId === '0') return null;
  const level = valueOf(asked, 'ilvl');
  return { numId, level: level === undefined ? (inherited?.level ?? 0) : Number(level) };
};

const inheritStyle = (style: XmlElement, base: DocxStyle): DocxStyle => {
  const run = findChild(style, 'rPr');
  const paragraph = findChild(style, 'pPr');
  const heading = headingOf(paragraph);
  const number = numberOf(paragraph, base.number);
  return {
    bold: switchOf(run, 'b') ?? base.bold,
    capitals: switchOf(run, 'caps') ?? base.capitals,
    hidden: switchOf(run, 'vanish') ?? base.hidden,
    heading: heading === undefined ? base.heading : heading,
    number: number === undefined ? base.number : number,
  };
};

/** The styles of a document by their identifiers; paragraphs without a style have that of the empty name. */
export const readStyles = (part: XmlElement | undefined): ReadonlyMap<string, DocxStyle> => {
  const elements = part ? elementsOf(part).filter(({ name }) => name === 'style') : [];
  const byId = new Map(elements.map((element) => [element.attributes.get('styleId') ?? '', element]));
  const settled = new Map<string, DocxStyle>();
  const settle = (id: string, chain: readonly string[]): DocxStyle => {
    const known = settled.get(id);
    if (known) return known;
    const element = byId.get(id);
    // A circle of styles that are based on each other ends where it began.
    if (!element || chain.includes(id) || chain.length > 20) return PLAIN;
    const base = valueOf(element, 'basedOn');
    const style = inheritStyle(element, base === undefined ? PLAIN : settle(base, [...chain, id]));
    settled.set(id, style);
    return style;
  };
  for (const id of byId.keys()) settle(id, []);
  const usual = elements.find(
    ({ attributes }) => attributes.get('type') === 'paragraph' && attributes.get('default') === '1',
  );
  return settled.set('', settled.get(usual?.attributes.get('styleId') ?? '') ?? PLAIN);
};
