/** Numbers of the same columns at several times, row after row: a row is one subject at one time. NaN marks a missing number. */
export interface Panel {
  readonly subjects: readonly string[];
  /** Time of each row, as a number that grows: a year. */
  readonly times: readonly number[];
  /** Columns by code, in the order of the rows. */
  readonly values: Readonly<Record<string, Float64Array>>;
}

/**
 * What fills a gap from the subject's other times: the latest number before it; the straight line between the numbers around it;
 * or the number before it. The last two take the nearest number beyond the ends.
 */
export type PanelImputation =
  | {
      readonly kind: 'latest';
      /** How many times to look back; null for all. */ readonly timesBack: number | null;
    }
  | { readonly kind: 'linear' }
  | { readonly kind: 'constant' };

/** A number that was filled in. `from` is the time it was taken from; null for a line between two. */
export interface PanelNote {
  readonly subject: string;
  readonly time: number;
  readonly column: string;
  readonly value: number;
  readonly from: number | null;
}

interface Point {
  readonly time: number;
  readonly value: number;
}

interface Found {
  readonly value: number;
  readonly from: number | null;
}

type Find = (time: number, known: readonly Point[], times: readonly number[]) => Found | undefined;

const takeFrom = (point: Point | undefined): Found | undefined =>
  point && { value: point.value, from: point.time };

const findLatest =
  (timesBack: number | null): Find =>
  (time, known, times) => {
    const earlier = times.filter((other) => other < time);
    const reach = timesBack === null ? earlier : earlier.slice(Math.max(0, earlier.length - timesBack));
    return takeFrom(known.findLast((point) => reach.includes(point.time)));
  };

const findAround: Find = (time, known) =>
  takeFrom(known.findLast((point) => point.time < time) ?? known.find((point) => point.time > time));

const findBetween: Find = (time, known) => {
  const before = known.findLast((point) => point.time < time);
  const after = known.find((point) => point.time > time);
  if (!before || !after) return takeFrom(before ?? after);
  const share = (time - before.time) / (after.time - before.time);
  return { value: before.value + share * (after.value - before.value), from: null };
};

const findOf = (method: PanelImputation): Find => {
  if (method.kind === 'latest') return findLatest(method.timesBack);
  return method.kind === 'linear' ? findBetween : findAround;
};

const rowsBySubject = (subjects: readonly string[]): ReadonlyMap<string, readonly number[]> => {
  const rows = new Map<string, number[]>();
  subjects.forEach((subject, row) => rows.set(subject, [...(rows.get(subject) ?? []), row]));
  return rows;
};

/** Fills gaps in time, each named. A subject that has no number of a column at any time keeps its gaps. */
export const imputePanel = (
  panel: Panel,
  method: PanelImputation,
): { readonly values: Panel['values']; readonly notes: readonly PanelNote[] } => {
  const notes: PanelNote[] = [];
  const times = [...new Set(panel.times)].sort((one, other) => one - other);
  const find = findOf(method);
  const rowsOf = rowsBySubject(panel.subjects);
  const fill = (column: string, numbers: Float64Array): Float64Array => {
    const filled = numbers.slice();
    for (const [subject, rows] of rowsOf) {
      const points = rows.map((row) => ({ time: panel.times[row] ?? 0, value: numbers[row] ?? Number.NaN }));
      const known = points
        .filter(({ value }) => !Number.isNaN(value))
        .sort((one, other) => one.time - other.time);
      points.forEach(({ time, value }, place) => {
        const found = Number.isNaN(value) ? find(time, known, times) : undefined;
        if (!found) return;
        filled[rows[place] ?? 0] = found.value;
        notes.push({ subject, time, column, ...found });
      });
    }
    return filled;
  };
  const values = Object.fromEntries(
    Object.entries(panel.values).map(([column, numbers]) => [column, fill(column, numbers)]),
  );
  return { values, notes };
};
