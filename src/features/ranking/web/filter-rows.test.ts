import { describe, expect, it } from 'vitest';
import type { LeagueRow } from '#features/ranking/contract.ts';
import { filterRows } from './filter-rows.ts';

const row = (name: string, kind: 'ward' | 'commune', abbreviation: string | null = null): LeagueRow => ({
  subject: { code: name, name, abbreviation, kind },
  open: 0,
  simulated: true,
  snapshotId: null,
  places: [],
  interval: null,
});
const rows = [
  row('Phường Mỹ Tho', 'ward'),
  row('Xã Mỹ Thọ', 'commune'),
  row('Xã Tân Thạnh', 'commune', 'TT'),
];
const namesOf = (filter: Parameters<typeof filterRows>[1]) =>
  filterRows(rows, filter).map(({ subject }) => subject.name);

describe('filtering a ranking', () => {
  it('finds names with or without diacritics, in any order of words, and abbreviations', () => {
    expect(namesOf({ name: 'my tho' })).toEqual(['Phường Mỹ Tho', 'Xã Mỹ Thọ']);
    expect(namesOf({ name: 'thạnh tân' })).toEqual(['Xã Tân Thạnh']);
    expect(namesOf({ name: 'tt' })).toEqual(['Xã Tân Thạnh']);
  });

  it('narrows by kind, and to nothing only when both agree', () => {
    expect(namesOf({ kind: 'ward' })).toEqual(['Phường Mỹ Tho']);
    expect(namesOf({ kind: 'ward', name: 'tân' })).toEqual([]);
    expect(namesOf({})).toHaveLength(3);
  });
});
