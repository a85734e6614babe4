import type { LeagueRow } from '#features/ranking/contract.ts';

/** A subject that has a place in both rankings, with both. */
export interface Move {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly change: number;
}

/** How a ranking moved since the earlier one, in one of its columns. */
export interface Moves {
  readonly up: number;
  readonly down: number;
  readonly same: number;
  readonly isNew: number;
  /** Who won and who lost most places; the better ranked of several. */
  readonly risen: Move | undefined;
  readonly fallen: Move | undefined;
}

/** Counts who won and who lost places in a column; who has no place in it counts nowhere. */
export const summariseMoves = (rows: readonly LeagueRow[], column: number): Moves => {
  const placed = rows.flatMap(({ subject, places }) => {
    const place = places[column];
    return place ? [{ name: subject.name, place }] : [];
  });
  const moved = placed.flatMap(({ name, place: { earlier, change, label } }): Move[] =>
    earlier && change !== null ? [{ name, from: earlier.label, to: label, change }] : [],
  );
  const most = (sign: 1 | -1): Move | undefined =>
    moved
      .filter(({ change }) => change * sign > 0)
      .toSorted((one, other) => (other.change - one.change) * sign)
      .at(0);
  return {
    up: moved.filter(({ change }) => change > 0).length,
    down: moved.filter(({ change }) => change < 0).length,
    same: moved.filter(({ change }) => change === 0).length,
    isNew: placed.length - moved.length,
    risen: most(1),
    fallen: most(-1),
  };
};
