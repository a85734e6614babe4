import { expect, it } from 'vitest';
import { correlatePairs } from '#core/composite-index/audit/correlations.ts';
import {
  type IndicatorFlag,
  indicatorStatistics,
  type IndicatorStatistics,
} from '#core/composite-index/audit/indicator-statistics.ts';
import { buildIndex, type CompositeIndex } from '#core/composite-index/build-index.ts';
import { isUnusable } from '#core/composite-index/composite-finding.ts';
import type { Dataset } from '#core/composite-index/dataset.ts';
import type { Recipe } from '#core/composite-index/recipe.ts';
import type { StageNote } from '#core/composite-index/stage.ts';
import { rankValues } from '#core/composite-index/statistics/rank-values.ts';
import { asemRecipe, type CsvRow, isAsemHere, rawRecipe, readAsem, readCsv } from './asem.ts';
import { describeIfHere } from './describe-if-here.ts';

const TOLERANCE = 1e-9;

/** Relative difference from a cell of a file; endless where only one of both is there. */
const differenceFrom = (cell: string | undefined, ours: number): number => {
  const isEmpty = cell === undefined || cell === '' || cell === 'NA';
  if (isEmpty || Number.isNaN(ours)) return isEmpty === Number.isNaN(ours) ? 0 : Infinity;
  const scale = Math.max(Math.abs(ours), Math.abs(Number(cell)));
  return scale === 0 ? 0 : Math.abs(ours - Number(cell)) / scale;
};

const makeIndex = (dataset: Dataset, recipe: Recipe): CompositeIndex => {
  const index = buildIndex(dataset, recipe);
  if (isUnusable(index)) throw new Error(JSON.stringify(index.findings));
  return index;
};

/** Whether a number is the printed one to three significant digits; halves may have been rounded either way. */
const isPrintedAs = (printed: number, ours: number): boolean => {
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(ours) || 1)) - 2);
  return Math.abs(ours - printed) <= (unit / 2) * (1 + TOLERANCE);
};

/** Compares every cell of a stage with a file: how many there are, and which differ. */
const compareStage = (dataset: Dataset, index: CompositeIndex, place: number, file: string) => {
  const { matrix } = index.stages[place]!;
  const bySubject = new Map<string | undefined, CsvRow>(readCsv(file).map((row) => [row.uCode, row]));
  const cells = index.codes.slice(0, matrix.width).flatMap((code, column) =>
    matrix.rows.map((subject, row) => {
      const name = dataset.subjects[subject]!;
      const ours = matrix.data[column * matrix.rows.length + row]!;
      return { name: `${code} of ${name}`, difference: differenceFrom(bySubject.get(name)?.[code], ours) };
    }),
  );
  return { cells: cells.length, differing: cells.filter(({ difference }) => difference > TOLERANCE) };
};

const listNotes = <Kind extends StageNote['kind']>(index: CompositeIndex, kind: Kind) =>
  index.stages
    .flatMap(({ notes }) => notes)
    .filter((note): note is Extract<StageNote, { kind: Kind }> => note.kind === kind);

/**
 * The files print fifteen digits. Two pairs of values of one indicator that R held apart in the sixteenth are equal in them:
 * put apart again, every rank comes out as printed.
 */
const heldApart = (dataset: Dataset): Dataset => {
  const values = dataset.values.slice();
  const column = dataset.indicators.findIndex(({ code }) => code === 'TolMin');
  for (const [subject, steps] of [
    ['GRC', 2],
    ['JPN', 1],
  ] as const) {
    const cell = column * dataset.subjects.length + dataset.subjects.indexOf(subject);
    values[cell] = values[cell]! * (1 + steps * 2 ** -52);
  }
  return { ...dataset, values };
};

it(
  isAsemHere
    ? 'the files of the ASEM index are beside the project'
    : 'the files of the ASEM index are not here: nothing is compared',
  () => expect(isAsemHere).toBeTypeOf('boolean'),
);

