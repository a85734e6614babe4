import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildAgencyDirectory } from '#core/organization/directory.ts';
import type { Organization } from '#core/organization/organization.ts';
import { readPlan } from '#core/plan-reading/read-plan.ts';
import type { PlanReading } from '#core/plan-reading/reading.ts';

/**
 * Readings made by hand of the province's own documents, with the script that compares. Neither may be copied into the
 * project; they stand beside it where it is developed. Where they are not, there is nothing to compare with.
 */
const SHARED = resolve(import.meta.dirname, '../../../shared');
const SCORER = join(SHARED, 'gold/score_read_plan.py');
const EXPECTED = join(SHARED, 'gold/expected');
const PLANS = join(SHARED, 'plans');

const LEAST_F1 = 0.9;
// The script that compares is another program: a busy machine takes its time to start it.
const SLOWEST = 30_000;
const REGISTERS = ['targets', 'tasks', 'projects', 'gaps', 'indicatorScores'] as const;
type Register = (typeof REGISTERS)[number];

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const listOrganizations = (): readonly Organization[] =>
  ['agencies', 'communes'].flatMap(
    (name) =>
      readJson(resolve(import.meta.dirname, `../../data/organizations/${name}.json`)) as Organization[],
  );

const readAll = (): ReadonlyMap<string, PlanReading> => {
  const agencies = buildAgencyDirectory(listOrganizations());
  return new Map(
    readdirSync(PLANS)
      .filter((fileName) => fileName.endsWith('.txt'))
      .map((fileName) => [
        fileName,
        readPlan(readFileSync(join(PLANS, fileName), 'utf8'), { agencies, fileName }),
      ]),
  );
};

interface Figures {
  readonly f1: number | null;
  readonly strictF1: number | null;
}

const hasPython = (): boolean => spawnSync('python3', ['--version']).status === 0;

/** Runs the script that belongs to the readings made by hand. */
const scoreWithScript = (readings: ReadonlyMap<string, PlanReading>): Readonly<Record<Register, Figures>> => {
  const folder = mkdtempSync(join(tmpdir(), 'senso-gold-'));
  mkdirSync(folder, { recursive: true });
  for (const [fileName, reading] of readings)
    writeFileSync(join(folder, `${fileName.slice(0, 3)}.json`), JSON.stringify(reading));
  const output = execFileSync('python3', [SCORER, EXPECTED, folder, '--json'], {
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  rmSync(folder, { recursive: true });
  return (JSON.parse(output.split('\n')[0] ?? '{}') as { overall: Record<Register, Figures> }).overall;
};

interface Line {
  readonly line: number | null;
}

/** Without Python: an item counts when an item of the same register stands within a line of the expected one. */
const scoreByLines = (readings: ReadonlyMap<string, PlanReading>): Readonly<Record<Register, Figures>> => {
  const counts = Object.fromEntries(
    REGISTERS.map((register) => [register, { hits: 0, expected: 0, found: 0 }]),
  ) as Record<Register, { hits: number; expected: number; found: number }>;
  for (const [fileName, reading] of readings) {
    const path = join(EXPECTED, `${fileName.slice(0, 3)}.json`);
    if (!existsSync(path)) continue;
    const gold = readJson(path) as Record<
      Register,
      readonly (Line & { readonly _goldCore?: boolean; readonly kind?: string })[]
    >;
    for (const register of REGISTERS) {
      const isCounted = (item: {
        readonly kind?: string;
        readonly _goldCore?: boolean;
        readonly embedded?: boolean;
      }): boolean => item.kind !== 'assignment' && item._goldCore !== false && item.embedded !== true;
      const expected = gold[register].filter(isCounted);
      const found = (
        reading[register] as readonly (Line & { readonly kind?: string; readonly embedded?: boolean })[]
      ).filter(isCounted);
      const left = found.map((item) => item.line ?? 0);
      for (const { line } of expected) {
        const at = left.findIndex((other) => Math.abs(other - (line ?? 0)) <= 1);
        if (at < 0) continue;
        left.splice(at, 1);
        counts[register].hits += 1;
      }
      counts[register].expected += expected.length;
      counts[register].found += found.length;
    }
  }
  return Object.fromEntries(
    REGISTERS.map((register) => {
      const { hits, expected, found } = counts[register];
      return [
        register,
        { f1: expected + found === 0 ? null : (2 * hits) / (expected + found), strictF1: null },
      ];
    }),
  ) as Record<Register, Figures>;
};

const isHere = existsSync(SCORER) && existsSync(PLANS);

describe("reading the province's documents against readings made by hand", () => {
  const readings = isHere ? readAll() : new Map<string, PlanReading>();

  test(
    isHere
      ? 'finds at least nine in ten of every register'
      : 'the readings made by hand are not here: nothing to compare',
    () => {
      if (!isHere) {
        expect(readings.size).toBe(0);
        return;
      }
      const figures = hasPython() ? scoreWithScript(readings) : scoreByLines(readings);
      for (const register of REGISTERS)
        expect({ register, reaches: (figures[register].f1 ?? 0) >= LEAST_F1 }).toEqual({
          register,
          reaches: true,
        });
    },
    SLOWEST,
  );

  test(
    isHere
      ? 'finds the rows of the two documents without a reading made by hand'
      : 'the documents are not here: nothing to read',
    () => {
      const byNumber = (number: string): PlanReading | undefined =>
        [...readings].find(([name]) => name.startsWith(number))?.[1];
      expect(
        byNumber('002')?.targets.filter((target) => target.appendix !== null && !target.embedded) ?? [],
      ).toHaveLength(isHere ? 17 : 0);
      expect(byNumber('004')?.tasks.filter((task) => task.kind === 'table-row') ?? []).toHaveLength(
        isHere ? 21 : 0,
      );
    },
  );
});
