import type { LinkProps } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useRef, type ReactNode } from 'react';
import { arrangeLines, buildSearchableRows, selectRows, sortRows } from './arrange-rows.ts';
import { RegisterFilters } from './RegisterFilters.tsx';
import { RegisterGrid } from './RegisterGrid.tsx';
import { RegisterList } from './RegisterList.tsx';
import { NoMatch } from './NoMatch.tsx';
import { PrintedChoices } from './PrintedChoices.tsx';
import type { RegisterColumn, RegisterFacet, RegisterState } from './register.ts';
import { usePrinting } from './use-printing.ts';
import { useWidth } from './use-width.ts';

const NARROWEST_TABLE = 640;

export interface RegisterTableProps<Row> {
  /** What the table lists, for assistive technology. */
  readonly label: string;
  /** The first column names the row and opens it. Keep the array stable between renders. */
  readonly columns: readonly RegisterColumn<Row>[];
  /** What rows are filtered and grouped by, shown as columns or not. Keep the array stable between renders. */
  readonly facets: readonly RegisterFacet<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly rowLink: (row: Row) => LinkProps;
  /** Controlled from outside, so that it lives in the address. */
  readonly state: RegisterState;
  readonly onStateChange: (state: RegisterState) => void;
  /** Shown when the register itself has no rows: why, and what to do. */
  readonly empty: ReactNode;
}

/** A register of up to some thousand rows: filter, sort, group, walk by keyboard; a list of labelled values on a phone. */
export const RegisterTable = <Row,>({
  label,
  columns,
  facets,
  rows,
  rowId,
  rowLink,
  state,
  onStateChange,
  empty,
}: RegisterTableProps<Row>) => {
  const holder = useRef<HTMLDivElement>(null);
  const width = useWidth(holder);
  const printing = usePrinting();
  const narrow = !printing && width !== undefined && width < NARROWEST_TABLE;
  // Typing stays fluent: the table follows when the keyboard rests.
  const shown = useDeferredValue(state);

  const searchable = useMemo(() => buildSearchableRows(rows, columns, facets), [rows, columns, facets]);
  const selected = useMemo(() => selectRows(searchable, facets, shown), [searchable, facets, shown]);
  const groupFacet =
    facets.find((facet) => facet.groupable && facet.id === shown.group) ??
    (printing && shown.sort === null ? facets.find((facet) => facet.groupsOnPaper) : undefined);
  const lines = useMemo(() => {
    const sorted = sortRows(selected, columns, shown.sort);
    return arrangeLines(sorted, rowId, groupFacet, shown.folded);
  }, [selected, columns, shown.sort, shown.folded, rowId, groupFacet]);
  const filledColumns = useMemo(
    () => columns.filter((column) => rows.some((row) => column.text(row) !== '')),
    [columns, rows],
  );
  const visibleColumns = filledColumns.filter(({ id, hiddenBelow = 0 }) =>
    printing
      ? !(groupFacet?.groupsOnPaper === true && groupFacet.id === id)
      : width === undefined || width >= hiddenBelow,
  );

  if (rows.length === 0) return empty;

  const toggleGroup = (key: string): void => {
    const folded = state.folded.includes(key)
      ? state.folded.filter((other) => other !== key)
      : [...state.folded, key];
    onStateChange({ ...state, folded });
  };
  const body = { label, rows: lines, rowLink, printing, onToggleGroup: toggleGroup };

  return (
    <div ref={holder}>
      {printing && <PrintedChoices {...{ label, facets, rows, state: shown, groupFacet }} />}
      <RegisterFilters
        columns={columns}
        facets={facets}
        searchable={searchable}
        shownCount={selected.length}
        groupFacet={groupFacet}
        selected={selected}
        state={state}
        onStateChange={onStateChange}
        narrow={narrow}
      />
      {selected.length === 0 && <NoMatch state={state} onStateChange={onStateChange} />}
      {selected.length > 0 && narrow && <RegisterList {...body} columns={columns} />}
      {selected.length > 0 && !narrow && (
        <RegisterGrid
          {...body}
          columns={visibleColumns}
          sort={state.sort}
          onSortChange={(sort) => {
            onStateChange({ ...state, sort });
          }}
        />
      )}
    </div>
  );
};
