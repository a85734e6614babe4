import { SaxesParser } from 'saxes';

/** An element of an XML document; names come without their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

const DEEPEST = 400;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

const attributesOf = (attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> => {
  const entries = Object.entries(attributes);
  return entries.length === 0
    ? NO_ATTRIBUTES
    : new Map(entries.map(([name, value]) => [localName(name), value]));
};

/** Parses XML into elements. Throws on malformed XML, on nesting beyond any document, and on a document type: it may define entities. */
export const parseXml = (xml: string): XmlElement => {
  const top: OpenElement = { name: '', attributes: NO_ATTRIBUTES, children: [] };
  const open: OpenElement[] = [top];
  const parser = new SaxesParser({ xmlns: false });
  const fail = (error: Error): never => {
    throw error;
  };
  parser.on('error', fail);
  parser.on('doctype', () => fail(new Error('a document type')));
  parser.on('opentag', ({ name, attributes }) => {
    const element: OpenElement = {
      name: localName(name),
      attributes: attributesOf(attributes),
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
    if (open.length > DEEPEST) fail(new Error('nested too deep'));
  });
  parser.on('closetag', () => void open.pop());
  const addText = (text: string): void => void open.at(-1)?.children.push(text);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(xml).close();
  const root = top.children.find((child) => typeof child !== 'string');
  return root ?? top;
};

/** The elements directly within an element. */
export const elementsOf = (element: XmlElement): readonly XmlElement[] =>
  element.children.filter((child) => typeof child !== 'string');

/** The first element of a name directly within an element. */
export const findChild = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);

/** The attribute `val` of an element directly within another one. */
export const valueOf = (element: XmlElement | undefined, name: string): string | undefined =>
  findChild(element, name)?.attributes.get('val');

/** A property that is on when its element stands there and does not say no; undefined when it does not stand there. */
export const switchOf = (element: XmlElement | undefined, name: string): boolean | undefined => {
  const found = findChild(element, name);
  return found && !['0', 'false', 'off', 'none'].includes(found.attributes.get('val') ?? '');
};
