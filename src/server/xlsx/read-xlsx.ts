import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { Sheet } from '#core/kernel/sheet.ts';
import { readSharedTexts, readSheetContent, TooManyCells, walkXml } from './read-sheet.ts';
import { unzipWorkbook } from './unzip-workbook.ts';

const SHEETS_LIMIT = 50;

const partOf = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;

interface SheetPart {
  readonly name: string;
  readonly part: string;
}

const listSheetParts = (parts: ReadonlyMap<string, string>): readonly SheetPart[] => {
  const targets = new Map<string, string>();
  walkXml(parts.get('xl/_rels/workbook.xml.rels') ?? '', {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id !== undefined && Target !== undefined)
        targets.set(Id, partOf(Target));
    },
  });
  const sheets: SheetPart[] = [];
  walkXml(parts.get('xl/workbook.xml') ?? '', {
    open: (element, attributes) => {
      const id = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1] ?? '';
      const part = targets.get(id);
      if (element === 'sheet' && part !== undefined) sheets.push({ name: attributes.name ?? '', part });
    },
  });
  return sheets;
};

/**
 * Reads the cells of an .xlsx workbook and nothing else: no styles, no validations, no links. Formulas are noticed, never
 * computed; merged ranges are named, never filled. Refuses what is no workbook and what is larger inside than any form of ours, or than
 * `limitBytes`.
 */
export const readXlsx = (content: Uint8Array, limitBytes?: number): readonly Sheet[] | Refusal => {
  const parts = unzipWorkbook(content, limitBytes);
  if (isRefusal(parts)) return parts;
  try {
    const sheets = listSheetParts(parts);
    if (sheets.length === 0) return refuse('file.broken', { format: 'xlsx' });
    if (sheets.length > SHEETS_LIMIT) return refuse('file.too-complex');
    const shared = readSharedTexts(parts.get('xl/sharedStrings.xml') ?? '<sst/>');
    return sheets.map(({ name, part }) => ({
      name,
      ...readSheetContent(parts.get(part) ?? '<worksheet/>', shared),
    }));
  } catch (error) {
    return error instanceof TooManyCells
      ? refuse('file.too-complex')
      : refuse('file.broken', { format: 'xlsx' });
  }
};
