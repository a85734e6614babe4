/** One line of the table: a piece of work, how long or large it is, and whether it keeps its goal. */
export interface BenchRow {
  readonly work: string;
  /** Our figure with its unit. */
  readonly ours: string;
  /** What it is compared with: another program's figure, or the budget. */
  readonly peer: string;
  /** Ours divided by the peer's; null when the peer is not there. */
  readonly ratio: number | null;
  readonly goal: string;
  readonly holds: boolean;
}

/** Sets a figure against a budget in the same unit. */
export const againstBudget = (work: string, ours: number, budget: number, unit: string): BenchRow => ({
  work,
  ours: `${ours.toPrecision(3)} ${unit}`,
  peer: `budget ${String(budget)} ${unit}`,
  ratio: Number((ours / budget).toPrecision(3)),
  goal: `≤ ${String(budget)} ${unit}`,
  holds: ours <= budget,
});

/** Sets our seconds against those of another program for the same work: so many times as fast is asked for. */
export const againstPeer = (
  work: string,
  seconds: { readonly ours: number; readonly peer: number; readonly name: string },
  times: number,
): BenchRow => ({
  work,
  ours: `${seconds.ours.toPrecision(3)} s`,
  peer: `${seconds.name} ${seconds.peer.toPrecision(3)} s`,
  ratio: Number((seconds.ours / seconds.peer).toPrecision(3)),
  goal: times === 1 ? `faster than ${seconds.name}` : `≥ ${times} × as fast`,
  holds: seconds.ours * times <= seconds.peer,
});

/** A row that can't be measured here, which therefore does not hold. */
export const notMeasured = (work: string, goal: string, missing: string): BenchRow => ({
  ...{ work, ours: 'not measured', peer: missing, ratio: null, goal, holds: false },
});

/** The value below which the given share (0–1) of the measurements lies. */
export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;

/** Milliseconds that each of the runs took, after one that warms up. */
export const timeRuns = async (runs: number, work: () => unknown): Promise<readonly number[]> => {
  const times: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  return times.slice(1);
};
