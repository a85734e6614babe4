import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { z } from 'zod';
import type { ExecutionChoices, getTaskBoard } from '#features/execution/contract.ts';
import { usePermission } from '#web/session/session.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { WHOLE_SEGMENT } from '#web/widgets/committee/committee-address.ts';
import { BoardView } from './BoardView.tsx';
import { CalendarView } from './CalendarView.tsx';
import styles from './execution.module.css';
import { type ExecutionSearch, readExecutionAddress, VIEW_SEGMENTS, VIEWS } from './execution-address.ts';
import { ListView } from './ListView.tsx';
import { boardQuery, choicesQuery } from './queries.ts';
import { TaskFilters } from './TaskFilters.tsx';
import { TimelineView } from './TimelineView.tsx';
import { useWording, type Wording } from './use-wording.ts';

type Board = z.infer<(typeof getTaskBoard)['response']>;

const findingOf = ({ columns, total }: Board, { words, format }: Wording): string => {
  const countOf = (wanted: string): number => columns.find(({ state }) => state === wanted)?.total ?? 0;
  const all = format.number(total);
  if (total === 0) return words.findingNone;
  if (countOf('overdue') > 0) return words.findingLate(all, format.number(countOf('overdue')));
  const soon = countOf('due-soon');
  return soon > 0 ? words.findingSoon(all, format.number(soon)) : words.finding(all);
};

const ViewLinks = ({ search, current }: { readonly search: ExecutionSearch; readonly current: string }) => {
  const { words } = useWording();
  return (
    <nav className={styles.views} aria-label={words.viewsLabel}>
      {VIEWS.map((view) => (
        <Link
          key={view}
          to="/nhiem-vu"
          search={{ ...search, xem: view === 'board' ? undefined : VIEW_SEGMENTS[view], trang: undefined }}
          activeOptions={{ exact: true, includeSearch: true }}
          activeProps={{}}
          data-current={view === current || undefined}
          aria-current={view === current ? 'page' : undefined}
        >
          {words.views[view]}
        </Link>
      ))}
    </nav>
  );
};

/** Before any document has given a task there is nothing to narrow down. */
const NoTasks = () => {
  const { words } = useWording();
  const mayEnter = usePermission('plan.import');
  return (
    <Page title={words.noTasks} eyebrow={words.eyebrow}>
      <EmptyState
        title={words.noTasks}
        action={mayEnter ? <Link to="/nhap-van-ban">{words.enterDocument}</Link> : undefined}
      >
        {words.noTasksText}
      </EmptyState>
    </Page>
  );
};

/** Leads who comes without any wish to the own area: the address says so, and shows the same to everybody. */
const useOwnAreaFirst = (search: ExecutionSearch, choices: ExecutionChoices | undefined): void => {
  const navigate = useNavigate({ from: '/nhiem-vu' });
  const own = choices?.members.find(({ isOwn }) => isOwn)?.id;
  const isBare = Object.values(search).every((value) => value === undefined);
  useEffect(() => {
    if (isBare && own !== undefined) void navigate({ search: { 'phu-trach': own }, replace: true });
  }, [isBare, own, navigate]);
};

/** Tasks by their states: as a board, a table, by quarter and as a month. */
const TasksPage = () => {
  const wording = useWording();
  const { words } = wording;
  const search: ExecutionSearch = useSearch({ from: '/shell/nhiem-vu' });
  const navigate = useNavigate({ from: '/nhiem-vu' });
  const { view, month, page, filter } = readExecutionAddress(search);
  const board = useQuery(boardQuery(filter));
  const { data: choices } = useQuery(choicesQuery);
  useOwnAreaFirst(search, choices);
  const member = choices?.members.find(({ id }) => id === filter.responsible);
  const change = (changed: ExecutionSearch): void => {
    void navigate({
      search: { ...search, trang: undefined, ...changed },
      replace: true,
      resetScroll: false,
    });
  };
  if (board.isError) {
    return (
      <Page title={words.loading}>
        <ErrorState error={board.error} where={words.eyebrow} onRetry={() => void board.refetch()} />
      </Page>
    );
  }
  if (board.data?.total === 0 && choices?.plans.length === 0) return <NoTasks />;
  const isWeek = search.tuan === 'nay';
  const isOwn = choices?.readsAll === false || filter.whose === 'own';
  const isOfOne = filter.agency !== undefined || (isOwn && choices?.own.length === 1);
  return (
    <Page
      wide
      eyebrow={member ? `${words.eyebrow} · ${member.area}` : words.eyebrow}
      title={board.data ? findingOf(board.data, wording) : words.loading}
      lead={isOwn ? words.leadOwn : words.lead}
      actions={
        <>
          {member && (
            <>
              <Link to="/linh-vuc-phu-trach/$id" params={{ id: member.id }}>
                {words.areaPage}
              </Link>
              <Link to="/nhiem-vu" search={{ ...search, 'phu-trach': WHOLE_SEGMENT, trang: undefined }}>
                {words.wholeProvince}
              </Link>
            </>
          )}
          <Link to="/tuan-cua-co-quan" search={{ 'co-quan': isOwn ? undefined : search['co-quan'] }}>
            {isOwn ? words.ownWeek : words.weekOfAgency}
          </Link>
          <Button
            variant={isWeek ? 'filled' : 'default'}
            aria-pressed={isWeek}
            onClick={() => {
              change({ tuan: isWeek ? undefined : 'nay' });
            }}
          >
            {words.thisWeek}
          </Button>
        </>
      }
    >
      <TaskFilters search={search} onChange={change} />
      <ViewLinks search={search} current={view} />
      {view === 'board' && <BoardView filter={filter} search={search} isOfOne={isOfOne} />}
      {view === 'list' && <ListView filter={filter} search={search} page={page} isOfOne={isOfOne} />}
      {view === 'timeline' && <TimelineView filter={filter} search={search} />}
      {view === 'calendar' &&
        (board.data ? (
          <CalendarView filter={filter} search={search} month={month ?? board.data.today.slice(0, 7)} />
        ) : (
          <LoadingState lines={8} />
        ))}
    </Page>
  );
};

export default TasksPage;
