import { expect, it } from 'vitest';
import { isUnusable } from '#core/composite-index/composite-finding.ts';
import { quantile, sortPresent } from '#core/composite-index/statistics/quantile.ts';
import { rankValues } from '#core/composite-index/statistics/rank-values.ts';
import { runOf } from '#core/composite-index/statistics/moments.ts';
import { analyseSensitivity } from '#core/composite-index/uncertainty/analyse.ts';
import { createRandomSource } from '#core/kernel/random-source.ts';
import { createRankTally } from '#core/composite-index/uncertainty/rank-tally.ts';
import { sensitivityIndices } from '#core/composite-index/uncertainty/sensitivity-indices.ts';
import { asemAssumptions, asemRecipe, isAsemHere, readAsem, readCsv } from './asem.ts';
import { describeIfHere } from './describe-if-here.ts';

const TOLERANCE = 1e-9;
// Thousands of indices are made: a busy machine takes its time.
const SLOWEST = 30_000;

/** Scores of a published analysis, column by column; the first is the nominal index, the others its runs. */
const readRanks = (file: string): { subjects: readonly string[]; ranks: readonly Float64Array[] } => {
  const rows = readCsv(file);
  const columns = Object.keys(rows[0]!).slice(1);
  const ranks = columns.map((column) =>
    rankValues(runOf(Float64Array.from(rows, (row) => Number(row[column]))), 'highest-first', 'minimum'),
  );
  return { subjects: rows.map((row) => row.uCode!), ranks };
};

it(
  isAsemHere
    ? 'the published runs are beside the project'
    : 'the published runs are not here: nothing is compared',
  () => expect(isAsemHere).toBeTypeOf('boolean'),
);

describeIfHere('the published sensitivity analysis of the ASEM index', () => {
  it('gives the published indices from the published runs', () => {
    const { ranks } = readRanks('published_SA_scores_51x601');
    const [nominal, ...runs] = ranks;
    const values = Float64Array.from(
      runs,
      (run) => run.reduce((total, rank, place) => total + Math.abs(rank - nominal![place]!), 0) / run.length,
    );
    const ours = sensitivityIndices({ values, points: 100, dimensions: 4 }, { isCentred: false });
    const published = readCsv('published_sensitivity_indices');
    expect(ours).toHaveLength(published.length);
    for (const [place, row] of published.entries()) {
      expect(Math.abs(ours[place]!.firstOrder / Number(row.Si) - 1)).toBeLessThan(TOLERANCE);
      expect(Math.abs(ours[place]!.total / Number(row.STi) - 1)).toBeLessThan(TOLERANCE);
    }
  });

  // Of a sensitivity design only A and B are independent draws: the published statistics are of these.
  it.each([
    ['SA', 601, 200],
    ['UA', 101, 100],
  ])('gives the published rank statistics of the %s runs', (kind, columns, independent) => {
    const { subjects, ranks } = readRanks(`published_${kind}_scores_51x${columns}`);
    const [nominal] = ranks;
    const runs = ranks.slice(1, independent + 1);
    const rows = subjects.map((_, row) => row);
    const tally = createRankTally(subjects);
    for (const run of runs) tally.add(run, rows);
    const statistics = new Map(tally.summarise([...nominal!], 0.9).map((row) => [row.subject, row]));
    for (const row of readCsv(`published_${kind}_rankstats`)) {
      const ours = statistics.get(row.uCode!)!;
      const figures = [ours.nominal, ours.mean, ours.median, ours.low, ours.high].map(Number);
      const published = [row.Nominal, row.Mean, row.Median, row.Q5, row.Q95].map(Number);
      figures.forEach((figure, place) => expect(figure).toBeCloseTo(published[place]!, 9));
      const written = sortPresent(runs.map((run) => run[subjects.indexOf(row.uCode!)]!));
      expect(ours.low).toBeCloseTo(quantile(written, 0.05), 9);
    }
  });
});

describeIfHere('our own analysis of the same assumptions', () => {
  it(
    'has no first order above its total, and settles as the design grows',
    () => {
      const dataset = readAsem();
      const analysis = analyseSensitivity(
        { dataset, recipe: asemRecipe, assumptions: asemAssumptions(dataset, createRandomSource(11)) },
        { points: 512, replicates: 200, random: createRandomSource(12) },
      );
      if (isUnusable(analysis)) throw new Error(JSON.stringify(analysis.findings));
      for (const { firstOrder, total } of analysis.estimates)
        expect(firstOrder.value).toBeLessThan(total.value);
      const steps = analysis.convergence.map(({ indices }) => indices.map(({ total }) => total));
      const moves = (from: number, to: number): number =>
        Math.max(...steps[to]!.map((total, place) => Math.abs(total - steps[from]![place]!)));
      expect(moves(2, 3)).toBeLessThan(0.03);
      expect(analysis.runs).toBe(3072);
      expect(analysis.notVaried).toContain('treat.skewness');
      expect(analysis.notVaried).not.toContain('weights.Physical');
    },
    SLOWEST,
  );
});
