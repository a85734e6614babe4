import { strFromU8, unzipSync } from 'fflate';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { TemplateParagraph } from '#core/report/template/check-template.ts';
import { decideFileKind } from '#server/files/file-kind.ts';
import { findReach } from './find-reach.ts';
import { listParagraphs } from './template-paragraphs.ts';

/** A template as far as its placeholders are read from it. */
export interface OpenedTemplate {
  readonly paragraphs: readonly TemplateParagraph[];
}

const UNPACKED_LIMIT_BYTES = 32 * 1024 * 1024;
const TEXT_LIMIT = 2_000_000;

const partOf = (name: string): 'text' | 'header' | 'footer' | undefined => {
  if (name === 'word/document.xml') return 'text';
  if (/^word\/header\d*\.xml$/.test(name)) return 'header';
  return /^word\/footer\d*\.xml$/.test(name) ? 'footer' : undefined;
};

const DOCX_ALONE = { kinds: ['docx'] };

// Files of evidence may be of other kinds too: what is asked for instead must not lead to the next refusal.
const askForDocx = ({ code, details }: Refusal): Refusal =>
  code === 'file.disguised' && details.reason === 'name' && details.kind !== 'docx'
    ? refuse('file.unsupported-kind', DOCX_ALONE)
    : refuse(code, { ...details, ...DOCX_ALONE });

/**
 * Opens a Word file that is to be a template. Refuses what is no .docx, macros, whatever is fetched or embedded (templates and
 * pictures from elsewhere, other files within, fields that reach out), documents that unpack to too much, and document types in XML.
 */
export const openTemplate = async (name: string, content: Uint8Array): Promise<OpenedTemplate | Refusal> => {
  const kind = await decideFileKind(name, content);
  if (isRefusal(kind)) return askForDocx(kind);
  if (!kind.endings.includes('docx')) return refuse('file.unsupported-kind', DOCX_ALONE);
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
  try {
    const reach = findReach(new Map(Object.entries(files)), names);
    if (reach !== undefined) return refuse('document-template.reaches-out', { what: reach });
    const paragraphs = Object.entries(files).flatMap(([part, bytes]) => {
      const place = partOf(part);
      return place === undefined ? [] : listParagraphs(strFromU8(bytes), place);
    });
    const characters = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
    return characters > TEXT_LIMIT
      ? refuse('file.too-complex', { limitCharacters: TEXT_LIMIT })
      : { paragraphs };
  } catch {
    return refuse('file.broken');
  }
};
