import { useQuery } from '@tanstack/react-query';
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
import { describeDaysLeft } from './days-left.ts';
import { workMessages, type WorkWords } from './messages.ts';
import { groupOfWork, WORK_GROUPS } from './work-groups.ts';
import { WorkTable } from './WorkTable.tsx';

const findingOf = (items: readonly WorkItem[], format: Format, words: WorkWords): string => {
  const now = items.filter((item) => groupOfWork(item) === 'now');
  const [first] = now;
  if (!first) {
    const waiting = items.filter((item) => groupOfWork(item) === 'waiting').length;
    return waiting === 0 ? words.findingNone : words.findingWaiting(format.number(waiting));
  }
  const count = format.number(now.length);
  const late = now.filter(({ isLate }) => isLate).length;
  if (late > 0) return words.findingLate(count, format.number(late));
  return words.findingSoon(count, first.round.title, describeDaysLeft(first.daysLeft, words, format));
};

const WorkLists = ({ items }: { readonly items: readonly WorkItem[] }) => {
  const words = useMessages(workMessages);
  return WORK_GROUPS.map((group) => {
    const own = items.filter((item) => groupOfWork(item) === group);
    if (own.length === 0) {
      return group === 'now' ? (
        <EmptyState key={group} title={words.emptyNow}>
          {words.emptyNowText}
        </EmptyState>
      ) : null;
    }
    return (
      <Section key={group} title={words.groups[group]}>
        <WorkTable caption={words.groups[group]} items={own} isOver={group === 'done'} />
      </Section>
    );
  });
};

/** What the signed-in person must do in open rounds, by deadline. */
const WorkPage = () => {
  const words = useMessages(workMessages);
  const format = useFormat();
  const mayRead = usePermission('submission.read');
  const work = useQuery({ ...workQuery, enabled: mayRead });
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
    <Page wide title={findingOf(items, format, words)} eyebrow={words.eyebrow} lead={words.lead}>
      <WorkLists items={items} />
    </Page>
  );
};

export default WorkPage;
