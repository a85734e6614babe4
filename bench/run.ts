import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { measureCollection } from './collection.bench.ts';
import { measureFuzz } from './fuzz.bench.ts';
import { measureExecution } from './execution.bench.ts';
import { measureReading } from './reading.bench.ts';
import { measureRanking, measureRankingMemory } from './ranking.bench.ts';
import type { BenchRow } from './row.ts';
import { measureReminders } from './reminders.bench.ts';
import { measureReport } from './report.bench.ts';
import { measureRules } from './rules.bench.ts';
import { measureScoring } from './scoring.bench.ts';
import { measureSensitivity } from './sensitivity.bench.ts';
import { measureServing } from './serving.bench.ts';
import { measureStarting } from './starting.bench.ts';
import { measureWhatIf } from './what-if.bench.ts';
import { measureWorkbook } from './workbook.bench.ts';

const write = (line: string): void => void process.stdout.write(`${line}\n`);

const COLUMNS = ['work', 'ours', 'peer', 'ratio', 'goal', 'holds'] as const;

const cellsOf = (row: BenchRow): readonly string[] =>
  COLUMNS.map((column) => (column === 'holds' ? (row.holds ? 'yes' : 'NO') : String(row[column] ?? '–')));

const tableOf = (rows: readonly BenchRow[]): readonly string[] => {
  const lines = [COLUMNS as readonly string[], ...rows.map(cellsOf)];
  const widths = COLUMNS.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  return lines.map((line) =>
    line
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};

const MEASURES: Readonly<Record<string, () => Promise<readonly BenchRow[]> | readonly BenchRow[]>> = {
  reading: measureReading,
  fuzz: measureFuzz,
  scoring: measureScoring,
  rules: measureRules,
  'what-if': measureWhatIf,
  workbook: measureWorkbook,
  report: measureReport,
  ranking: measureRanking,
  'ranking-memory': measureRankingMemory,
  sensitivity: measureSensitivity,
  serving: measureServing,
  collection: measureCollection,
  execution: measureExecution,
  reminders: measureReminders,
  starting: measureStarting,
};

/** The fresh clone takes a minute and reaches the package registry, mutated files take many: only where they are asked for. */
const ONLY_WHEN_ASKED = ['starting', 'fuzz'];

const isAsked = (name: string): boolean => {
  const wanted = process.argv.filter((argument) => argument in MEASURES);
  return wanted.length === 0
    ? !ONLY_WHEN_ASKED.includes(name) || (name === 'starting' && process.argv.includes('--start'))
    : wanted.includes(name);
};

/** Each in a process of its own: what another has left in memory would slow it down. */
const measureApart = (name: string): readonly BenchRow[] => {
  const self = fileURLToPath(import.meta.url);
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', self, name, '--json'], {
    ...{ encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'inherit'] },
  });
  if (status !== 0) throw new Error(`The bench of ${name} ended with ${String(status)}`);
  return (JSON.parse(stdout) as { readonly rows: readonly BenchRow[] }).rows;
};

const asked = Object.entries(MEASURES).filter(([name]) => isAsked(name));
const rows: BenchRow[] = [];
for (const [name, measure] of asked) {
  rows.push(...(asked.length === 1 ? await measure() : measureApart(name)));
}
if (process.argv.includes('--json')) write(JSON.stringify({ rows }));
else tableOf(rows).forEach(write);
