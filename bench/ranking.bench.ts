import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDrawTable } from '#core/composite-index/ranking/draw-table.ts';
import { countRankDraws } from '#core/composite-index/ranking/rank-draws.ts';
import { quantileOfTally } from '#core/composite-index/statistics/quantile.ts';
import { createRandomSource } from '#core/kernel/random-source.ts';
import { projectRoot } from '#server/project-root.ts';
import { isInstalled, type Peer, runPeer } from './peers/run-peer.ts';
import { againstBudget, againstPeer, type BenchRow, notMeasured, percentile } from './row.ts';

const SUBJECTS = 142;
const COMPONENTS = 47;
const DRAWS = 10_000;
const ROUNDS = 7;
const BUDGET_SECONDS = 0.15;
const WORK = `${DRAWS} weight draws with rank intervals, ${SUBJECTS} × ${COMPONENTS}`;

const PEERS: readonly Peer[] = [
  { name: 'numpy', command: 'python3', check: ['-c', 'import numpy'], script: 'rank_draws.py' },
  { name: 'base R', command: 'Rscript', check: ['--version'], script: 'rank-draws.R' },
];

interface Input {
  readonly shares: Float64Array;
  readonly weights: Float64Array;
}

const makeInput = (): Input => {
  const random = createRandomSource(142);
  const fill = (length: number, next: () => number): Float64Array => Float64Array.from({ length }, next);
  return {
    shares: fill(SUBJECTS * COMPONENTS, random),
    weights: fill(DRAWS * COMPONENTS, () => 0.75 + 0.5 * random()),
  };
};

/** Quantiles 5, 50 and 95 % of each subject's rank, subject after subject. */
const ourQuantiles = ({ shares, weights }: Input): Float64Array => {
  const table = buildDrawTable(shares, SUBJECTS);
  const { counts } = countRankDraws([table], new Float64Array(COMPONENTS).fill(1), {
    draws: DRAWS,
    fillWeights: (into, draw) => into.set(weights.subarray(draw * COMPONENTS, (draw + 1) * COMPONENTS)),
  });
  return Float64Array.from({ length: 3 * SUBJECTS }, (_, place) => {
    const from = Math.floor(place / 3) * SUBJECTS;
    return quantileOfTally({ counts, from, length: SUBJECTS }, DRAWS, [0.05, 0.5, 0.95][place % 3] ?? 0.5);
  });
};

const readQuantiles = (folder: string): Float64Array => {
  const bytes = readFileSync(join(folder, 'quantiles.bin'));
  return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
};

const isEqual = (ours: Float64Array, theirs: Float64Array): boolean =>
  ours.length === theirs.length &&
  ours.every((value, place) => Math.abs(value - (theirs[place] ?? 0)) < 1e-9);

const measureAgainst = (peer: Peer, input: Input, folder: string): BenchRow => {
  const work = `${WORK}, ${peer.name}`;
  if (!isInstalled(peer))
    return notMeasured(work, `faster than ${peer.name}`, `${peer.name} is not installed`);
  const args = [folder, SUBJECTS, COMPONENTS, DRAWS];
  runPeer(peer, args);
  if (!isEqual(ourQuantiles(input), readQuantiles(folder))) throw new Error(`${peer.name} ranks otherwise`);
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    ourQuantiles(input);
    ours.push((performance.now() - from) / 1000);
    theirs.push(runPeer(peer, args));
  }
  return againstPeer(
    work,
    { ours: percentile(ours, 0.5), peer: percentile(theirs, 0.5), name: peer.name },
    1,
  );
};

/** Ranks of 142 subjects under ten thousand sets of weights, beside numpy and R on the same numbers. */
export const measureRanking = async (): Promise<readonly BenchRow[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'senso-ranking-'));
  try {
    const input = makeInput();
    writeFileSync(join(folder, 'shares.bin'), input.shares);
    writeFileSync(join(folder, 'weights.bin'), input.weights);
    const times = Array.from({ length: ROUNDS + 1 }, () => {
      const from = performance.now();
      ourQuantiles(input);
      return (performance.now() - from) / 1000;
    }).slice(1);
    return [
      againstBudget(WORK, percentile(times, 0.5), BUDGET_SECONDS, 's'),
      ...PEERS.map((peer) => measureAgainst(peer, input, folder)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const MEMORY_BUDGET = 300;

/** Memory of a run of the size of all communes of the country, in a process of its own. */
export const measureRankingMemory = async (): Promise<readonly BenchRow[]> => {
  const work = 'memory of 10000 weight draws, 3321 × 60';
  const script = join(projectRoot, 'bench', 'ranking-child.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script], {
    encoding: 'utf8',
    cwd: projectRoot,
  });
  if (status !== 0) throw new Error(stderr);
  return [againstBudget(work, Number(stdout) / 1000, MEMORY_BUDGET, 'MB')];
};
