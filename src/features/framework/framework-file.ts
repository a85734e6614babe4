import { createHash } from 'node:crypto';
import { pathText, type PathProblem, readDefinition } from '#contract/framework-file.ts';
import type { FileAnswer } from '#contract/schemas.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { checkFramework } from '#core/scoring/check-framework.ts';
import { buildWorkbook } from '#core/scoring/definition/build-workbook.ts';
import { findFindingPath } from '#core/scoring/definition/finding-path.ts';
import type { DefinitionPlace, DefinitionProblem } from '#core/scoring/definition/problem.ts';
import { readSheets } from '#core/scoring/definition/read-sheets.ts';
import { englishFields } from '#core/scoring/definition/wording/en.ts';
import { vietnameseFields } from '#core/scoring/definition/wording/vi.ts';
import type { Framework } from '#core/scoring/framework.ts';
import { readXlsx } from '#server/xlsx/read-xlsx.ts';
import { writeXlsx } from '#server/xlsx/write-xlsx.ts';

/** A file with a framework, as it was sent or read from disk. */
export interface FrameworkFile {
  readonly name: string;
  readonly content: Uint8Array;
}

export type FileFormat = 'json' | 'xlsx';

const WORDINGS = { vi: vietnameseFields, en: englishFields } as const;
const MEDIA_TYPES = {
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<FileFormat, string>;

/** The text that a definition is kept and recognized by. */
export const serializeFramework = (
  framework: Framework,
): { readonly definition: string; readonly fingerprint: string } => {
  const definition = JSON.stringify(framework);
  return { definition, fingerprint: createHash('sha256').update(definition).digest('hex') };
};

/** Writes a framework as a file. */
export const writeFrameworkFile = (
  framework: Framework,
  format: FileFormat,
  language: keyof typeof WORDINGS = 'vi',
): FileAnswer => ({
  name: `${framework.code}-v${String(framework.version)}.${format}`,
  mediaType: MEDIA_TYPES[format],
  content:
    format === 'xlsx'
      ? writeXlsx(buildWorkbook(framework, WORDINGS[language]))
      : new TextEncoder().encode(`${JSON.stringify(framework, null, 2)}\n`),
});

/** Refuses with all problems of a file, those at the same place once. */
const refuseProblems = (problems: readonly DefinitionProblem[]): Refusal<'framework.invalid'> =>
  refuse('framework.invalid', { problems, total: problems.length });

const placeText = (place: DefinitionPlace): string =>
  'path' in place ? place.path : `${place.sheet}!${place.cell}`;

const placed = (
  problems: readonly PathProblem[],
  place: (path: readonly PropertyKey[]) => DefinitionPlace,
): readonly DefinitionProblem[] =>
  problems.map(({ code, details, path }) => ({ code, details, place: place(path) }));

/**
 * Checks a definition strictly and as a whole. The integrity of the whole is judged only when every part is understood.
 * Refuses with every problem and its place.
 */
const admit = (
  definition: unknown,
  place: (path: readonly PropertyKey[]) => DefinitionPlace,
  earlier: readonly DefinitionProblem[] = [],
): Framework | Refusal<'framework.invalid'> => {
  const told = new Set(earlier.map((problem) => placeText(problem.place)));
  const read = readDefinition(definition);
  if ('problems' in read || earlier.length > 0) {
    // A cell that is wrong is missing as well: once is enough.
    const found = 'problems' in read ? placed(read.problems, place) : [];
    return refuseProblems([...earlier, ...found.filter((problem) => !told.has(placeText(problem.place)))]);
  }
  const errors = checkFramework(read.framework).filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return read.framework;
  return refuseProblems(
    errors.map((finding) => ({
      code: finding.code,
      place: place(findFindingPath(read.framework, finding)),
      details: { about: finding.about, ...finding.details },
    })),
  );
};

const byPath = (path: readonly PropertyKey[]): DefinitionPlace => ({ path: pathText(path) });

/** Reads a definition that came as JSON: only its form, for a draft that may still be unfinished. */
export const readDraft = (definition: unknown): Framework | Refusal<'framework.invalid'> => {
  const read = readDefinition(definition);
  return 'framework' in read ? read.framework : refuseProblems(placed(read.problems, byPath));
};

/** Whether a framework may score; otherwise all that is wrong with it, by path. */
export const admitFramework = (framework: Framework): Framework | Refusal<'framework.invalid'> =>
  admit(framework, byPath);

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

const isWorkbook = ({ content }: FrameworkFile): boolean => content[0] === 0x50 && content[1] === 0x4b;

/** Reads a framework from JSON or a workbook, all or nothing: refuses with every problem and its place. */
export const readFrameworkFile = (file: FrameworkFile): Framework | Refusal => {
  if (file.content.length === 0) return refuse('file.empty');
  if (isWorkbook(file) || /\.xlsx$/i.test(file.name)) {
    const sheets = readXlsx(file.content);
    if (isRefusal(sheets)) return sheets;
    const { definition, problems, place } = readSheets(sheets);
    return admit(definition, place, problems);
  }
  if (!/\.json$/i.test(file.name)) return refuse('file.unsupported-kind', { kinds: ['.json', '.xlsx'] });
  const json = parseJson(file.content);
  return isRefusal(json) ? json : admit(json.value, byPath);
};
