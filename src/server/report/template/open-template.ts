import { strFromU8, unzipSync } from 'fflate';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { TemplateParagraph } from '#core/report/template/check-template.ts';
import { decideFileKind } from '#server/files/file-kind.ts';
import { listParagraphs } from './template-paragraphs.ts';

/** A template as far as its placeholders are read from it. */
export interface OpenedTemplate {
  readonly paragraphs: readonly TemplateParagraph[];
}

const UNPACKED_LIMIT_BYTES = 32 * 1024 * 1024;
const TEXT_LIMIT = 2_000_000;

// A link that a person clicks on runs nothing and fetches nothing by itself.
const MAY_BE_OUTSIDE = /\/hyperlink["']/i;
const SAFE_TARGET = /\bTarget\s*=\s*["'](?:https?:|mailto:|tel:)/i;
const EMBEDDED = /^word\/(?:embeddings|activeX)\/|\.bin$|afchunk|\.(?:htm|html|mht|mhtml|rtf)$/i;
const REACHING_FIELD =
  /\b(?:INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|LINK|IMPORT|DATABASE|MACROBUTTON|AUTOTEXT|RD)\b/i;
const FIELD_TEXT = /<w:instrText[^>]*>([^<]*)|<w:fldSimple[^>]*\bw:instr\s*=\s*"([^"]*)"/gi;

/** What of a template reaches out of it, by name; undefined when nothing does. */
const findReach = (parts: ReadonlyMap<string, string>, names: readonly string[]): string | undefined => {
  const embedded = names.find((name) => EMBEDDED.test(name));
  if (embedded !== undefined) return embedded;
  for (const [name, xml] of parts) {
    if (name.endsWith('.rels')) {
      const outside = [...xml.matchAll(/<[^>]*\bTargetMode\s*=\s*["']External["'][^>]*>/gi)].find(
        ([one]) => !(MAY_BE_OUTSIDE.test(one) && SAFE_TARGET.test(one)),
      );
      if (outside) return /\bTarget\s*=\s*["']([^"']*)/i.exec(outside[0])?.[1]?.slice(0, 200) ?? name;
      if (/\/(?:aFChunk|oleObject|package|attachedTemplate)["']/i.test(xml)) return name;
    } else {
      if (/<(?:w:altChunk|o:OLEObject|w:object)\b/i.test(xml)) return name;
      // Text of a field may be cut into several runs.
      const fields = [...xml.matchAll(FIELD_TEXT)]
        .map(([, run, whole]) => run ?? ` ${whole ?? ''} `)
        .join('');
      const field = REACHING_FIELD.exec(fields);
      if (field) return `${field[0]} (${name})`;
    }
  }
  return undefined;
};

const partOf = (name: string): 'text' | 'header' | 'footer' | undefined => {
  if (name === 'word/document.xml') return 'text';
  if (/^word\/header\d*\.xml$/.test(name)) return 'header';
  return /^word\/footer\d*\.xml$/.test(name) ? 'footer' : undefined;
};

/**
 * Opens a Word file that is to be a template. Refuses what is no .docx, macros, whatever is fetched or embedded (templates and
 * pictures from elsewhere, other files within, fields that reach out), documents that unpack to too much, and document types in XML.
 */
export const openTemplate = async (name: string, content: Uint8Array): Promise<OpenedTemplate | Refusal> => {
  const kind = await decideFileKind(name, content);
  if (isRefusal(kind)) return kind;
  if (!kind.endings.includes('docx')) return refuse('file.unsupported-kind', { kinds: ['docx'] });
  let unpacked = 0;
  const names: string[] = [];
  const isXml = (part: string): boolean => /\.(?:xml|rels)$/i.test(part);
  const files = unzipSync(content, {
    filter: ({ name: part, originalSize }) => {
      names.push(part);
      unpacked += originalSize;
      return isXml(part) && unpacked <= UNPACKED_LIMIT_BYTES;
    },
  });
  if (unpacked > UNPACKED_LIMIT_BYTES) {
    return refuse('file.too-complex', { limitBytes: UNPACKED_LIMIT_BYTES });
  }
  const parts = new Map(Object.entries(files).map(([part, bytes]) => [part, strFromU8(bytes)]));
  if ([...parts.values()].some((xml) => /<!(?:DOCTYPE|ENTITY)/i.test(xml))) return refuse('file.broken');
  const reach = findReach(parts, names);
  if (reach !== undefined) return refuse('document-template.reaches-out', { what: reach });
  try {
    const paragraphs = [...parts].flatMap(([part, xml]) => {
      const place = partOf(part);
      return place === undefined ? [] : listParagraphs(xml, place);
    });
    const characters = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
    return characters > TEXT_LIMIT
      ? refuse('file.too-complex', { limitCharacters: TEXT_LIMIT })
      : { paragraphs };
  } catch {
    return refuse('file.broken');
  }
};
