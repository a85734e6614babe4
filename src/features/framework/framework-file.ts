import { createHash } from 'node:crypto';
import type { FileAnswer } from '#contract/schemas.ts';
import { MEDIA_TYPES } from '#core/kernel/media-types.ts';
import { buildWorkbook } from '#core/scoring/definition/build-workbook.ts';
import { englishFields } from '#core/scoring/definition/wording/en.ts';
import { vietnameseFields } from '#core/scoring/definition/wording/vi.ts';
import type { Framework } from '#core/scoring/framework.ts';
import { writeXlsx } from '#server/xlsx/write-xlsx.ts';

export type FileFormat = 'json' | 'xlsx';

const WORDINGS = { vi: vietnameseFields, en: englishFields } as const;
const FILE_TYPES = {
  json: 'application/json; charset=utf-8',
  xlsx: MEDIA_TYPES.xlsx,
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
  mediaType: FILE_TYPES[format],
  content:
    format === 'xlsx'
      ? writeXlsx(buildWorkbook(framework, WORDINGS[language]))
      : new TextEncoder().encode(`${JSON.stringify(framework, null, 2)}\n`),
});