describeIfHere('the stages of the ASEM index', () => {
  const dataset = heldApart(readAsem());
  const index = makeIndex(dataset, asemRecipe);

  it.each([
    ['stage_1_Raw', 2499],
    ['stage_2_Denominated', 2499],
    ['stage_3_Imputed', 2499],
    ['stage_4_Screened', 2499],
    ['stage_5_Treated', 2499],
    ['stage_6_Normalised', 2499],
    ['stage_7_Aggregated', 3060],
  ])('%s equals the file in all %i cells', (file, cells) => {
    const place = Number(file.split('_')[1]) - 1;
    expect(compareStage(dataset, index, place, file)).toEqual({ cells, differing: [] });
  });

  it('names every number that it filled in, and nothing else', () => {
    const missing = readCsv('stage_2_Denominated').flatMap((row) =>
      Object.entries(row).flatMap(([code, cell]) =>
        cell === '' || cell === 'NA' ? [`${code} ${row.uCode}`] : [],
      ),
    );
    const imputed = listNotes(index, 'imputed').map(({ indicator, subject }) => `${indicator} ${subject}`);
    expect(imputed.toSorted()).toEqual(missing.toSorted());
    expect(missing).toHaveLength(65);
    expect(listNotes(index, 'screened')).toEqual([]);
  });

  it('treats the indicators that the file lists, as often as it lists them', () => {
    const notes = new Map(listNotes(index, 'treated').map((note) => [note.indicator, note]));
    for (const row of readCsv('treatment_details')) {
      const note = notes.get(row.iCode!);
      expect([row.iCode, note === undefined]).toEqual([row.iCode, row['check_SkewKurt0.Pass'] === 'TRUE']);
      if (!note) continue;
      expect(note.winsorised).toBe(Number(row['winsorise.nwin']));
      expect(note.passes).toBe(row['check_SkewKurt1.Pass'] === 'TRUE');
      expect(differenceFrom(row['check_SkewKurt0.Skew'], note.skewness)).toBeLessThan(TOLERANCE);
      expect(differenceFrom(row['check_SkewKurt0.Kurt'], note.kurtosis)).toBeLessThan(TOLERANCE);
      expect(differenceFrom(row['check_SkewKurt1.Skew'], note.skewnessAfter)).toBeLessThan(TOLERANCE);
      expect(differenceFrom(row['check_SkewKurt1.Kurt'], note.kurtosisAfter)).toBeLessThan(TOLERANCE);
    }
    expect(notes.size).toBe(15);
  });

  it('gives the published scores and ranks of every indicator, pillar and sub-index', () => {
    const { matrix } = index.stages.at(-1)!;
    const height = matrix.rows.length;
    for (const [column, code] of index.codes.entries()) {
      const scores = { data: matrix.data, from: column * height, length: height };
      const ranks = rankValues(scores, 'highest-first', 'minimum');
      const placeOf = (row: CsvRow): number => matrix.rows.indexOf(dataset.subjects.indexOf(row.uCode!));
      const wrongRanks = readCsv('result_full_ranks').filter(
        (row) => ranks[placeOf(row)] !== Number(row[code]),
      );
      const wrongScores = readCsv('result_full_scores').filter((row) => {
        const score = matrix.data[scores.from + placeOf(row)]!;
        // The file prints twelve decimals.
        return Math.abs(score - Number(row[code])) > TOLERANCE * Math.abs(score) + 5e-13;
      });
      expect([code, wrongRanks, wrongScores]).toEqual([code, [], []]);
    }
  });

  it('prints the table that its author printed', () => {
    const { matrix } = index.stages.at(-1)!;
    for (const row of readCsv('published_docs_table')) {
      const place = matrix.rows.indexOf(dataset.subjects.indexOf(row.uCode!));
      expect(index.ranks[place]).toBe(Number(row.Rank));
      for (const code of ['Index', 'Conn', 'Sust', 'Physical', 'Environ', 'Social', 'SusEcFin']) {
        const score = matrix.data[index.codes.indexOf(code) * matrix.rows.length + place]!;
        expect([code, score.toFixed(2)]).toEqual([code, row[code]]);
      }
    }
  });
});

