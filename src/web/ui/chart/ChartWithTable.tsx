import { useState, type ReactNode } from 'react';
import { useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { FigureTable, type FigureColumn } from '#web/ui/FigureTable.tsx';
import type { BuildDrawing } from './chart-drawing.ts';
import { Chart } from './Chart.tsx';
import styles from './Chart.module.css';

interface ChartWithTableProps<Row> {
  /** What picture and table show; it is the caption of both. */
  readonly caption: string;
  /** What the picture says, in a sentence, for those who don't see it. */
  readonly description: string;
  readonly build: BuildDrawing;
  /** The same figures as a table. */
  readonly columns: readonly FigureColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowHeader?: string;
  /** The signs of the picture in words, as `ChartLegend`. */
  readonly legend?: ReactNode;
  /** Where the figures come from. */
  readonly source?: ReactNode;
  /** `open` shows the table below the picture at once; `folded` on demand and in print. */
  readonly table?: 'open' | 'folded';
  /** Hears the name of a datum that was clicked; the table must lead there too. */
  readonly onSelect?: (name: string) => void;
}

/** A chart and its table, always together: who can't see, print or trust the picture reads the figures. */
export const ChartWithTable = <Row,>(props: ChartWithTableProps<Row>) => {
  const { kit } = useMessages(sharedMessages);
  const { caption, description, build, columns, rows, rowKey, rowHeader, legend, source, onSelect } = props;
  const [isOpen, setOpen] = useState(props.table === 'open');
  const table = (
    <FigureTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={rowKey}
      {...(rowHeader !== undefined && { rowHeader })}
    />
  );
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{caption}</figcaption>
      {legend}
      <Chart build={build} description={description} {...(onSelect && { onSelect })} />
      <details
        open={isOpen}
        className={styles.table}
        onToggle={(event) => {
          setOpen(event.currentTarget.open);
        }}
      >
        <summary className={styles.fold}>{kit.table}</summary>
        {table}
      </details>
      {source !== undefined && <div className={styles.source}>{source}</div>}
    </figure>
  );
};
