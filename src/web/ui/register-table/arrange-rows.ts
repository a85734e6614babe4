import { Decimal } from '#core/kernel/decimal.ts';
import { searchKey } from '#core/kernel/text.ts';
import type {
  FacetValue,
  RegisterColumn,
  RegisterFacet,
  RegisterLine,
  RegisterSort,
  RegisterState,
  RowLine,
  SortKey,
} from './register.ts';

/** A row beside the key that the free-text filter searches: made once for each register, not at each key stroke. */
export interface SearchableRow<Row> {
  readonly row: Row;
  readonly searched: string;
}

/** Prepares rows for searching by the words of their columns and facets. */
export const buildSearchableRows = <Row>(
  rows: readonly Row[],
  columns: readonly RegisterColumn<Row>[],
  facets: readonly RegisterFacet<Row>[],
): readonly SearchableRow<Row>[] =>
  rows.map((row) => {
    const words = [
      ...columns.map((column) => column.text(row)),
      ...facets.flatMap((facet) => facet.values(row).map((value) => value.label)),
    ];
    return { row, searched: searchKey(words.join(' ')) };
  });

/** The rows that fit the free text (each of its words, with or without diacritics) and every filter but `except`. */
export const selectRows = <Row>(
  rows: readonly SearchableRow<Row>[],
  facets: readonly RegisterFacet<Row>[],
  state: Pick<RegisterState, 'text' | 'filters'>,
  except?: string,
): readonly Row[] => {
  const words = searchKey(state.text).split(' ').filter(Boolean);
  const asked = facets.filter((facet) => facet.id !== except && state.filters[facet.id] !== undefined);
  return rows
    .filter(({ searched }) => words.every((word) => searched.includes(word)))
    .map(({ row }) => row)
    .filter((row) => asked.every((facet) => answers(facet, row, state.filters[facet.id])));
};

const answers = <Row>(facet: RegisterFacet<Row>, row: Row, key: string | undefined): boolean => {
  const values = facet.values(row);
  return values.length === 0 ? key === NO_ANSWER : values.some((value) => value.key === key);
};

/** Key of the rows that give no answer to a facet. */
export const NO_ANSWER = '-';

const vietnamese = new Intl.Collator('vi', { numeric: true });

const compareKeys = (a: NonNullable<SortKey>, b: NonNullable<SortKey>): number => {
  if (a instanceof Decimal && b instanceof Decimal) return a.comparedTo(b);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return vietnamese.compare(String(a), String(b));
};

/** Sorts by a column; rows without a value stay last in both directions, equal rows keep their order. */
export const sortRows = <Row>(
  rows: readonly Row[],
  columns: readonly RegisterColumn<Row>[],
  sort: RegisterSort | null,
): readonly Row[] => {
  const sortKey = columns.find((column) => column.id === sort?.column)?.sortKey;
  if (!sort || !sortKey) return rows;
  const keyed = rows.map((row) => ({ row, key: sortKey(row) }));
  const direction = sort.descending ? -1 : 1;
  return keyed
    .toSorted((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      return direction * compareKeys(a.key, b.key);
    })
    .map(({ row }) => row);
};

/** A value of a facet with the number of rows that give it. */
export interface CountedValue extends FacetValue {
  readonly count: number;
}

/** Values that the rows give to a facet, in its order, each with its number of rows; rows without an answer last. */
export const countValues = <Row>(
  rows: readonly Row[],
  facet: RegisterFacet<Row>,
): readonly CountedValue[] => {
  const counted = new Map<string, CountedValue>();
  for (const value of rows.flatMap((row) => valuesOrNone(facet, row))) {
    const known = counted.get(value.key);
    counted.set(value.key, { ...(known ?? value), count: (known?.count ?? 0) + 1 });
  }
  return [...counted.values()].toSorted(compareValues);
};

const valuesOrNone = <Row>(facet: RegisterFacet<Row>, row: Row): readonly FacetValue[] => {
  const values = facet.values(row);
  return values.length === 0 ? [{ key: NO_ANSWER, label: '', order: Infinity }] : values;
};

const compareValues = (a: FacetValue, b: FacetValue): number => {
  if (a.order !== b.order) return (a.order ?? 0) - (b.order ?? 0);
  return vietnamese.compare(a.label, b.label);
};

/** Lays rows out as lines: a header for each group with its count, below it its rows unless it is folded. */
export const arrangeLines = <Row>(
  rows: readonly Row[],
  rowId: (row: Row) => string,
  facet: RegisterFacet<Row> | undefined,
  folded: readonly string[],
): readonly RegisterLine<Row>[] => {
  if (!facet) return rows.map((row) => ({ kind: 'row', id: rowId(row), row }));
  return countValues(rows, facet).flatMap(({ key, label, count }) => {
    const open = !folded.includes(key);
    const head: RegisterLine<Row> = { kind: 'group', id: `group ${key}`, key, label, count, open };
    if (!open) return [head];
    const members = rows.filter((row) => answers(facet, row, key));
    return [head, ...members.map((row): RowLine<Row> => ({ kind: 'row', id: `${key} ${rowId(row)}`, row }))];
  });
};