describeIfHere('other recipes for the raw ASEM data', () => {
  const minMax = { kind: 'min-max', lower: 1, upper: 100 } as const;

  it.each([
    ['minmax1-100_amean', rawRecipe(minMax, 'arithmetic')],
    ['minmax1-100_gmean', rawRecipe(minMax, 'geometric')],
    ['minmax1-100_hmean', rawRecipe(minMax, 'harmonic')],
    ['zscore10-2_amean', rawRecipe({ kind: 'z-score', mean: 10, deviation: 2 }, 'arithmetic')],
    ['prank_amean', rawRecipe({ kind: 'percentile-rank' }, 'arithmetic')],
    ['rank_amean', rawRecipe({ kind: 'rank' }, 'arithmetic')],
    ['borda_amean', rawRecipe({ kind: 'borda' }, 'arithmetic')],
  ] as const)('alt_raw_%s equals the file in every cell', (name, recipe) => {
    const dataset = heldApart(readAsem());
    const compared = compareStage(dataset, makeIndex(dataset, recipe), 2, `alt_raw_${name}`);
    expect(compared).toEqual({ cells: 3060, differing: [] });
  });
});

describeIfHere('statistics of the raw ASEM data', () => {
  const dataset = heldApart(readAsem());
  const matrix = makeIndex(dataset, rawRecipe({ kind: 'none' }, 'arithmetic')).stages[0]!.matrix;

  const NUMBERS = {
    Min: ({ minimum }) => minimum,
    Max: ({ maximum }) => maximum,
    Mean: ({ mean }) => mean,
    Median: ({ median }) => median,
    Std: ({ deviation }) => deviation,
    Skew: ({ skewness }) => skewness,
    Kurt: ({ kurtosis }) => kurtosis,
    'N.Avail': ({ count }) => count,
    'N.NonZero': ({ nonZero }) => nonZero,
    'N.Unique': ({ distinct }) => distinct,
    'N.Same': ({ same }) => same,
  } as const satisfies Record<string, (statistics: IndicatorStatistics) => number>;

  const FLAGS = {
    'Flag.Avail': 'low-availability',
    'Flag.NonZero': 'many-zeros',
    'Flag.Unique': 'few-distinct',
    'Flag.SkewKurt': 'outliers',
  } as const satisfies Record<string, IndicatorFlag>;

  it('equal the published table to its three digits, flags and all', () => {
    const statistics = new Map(indicatorStatistics(dataset, matrix).map((row) => [row.code, row]));
    for (const row of readCsv('stats_raw')) {
      const ours = statistics.get(row.iCode!)!;
      for (const [name, read] of Object.entries(NUMBERS)) {
        const isEqual = isPrintedAs(Number(row[name]), read(ours));
        expect([row.iCode, name, read(ours), isEqual]).toEqual([row.iCode, name, read(ours), true]);
      }
      const flags = Object.entries(FLAGS).filter(([name]) => row[name] !== 'ok');
      expect([row.iCode, [...ours.flags]]).toEqual([row.iCode, flags.map(([, flag]) => flag)]);
    }
  });

  it('correlate as published, where a correlation is significant at all', () => {
    const codes = dataset.indicators.map(({ code }) => code);
    const pairs = new Map(
      correlatePairs(matrix, codes).flatMap((pair) => [
        [`${pair.left} ${pair.right}`, pair] as const,
        [`${pair.right} ${pair.left}`, pair] as const,
      ]),
    );
    const rows = readCsv('corr_raw_default').filter((row) => row.Var1 !== row.Var2);
    for (const row of rows) {
      const { coefficient, probability } = pairs.get(`${row.Var1} ${row.Var2}`)!;
      const ours = probability < 0.05 ? coefficient : Number.NaN;
      expect([row.Var1, row.Var2, differenceFrom(row.Correlation, ours) < TOLERANCE]).toEqual([
        ...[row.Var1, row.Var2, true],
      ]);
    }
    expect(rows).toHaveLength(49 * 48);
  });
});
