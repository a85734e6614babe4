import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { AgencyDirectory } from '#core/organization/directory.ts';
import { decideIsPlan } from '#core/plan-reading/decide-is-plan.ts';
import { readPlan } from '#core/plan-reading/read-plan.ts';
import type { PlanReading } from '#core/plan-reading/reading.ts';
import { readTextFile } from '#server/read/read-text-file.ts';

/** A plan file as text and as registers. */
export interface ReadPlanFile {
  readonly text: string;
  readonly encoding: string;
  readonly reading: PlanReading;
}

// The longest plans have some hundred pages, a few hundred thousand characters; a longer text is no plan and would hold up the server.
const LONGEST_TEXT = 1_000_000;

/** Reads the bytes of a plan document, or refuses them by name: empty, binary, unknown encoding, too long, not a plan. */
export const readPlanFile = (
  file: { readonly name: string; readonly content: Uint8Array },
  agencies: AgencyDirectory,
): ReadPlanFile | Refusal => {
  const read = readTextFile({ fileName: file.name, bytes: file.content });
  if (isRefusal(read)) return read;
  const { text, encoding } = read;
  if (text.length > LONGEST_TEXT) return refuse('file.too-large', { limitCharacters: LONGEST_TEXT });
  const reading = decideIsPlan(readPlan(text, { agencies, fileName: file.name }));
  return isRefusal(reading) ? reading : { text, encoding, reading };
};
