import { Link } from '@tanstack/react-router';
import type { DifficultyStatistics } from '#features/difficulty/contract.ts';
import { FigureTable, type FigureColumn } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './difficulty.module.css';
import { type DifficultySearch, KIND_SEGMENTS } from './difficulty-address.ts';
import { useWording, type Wording } from './use-wording.ts';

type Count = Pick<DifficultyStatistics, 'total' | 'waiting' | 'overdue' | 'settled' | 'medianDays'>;

const countColumns = <Row extends Count>({ words, format }: Wording): readonly FigureColumn<Row>[] => [
  ...(['total', 'waiting', 'overdue', 'settled'] as const).map((key) => ({
    ...{ key, title: words.columns[key], kind: 'figure' as const },
    cell: (row: Row) => format.number(row[key]),
  })),
  {
    ...{ key: 'median', title: words.columns.median, kind: 'figure' },
    cell: ({ medianDays }) => (medianDays === null ? words.noAnswer : words.days(format.number(medianDays))),
  },
];

const WHOLE = 100;

const KindBars = ({ kinds }: { readonly kinds: DifficultyStatistics['kinds'] }) => {
  const { words, shared, format } = useWording();
  const most = Math.max(1, ...kinds.map(({ total }) => total));
  const parts = kinds.map(({ kind, total, waiting }) =>
    words.byKindPart(shared.kinds[kind], format.number(total), format.number(waiting)),
  );
  return (
    <>
      <div role="img" aria-label={words.byKindAlt(format.list(parts))} className={styles.bars}>
        {kinds.map(({ kind, total, waiting }) => (
          <div key={kind} className={styles.barRow}>
            <span>{shared.kinds[kind]}</span>
            <span className={styles.bar} style={{ width: `${String((WHOLE * total) / most)}%` }}>
              {waiting > 0 && <span data-part="waiting" style={{ flexGrow: waiting }} />}
              {total > waiting && <span data-part="answered" style={{ flexGrow: total - waiting }} />}
            </span>
            <span className={styles.count}>{format.number(total)}</span>
          </div>
        ))}
      </div>
      <p className={styles.legend}>
        <span data-part="waiting" aria-hidden="true" /> {words.legendWaiting}
        <span data-part="answered" aria-hidden="true" /> {words.legendAnswered}
      </p>
    </>
  );
};

interface StatisticsSectionProps {
  readonly statistics: DifficultyStatistics;
  readonly search: DifficultySearch;
}

/** How many difficulties there are by kind and by agency, and how long answers took: a picture, and the figures. */
export const StatisticsSection = ({ statistics, search }: StatisticsSectionProps) => {
  const wording = useWording();
  const { words, shared } = wording;
  const { kinds, agencies } = statistics;
  if (statistics.total === 0) return null;
  return (
    <Section title={words.byKind}>
      <KindBars kinds={kinds} />
      <details className={styles.fold}>
        <summary>{words.byKindTable}</summary>
        <FigureTable
          caption={words.byKind}
          rows={kinds}
          rowKey={({ kind }) => kind}
          columns={[
            {
              key: 'kind',
              title: words.columns.kind,
              cell: ({ kind }) => (
                <Link to="/kho-khan" search={{ ...search, loai: KIND_SEGMENTS[kind], trang: undefined }}>
                  {shared.kinds[kind]}
                </Link>
              ),
            },
            ...countColumns(wording),
          ]}
        />
      </details>
      {agencies.length > 1 && (
        <details className={styles.fold}>
          <summary>{words.byAgency}</summary>
          <FigureTable
            caption={words.byAgency}
            rows={agencies}
            rowKey={({ organization }) => organization.code}
            columns={[
              {
                key: 'organization',
                title: words.columns.organization,
                cell: ({ organization: { code, name } }) => (
                  <Link to="/kho-khan" search={{ ...search, 'co-quan': code, trang: undefined }}>
                    {name}
                  </Link>
                ),
              },
              ...countColumns(wording),
            ]}
          />
        </details>
      )}
    </Section>
  );
};
