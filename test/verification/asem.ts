import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildDataset } from '#core/composite-index/build-dataset.ts';
import { isUnusable } from '#core/composite-index/composite-finding.ts';
import type { Aggregate, Dataset, Indicator } from '#core/composite-index/dataset.ts';
import type { Cell } from '#core/composite-index/dataset-input.ts';
import type { NormalisationMethod, Recipe, Step } from '#core/composite-index/recipe.ts';
import { type Assumption, drawWeightSets } from '#core/composite-index/uncertainty/assumption.ts';
import type { RandomSource } from '#core/kernel/random-source.ts';

/**
 * The ASEM sustainable connectivity index of the JRC as the R package COINr computes it: 51 countries, 49 indicators. The files
 * stand beside the project where it is developed and are no part of it; where they are not, there is nothing to compare with.
 */
const FOLDER = resolve(import.meta.dirname, '../../../shared/verification/asem');

export const isAsemHere = existsSync(join(FOLDER, 'input_iData.csv'));

/** A CSV file as rows of cells by column name; no cell of these files holds a line break. */
export type CsvRow = Readonly<Record<string, string>>;

const splitLine = (line: string): readonly string[] =>
  [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/gu)].map(([, cell = '', quoted]) => quoted ?? cell);

export const readCsv = (name: string): readonly CsvRow[] => {
  const [head = '', ...lines] = readFileSync(join(FOLDER, `${name}.csv`), 'utf8')
    .trim()
    .split(/\r?\n/u);
  const columns = splitLine(head).filter((column) => column !== '');
  return lines.map((line) => {
    const cells = splitLine(line);
    return Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? '']));
  });
};

const columnsOf = (rows: readonly CsvRow[], codes: readonly string[]): Record<string, readonly Cell[]> =>
  Object.fromEntries(codes.map((code) => [code, rows.map((row) => row[code] ?? null)]));

const readIndicator = (row: CsvRow): Indicator => ({
  ...{ code: row.iCode!, parent: row.Parent!, weight: Number(row.Weight) },
  direction: Number(row.Direction) as 1 | -1,
  ...(row.Denominator ? { denominator: row.Denominator } : {}),
  ...(row.Target ? { target: Number(row.Target) } : {}),
});

const readAggregate = (row: CsvRow): Aggregate => ({
  ...{ code: row.iCode!, parent: row.Parent === '' ? null : row.Parent!, weight: Number(row.Weight) },
});

/** The dataset, through the door that every dataset takes. */
export const readAsem = (): Dataset => {
  const meta = readCsv('input_iMeta');
  const data = readCsv('input_iData');
  const codesOf = (type: string): string[] =>
    meta.filter((row) => row.Type === type).map((row) => row.iCode!);
  const dataset = buildDataset({
    subjects: data.map((row) => row.uCode!),
    indicators: meta.filter((row) => row.Type === 'Indicator').map(readIndicator),
    aggregates: meta.filter((row) => row.Type === 'Aggregate').map(readAggregate),
    values: columnsOf(data, codesOf('Indicator')),
    denominators: columnsOf(data, codesOf('Denominator')),
    groups: Object.fromEntries(codesOf('Group').map((code) => [code, data.map((row) => row[code]!)])),
  });
  if (isUnusable(dataset)) throw new Error(JSON.stringify(dataset.findings));
  return dataset;
};

const aggregateStep: Step = { kind: 'aggregate', method: 'arithmetic', byLevel: [], minimumAvailability: 0 };

/** All steps of the published index. */
export const asemRecipe: Recipe = {
  steps: [
    { kind: 'denominate' },
    { kind: 'impute', method: 'group-mean', grouping: 'EurAsia_group', except: [] },
    { kind: 'screen', minimumAvailability: 0.9, minimumNonZero: 0, keep: [] },
    {
      ...{ kind: 'treat', skewness: 2, kurtosis: 3.5, maximumWinsorised: 5 },
      ...{ transformation: 'log-shifted', transforms: 'untreated', except: [] },
    },
    { kind: 'normalise', method: { kind: 'min-max', lower: 0, upper: 100 }, byIndicator: {} },
    aggregateStep,
  ],
  weights: {},
  ties: 'minimum',
};

/** From the raw data straight to the index, with nothing filled in. */
export const rawRecipe = (
  method: NormalisationMethod,
  aggregation: 'arithmetic' | 'geometric' | 'harmonic',
): Recipe => ({
  steps: [
    { kind: 'normalise', method, byIndicator: {} },
    { ...aggregateStep, method: aggregation },
  ],
  weights: {},
  ties: 'minimum',
});

/** What the published analysis varies: points to winsorise, scale, pillar weights by a quarter, kind of mean. */
export const asemAssumptions = (dataset: Dataset, random: RandomSource): readonly Assumption[] => {
  const codes = dataset.aggregates
    .filter(({ code }) => dataset.indicators.some(({ parent }) => parent === code))
    .map(({ code }) => code);
  const weightSets = drawWeightSets(dataset, { codes, share: 0.25, count: 100 }, random);
  const scales: readonly NormalisationMethod[] = [
    { kind: 'min-max', lower: 1, upper: 100 },
    { kind: 'z-score', mean: 10, deviation: 2 },
  ];
  const among = (name: string, path: string, values: readonly unknown[]): Assumption => ({
    ...{ name, path },
    alternatives: { kind: 'choice', values },
  });
  return [
    among('winsorising', 'treat.maximumWinsorised', [1, 2, 3, 4, 5]),
    among('scale', 'normalise.method', scales),
    among('weights', 'weights', weightSets),
    among('mean', 'aggregate.method', ['arithmetic', 'geometric']),
  ];
};
