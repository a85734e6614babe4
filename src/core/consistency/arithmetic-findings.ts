import { findingId, statementAt } from './build-finding.ts';
import type { Finding, FindingKind, FindingStatement } from './finding.ts';
import type { ConsistencyInput, ItemPlace } from './records.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { decimal, decimalText, sum } from '#core/kernel/decimal.ts';
import type { Decimal, DecimalText } from '#core/kernel/decimal.ts';

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

/** Totals of score tables and of rows of money that their parts do not add up to. */
export const findSumMismatches = (input: ConsistencyInput): readonly Finding[] => {
  const scoreRows = input.indicatorScores.map((row) => ({ ...row, cells: row.scores }));
  const wrongRows = input.resources.flatMap((row) => {
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
  const tables = groupBy(scoreRows, (row) => `${row.place.documentId}:${row.table}`);
  return [...[...tables.values()].flatMap(findWrongTotals), ...wrongRows];
};
