import { Fragment, type ReactNode } from 'react';
import styles from './FigureTable.module.css';

export interface FigureColumn<Row> {
  readonly key: string;
  readonly title: ReactNode;
  /** Figures stand at the right with their decimals aligned. */
  readonly kind?: 'text' | 'figure';
  readonly cell: (row: Row) => ReactNode;
  /** Width as CSS, such as `8rem`. */
  readonly width?: string;
}

interface FigureTableProps<Row> {
  /** What the table shows; read out before it. */
  readonly caption: string;
  /** Shows the caption above the table. */
  readonly captionVisible?: boolean;
  readonly columns: readonly FigureColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The column that names the row. The first one when nothing is said. */
  readonly rowHeader?: string;
  readonly footer?: ReactNode;
  /** What is opened below a row, as wide as the table; null where nothing is. */
  readonly detail?: (row: Row) => ReactNode;
}

/** A dense table of figures; on a phone it becomes a list of labelled rows. */
export const FigureTable = <Row,>(props: FigureTableProps<Row>) => {
  const { caption, captionVisible = false, columns, rows, rowKey, footer, detail } = props;
  const rowHeader = props.rowHeader ?? columns[0]?.key;
  return (
    <table className={styles.table}>
      <caption className={captionVisible ? styles.caption : styles.hiddenCaption}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, title, kind, width }) => (
            <th key={key} scope="col" data-kind={kind} {...(width !== undefined && { style: { width } })}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const opened = detail?.(row) ?? null;
          return (
            <Fragment key={rowKey(row)}>
              <tr>
                {columns.map(({ key, title, kind, cell }) => {
                  const Cell = key === rowHeader ? 'th' : 'td';
                  return (
                    <Cell key={key} data-kind={kind} {...(Cell === 'th' && { scope: 'row' })}>
                      <span className={styles.label}>{title}</span>
                      <span className={styles.value}>{cell(row)}</span>
                    </Cell>
                  );
                })}
              </tr>
              {opened !== null && (
                <tr>
                  <td colSpan={columns.length}>{opened}</td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
      {footer !== undefined && <tfoot>{footer}</tfoot>}
    </table>
  );
};
