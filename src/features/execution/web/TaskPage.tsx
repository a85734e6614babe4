import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { LineView, TaskExecution } from '#features/execution/task-contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { usePermission } from '#web/session/session.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Facts } from '#web/ui/Facts.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import { TaskStateBadge } from '#web/widgets/task-state/TaskStateBadge.tsx';
import { DifficultySection } from '#web/widgets/difficulty/DifficultySection.tsx';
import { KeptWorkPlans, WorkPlanSection } from '#web/widgets/work-plan/WorkPlanSection.tsx';
import styles from './execution.module.css';
import { PartPanel, describeWaits } from './PartPanel.tsx';
import { PauseForm } from './PauseForm.tsx';
import { PurposeSection } from './PurposeSection.tsx';
import { taskExecutionQuery, useReadTask } from './queries.ts';
import { StartForm } from './StartForm.tsx';
import { TaskHistory } from './TaskHistory.tsx';
import { UnworkedTask } from './UnworkedTask.tsx';
import { useTaskWording } from './use-task-wording.ts';

const Whole = ({ task }: { readonly task: TaskExecution }) => {
  const { words, format } = useTaskWording();
  const { whole, mayDecide } = task;
  if (!whole) return null;
  return (
    <Section
      title={words.whole}
      lead={
        whole.parts > 0
          ? words.wholeLead(format.number(whole.partsDone), format.number(whole.parts))
          : undefined
      }
    >
      <Facts
        facts={[
          { label: words.columns.state, value: <TaskStateBadge state={whole.state} /> },
          {
            label: words.columns.due,
            value: whole.lastDay === null ? words.noDay : format.day(whole.lastDay),
          },
        ]}
      />
      {mayDecide && (
        <div className={styles.forms}>
          {task.waitsForEvent && <StartForm taskId={task.id} version={whole.version} />}
          {whole.doneOn === null && (
            <PauseForm
              {...{ taskId: task.id, organization: null, version: whole.version, isPaused: whole.isPaused }}
            />
          )}
        </div>
      )}
      {whole.history.length > 0 && <TaskHistory history={whole.history} />}
    </Section>
  );
};

const Parts = ({ task, chosen }: { readonly task: TaskExecution; readonly chosen: LineView | undefined }) => {
  const wording = useTaskWording();
  const { words, format } = wording;
  const { columns } = words;
  if (task.lines.length === 0) {
    return <EmptyState title={words.noParts}>{words.noPartsText}</EmptyState>;
  }
  return (
    <FigureTable
      caption={words.partsCaption}
      rows={task.lines}
      rowKey={({ organization }) => organization.code}
      columns={[
        {
          key: 'organization',
          title: columns.organization,
          cell: ({ organization }) => organization.name,
        },
        { key: 'role', title: columns.role, width: '7rem', cell: ({ role }) => words.roles[role] },
        {
          key: 'state',
          title: columns.state,
          width: '12rem',
          cell: ({ state }) => <TaskStateBadge state={state} />,
        },
        {
          key: 'due',
          title: columns.due,
          width: '9rem',
          cell: ({ doneOn, lastDay }) =>
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
          width: '8rem',
          cell: ({ percent }) => (percent === null ? words.nothing : words.percent(format.number(percent))),
        },
        {
          key: 'waits',
          title: columns.waits,
          width: '12rem',
          cell: ({ occurrences }) =>
            [...new Set(occurrences.flatMap((one) => describeWaits(one, wording)))].join(', '),
        },
        {
          key: 'open',
          title: columns.open,
          width: '5rem',
          cell: ({ organization }) => (
            <Link
              to="/nhiem-vu/$id"
              params={{ id: task.id }}
              search={{ 'co-quan': organization.code }}
              hash="phan-viec"
              aria-label={words.openPart(organization.name)}
              aria-current={organization.code === chosen?.organization.code ? 'true' : undefined}
            >
              {words.open}
            </Link>
          ),
        },
      ]}
    />
  );
};

interface ChosenPartProps {
  readonly task: TaskExecution;
  readonly line: LineView;
}

/** Who carries a part out looks at the own plan first; who decides, at what waits for a decision. */
const ChosenPart = ({ task, line }: ChosenPartProps) => {
  const plan = <WorkPlanSection id={task.id} organization={line.organization.code} />;
  return (
    <>
      {line.mayReport && plan}
      <PartPanel taskId={task.id} line={line} today={task.today} />
      {!line.mayReport && plan}
    </>
  );
};

const TaskContents = ({ task }: { readonly task: TaskExecution }) => {
  const { words, states } = useTaskWording();
  const itemWords = useMessages(planItemMessages);
  const search = useSearch({ from: '/shell/nhiem-vu/$id' });
  const mayReport = usePermission('execution.report');
  const isDecided = task.lines.some(({ history }) => history.some(({ kind }) => kind !== 'report'));
  useReadTask(task.id, mayReport && isDecided);
  const [only, ...others] = task.lines;
  const single = others.length === 0 ? only : undefined;
  const chosen = task.lines.find(({ organization }) => organization.code === search['co-quan']) ?? single;
  const state = task.whole?.state ?? chosen?.state ?? only?.state;
  return (
    <Page
      wide
      title={state === undefined ? task.name : words.title(task.name, states[state])}
      eyebrow={<Link to="/nhiem-vu">{words.eyebrow}</Link>}
      lead={
        <>
          {words.source(documentShortTitle(task.document, itemWords), task.due)}{' '}
          {task.waitsForEvent && <>{words.waitsForEvent} </>}
          <Link to="/ke-hoach/$kind/$id" params={{ kind: 'nhiem-vu', id: task.id }}>
            {words.toPlan}
          </Link>
        </>
      }
    >
      <Whole task={task} />
      <Section title={words.parts}>
        <Parts task={task} chosen={chosen} />
      </Section>
      {chosen && <ChosenPart key={chosen.organization.code} task={task} line={chosen} />}
      <KeptWorkPlans id={task.id} />
      <PurposeSection taskId={task.id} />
      <DifficultySection about={task.id} kind="nhiem-vu" />
    </Page>
  );
};

/** Where a task stands: the whole, each organization's part, and what may be said or decided. */
const TaskPage = () => {
  const { words } = useTaskWording();
  const { id } = useParams({ from: '/shell/nhiem-vu/$id' });
  const task = useQuery(taskExecutionQuery(id));
  if (task.isError) {
    return <UnworkedTask {...{ id, error: task.error }} onRetry={() => void task.refetch()} />;
  }
  if (!task.data) {
    return (
      <Page title={words.loading}>
        <LoadingState lines={8} />
      </Page>
    );
  }
  return <TaskContents task={task.data} />;
};

export default TaskPage;
