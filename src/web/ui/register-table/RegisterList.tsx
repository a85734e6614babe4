import { Link, type LinkProps } from '@tanstack/react-router';
import { useRef } from 'react';
import { GroupToggle } from './GroupToggle.tsx';
import classes from './register-table.module.css';
import type { RegisterColumn, RegisterLine } from './register.ts';
import { useLineWindow } from './use-line-window.ts';

const ESTIMATED_CARD_HEIGHT = 168;

interface RegisterListProps<Row> {
  readonly label: string;
  readonly columns: readonly RegisterColumn<Row>[];
  readonly rows: readonly RegisterLine<Row>[];
  readonly rowLink: (row: Row) => LinkProps;
  readonly printing: boolean;
  readonly onToggleGroup: (key: string) => void;
}

/** The register on a phone: each row a link with its values below it, each beside its label. */
export const RegisterList = <Row,>({
  label,
  columns,
  rows: lines,
  rowLink,
  printing,
  onToggleGroup,
}: RegisterListProps<Row>) => {
  const list = useRef<HTMLUListElement>(null);
  const lineWindow = useLineWindow({
    count: lines.length,
    estimate: ESTIMATED_CARD_HEIGHT,
    holder: list,
    whole: printing,
  });
  const [naming, ...labelled] = columns;

  return (
    <ul
      ref={list}
      className={classes.list}
      aria-label={label}
      style={{ paddingTop: lineWindow.before, paddingBottom: lineWindow.after }}
    >
      {lines.slice(lineWindow.first, lineWindow.end).map((line, offset) => (
        <li
          key={line.id}
          ref={lineWindow.measure}
          data-index={lineWindow.first + offset}
          aria-setsize={lines.length}
          aria-posinset={lineWindow.first + offset + 1}
          className={line.kind === 'group' ? classes.groupLine : classes.card}
        >
          {line.kind === 'group' ? (
            <GroupToggle line={line} onToggle={onToggleGroup} />
          ) : (
            <>
              <Link {...rowLink(line.row)} className={classes.cardName}>
                {naming?.cell?.(line.row) ?? naming?.text(line.row)}
              </Link>
              <LabelledValues columns={labelled} row={line.row} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
};

interface LabelledValuesProps<Row> {
  readonly columns: readonly RegisterColumn<Row>[];
  readonly row: Row;
}

const LabelledValues = <Row,>({ columns, row }: LabelledValuesProps<Row>) => (
  <dl className={classes.values}>
    {columns
      .filter((column) => column.text(row) !== '')
      .map((column) => (
        <div key={column.id}>
          <dt>{column.header}</dt>
          <dd>{column.cell?.(row) ?? column.text(row)}</dd>
        </div>
      ))}
  </dl>
);
