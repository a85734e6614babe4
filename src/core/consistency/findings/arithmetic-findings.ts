import { findingId, statementAt } from '#core/consistency/build-finding.ts';
import type { Finding, FindingKind, FindingStatement } from '#core/consistency/finding.ts';
import type { ConsistencyInput, ItemPlace, ResourceRecord } from '#core/consistency/records/records.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { decimal, decimalText, sum } from '#core/kernel/decimal.ts';
import type { Decimal, DecimalText } from '#core/kernel/decimal.ts';
import { searchKey } from '#core/kernel/text.ts';

const HUNDRED = decimal(100);

// A printed figure stands for all that rounds to it: half a unit of its last place either way.
const roundingError = (places: number): Decimal => decimal(10).pow(-places).dividedBy(2);

interface ArithmeticFinding {
  readonly kind: FindingKind;
  readonly place: ItemPlace;
  readonly name: string;
  readonly indicatorCode: string | null;
  readonly printed: DecimalText;
  readonly computed: Decimal;
  readonly statement: Partial<FindingStatement>;
}

const SHOWN_PLACES = 4;

const buildArithmeticFinding = (found: ArithmeticFinding): Finding => {
  const value = decimalText(found.computed.toDecimalPlaces(SHOWN_PLACES));
  return {
    id: findingId(found.kind, null, [found.place]),
    kind: found.kind,
    severity: 'high',
    subject: found.name,
    indicatorCode: found.indicatorCode,
    year: null,
    statements: [
      { ...statementAt('current', found.place, found.name), value: found.printed, ...found.statement },
    ],
    computed: { low: value, high: value },
    difference: decimalText(decimal(found.printed).minus(value).abs()),
    populationsDiffer: false,
    subjectsDiffer: false,
  };
};

interface Fraction {
  readonly place: ItemPlace;
  readonly name: string;
  readonly indicatorCode: string | null;
  readonly percent: DecimalText;
  readonly numerator: DecimalText;
  readonly denominator: DecimalText;
}

const listFractions = (input: ConsistencyInput): readonly Fraction[] => [
  ...input.gaps.flatMap((gap): readonly Fraction[] =>
    gap.currentValue === null || gap.currentUnit !== '%' || gap.numerator === null || gap.denominator === null
      ? []
      : [{ ...gap, percent: gap.currentValue, numerator: gap.numerator, denominator: gap.denominator }],
  ),
  ...input.results.flatMap((result): readonly Fraction[] => {
    const percent = result.percent ?? (result.unit === '%' ? result.value : null);
    if (percent === null || result.numerator === null || result.denominator === null) return [];
    const { place, name, numerator, denominator } = result;
    return [{ place, name, indicatorCode: null, percent, numerator, denominator }];
  }),
];

/** Percentages that their own numerator and denominator do not give, beyond rounding. */
export const findWrongPercentages = (input: ConsistencyInput): readonly Finding[] =>
  listFractions(input).flatMap((fraction) => {
    if (decimal(fraction.denominator).isZero()) return [];
    const percent = decimal(fraction.percent);
    const computed = decimal(fraction.numerator).dividedBy(fraction.denominator).times(HUNDRED);
    // "862 of 834, 3.39 % more than was asked": an excess is told over the whole.
    const excess = computed.minus(HUNDRED);
    const tolerance = roundingError(percent.decimalPlaces());
    if (
      [computed, ...(excess.gt(0) ? [excess] : [])].some((value) => value.minus(percent).abs().lte(tolerance))
    )
      return [];
    return [
      buildArithmeticFinding({
        kind: 'percentage-not-its-fraction',
        place: fraction.place,
        name: fraction.name,
        indicatorCode: fraction.indicatorCode,
        printed: fraction.percent,
        computed,
        statement: { unit: '%', words: `${fraction.numerator}/${fraction.denominator}` },
      }),
    ];
  });

interface PrintedRow {
  readonly place: ItemPlace;
  readonly name: string;
  readonly table: string;
  readonly isTotal: boolean;
  readonly cells: readonly { readonly label: string; readonly value: DecimalText | null }[];
}

const present = (values: readonly (DecimalText | null)[]): readonly Decimal[] =>
  values.flatMap((value) => (value === null ? [] : [decimal(value)]));

// A table is printed with one precision: its rounded rows may miss its total by as much as all roundings together.
const addsUp = (rows: readonly Decimal[], total: Decimal): boolean => {
  const places = Math.max(...[...rows, total].map((value) => value.decimalPlaces()));
  const tolerance = places === 0 ? 0 : roundingError(places).times(rows.length + 1);
  return sum(rows).minus(total).abs().lte(tolerance);
};

