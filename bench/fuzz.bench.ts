import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { againstBudget, percentile, type BenchRow } from './row.ts';

const FILES = 20_000;
const AT_ONCE = 1000;
const HEAP_MEGABYTES = 512;
/** As long as the server lets a file be read. */
const LIMIT_MILLISECONDS = 20_000;

interface Ends {
  readonly counts: Map<string, number>;
  readonly times: number[];
  largestMegabytes: number;
}

const count = ({ counts }: Ends, end: string): void => void counts.set(end, (counts.get(end) ?? 0) + 1);

/** Reads files from a seed on in a process with a limit of memory; answers the seed to go on with after one that broke it. */
const readFrom = (from: number, to: number, ends: Ends): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [
        ...[`--max-old-space-size=${String(HEAP_MEGABYTES)}`, '--import', 'tsx'],
        ...[fileURLToPath(new URL('fuzz-child.ts', import.meta.url)), String(from), String(to)],
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let seed = from;
    let isReading = false;
    let isHung = false;
    const hang = (): void => {
      isHung = true;
      child.kill('SIGKILL');
    };
    // Before the first file the process itself has to start.
    let timer = setTimeout(hang, LIMIT_MILLISECONDS * 6);
    createInterface({ input: child.stdout }).on('line', (line) => {
      clearTimeout(timer);
      timer = setTimeout(hang, LIMIT_MILLISECONDS);
      const [first = '', milliseconds, megabytes] = line.split(' ');
      isReading = milliseconds === undefined;
      if (isReading) {
        seed = Number(first);
        return;
      }
      count(ends, first);
      ends.times.push(Number(milliseconds));
      ends.largestMegabytes = Math.max(ends.largestMegabytes, Number(megabytes));
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      // A promise that nobody looks at ends the process only after its file was answered.
      if (!isReading && code === 0) return resolve(to);
      count(ends, isHung ? 'hung' : 'ended the process');
      process.stderr.write(`${String(seed)} ${isHung ? 'hung' : 'ended the process'}\n`);
      resolve(seed + 1);
    });
  });

/** Mutated files, made-up and real: none breaks the reader, holds it up or fills the memory. */
export const measureFuzz = async (): Promise<readonly BenchRow[]> => {
  const ends: Ends = { counts: new Map(), times: [], largestMegabytes: 0 };
  const files = Number(process.env.SENSO_FUZZ_FILES ?? FILES);
  for (let seed = 0; seed < files;) {
    seed = await readFrom(seed, Math.min(files, seed + AT_ONCE - (seed % AT_ONCE)), ends);
  }
  const endsOf = (...names: readonly string[]): number =>
    names.reduce((sum, name) => sum + (ends.counts.get(name) ?? 0), 0);
  const read = endsOf('read');
  process.stderr.write(`${JSON.stringify(Object.fromEntries(ends.counts))}\n`);
  const faults = endsOf('thrown', 'hung', 'ended the process');
  const refused = [...ends.counts.values()].reduce((sum, count) => sum + count, 0) - read - faults;
  const told = `${String(files)} mutated files: ${String(read)} read, ${String(refused)} refused`;
  return [
    {
      ...{ work: told, ours: `${String(faults)} faults`, peer: 'none allowed', ratio: null },
      ...{ goal: 'no fault', holds: faults === 0 },
    },
    againstBudget('the slowest of them', percentile(ends.times, 1) / 1000, 20, 's'),
    againstBudget('memory of the process that read them', ends.largestMegabytes, 1024, 'MB'),
  ];
};
