import { expect, it } from 'vitest';
import type { LeaguePlace, LeagueRow } from '#features/ranking/contract.ts';
import { summariseMoves } from './summarise-moves.ts';

const place = (rank: number, earlier: number | null): LeaguePlace => ({
  ...{ points: { low: '1', high: '1' }, maximum: '10', percent: '10.00', rank, label: String(rank) },
  earlier: earlier === null ? null : { rank: earlier, label: String(earlier) },
  change: earlier === null ? null : earlier - rank,
});

const row = (name: string, places: LeagueRow['places']): LeagueRow => ({
  subject: { code: name, name, abbreviation: null, kind: 'commune' },
  ...{ open: 0, simulated: false, places, interval: null, snapshotId: null },
});

it('counts who won and lost places, names who moved most, and leaves out who is not asked', () => {
  const rows = [
    row('A', [place(1, 4), null]),
    row('B', [place(2, 1), place(1, 1)]),
    row('C', [place(3, null), place(2, 2)]),
    row('D', [place(4, 2), null]),
    row('E', [place(5, 5), null]),
  ];
  expect(summariseMoves(rows, 0)).toEqual({
    ...{ up: 1, down: 2, same: 1, isNew: 1 },
    risen: { name: 'A', from: '4', to: '1', change: 3 },
    fallen: { name: 'D', from: '2', to: '4', change: -2 },
  });
  expect(summariseMoves(rows, 1)).toEqual({
    ...{ up: 0, down: 0, same: 2, isNew: 0, risen: undefined, fallen: undefined },
  });
});
