import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PlanReading as PlanReadingSchema } from '#contract/plan-reading.ts';
import type { PlanReading } from '#core/plan-reading/reading.ts';
import { projectRoot } from '#server/project-root.ts';

/** A reading that people have reviewed, with the file in which it is kept. */
export interface ReviewedReading {
  readonly file: { readonly name: string; readonly content: Uint8Array };
  readonly reading: PlanReading;
}

const DIRECTORY = join(projectRoot, 'data', 'demonstration', 'readings');

/** The reviewed readings of the demonstration province's documents. Throws when one is not a reading. */
export const listReviewedReadings = async (): Promise<readonly ReviewedReading[]> => {
  if (!existsSync(DIRECTORY)) return [];
  const names = (await readdir(DIRECTORY)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => {
      const content = await readFile(join(DIRECTORY, name));
      return {
        file: { name, content },
        reading: PlanReadingSchema.parse(JSON.parse(content.toString('utf8'))),
      };
    }),
  );
};
