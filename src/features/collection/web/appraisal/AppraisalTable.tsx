import { Fragment, useRef, useState } from 'react';
import { shownCode } from '#core/task-progress/task-codes.ts';
import type { DecisionInput } from '#contract/submission.ts';
import { useMessages, usePickText } from '#web/i18n/locale.tsx';
import type { AppraisalRow } from './appraisal-rows.ts';
import { AppraisalTableRow, type RowAction } from './AppraisalTableRow.tsx';
import { plainDecision } from './decision-draft.ts';
import { DecisionForm } from './DecisionForm.tsx';
import { appraisalMessages } from './messages.ts';
import styles from './Appraisal.module.css';

const COLUMNS = ['item', 'previous', 'declared', 'appraised', 'final', 'checks', 'decision'] as const;
const FIGURES: readonly string[] = ['previous', 'declared', 'appraised', 'final'];

interface AppraisalTableProps {
  readonly rows: readonly AppraisalRow[];
  readonly isOpen: boolean;
  readonly isSaving: boolean;
  readonly onDecide: (input: DecisionInput) => void;
}

/** The figures of a report under their indicators, walked and decided by keyboard. */
export const AppraisalTable = ({ rows, isOpen, isSaving, onDecide }: AppraisalTableProps) => {
  const words = useMessages(appraisalMessages);
  const pick = usePickText();
  const table = useRef<HTMLTableElement>(null);
  const [opened, setOpened] = useState<{
    readonly key: string;
    readonly kind: 'corrected' | 'returned';
  } | null>(null);
  const focus = (place: number) => {
    const shown = table.current?.querySelectorAll<HTMLElement>('[data-row]');
    shown?.[place]?.focus();
  };
  const decide = (place: number, input: DecisionInput) => {
    setOpened(null);
    onDecide(input);
    focus(Math.min(place + 1, rows.length - 1));
  };
  const act = (row: AppraisalRow, place: number, action: RowAction) => {
    if (action === 'accept') decide(place, plainDecision(row, 'accepted'));
    else if (action === 'undo') {
      setOpened(null);
      onDecide(plainDecision(row, null));
    } else setOpened({ key: row.key, kind: action === 'correct' ? 'corrected' : 'returned' });
  };
  return (
    <table ref={table} className={styles.table} aria-label={words.table}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className={FIGURES.includes(column) ? styles.figure : undefined}>
              {words[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <Fragment key={row.key}>
            {rows[place - 1]?.indicator.code !== row.indicator.code && (
              <tr className={styles.indicator}>
                <td colSpan={COLUMNS.length}>
                  {shownCode(row.indicator.code)} {pick(row.indicator.name)}
                </td>
              </tr>
            )}
            <AppraisalTableRow
              row={row}
              isOpen={isOpen}
              onAction={(action) => {
                act(row, place, action);
              }}
              onMove={(step) => {
                focus(place + step);
              }}
            />
            {opened?.key === row.key && (
              <tr>
                <td colSpan={COLUMNS.length}>
                  <DecisionForm
                    row={row}
                    kind={opened.kind}
                    isSaving={isSaving}
                    onSave={(input) => {
                      decide(place, input);
                    }}
                    onClose={() => {
                      setOpened(null);
                      focus(place);
                    }}
                  />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
};