// Rows without a value in the column may be headings: only a full column is judged.
const findWrongTotals = (rows: readonly PrintedRow[]): readonly Finding[] => {
  const [total, ...furtherTotals] = rows.filter((row) => row.isTotal);
  const parts = rows.filter((row) => !row.isTotal);
  if (!total || furtherTotals.length > 0 || parts.length === 0) return [];
  return total.cells.flatMap((cell) => {
    if (cell.value === null) return [];
    const column = present(
      parts.map((part) => part.cells.find((other) => other.label === cell.label)?.value ?? null),
    );
    if (column.length !== parts.length || addsUp(column, decimal(cell.value))) return [];
    return [
      buildArithmeticFinding({
        kind: 'sum-mismatch',
        place: total.place,
        name: total.table,
        indicatorCode: null,
        printed: cell.value,
        computed: sum(column),
        statement: { role: 'total', name: total.name, words: cell.label },
      }),
    ];
  });
};

const LEVEL = /^(?:[ivxl]+|[a-zđ]|\d+(?:\.\d+)+)[.)]?(?=[\s|]|$)/iu;
const NAMED_PART = /trong do|bao gom|cong muc|tieu muc/u;

// Headings with sums of their own would be counted twice with the rows below them.
const hasLevels = (rows: readonly ResourceRecord[]): boolean =>
  rows.some(({ name, quote }) => LEVEL.test(quote ?? name) || NAMED_PART.test(searchKey(quote ?? name)));

// The same without a number before it: a row that is the sum of those after it.
const hasSubtotal = (column: readonly Decimal[]): boolean =>
  column.some((value, index) => {
    const after = column.slice(index + 1);
    return (
      !value.isZero() &&
      after.some(
        (_, end) =>
          end > 0 &&
          sum(after.slice(0, end + 1))
            .minus(value)
            .isZero(),
      )
    );
  });

/** Stands for the column of sums, which is kept apart from the amounts. */
const SUM_OF_ROW = 'Tổng';

const moneyTable = ({ place, appendix, section, table, amounts }: ResourceRecord): string =>
  [place.documentId, appendix, section, table, ...amounts.map(({ label }) => label)].join('\n');

/** The columns of tables of money, with the printed sums of their rows as one more column. */
const listMoneyTables = (resources: readonly ResourceRecord[]): readonly (readonly PrintedRow[])[] =>
  [...groupBy(resources, moneyTable).values()].flatMap((rows) => {
    const columns = (rows[0]?.amounts ?? []).map(({ label }) =>
      present(
        rows
          .filter(({ isTotal }) => !isTotal)
          .map(({ amounts }) => amounts.find((amount) => amount.label === label)?.value ?? null),
      ),
    );
    if (hasLevels(rows) || columns.some(hasSubtotal)) return [];
    return [
      rows.map((row) => ({
        ...row,
        table: row.table === '' ? (row.section ?? row.appendix ?? row.name) : row.table,
        cells: [...row.amounts, ...(row.total === null ? [] : [{ label: SUM_OF_ROW, value: row.total }])],
      })),
    ];
  });

/** Totals of tables of scores and of money, and of rows of money, that their parts do not add up to. */
export const findSumMismatches = (input: ConsistencyInput): readonly Finding[] => {
  const scoreRows = input.indicatorScores.map((row) => ({ ...row, cells: row.scores }));
  // The maxima add up where all rows are there: an excerpt keeps the total of the whole.
  const isWhole = (rows: readonly (typeof scoreRows)[number][]): boolean => {
    const total = rows.find((row) => row.isTotal)?.maximumScore ?? null;
    const maxima = present(rows.filter((row) => !row.isTotal).map((row) => row.maximumScore));
    return total === null || maxima.length === 0 || addsUp(maxima, decimal(total));
  };
  const scoreTables = groupBy(scoreRows, (row) => `${row.place.documentId}:${row.table}`);
  const wholeTables = [...scoreTables.values()].filter(isWhole);
  const wrongTotals = [...wholeTables, ...listMoneyTables(input.resources)].flatMap(findWrongTotals);
  // One wrong cell makes a column and a row wrong: the column tells which.
  const told = new Set(wrongTotals.flatMap(({ statements }) => statements.map(({ place }) => place.id)));
  const wrongRows = input.resources.flatMap((row) => {
    if (told.has(row.place.id)) return [];
    const parts = present(row.amounts.map((amount) => amount.value));
    if (row.total === null || parts.length < 2 || parts.length !== row.amounts.length) return [];
    if (addsUp(parts, decimal(row.total))) return [];
    return [
      buildArithmeticFinding({
        kind: 'sum-mismatch',
        place: row.place,
        name: row.name,
        indicatorCode: null,
        printed: row.total,
        computed: sum(parts),
        statement: { role: 'total', words: row.table },
      }),
    ];
  });
  return [...wrongTotals, ...wrongRows];
};
