import { expect, it } from 'vitest';
import { REFUSAL_STATUS } from '#core/kernel/codes.ts';
import { writeInventedPlan } from '#test/invented-plan.ts';
import { directory } from '#test/reader.ts';
import { openFuzzedFiles, readFuzzed } from './fuzz-case.ts';

// `npm run bench -- fuzz` tries many times as many, and real documents too.
const FILES = 120;

it('reads mutated files or refuses them by name, and never breaks', async () => {
  const fileOf = openFuzzedFiles([writeInventedPlan()]);
  const ends = new Map<string, number>();
  for (let seed = 0; seed < FILES; seed += 1) {
    const end = await readFuzzed(fileOf(seed), directory).catch((error: unknown) => {
      throw new Error(`The file of seed ${String(seed)}`, { cause: error });
    });
    ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  for (const end of ends.keys()) expect(['read', ...Object.keys(REFUSAL_STATUS)]).toContain(end);
  // Mutations that only ever break a file would try nothing of the reading.
  expect(ends.get('read')).toBeGreaterThan(FILES / 4);
}, 120_000);
