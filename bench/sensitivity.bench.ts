import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createIndexBuilder,
  type CompositeIndex,
  type IndexBuilder,
} from '#core/composite-index/build-index.ts';
import { isUnusable } from '#core/composite-index/composite-finding.ts';
import { columnOf, type Dataset } from '#core/composite-index/dataset.ts';
import type { Recipe } from '#core/composite-index/recipe.ts';
import { analyseSensitivity } from '#core/composite-index/uncertainty/analyse.ts';
import { drawWeightSets } from '#core/composite-index/uncertainty/assumption.ts';
import { createRandomSource } from '#core/kernel/random-source.ts';
import { asemAssumptions, asemRecipe, isAsemHere, readAsem } from '#test/verification/asem.ts';
import { isInstalled, type Peer, runPeer } from './peers/run-peer.ts';
import { againstBudget, againstPeer, type BenchRow, notMeasured, percentile } from './row.ts';

const POINTS = 1024;
const RUNS = POINTS * 6;
const ROUNDS = 7;
const BUDGET_SECONDS = 1;
const WORK = `sensitivity, N = ${POINTS}, d = 4 (${RUNS} regenerations) of ASEM`;

/** COINr 1.1.14, measured in November 2026 on two cores of an EPYC: not in Debian, so it is no peer in the same run. */
const COINR_SECONDS = 0.2 * RUNS;
const COINR_TIMES = 500;

const BASE_R: Peer = {
  ...{ name: 'base R', command: 'Rscript', check: ['--version'] },
  script: 'composite-index.R',
};
/** R takes its time: as many runs as show what one takes. */
const PEER_RUNS = 64;

const analyse = (dataset: Dataset, isForgetful: boolean): number => {
  const assumptions = asemAssumptions(dataset, createRandomSource(1));
  const from = performance.now();
  const analysis = analyseSensitivity(
    { dataset, recipe: asemRecipe, assumptions, isForgetful },
    { points: POINTS, replicates: 200, random: createRandomSource(2) },
  );
  const seconds = (performance.now() - from) / 1000;
  if (isUnusable(analysis)) throw new Error(JSON.stringify(analysis.findings));
  return seconds;
};

/** One regeneration as both sides read it. */
interface PeerRun {
  readonly most: number;
  readonly scale: 'minmax' | 'zscore';
  readonly mean: 'arithmetic' | 'geometric';
  readonly weights: Recipe['weights'];
}

const makeRuns = (dataset: Dataset): readonly PeerRun[] => {
  const random = createRandomSource(3);
  const codes = dataset.aggregates
    .filter(({ parent }) => parent === 'Conn' || parent === 'Sust')
    .map(({ code }) => code);
  return drawWeightSets(dataset, { codes, share: 0.25, count: PEER_RUNS }, random).map((weights) => ({
    most: 1 + Math.floor(random() * 5),
    scale: random() < 0.5 ? 'minmax' : 'zscore',
    mean: random() < 0.5 ? 'arithmetic' : 'geometric',
    weights,
  }));
};

const recipeOf = ({ most, scale, mean, weights }: PeerRun): Recipe => ({
  ...asemRecipe,
  weights,
  steps: asemRecipe.steps.map((step) => {
    if (step.kind === 'treat') return { ...step, maximumWinsorised: most };
    if (step.kind === 'aggregate') return { ...step, method: mean };
    if (step.kind !== 'normalise') return step;
    return scale === 'minmax'
      ? { ...step, method: { kind: 'min-max', lower: 1, upper: 100 } }
      : { ...step, method: { kind: 'z-score', mean: 10, deviation: 2 } };
  }),
});

const build = (builder: IndexBuilder, run: PeerRun): CompositeIndex => {
  const index = builder.build(recipeOf(run));
  if (isUnusable(index)) throw new Error(JSON.stringify(index.findings));
  return index;
};

const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => row.join(',')).join('\n') + '\n';

