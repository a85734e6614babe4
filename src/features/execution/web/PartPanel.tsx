import type { LineView, OccurrenceView } from '#features/execution/task-contract.ts';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { TaskStateBadge } from '#web/widgets/task-state/TaskStateBadge.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import styles from './execution.module.css';
import { ExtensionForm } from './ExtensionForm.tsx';
import { PauseForm } from './PauseForm.tsx';
import { ReportForm } from './ReportForm.tsx';
import { TaskHistory } from './TaskHistory.tsx';
import { nameOccurrence, useTaskWording } from './use-task-wording.ts';

/** What one occurrence waits for, in words. */
export const describeWaits = (
  { awaitsConfirmation, awaitsExtension, askedDay, isSentBack }: OccurrenceView,
  { words, format }: ReturnType<typeof useTaskWording>,
): readonly string[] => [
  ...(awaitsConfirmation ? [words.awaitsConfirmation] : []),
  ...(awaitsExtension && askedDay !== null ? [words.awaitsExtension(format.day(askedDay))] : []),
  ...(isSentBack ? [words.sentBack] : []),
];

const Occurrences = ({ line }: { readonly line: LineView }) => {
  const wording = useTaskWording();
  const { words, format } = wording;
  const { columns } = words;
  return (
    <FigureTable
      caption={words.occurrences}
      rows={line.occurrences}
      rowKey={({ period }) => period}
      columns={[
        { key: 'period', title: columns.period, cell: (one) => nameOccurrence(one, line, wording) },
        { key: 'state', title: columns.state, cell: ({ state }) => <TaskStateBadge state={state} /> },
        {
          key: 'due',
          title: columns.due,
          cell: ({ lastDay, doneOn }) =>
            doneOn === null
              ? lastDay === null
                ? words.noDay
                : format.day(lastDay)
              : words.done(format.day(doneOn)),
        },
        {
          key: 'percent',
          title: columns.percent,
          kind: 'figure',
          cell: ({ percent }) => (percent === null ? words.nothing : words.percent(format.number(percent))),
        },
        { key: 'waits', title: columns.waits, cell: (one) => describeWaits(one, wording).join(', ') },
      ]}
    />
  );
};

interface PartPanelProps {
  readonly taskId: string;
  readonly line: LineView;
  readonly today: string;
}

/** One organization's part: its occurrences, what may be said or decided now, and the history. */
export const PartPanel = ({ taskId, line, today }: PartPanelProps) => {
  const { words } = useTaskWording();
  const { organization, occurrences, history, mayReport, mayDecide, isPaused } = line;
  const waiting = occurrences.filter((one) => one.awaitsConfirmation || one.awaitsExtension);
  const extendable = occurrences.find(
    ({ doneOn, lastDay, isMilestone }) => doneOn === null && lastDay !== null && !isMilestone,
  );
  return (
    <Section title={words.part(organization.name)} id="phan-viec">
      {occurrences.length > 1 && <Occurrences line={line} />}
      <div className={styles.forms}>
        {mayDecide &&
          waiting.map((occurrence) => (
            <DecisionForm
              key={`${occurrence.period} ${String(line.version)}`}
              {...{ taskId, line, occurrence }}
            />
          ))}
        {mayReport && !isPaused && <ReportForm taskId={taskId} line={line} today={today} />}
        {mayReport && extendable && !extendable.awaitsExtension && (
          <ExtensionForm taskId={taskId} line={line} occurrence={extendable} />
        )}
        {mayDecide && line.doneOn === null && (
          <PauseForm {...{ taskId, organization: organization.code, version: line.version, isPaused }} />
        )}
      </div>
      <h3 className={styles.heading}>{words.history}</h3>
      <TaskHistory history={history} part={{ id: taskId, organization: organization.code }} />
    </Section>
  );
};
