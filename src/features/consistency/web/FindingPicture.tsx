import { Link, useSearch } from '@tanstack/react-router';
import { FINDING_KINDS, SEVERITIES, type FindingKind, type Severity } from '#core/consistency/finding.ts';
import type { DecidedFinding } from '#contract/finding-decision.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { findingMessages } from '#web/widgets/finding/messages.ts';
import { selectFindings } from './finding-filter.ts';
import styles from './FindingPicture.module.css';
import { consistencyMessages } from './messages.ts';

interface KindCount {
  readonly kind: FindingKind;
  readonly total: number;
  readonly counts: Readonly<Record<Severity, number>>;
}

const countKinds = (findings: readonly DecidedFinding[]): readonly KindCount[] =>
  FINDING_KINDS.map((kind) => {
    const ofKind = findings.filter((finding) => finding.kind === kind);
    const count = (severity: Severity): number =>
      ofKind.filter((finding) => finding.severity === severity).length;
    const counts = { high: count('high'), medium: count('medium'), low: count('low') };
    return { kind, total: ofKind.length, counts };
  })
    .filter(({ total }) => total > 0)
    .toSorted((one, other) => other.total - one.total);

/**
 * How many contradictions there are of each gravity, as one bar whose parts choose; folded below it those of each kind as bars, and
 * the same as a table. The list is what is worked with: it must not be pushed off the screen.
 */
export const FindingPicture = ({ findings }: { readonly findings: readonly DecidedFinding[] }) => {
  const search = useSearch({ from: '/shell/mau-thuan' });
  const words = useMessages(consistencyMessages);
  const { kit } = useMessages(sharedMessages);
  const rows = countKinds(selectFindings(findings, search, ['loai', 'muc-do']));
  if (rows.length === 0) return null;
  const most = Math.max(...rows.map(({ total }) => total));
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.hidden}>{words.pictureOfSeverities}</figcaption>
      <SeverityBar findings={selectFindings(findings, search, ['muc-do'])} />
      <details>
        <summary className={styles.fold}>{words.picture}</summary>
        <ul className={styles.bars}>
          {rows.map((row) => (
            <KindBar key={row.kind} row={row} most={most} />
          ))}
        </ul>
        <details>
          <summary className={styles.fold}>{kit.table}</summary>
          <CountTable rows={rows} />
        </details>
      </details>
    </figure>
  );
};

const SeverityBar = ({ findings }: { readonly findings: readonly DecidedFinding[] }) => {
  const { severities } = useMessages(findingMessages);
  const words = useMessages(consistencyMessages);
  const format = useFormat();
  const search = useSearch({ from: '/shell/mau-thuan' });
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return (
    <>
      <span className={styles.whole} aria-hidden="true">
        {SEVERITIES.map((severity) => (
          <span
            key={severity}
            className={styles.part}
            data-severity={severity}
            style={{ width: percent(count(severity), findings.length) }}
          />
        ))}
      </span>
      <ul className={styles.legend}>
        {SEVERITIES.map((severity) => {
          const isChosen = search['muc-do'] === severity;
          return (
            <li key={severity}>
              <Link
                to="/mau-thuan"
                search={{ ...search, 'muc-do': isChosen ? undefined : severity, mo: undefined }}
                className={styles.name}
                aria-current={isChosen ? 'true' : undefined}
              >
                <span className={styles.sign} data-severity={severity} />
                {words.counted(severities[severity], format.number(count(severity)))}
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
};

const percent = (count: number, most: number): string =>
  most === 0 ? '0' : `${((count / most) * 100).toFixed(2)}%`;

const KindBar = ({ row, most }: { readonly row: KindCount; readonly most: number }) => {
  const { kinds } = useMessages(findingMessages);
  const format = useFormat();
  const search = useSearch({ from: '/shell/mau-thuan' });
  return (
    <li className={styles.row}>
      <Link
        to="/mau-thuan"
        search={{ ...search, loai: row.kind, mo: undefined }}
        className={styles.name}
        aria-current={search.loai === row.kind ? 'true' : undefined}
      >
        {kinds[row.kind]}
      </Link>
      <span className={styles.total}>{format.number(row.total)}</span>
      <span className={styles.bar} aria-hidden="true">
        {SEVERITIES.map((severity) => (
          <span
            key={severity}
            className={styles.part}
            data-severity={severity}
            style={{ width: percent(row.counts[severity], most) }}
          />
        ))}
      </span>
    </li>
  );
};

const CountTable = ({ rows }: { readonly rows: readonly KindCount[] }) => {
  const words = useMessages(consistencyMessages);
  const { kinds, severities } = useMessages(findingMessages);
  const format = useFormat();
  return (
    <FigureTable
      caption={words.picture}
      rows={rows}
      rowKey={({ kind }) => kind}
      columns={[
        { key: 'kind', title: words.filters.loai, cell: ({ kind }: KindCount) => kinds[kind] },
        ...SEVERITIES.map((severity) => ({
          ...{ key: severity, title: severities[severity], kind: 'figure' as const },
          cell: ({ counts }: KindCount) => format.number(counts[severity]),
        })),
        {
          ...{ key: 'total', title: words.total, kind: 'figure' as const },
          cell: ({ total }: KindCount) => format.number(total),
        },
      ]}
    />
  );
};
