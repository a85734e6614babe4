import { describe, expect, it } from 'vitest';
import type { Framework } from '#core/scoring/framework.ts';
import province2025 from '#data/frameworks/dti-province-2025.json' with { type: 'json' };
import { buildWorkbook } from './build-workbook.ts';
import { readSheets } from './read-sheets.ts';
import { englishFields } from './wording/en.ts';
import { vietnameseFields } from './wording/vi.ts';

const framework = province2025 as unknown as Framework;

describe('a framework as a workbook', () => {
  it.each([vietnameseFields, englishFields])('comes back without loss', (wording) => {
    const read = readSheets(buildWorkbook(framework, wording));
    expect(read.problems).toEqual([]);
    expect(read.definition).toEqual(framework);
  });
});
