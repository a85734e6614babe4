import { listRelationships, scanXml } from '#server/files/scan-xml.ts';

// A link that a person clicks on runs nothing and fetches nothing by itself.
const MAY_BE_OUTSIDE = /\/hyperlink$/i;
const SAFE_TARGET = /^(?:https?:|mailto:|tel:)/i;
const FETCHED = /\/(?:aFChunk|oleObject|package|attachedTemplate|control|vbaProject)$/i;
const EMBEDDED = /^word\/(?:embeddings|activeX)\/|afchunk/i;
// Texts, pictures and typefaces.
const NEEDED = /\/$|\.(?:xml|rels|png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|wdp|odttf|ttf|otf)$/i;
const REACHING_ELEMENTS = new Set(['altChunk', 'OLEObject', 'object', 'control', 'mailMerge', 'subDoc']);
const PICTURES = new Set(['imagedata', 'fill', 'stroke']);
const ADDRESS = /:|^[\\/]{2}/;
const REACHING_FIELD =
  /\b(?:INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|LINK|IMPORT|DATABASE|MACROBUTTON|AUTOTEXT|RD)\b/i;
const LONGEST_TOLD = 200;

const findOutside = (content: Uint8Array, name: string): string | undefined => {
  const outside = listRelationships(content).find(
    ({ type, target, isOutside }) =>
      FETCHED.test(type) || (isOutside && !(MAY_BE_OUTSIDE.test(type) && SAFE_TARGET.test(target))),
  );
  return outside && ((outside.isOutside && outside.target.slice(0, LONGEST_TOLD)) || name);
};

const findWithin = (content: Uint8Array, name: string): string | undefined => {
  let found: string | undefined;
  // Text of a field may be cut into several runs.
  let fields = '';
  scanXml(content, {
    element: (element, attributes) => {
      if (REACHING_ELEMENTS.has(element)) found ??= name;
      if (element === 'fldSimple') fields += ` ${attributes.get('instr') ?? ''} `;
      if (!PICTURES.has(element)) return;
      const address = attributes.get('src') ?? attributes.get('href') ?? '';
      if (ADDRESS.test(address)) found ??= address.slice(0, LONGEST_TOLD);
    },
    text: (text, within) => {
      if (within === 'instrText') fields += text;
    },
  });
  const field = REACHING_FIELD.exec(fields);
  return found ?? (field ? `${field[0]} (${name})` : undefined);
};

/**
 * What of a template reaches out of it or brings something along, by name; undefined when nothing does. Throws on XML that is not
 * read alike everywhere.
 */
export const findReach = (
  parts: ReadonlyMap<string, Uint8Array>,
  names: readonly string[],
): string | undefined => {
  const embedded = names.find((name) => EMBEDDED.test(name) || !NEEDED.test(name));
  if (embedded !== undefined) return embedded;
  for (const [name, content] of parts) {
    const reach = /\.rels$/i.test(name) ? findOutside(content, name) : findWithin(content, name);
    if (reach !== undefined) return reach;
  }
  return undefined;
};
