import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { WorkItem } from '#contract/submission.ts';
import type { Format } from '#web/i18n/format.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { usePermission } from '#web/session/session.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { workQuery } from '#features/collection/web/submission-queries.ts';
import { Reminders } from '#features/collection/web/reminders/Reminders.tsx';
import { describeDaysLeft } from './days-left.ts';
import { workMessages, type WorkWords } from './messages.ts';
import { OwnTasks } from './OwnTasks.tsx';
import { useOwnTasks, useTaskDecisions } from './task-queries.ts';
import { TaskDecisions } from './TaskDecisions.tsx';
import { groupOfWork, WORK_GROUPS, type WorkGroup } from './work-groups.ts';
import { WorkTable } from './WorkTable.tsx';

const findingOf = (items: readonly WorkItem[], format: Format, words: WorkWords): string => {
  const now = items.filter((item) => groupOfWork(item) === 'now');
  const [first] = now;
  if (!first) return words.findingNone;
  const count = format.number(now.length);
  const late = now.filter(({ isLate }) => isLate).length;
  if (late > 0) return words.findingLate(count, format.number(late));
  return words.findingSoon(count, first.round.title, describeDaysLeft(first.daysLeft, words, format));
};

// Who reads everybody's reports would scroll past all of them.
const MOST_SHOWN = 15;

interface WorkSectionProps {
  readonly group: WorkGroup;
  readonly items: readonly WorkItem[];
}

const WorkSection = ({ group, items }: WorkSectionProps) => {
  const words = useMessages(workMessages);
  const format = useFormat();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll || group === 'now' ? items : items.slice(0, MOST_SHOWN);
  return (
    <Section title={words.groups[group]} aside={format.number(items.length)}>
      <WorkTable caption={words.groups[group]} items={shown} isOver={group === 'done'} />
      {shown.length < items.length && (
        <div>
          <Button
            variant="default"
            onClick={() => {
              setShowsAll(true);
            }}
          >
            {words.showAll(format.number(items.length))}
          </Button>
        </div>
      )}
    </Section>
  );
};

const WorkLists = ({ items }: { readonly items: readonly WorkItem[] }) => {
  const words = useMessages(workMessages);
  return WORK_GROUPS.map((group) => {
    const own = items.filter((item) => groupOfWork(item) === group);
    if (own.length > 0) return <WorkSection key={group} group={group} items={own} />;
    return group === 'now' ? (
      <EmptyState key={group} title={words.emptyNow}>
        {words.emptyNowText}
      </EmptyState>
    ) : null;
  });
};

/** What stands at the top: reports first, then the tasks that wait for the person, and what waits for others. */
const useFinding = (items: readonly WorkItem[]): string => {
  const words = useMessages(workMessages);
  const format = useFormat();
  const own = useOwnTasks();
  const decisions = useTaskDecisions();
  const late = own.data?.columns.find(({ state }) => state === 'overdue')?.total ?? 0;
  const ofTasks = own.data?.total ?? 0;
  const toDecide = decisions.confirmations + decisions.extensions;
  const waiting = items.filter((item) => groupOfWork(item) === 'waiting').length;
  return [
    findingOf(items, format, words),
    ...(ofTasks === 0 ? [] : [words.ofOwnTasks(format.number(ofTasks), format.number(late))]),
    ...(toDecide === 0 ? [] : [words.toDecide(format.number(toDecide))]),
    ...(own.isError || decisions.error ? [words.tasksUnknown] : []),
    ...(waiting === 0 ? [] : [words.waitingForOthers(format.number(waiting))]),
  ].join('; ');
};

/** What the signed-in person must do, in open rounds by deadline and of tasks this week. */
const WorkPage = () => {
  const words = useMessages(workMessages);
  const mayRead = usePermission('submission.read');
  const mayReport = usePermission('execution.report');
  const work = useQuery({ ...workQuery, enabled: mayRead });
  const finding = useFinding(work.data?.items ?? []);
  if (!mayRead) {
    return (
      <Page title={words.denied} eyebrow={words.eyebrow}>
        <EmptyState title={words.deniedText} />
      </Page>
    );
  }
  if (work.isError) {
    return (
      <Page title={words.loading}>
        <ErrorState error={work.error} where={words.loading} onRetry={() => void work.refetch()} />
      </Page>
    );
  }
  if (!work.data) {
    return (
      <Page title={words.loading}>
        <LoadingState lines={8} />
      </Page>
    );
  }
  const { items } = work.data;
  return (
    <Page
      wide
      title={finding}
      eyebrow={words.eyebrow}
      {...(items.length > 0 && { lead: words.lead })}
      actions={mayReport && <Link to="/tuan-cua-co-quan">{words.toWeek}</Link>}
    >
      <Reminders />
      <OwnTasks />
      <TaskDecisions />
      <WorkLists items={items} />
    </Page>
  );
};

export default WorkPage;
