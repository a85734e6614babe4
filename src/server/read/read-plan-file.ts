import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { AgencyDirectory } from '#core/organization/directory.ts';
import { decideIsPlan } from '#core/plan-reading/document/decide-is-plan.ts';
import { readPlan } from '#core/plan-reading/read-plan.ts';
import type { SourcePlaces } from '#core/plan-reading/text/name-places.ts';
import type { PlanReading } from '#core/plan-reading/reading.ts';
import type { GivenFile } from './file-reader.ts';
import { LIMITS_OF_AN_ANSWER, type ReadingLimits, type TellReading } from './reading-limits.ts';
import { readSourceFile, type SourceFile } from './read-source-file.ts';

/** A plan file as text and as registers. */
export interface ReadPlanFile {
  readonly text: string;
  readonly encoding: string;
  /** Where its lines stand in the file; null for a text, whose lines are its own. */
  readonly places: SourcePlaces | null;
  readonly reading: PlanReading;
}

/** How much is read, and who is told how far it is. */
export interface PlanReadingOptions {
  readonly limits?: ReadingLimits;
  readonly tell?: TellReading;
}

// Pages of a PDF take longer than what they say.
const SHARE_OF_PAGES = 0.7;

const placesOf = ({ format, places }: SourceFile): SourcePlaces | null =>
  format === 'text' ? null : { unit: format === 'pdf' ? 'page' : 'block', ofLines: places };

/**
 * Reads the bytes of a plan document, or refuses them by name: empty, binary, unknown encoding, too long, not a plan.
 * It takes seconds for a long text and holds up its thread: a server reads through a `PlanReader`.
 */
export const readPlanFile = async (
  file: GivenFile,
  agencies: AgencyDirectory,
  { limits = LIMITS_OF_AN_ANSWER, tell = () => undefined }: PlanReadingOptions = {},
): Promise<ReadPlanFile | Refusal> => {
  tell(0, 'pages');
  const read = await readSourceFile(
    { fileName: file.name, bytes: file.content },
    { limits, tell: (share) => tell(share * SHARE_OF_PAGES, 'pages') },
  );
  if (isRefusal(read)) return read;
  const { text, encoding } = read;
  const { characters } = limits;
  if (text.length > characters) return refuse('file.too-large', { limitCharacters: characters });
  tell(SHARE_OF_PAGES, 'statements');
  const reading = decideIsPlan(readPlan(text, { agencies, fileName: file.name }));
  return isRefusal(reading) ? reading : { text, encoding, reading, places: placesOf(read) };
};
