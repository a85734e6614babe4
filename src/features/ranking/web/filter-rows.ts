import { searchKey } from '#core/kernel/text.ts';
import type { LeagueRow } from '#features/ranking/contract.ts';

/** What a ranking is narrowed to. Ranks stay those among all. */
export interface RowFilter {
  /** Words of the name, with or without diacritics. */
  readonly name?: string | undefined;
  readonly kind?: string | undefined;
}

/** Rows whose subject is of the kind and bears all the words in its name. */
export const filterRows = (rows: readonly LeagueRow[], { name, kind }: RowFilter): readonly LeagueRow[] => {
  const words = searchKey(name ?? '')
    .split(' ')
    .filter((word) => word !== '');
  return rows.filter(({ subject }) => {
    if (kind !== undefined && subject.kind !== kind) return false;
    const key = searchKey(`${subject.name} ${subject.abbreviation ?? ''}`);
    return words.every((word) => key.includes(word));
  });
};
