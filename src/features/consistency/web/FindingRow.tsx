import { useId } from 'react';
import type { Severity } from '#core/consistency/finding.ts';
import type { DecidedFinding } from '#contract/finding-decision.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { StateBadge, type StateTone } from '#web/ui/StateBadge.tsx';
import { findingMessages } from '#web/widgets/finding/messages.ts';
import { isTotal } from '#web/widgets/finding/recomputed-words.ts';
import { FindingDetail } from './FindingDetail.tsx';
import styles from './FindingGroups.module.css';
import { consistencyMessages } from './messages.ts';
import { walkRows } from './walk-rows.ts';

const SEVERITY_TONES = {
  high: 'bad',
  medium: 'warning',
  low: 'open',
} as const satisfies Record<Severity, StateTone>;
const STATE_TONES = {
  open: 'open',
  resolved: 'good',
  accepted: 'neutral',
} as const satisfies Record<DecidedFinding['state'], StateTone>;

/** From an open row to what was done about it, past the links of its sides. */
const NOTE_KEY = 'n';

interface FindingRowProps {
  readonly finding: DecidedFinding;
  /** What the list is grouped by: the row says the other. */
  readonly by: 'loai' | 'co-quan';
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** Called before a decision is sent. */
  readonly onDecide: () => void;
}

/** One line about a contradiction; opened, both its sides and what was decided. */
export const FindingRow = ({ finding, by, isOpen, onToggle, onDecide }: FindingRowProps) => {
  const words = useMessages(consistencyMessages);
  const { kinds, severities, total } = useMessages(findingMessages);
  const detail = useId();
  const { severity, state, outdated, kind, leads, year } = finding;
  const beside =
    by === 'loai' ? leads.map(({ abbreviation, name }) => abbreviation ?? name).join(', ') : kinds[kind];
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={styles.row}
        data-row={finding.fingerprint}
        aria-expanded={isOpen}
        aria-controls={isOpen ? detail : undefined}
        onClick={onToggle}
        onKeyDown={(event) => {
          if (event.key !== NOTE_KEY || !isOpen) walkRows(event);
          else {
            event.preventDefault();
            document.getElementById(detail)?.querySelector('textarea')?.focus();
          }
        }}
      >
        <span className={styles.severity}>
          <StateBadge tone={SEVERITY_TONES[severity]}>{severities[severity]}</StateBadge>
        </span>
        <span className={styles.subject}>
          {isTotal(finding) ? total : finding.subject}
          {year !== null && <span className={styles.quiet}> · {words.year(String(year))}</span>}
        </span>
        <span className={styles.beside}>{beside}</span>
        <span className={styles.state}>
          {outdated === null ? (
            <StateBadge tone={STATE_TONES[state]}>{words.states[state]}</StateBadge>
          ) : (
            <StateBadge tone="warning">{words.changed}</StateBadge>
          )}
        </span>
      </button>
      {isOpen && (
        <div id={detail} className={styles.detail}>
          <FindingDetail finding={finding} onDecide={onDecide} />
        </div>
      )}
    </li>
  );
};
