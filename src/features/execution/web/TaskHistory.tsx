import type { EventView } from '#features/execution/task-contract.ts';
import { addressOf } from '#web/api/call.ts';
import { getTaskEvidenceFile } from '#features/execution/task-contract.ts';
import styles from './execution.module.css';
import { useTaskWording } from './use-task-wording.ts';

type Words = ReturnType<typeof useTaskWording>;

const factsOf = (event: EventView, { words, format }: Words): readonly string[] => {
  const { kind, day, dueDay, percent, period } = event;
  const inWords = { report: words.dayOfWork, 'record-start': words.dayOfEvent } as const;
  const dayWords = kind === 'report' || kind === 'record-start' ? inWords[kind] : words.until;
  return [
    ...(period === '' ? [] : [words.forPeriod(format.period(period))]),
    ...(percent === null ? [] : [words.percent(format.number(percent))]),
    ...(day === null ? [] : [dayWords(format.day(day))]),
    ...(dueDay === null ? [] : [words.dueBy(format.day(dueDay))]),
  ];
};

interface TaskHistoryProps {
  readonly history: readonly EventView[];
  /** Whose part it is, with the task: where files of evidence are. */
  readonly part?: { readonly id: string; readonly organization: string };
}

/** What was said and decided, the latest first. */
export const TaskHistory = ({ history, part }: TaskHistoryProps) => {
  const wording = useTaskWording();
  const { words, format } = wording;
  if (history.length === 0) return <p className={styles.quiet}>{words.historyNone}</p>;
  return (
    <ol className={styles.history}>
      {history.map((event) => (
        <li key={event.id}>
          <strong>{words.events[event.kind]}</strong>
          {factsOf(event, wording).map((fact) => ` · ${fact}`)}
          <div className={styles.quiet}>{words.by(event.by ?? '', format.instant(event.at))}</div>
          {[event.words, event.result, event.reason, event.document]
            .filter((text) => text !== null)
            .map((text) => (
              <div key={text}>{text}</div>
            ))}
          {event.evidence.length > 0 && (
            <div>
              {words.evidence}:{' '}
              {event.evidence.map(({ id, title, isFile }, place) => (
                <span key={id}>
                  {place > 0 && '; '}
                  {isFile && part ? (
                    <a href={addressOf(getTaskEvidenceFile, { params: { ...part, evidenceId: id } })}>
                      {title}
                    </a>
                  ) : (
                    title
                  )}
                </span>
              ))}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
};
