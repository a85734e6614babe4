import type { League, LeaguePlace, LeagueRow } from '#features/ranking/contract.ts';
import { classifyRanks, classifyValues, findClass, type ValueClass } from './classify.ts';

/** What a unit is shaded by: its place in the league, and the class that its points or its rank fall into. */
export interface ShadedUnit {
  readonly row: LeagueRow;
  readonly place: LeaguePlace | null;
  /** From 0, the lowest; undefined without points. */
  readonly classIndex: number | undefined;
}

export interface Shading {
  readonly by: 'points' | 'rank';
  readonly classes: readonly ValueClass[];
  readonly units: ReadonlyMap<string, ShadedUnit>;
}

/** Sorts the subjects of a league into classes by the column that it is ranked by. */
export const shadeLeague = ({ rows, chosen }: League, by: Shading['by']): Shading => {
  const placed = rows.map((row) => ({ row, place: row.places[chosen] ?? null }));
  const valueOf = (place: LeaguePlace): number => (by === 'rank' ? place.rank : Number(place.points.low));
  const values = placed.flatMap(({ place }) => (place ? [valueOf(place)] : []));
  const classes = by === 'rank' ? classifyRanks(values.length) : classifyValues(values);
  return {
    by,
    classes,
    units: new Map(
      placed.map(({ row, place }) => [
        row.subject.code,
        { row, place, classIndex: place ? findClass(classes, valueOf(place)) : undefined },
      ]),
    ),
  };
};
