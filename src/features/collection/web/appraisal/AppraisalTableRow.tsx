import { Button } from '@mantine/core';
import type { KeyboardEvent, ReactNode } from 'react';
import type { DataValue } from '#contract/scoring.ts';
import { useFormat, useLocale, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { StateBadge } from '#web/ui/StateBadge.tsx';
import { describeValue } from '#web/widgets/index-score/value-words.ts';
import type { AppraisalRow } from './appraisal-rows.ts';
import { FigureChecks } from './FigureChecks.tsx';
import { appraisalMessages } from './messages.ts';
import styles from './Appraisal.module.css';

/** What can be done with one figure. */
export type RowAction = 'accept' | 'correct' | 'return' | 'undo';
const ROW_ACTIONS = ['accept', 'correct', 'return', 'undo'] as const satisfies readonly RowAction[];

const KEYS: Readonly<Record<string, RowAction>> = { c: 'accept', s: 'correct', t: 'return', b: 'undo' };

const DECISION_TONES = { accepted: 'good', corrected: 'warning', returned: 'bad' } as const;

interface CellProps {
  readonly label: string;
  readonly isFigure?: boolean;
  readonly children: ReactNode;
}

const Cell = ({ label, isFigure = false, children }: CellProps) => (
  <td className={isFigure ? styles.figure : undefined}>
    <span className={styles.label}>{label}: </span>
    {children}
  </td>
);

interface AppraisalTableRowProps {
  readonly row: AppraisalRow;
  /** The report is with its appraisers, and this person is one of them. */
  readonly isOpen: boolean;
  readonly onAction: (action: RowAction) => void;
  readonly onMove: (step: 1 | -1) => void;
}

// What was said before stays beside the figure that it was said of: whether it was heeded is what the next look asks.
const EarlierAppraisals = ({ row }: { readonly row: AppraisalRow }) => {
  const words = useMessages(appraisalMessages);
  const format = useFormat();
  return row.asked.answer?.earlierAppraisals.map(({ decision, reason, at, by }) => (
    <span key={at} className={styles.finding}>
      <span className={styles.quiet}>
        {words.earlier(words.decisions[decision], by ?? words.bySystem, format.instant(at))}
      </span>
      {reason}
    </span>
  ));
};

const DecisionCell = ({ row, isOpen, onAction }: Omit<AppraisalTableRowProps, 'onMove'>) => {
  const words = useMessages(appraisalMessages);
  const format = useFormat();
  const pick = usePickText();
  const appraisal = row.asked.answer?.appraisal;
  const mayDecide = isOpen && row.asked.mayAppraise;
  const shown = ROW_ACTIONS.filter((action) => (action === 'undo') === (row.decision !== null));
  return (
    <>
      {row.decision === null ? (
        <StateBadge tone="open">{words.undecided}</StateBadge>
      ) : (
        <StateBadge tone={DECISION_TONES[row.decision]}>{words.decisions[row.decision]}</StateBadge>
      )}
      {appraisal && (
        <span className={styles.quiet}>
          {words.by(appraisal.by ?? words.bySystem, format.instant(appraisal.at))}
        </span>
      )}
      {appraisal?.reason && <span className={styles.finding}>{appraisal.reason}</span>}
      <EarlierAppraisals row={row} />
      {mayDecide && (
        <span className={styles.buttons}>
          {shown.map((action) => (
            <Button
              key={action}
              size="compact-xs"
              variant="default"
              tabIndex={-1}
              aria-label={words.actionOf(words[action], pick(row.asked.item.name))}
              onClick={() => {
                onAction(action);
              }}
            >
              {words[action]}
            </Button>
          ))}
        </span>
      )}
    </>
  );
};

/** What its house says of a task, in the words of the report. */
const TaskReport = ({ asked: { answer } }: Pick<AppraisalRow, 'asked'>) => {
  const words = useMessages(appraisalMessages);
  const said = [
    ...(answer?.note ? [words.reported(answer.note)] : []),
    ...(answer?.task?.result ? [words.result(answer.task.result)] : []),
    ...(answer?.task?.difficulties ? [words.difficulties(answer.task.difficulties)] : []),
  ];
  return said.map((sentence) => (
    <span key={sentence} className={styles.quiet}>
      {sentence}
    </span>
  ));
};

/** One figure: before, declared, appraised, final, what was found, and the decision; decided by single keys too. */
export const AppraisalTableRow = ({ row, isOpen, onAction, onMove }: AppraisalTableRowProps) => {
  const words = useMessages(appraisalMessages);
  const format = useFormat();
  const pick = usePickText();
  const { locale } = useLocale();
  const { asked, declared, final, change, difference } = row;
  const { item, previous, answer } = asked;
  const describe = (value: DataValue): string => describeValue(item, value, locale);
  const press = (event: KeyboardEvent<HTMLTableRowElement>) => {
    // Keys that belong to a button or a field inside the row are not the row's.
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      onMove(event.key === 'ArrowDown' ? 1 : -1);
      return;
    }
    const action = KEYS[event.key.toLowerCase()];
    if (action === undefined || !isOpen || !asked.mayAppraise) return;
    event.preventDefault();
    onAction(action);
  };
  return (
    <tr
      className={styles.row}
      tabIndex={0}
      data-row={row.key}
      data-decision={row.decision ?? undefined}
      onKeyDown={press}
    >
      <th scope="row">
        {pick(item.name)}
        {asked.task && <TaskReport asked={asked} />}
      </th>
      <Cell label={words.previous} isFigure>
        {previous === null ? '–' : describe(previous.value)}
        {previous !== null && (
          <span className={styles.quiet}>
            {previous.source === 'index' ? words.fromIndex : words.previousOf(format.period(previous.period))}
          </span>
        )}
      </Cell>
      <Cell label={words.declared} isFigure>
        {answer === null ? words.noAnswer : describe(declared)}
        {difference !== null && (
          <span className={styles.quiet}>
            {words.sinceRound(
              difference.startsWith('-') ? format.number(difference) : `+${format.number(difference)}`,
            )}
          </span>
        )}
        {change?.isFigure === true && (
          <span className={styles.quiet}>{words.sinceSent(describe(change.before))}</span>
        )}
      </Cell>
      <Cell label={words.appraised} isFigure>
        {answer?.appraisal?.value ? describe(answer.appraisal.value) : '–'}
      </Cell>
      <Cell label={words.final} isFigure>
        <strong>{describe(final)}</strong>
      </Cell>
      <Cell label={words.checks}>
        <FigureChecks row={row} />
      </Cell>
      <Cell label={words.decision}>
        <DecisionCell row={row} isOpen={isOpen} onAction={onAction} />
      </Cell>
    </tr>
  );
};
