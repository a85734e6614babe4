import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { AgencyDirectory } from '#core/organization/directory.ts';
import { decideIsPlan } from '#core/plan-reading/decide-is-plan.ts';
import { readPlan } from '#core/plan-reading/read-plan.ts';
import type { PlanReading } from '#core/plan-reading/reading.ts';
import type { GivenFile } from './file-reader.ts';
import { LARGEST_FILE, readTextFile } from './read-text-file.ts';

/** A plan file as text and as registers. */
export interface ReadPlanFile {
  readonly text: string;
  readonly encoding: string;
  readonly reading: PlanReading;
}

// The longest plan seen so far has sixty thousand characters; a text far longer than any plan is a mistake.
const LONGEST_TEXT = 400_000;
// In no encoding takes a character more: a letter with two marks behind it, two bytes each.
const MOST_BYTES_EACH = 6;

/**
 * Reads the bytes of a plan document, or refuses them by name: empty, binary, unknown encoding, too long, not a plan.
 * It takes seconds for a long text and holds up its thread: a server reads through a `PlanReader`.
 */
export const readPlanFile = (file: GivenFile, agencies: AgencyDirectory): ReadPlanFile | Refusal => {
  // Finding out how a text is encoded takes longer than reading it: what is too long for sure is not decoded.
  if (file.content.length > LONGEST_TEXT * MOST_BYTES_EACH && file.content.length <= LARGEST_FILE)
    return refuse('file.too-large', { limitCharacters: LONGEST_TEXT });
  const read = readTextFile({ fileName: file.name, bytes: file.content });
  if (isRefusal(read)) return read;
  const { text, encoding } = read;
  if (text.length > LONGEST_TEXT) return refuse('file.too-large', { limitCharacters: LONGEST_TEXT });
  const reading = decideIsPlan(readPlan(text, { agencies, fileName: file.name }));
  return isRefusal(reading) ? reading : { text, encoding, reading };
};
