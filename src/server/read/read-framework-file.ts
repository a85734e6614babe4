import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { readSheets } from '#core/scoring/definition/read-sheets.ts';
import type { Framework } from '#core/scoring/framework.ts';
import { readXlsx } from '#server/xlsx/read-xlsx.ts';
import { admitDefinition, byPath, refuseProblems } from './admit-framework.ts';
import type { GivenFile } from './file-reader.ts';

const parseJson = (content: Uint8Array): { readonly value: unknown } | Refusal => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content).replace(/^\ufeff/, '');
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    // The parser says where; its sentence is for programmers.
    const position = /position (\d+)/.exec(String(error))?.[1];
    return refuseProblems([
      {
        code: 'json-malformed',
        place: { path: '' },
        details: position === undefined ? {} : { position },
      },
    ]);
  }
};

const isWorkbook = ({ content }: GivenFile): boolean => content[0] === 0x50 && content[1] === 0x4b;

/**
 * Reads a framework from JSON or a workbook, all or nothing: refuses with every problem and its place. A large workbook
 * takes seconds and holds up its thread: a server reads through a `FrameworkReader`.
 */
export const readFrameworkFile = (file: GivenFile): Framework | Refusal => {
  if (file.content.length === 0) return refuse('file.empty');
  if (isWorkbook(file) || /\.xlsx$/i.test(file.name)) {
    const sheets = readXlsx(file.content);
    if (isRefusal(sheets)) return sheets;
    const { definition, problems, place } = readSheets(sheets);
    return admitDefinition(definition, place, problems);
  }
  if (!/\.json$/i.test(file.name)) return refuse('file.unsupported-kind', { kinds: ['.json', '.xlsx'] });
  const json = parseJson(file.content);
  return isRefusal(json) ? json : admitDefinition(json.value, byPath);
};
