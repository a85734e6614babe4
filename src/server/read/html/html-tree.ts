import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** Parses a page as browsers do; nothing in it is run or fetched. */
export const parseHtml = (html: string): readonly HtmlNode[] => parse(html).childNodes;

export const isElement = (node: HtmlNode): node is HtmlElement => defaultTreeAdapter.isElementNode(node);

/** The value of an attribute; undefined without one. */
export const attributeOf = (element: HtmlElement, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value;

/** A whole number that an attribute gives, within limits. */
export const countOf = (element: HtmlElement, name: string, most: number): number => {
  const count = Number.parseInt(attributeOf(element, name) ?? '1', 10);
  return Number.isInteger(count) && count > 0 ? Math.min(count, most) : 1;
};

const LEFT_OUT = new Set(
  'head del s strike script style template noscript nav aside iframe object embed svg canvas video audio button input select textarea dialog'.split(
    ' ',
  ),
);
const AROUND_THE_PAGE = new Set(['header', 'footer']);
const OWN_CONTENT = new Set(['article', 'main']);

/** Whether an element holds no words of the document: what is struck out, programs, styles, navigation, what is not shown. */
export const isLeftOut = (element: HtmlElement): boolean => {
  if (LEFT_OUT.has(element.tagName)) return true;
  if (attributeOf(element, 'hidden') !== undefined || attributeOf(element, 'role') === 'navigation')
    return true;
  if (/(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(attributeOf(element, 'style') ?? ''))
    return true;
  return AROUND_THE_PAGE.has(element.tagName) && !isWithinContent(element);
};

const isWithinContent = (element: HtmlElement): boolean => {
  for (let parent = element.parentNode; parent && 'tagName' in parent; parent = parent.parentNode) {
    if (OWN_CONTENT.has(parent.tagName)) return true;
  }
  return false;
};

/** All elements of a name within an element, but not within each other. */
export const listWithin = (element: HtmlElement, ...names: readonly string[]): readonly HtmlElement[] =>
  element.childNodes.filter(isElement).flatMap((child) => {
    if (names.includes(child.tagName)) return [child];
    return child.tagName === 'table' || isLeftOut(child) ? [] : listWithin(child, ...names);
  });

/** Whether an element holds one of this name, however deep. */
export const holds = (element: HtmlElement, name: string): boolean =>
  element.childNodes.filter(isElement).some((child) => child.tagName === name || holds(child, name));
