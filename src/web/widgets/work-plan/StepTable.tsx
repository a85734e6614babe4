import { Button } from '@mantine/core';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import type { WorkPlan, WorkStep } from '#features/work-plan/contract.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { TaskStateBadge } from '#web/widgets/task-state/TaskStateBadge.tsx';
import { useChangeStep } from './queries.ts';
import { CompleteForm, EditForm, ReasonForm } from './StepForms.tsx';
import { useWorkPlanWording } from './use-work-plan-wording.ts';
import styles from './work-plan.module.css';

interface StepTableProps {
  readonly plan: WorkPlan;
  readonly steps: readonly WorkStep[];
  /** Whose plan each step stands in is said: they are of several. */
  readonly isOfOthers?: boolean;
}

const StepHistory = ({ history }: Pick<WorkStep, 'history'>) => {
  const { words, format } = useWorkPlanWording();
  return (
    <>
      <h4 className={styles.heading}>{words.history}</h4>
      <ul className={styles.history}>
        {history.map(({ kind, name, lastDay, day, words: said, at, by }) => (
          <li key={`${at} ${kind}`}>
            <strong>{words.events[kind]}</strong>
            {[
              ...(name === null ? [] : [name]),
              ...(lastDay === null ? [] : [words.until(format.day(lastDay))]),
              ...(day === null ? [] : [words.doneOn(format.day(day))]),
              ...(said === null ? [] : [said]),
            ].map((part) => ` · ${part}`)}
            <span className={styles.quiet}>{words.by(by ?? '', format.instant(at))}</span>
          </li>
        ))}
      </ul>
    </>
  );
};

const MoveButtons = ({ step, steps }: { readonly step: WorkStep; readonly steps: readonly WorkStep[] }) => {
  const { words } = useWorkPlanWording();
  const saving = useChangeStep(step.id);
  const place = steps.findIndex(({ id }) => id === step.id);
  const move = (before: string | null): void => {
    saving.mutate({ kind: 'move', before, version: step.version, writeId: newId() });
  };
  return (
    <div className={styles.buttons}>
      {saving.isError && <ErrorState error={saving.error} where={words.move.up} />}
      <Button
        {...{ variant: 'default', size: 'compact-sm' }}
        disabled={place === 0 || saving.isPending}
        onClick={() => {
          move(steps[place - 1]?.id ?? null);
        }}
      >
        {words.move.up}
      </Button>
      <Button
        {...{ variant: 'default', size: 'compact-sm' }}
        disabled={place === steps.length - 1 || saving.isPending}
        onClick={() => {
          move(steps[place + 2]?.id ?? null);
        }}
      >
        {words.move.down}
      </Button>
    </div>
  );
};

interface Opened {
  readonly id: string;
  readonly part: 'done' | 'details';
}

const OpenedStep = ({
  plan,
  step,
  steps,
  part,
  onDone,
}: { readonly step: WorkStep; readonly onDone: () => void } & StepTableProps & Pick<Opened, 'part'>) => {
  const { words } = useWorkPlanWording();
  const isDone = step.doneOn !== null;
  if (part === 'done') {
    return (
      <div className={styles.opened}>
        {isDone ? (
          <ReasonForm kind="reopen" step={step} onDone={onDone} />
        ) : (
          <CompleteForm step={step} today={plan.today} onDone={onDone} />
        )}
      </div>
    );
  }
  return (
    <div className={styles.opened}>
      {step.mayWrite && !isDone && <EditForm step={step} plan={plan} onDone={onDone} />}
      {step.mayWrite && steps.length > 1 && <MoveButtons step={step} steps={steps} />}
      {step.mayWrite && (
        <details>
          <summary>{words.withdraw.title}</summary>
          <ReasonForm kind="withdraw" step={step} onDone={onDone} />
        </details>
      )}
      <StepHistory history={step.history} />
    </div>
  );
};

const StepName = ({
  step,
  plan,
  isOfOthers,
}: { readonly step: WorkStep } & Omit<StepTableProps, 'steps'>) => {
  const { words, format } = useWorkPlanWording();
  const { name, result, handedTo, endsAfterTask, doneWords, organization } = step;
  return (
    <>
      <span className={styles.name}>{name}</span>
      {isOfOthers && <span className={styles.quiet}>{`${words.from}: ${organization.name}`}</span>}
      {handedTo && <span className={styles.quiet}>{words.handedTo(handedTo.name)}</span>}
      {result !== null && <span className={styles.quiet}>{words.result(result)}</span>}
      {doneWords !== null && <span className={styles.quiet}>{doneWords}</span>}
      {endsAfterTask && plan.taskLastDay !== null && (
        <span className={styles.warning}>{words.afterTask(format.day(plan.taskLastDay))}</span>
      )}
    </>
  );
};

/** Steps with their states, and what may be done to each. */
export const StepTable = ({ plan, steps, isOfOthers = false }: StepTableProps) => {
  const { words, format } = useWorkPlanWording();
  const [opened, setOpened] = useState<Opened | null>(null);
  const { columns } = words;
  const toggle = (id: string, part: Opened['part']): void => {
    setOpened(opened?.id === id && opened.part === part ? null : { id, part });
  };
  const isOpen = (id: string, part: Opened['part']): boolean => opened?.id === id && opened.part === part;
  return (
    <FigureTable
      caption={words.caption}
      rows={steps}
      rowKey={({ id }) => id}
      detail={(step) =>
        opened?.id === step.id ? (
          <OpenedStep
            {...{ plan, step, steps, part: opened.part }}
            onDone={() => {
              setOpened(null);
            }}
          />
        ) : null
      }
      columns={[
        {
          ...{ key: 'name', title: columns.name },
          cell: (step) => <StepName {...{ step, plan, isOfOthers }} />,
        },
        {
          ...{ key: 'who', title: columns.who, width: '11rem' },
          cell: ({ assignee }) => assignee?.name ?? <span className={styles.quiet}>{words.noAssignee}</span>,
        },
        {
          ...{ key: 'days', title: columns.days, width: '9rem' },
          cell: ({ firstDay, lastDay }) =>
            firstDay === null ? format.day(lastDay) : words.span(format.day(firstDay), format.day(lastDay)),
        },
        {
          ...{ key: 'state', title: columns.state, width: '12rem' },
          cell: ({ state, doneOn }) => (
            <>
              <TaskStateBadge state={state} />
              {doneOn !== null && <span className={styles.quiet}>{words.doneOn(format.day(doneOn))}</span>}
            </>
          ),
        },
        {
          ...{ key: 'act', title: columns.act, width: '12.5rem' },
          cell: ({ id, name, doneOn, mayComplete }) => (
            <span className={styles.buttons}>
              {mayComplete && (
                <Button
                  {...{ variant: doneOn === null ? 'light' : 'default', size: 'compact-sm' }}
                  aria-expanded={isOpen(id, 'done')}
                  aria-label={doneOn === null ? words.completeOf(name) : words.reopenOf(name)}
                  onClick={() => {
                    toggle(id, 'done');
                  }}
                >
                  {doneOn === null ? words.complete : words.reopen}
                </Button>
              )}
              <Button
                {...{ variant: 'subtle', size: 'compact-sm' }}
                aria-expanded={isOpen(id, 'details')}
                aria-label={words.detailsOf(name)}
                onClick={() => {
                  toggle(id, 'details');
                }}
              >
                {words.details}
              </Button>
            </span>
          ),
        },
      ]}
    />
  );
};
