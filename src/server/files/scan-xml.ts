import { SaxesParser } from 'saxes';

/** What is looked at while XML is read; names come without their prefix, values as a reader of XML understands them. */
export interface XmlVisitor {
  readonly element: (name: string, attributes: ReadonlyMap<string, string>) => void;
  readonly text?: (text: string, within: string) => void;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads the XML of a part of an office document from its begin to its end. Throws on whatever is malformed, has a document type or
 * is in another encoding than UTF-8: a program that understands it would read something else in it than we do.
 */
export const scanXml = (content: Uint8Array, visitor: XmlVisitor): void => {
  const parser = new SaxesParser({ xmlns: false });
  const fail = (error: Error): never => {
    throw error;
  };
  const open: string[] = [];
  const tellText = (text: string): void => visitor.text?.(text, open.at(-1) ?? '');
  parser.on('error', fail);
  parser.on('doctype', () => fail(new Error('a document type')));
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding && encoding.toLowerCase() !== 'utf-8') fail(new Error('another encoding'));
  });
  parser.on('opentag', ({ name, attributes }) => {
    open.push(localName(name));
    visitor.element(
      localName(name),
      new Map(Object.entries(attributes).map(([key, value]) => [localName(key), value])),
    );
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', tellText);
  parser.on('cdata', tellText);
  parser.write(new TextDecoder('utf-8', { fatal: true }).decode(content)).close();
};

/** A relationship of a part of an office document. */
export interface Relationship {
  /** The address that says what it is for. */
  readonly type: string;
  readonly target: string;
  readonly isOutside: boolean;
}

/** The relationships that a part states. Throws on malformed XML. */
export const listRelationships = (content: Uint8Array): readonly Relationship[] => {
  const found: Relationship[] = [];
  scanXml(content, {
    element: (name, attributes) => {
      if (name !== 'Relationship') return;
      const valueOf = (key: string): string => attributes.get(key)?.trim() ?? '';
      found.push({
        ...{ type: valueOf('Type'), target: valueOf('Target') },
        isOutside: valueOf('TargetMode').toLowerCase() === 'external',
      });
    },
  });
  return found;
};
