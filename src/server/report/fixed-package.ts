import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

// The format's first year is 1980.
const ARCHIVE_DAY = new Date(1980, 0, 1);
const INSTANT = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;
// The library draws names of relations by chance, and counts drawings over all documents of the process.
const DRAWN_NAME = /(\s(?:Id|r:id|r:embed)=")(rId[a-z0-9_-]{21})"/g;
const DRAWING = /(<wp:docPr id=")\d+"/g;

const isXml = (name: string): boolean => name.endsWith('.xml') || name.endsWith('.rels');

/** Puts in place of what differs from one writing to the next what follows from the content. */
const fixXml = (xml: string, names: Map<string, string>): string => {
  let drawings = 0;
  return xml
    .replace(INSTANT, '$11980-01-01T00:00:00Z')
    .replace(DRAWN_NAME, (_, start: string, drawn: string) => {
      const name = names.get(drawn) ?? `rIdPart${String(names.size + 1)}`;
      names.set(drawn, name);
      return `${start}${name}"`;
    })
    .replace(DRAWING, (_, start: string) => `${start}${String((drawings += 1))}"`);
};

/**
 * The same office file without clock and chance in it, those inside it too: equal documents give equal bytes. `mend` may
 * change a part before it is packed again.
 */
export const withoutChance = (
  file: Uint8Array,
  mend: (name: string, xml: string) => string = (_, xml) => xml,
): Uint8Array => {
  const names = new Map<string, string>();
  const parts = Object.entries(unzipSync(file)).map(([name, content]) => {
    if (name.endsWith('.xlsx')) return [name, withoutChance(content)] as const;
    return [name, isXml(name) ? strToU8(fixXml(mend(name, strFromU8(content)), names)) : content] as const;
  });
  return zipSync(Object.fromEntries(parts), { mtime: ARCHIVE_DAY });
};
