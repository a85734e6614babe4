import type { Block } from './blocks.ts';
import type { AgencyDirectory } from './language/agencies.ts';
import type { SourceLine } from './source-lines.ts';

/** How many lines from here on are a table whose cells became lines of running text; zero when none begins here. */
export const findDissolvedRegion = (_lines: readonly SourceLine[], _from: number): number => 0;

/** Reads a table whose cells became lines of running text. */
export const readDissolvedTable = (
  _lines: readonly SourceLine[],
  _agencies: AgencyDirectory,
): readonly Block[] => [];
