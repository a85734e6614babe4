import { createRandomSource } from '#core/kernel/random-source.ts';
import { isRefusal } from '#core/kernel/refusal.ts';
import type { AgencyDirectory } from '#core/organization/directory.ts';
import { readPlanFile } from '#server/read/read-plan-file.ts';
import { mutateFile } from './mutate-file.ts';
import { filesOf, FUZZED_FORMATS, type FuzzedFormat } from './plan-files.ts';

/** A mutated file, the same for the same number on every machine. */
export interface FuzzedFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Makes the mutated files of given texts; each number is a file of its own. */
export const openFuzzedFiles = (texts: readonly string[]): ((seed: number) => FuzzedFile) => {
  const sources = texts.map(filesOf);
  return (seed) => {
    const random = createRandomSource(seed);
    const format: FuzzedFormat = FUZZED_FORMATS[seed % FUZZED_FORMATS.length] ?? 'txt';
    const files = sources[Math.floor(random() * sources.length)];
    const sound = files?.get(format) ?? new Uint8Array();
    // A file now and then comes under the name of another format.
    const ending = random() < 0.05 ? 'txt' : format;
    return { name: `ke-hoach.${ending}`, content: mutateFile(format, sound, random) };
  };
};

const UNCLEAN = /[\u0000-\u0008\u000e-\u001f\u007f]/u;

/** Reads a file and answers how it ended: `read`, or the code of the refusal. Throws where a reading is not clean. */
export const readFuzzed = async (file: FuzzedFile, agencies: AgencyDirectory): Promise<string> => {
  const read = await readPlanFile(file, agencies);
  if (isRefusal(read)) return read.code;
  if (UNCLEAN.test(read.text)) throw new Error('A control character came through');
  const lines = read.text.split('\n').length;
  for (const { line } of [...read.reading.targets, ...read.reading.tasks, ...read.reading.projects]) {
    if (line !== null && (line < 1 || line > lines))
      throw new Error(`Line ${String(line)} of ${String(lines)}`);
  }
  JSON.stringify(read.reading, (_key, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('Not a number');
    return value;
  });
  return 'read';
};