/** Writes the denominated data, the tree and the runs for the script; both sides compute from the same doubles. */
const writeInput = (folder: string, dataset: Dataset, runs: readonly PeerRun[]): void => {
  const { indicators, aggregates, subjects, groups } = dataset;
  const [run] = runs;
  const denominated = run && build(createIndexBuilder(dataset), run).stages[1]?.matrix;
  if (!run || !denominated) throw new Error('Nothing to compare');
  const columns = indicators.map((_, column) => columnOf(denominated, column));
  const rows = subjects.map((subject, row) => [
    ...[subject, groups.get('EurAsia_group')?.[row] ?? ''],
    ...columns.map((column) => (Number.isNaN(column[row]) ? 'NA' : String(column[row]))),
  ]);
  writeFileSync(
    join(folder, 'data.csv'),
    csvOf([['subject', 'group', ...indicators.map(({ code }) => code)], ...rows]),
  );
  const children = [
    ...indicators.map(({ code, parent, direction }) => [code, parent, direction]),
    ...aggregates.map(({ code, parent }) => [code, parent ?? '', 1]),
  ];
  writeFileSync(join(folder, 'children.csv'), csvOf([['code', 'parent', 'direction'], ...children]));
  const codes = Object.keys(run.weights);
  const lines = runs.map(({ most, scale, mean, weights }) => [
    most,
    scale,
    mean,
    ...codes.map((code) => weights[code] ?? 1),
  ]);
  writeFileSync(join(folder, 'runs.csv'), csvOf([['most', 'scale', 'mean', ...codes], ...lines]));
};

const checkRanks = (folder: string, dataset: Dataset, runs: readonly PeerRun[]): void => {
  const lines = readFileSync(join(folder, 'ranks.csv'), 'utf8').trim().split('\n').slice(1);
  const builder = createIndexBuilder(dataset);
  for (const [place, run] of runs.entries()) {
    const ours = [...build(builder, run).ranks].join();
    if (ours !== lines[place])
      throw new Error(`Run ${place} ranks otherwise in R: ${ours} ≠ ${String(lines[place])}`);
  }
};

const measureAgainstR = (dataset: Dataset): BenchRow => {
  const work = `${WORK}, base R`;
  if (!isInstalled(BASE_R)) return notMeasured(work, 'faster than base R', 'base R is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'senso-sensitivity-'));
  try {
    const runs = makeRuns(dataset);
    writeInput(folder, dataset, runs);
    runPeer(BASE_R, [folder]);
    checkRanks(folder, dataset, runs);
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(analyse(dataset, false));
      theirs.push((runPeer(BASE_R, [folder]) / PEER_RUNS) * RUNS);
    }
    const name = `base R (from ${PEER_RUNS} runs)`;
    return againstPeer(work, { ours: percentile(ours, 0.5), peer: percentile(theirs, 0.5), name }, 1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const medianOf = (dataset: Dataset, isForgetful: boolean): number => {
  analyse(dataset, isForgetful);
  return percentile(
    Array.from({ length: ROUNDS }, () => analyse(dataset, isForgetful)),
    0.5,
  );
};

const againstCoinr = (work: string, ours: number): BenchRow =>
  againstPeer(work, { ours, peer: COINR_SECONDS, name: 'COINr 1.1.14 (noted 2026-11)' }, COINR_TIMES);

/** Which assumption moves the ranks of the ASEM index, by thousands of indices. */
export const measureSensitivity = async (): Promise<readonly BenchRow[]> => {
  if (!isAsemHere)
    return [notMeasured(WORK, `≤ ${BUDGET_SECONDS} s`, 'the ASEM files are not beside the project')];
  const dataset = readAsem();
  const seconds = medianOf(dataset, false);
  return [
    againstBudget(WORK, seconds, BUDGET_SECONDS, 's'),
    againstCoinr(`${WORK}, COINr`, seconds),
    againstCoinr(`${WORK}, every stage anew`, medianOf(dataset, true)),
    measureAgainstR(dataset),
  ];
};
