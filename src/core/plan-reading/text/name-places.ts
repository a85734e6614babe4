import type { PlanReading } from '#core/plan-reading/reading.ts';

/** Where the lines of a text stand in the file that it was made of: on pages, or in paragraphs and table rows counted from 1. */
export interface SourcePlaces {
  readonly unit: 'page' | 'block';
  /** For each line; null for lines between. */
  readonly ofLines: readonly (number | null)[];
}

const namePlace = (value: unknown, places: SourcePlaces): unknown => {
  if (Array.isArray(value)) return value.map((one: unknown) => namePlace(one, places));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, inside]): readonly [string, unknown][] => {
    if (key === 'alsoLines') return [[key, []]];
    if (key !== 'line') return [[key, namePlace(inside, places)]];
    const place = typeof inside === 'number' ? (places.ofLines[inside - 1] ?? null) : null;
    return [
      ['line', null],
      [places.unit, place],
    ];
  });
  return Object.fromEntries(entries);
};

/** A reading whose items name their places in the file instead of lines: a file with pages or paragraphs has no lines. */
export const namePlaces = (reading: PlanReading, places: SourcePlaces): PlanReading =>
  // Safe: only lines are exchanged, which every part of a reading may lack.
  namePlace(reading, places) as PlanReading;
