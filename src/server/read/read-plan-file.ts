import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { AgencyDirectory } from '#core/organization/directory.ts';
import { decideIsPlan } from '#core/plan-reading/decide-is-plan.ts';
import { readPlan } from '#core/plan-reading/read-plan.ts';
import type { SourcePlaces } from '#core/plan-reading/name-places.ts';
import type { PlanReading } from '#core/plan-reading/reading.ts';
import type { GivenFile } from './file-reader.ts';
import { LONGEST_TEXT, readSourceFile, type SourceFile } from './read-source-file.ts';

/** A plan file as text and as registers. */
export interface ReadPlanFile {
  readonly text: string;
  readonly encoding: string;
  /** Where its lines stand in the file; null for a text, whose lines are its own. */
  readonly places: SourcePlaces | null;
  readonly reading: PlanReading;
}

const placesOf = ({ format, places }: SourceFile): SourcePlaces | null =>
  format === 'text' ? null : { unit: format === 'pdf' ? 'page' : 'block', ofLines: places };

/**
 * Reads the bytes of a plan document, or refuses them by name: empty, binary, unknown encoding, too long, not a plan.
 * It takes seconds for a long text and holds up its thread: a server reads through a `PlanReader`.
 */
export const readPlanFile = async (
  file: GivenFile,
  agencies: AgencyDirectory,
): Promise<ReadPlanFile | Refusal> => {
  const read = await readSourceFile({ fileName: file.name, bytes: file.content });
  if (isRefusal(read)) return read;
  const { text, encoding } = read;
  if (text.length > LONGEST_TEXT) return refuse('file.too-large', { limitCharacters: LONGEST_TEXT });
  const reading = decideIsPlan(readPlan(text, { agencies, fileName: file.name }));
  return isRefusal(reading) ? reading : { text, encoding, reading, places: placesOf(read) };
};
