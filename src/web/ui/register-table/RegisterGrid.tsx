import { Link, type LinkProps } from '@tanstack/react-router';
import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import { useRef } from 'react';
import { GroupToggle } from './GroupToggle.tsx';
import classes from './register-table.module.css';
import type { GroupLine, RegisterColumn, RegisterLine, RegisterSort } from './register.ts';
import { useCellWalk, type CellWalk } from './use-cell-walk.ts';
import { useLineWindow } from './use-line-window.ts';

const ESTIMATED_LINE_HEIGHT = 48;

interface RegisterGridProps<Row> {
  readonly label: string;
  readonly columns: readonly RegisterColumn<Row>[];
  readonly rows: readonly RegisterLine<Row>[];
  readonly rowLink: (row: Row) => LinkProps;
  readonly printing: boolean;
  readonly sort: RegisterSort | null;
  readonly onSortChange: (sort: RegisterSort | null) => void;
  readonly onToggleGroup: (key: string) => void;
}

/** The register as a table: one stop of the Tab key, arrow keys inside, Enter opens the row. */
export const RegisterGrid = <Row,>({
  label,
  columns,
  rows: lines,
  rowLink,
  printing,
  sort,
  onSortChange,
  onToggleGroup,
}: RegisterGridProps<Row>) => {
  const body = useRef<HTMLTableSectionElement>(null);
  const lineWindow = useLineWindow({
    count: lines.length,
    estimate: ESTIMATED_LINE_HEIGHT,
    holder: body,
    whole: printing,
  });
  const walk = useCellWalk(body, { lines: lines.length, columns: columns.length }, lineWindow);
  const widthOfAll = columns.reduce((total, column) => total + column.width, 0);

  return (
    <table
      className={classes.table}
      role="grid"
      aria-label={label}
      aria-rowcount={lines.length + 1}
      aria-readonly="true"
      onKeyDown={walk.onKeyDown}
      onFocus={walk.onFocus}
    >
      <colgroup>
        {columns.map((column) => (
          <col key={column.id} style={{ width: `${String((column.width / widthOfAll) * 100)}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map((column) => (
            <ColumnHeader key={column.id} column={column} sort={sort} onSortChange={onSortChange} />
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        <Room height={lineWindow.before} columns={columns.length} />
        {lines.slice(lineWindow.first, lineWindow.end).map((line, offset) => {
          const index = lineWindow.first + offset;
          return (
            <tr
              key={line.id}
              ref={lineWindow.measure}
              data-index={index}
              aria-rowindex={index + 2}
              className={line.kind === 'group' ? classes.groupLine : classes.line}
            >
              {line.kind === 'group' ? (
                <GroupCell {...{ line, index, walk, onToggleGroup }} columns={columns.length} />
              ) : (
                columns.map((column, position) => (
                  <Cell
                    key={column.id}
                    {...{ column, index, position, walk }}
                    row={line.row}
                    link={position === 0 ? rowLink(line.row) : undefined}
                  />
                ))
              )}
            </tr>
          );
        })}
        <Room height={lineWindow.after} columns={columns.length} />
      </tbody>
    </table>
  );
};

interface ColumnHeaderProps<Row> {
  readonly column: RegisterColumn<Row>;
  readonly sort: RegisterSort | null;
  readonly onSortChange: (sort: RegisterSort | null) => void;
}

const ColumnHeader = <Row,>({ column, sort, onSortChange }: ColumnHeaderProps<Row>) => {
  const direction = sort?.column !== column.id ? 'none' : sort.descending ? 'descending' : 'ascending';
  const next = {
    none: { column: column.id, descending: false },
    ascending: { column: column.id, descending: true },
    descending: null,
  }[direction];
  const Arrow = { none: ArrowUpDown, ascending: ArrowUp, descending: ArrowDown }[direction];
  if (!column.sortKey) {
    return (
      <th scope="col" data-align={column.align}>
        <span className={classes.header}>{column.header}</span>
      </th>
    );
  }
  return (
    <th scope="col" aria-sort={direction} data-align={column.align}>
      <button
        type="button"
        className={classes.header}
        onClick={() => {
          onSortChange(next);
        }}
      >
        {column.header}
        <Arrow aria-hidden size={13} className={classes.arrow} data-direction={direction} />
      </button>
    </th>
  );
};

interface CellProps<Row> {
  readonly column: RegisterColumn<Row>;
  readonly row: Row;
  readonly index: number;
  readonly position: number;
  readonly walk: CellWalk;
  readonly link: LinkProps | undefined;
}

const Cell = <Row,>({ column, row, index, position, walk, link }: CellProps<Row>) => {
  const content = column.cell?.(row) ?? column.text(row);
  const place = {
    'data-column': position,
    'data-align': column.align,
    tabIndex: walk.tabIndexOf(index, position),
  };
  if (!link) return <td {...place}>{content}</td>;
  return (
    <th scope="row" {...place}>
      <Link {...link} tabIndex={-1}>
        {content}
      </Link>
    </th>
  );
};

interface GroupCellProps {
  readonly line: GroupLine;
  readonly index: number;
  readonly columns: number;
  readonly walk: CellWalk;
  readonly onToggleGroup: (key: string) => void;
}

const GroupCell = ({ line, index, columns, walk, onToggleGroup }: GroupCellProps) => (
  <th scope="rowgroup" colSpan={columns}>
    <GroupToggle
      line={line}
      onToggle={onToggleGroup}
      place={{ 'data-column': 0, tabIndex: walk.tabIndexOf(index, 0) }}
    />
  </th>
);

const Room = ({ height, columns }: { readonly height: number; readonly columns: number }) =>
  height > 0 && (
    <tr aria-hidden="true">
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
