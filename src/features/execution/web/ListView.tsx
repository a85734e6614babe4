import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useMessages } from '#web/i18n/locale.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { documentBriefTitle } from '#web/widgets/plan-item/document-title.ts';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import { TaskStateBadge } from '#web/widgets/task-state/TaskStateBadge.tsx';
import styles from './execution.module.css';
import type { ExecutionSearch } from './execution-address.ts';
import { PAGE_SIZE, statesQuery } from './queries.ts';
import { describeAgency, describeDay, describeProgress, TaskLink, Waits } from './TaskFacts.tsx';
import { useWording } from './use-wording.ts';

interface ListViewProps {
  readonly filter: Readonly<Record<string, string>>;
  readonly search: ExecutionSearch;
  readonly page: number;
  /** All are parts of one organization: none repeats its name. */
  readonly isOfOne: boolean;
}

const Pages = ({
  search,
  page,
  total,
}: Omit<ListViewProps, 'filter' | 'isOfOne'> & { readonly total: number }) => {
  const { words, format } = useWording();
  const last = Math.ceil(total / PAGE_SIZE);
  const toPage = (to: number): ExecutionSearch => ({ ...search, trang: to === 1 ? undefined : String(to) });
  const first = (page - 1) * PAGE_SIZE;
  if (last < 2) return null;
  return (
    <nav className={styles.pages} aria-label={words.tableCaption}>
      {page > 1 && (
        <Link to="/nhiem-vu" search={toPage(page - 1)}>
          {words.previous}
        </Link>
      )}
      <span>
        {words.page(
          format.number(first + 1),
          format.number(Math.min(total, first + PAGE_SIZE)),
          format.number(total),
        )}
      </span>
      {page < last && (
        <Link to="/nhiem-vu" search={toPage(page + 1)}>
          {words.next}
        </Link>
      )}
    </nav>
  );
};

/** Tasks as a table, the next due first, page by page. */
export const ListView = ({ filter, search, page, isOfOne }: ListViewProps) => {
  const wording = useWording();
  const { words } = wording;
  const itemWords = useMessages(planItemMessages);
  const list = useQuery(statesQuery(filter, page));
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <LoadingState lines={10} />;
  const { items, total } = list.data;
  if (total === 0) return <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>;
  const isOfParts = items.some(({ organization }) => organization !== null);
  const { columns } = words;
  return (
    <>
      <FigureTable
        caption={words.tableCaption}
        rows={items}
        rowKey={({ id, organization }) => `${id} ${organization?.code ?? ''}`}
        columns={[
          { key: 'task', title: columns.task, cell: (card) => <TaskLink card={card} /> },
          isOfOne
            ? {
                ...{ key: 'role', title: columns.role, width: '8rem' },
                cell: ({ role }) => role !== null && words.roles[role],
              }
            : {
                key: 'agency',
                title: isOfParts ? columns.organization : columns.agency,
                width: '11rem',
                cell: (card) => (
                  <>
                    {describeAgency(card)}
                    {card.role !== null && <div className={styles.quiet}>{words.roles[card.role]}</div>}
                  </>
                ),
              },
          {
            key: 'state',
            title: columns.state,
            width: '11rem',
            cell: (card) => (
              <>
                <TaskStateBadge state={card.state} />
                <Waits card={card} />
              </>
            ),
          },
          { key: 'due', title: columns.due, width: '8rem', cell: (card) => describeDay(card, wording) },
          {
            key: 'progress',
            title: columns.progress,
            width: '8rem',
            cell: (card) => describeProgress(card, wording),
          },
          {
            key: 'plan',
            title: columns.plan,
            width: '10rem',
            cell: ({ document }) => documentBriefTitle(document, itemWords),
          },
        ]}
      />
      <Pages search={search} page={page} total={total} />
    </>
  );
};
