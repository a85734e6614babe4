import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import type { TaskCard } from '#features/execution/contract.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { TaskStateBadge } from '#web/widgets/task-state/TaskStateBadge.tsx';
import styles from './execution.module.css';
import { STATE_SEGMENTS } from '#web/widgets/task-state/task-state-address.ts';
import { type ExecutionSearch, VIEW_SEGMENTS } from './execution-address.ts';
import { boardQuery } from './queries.ts';
import { describeAgency, describeDay, describeProgress, TaskLink, Waits } from './TaskFacts.tsx';
import { useWording } from './use-wording.ts';

const Card = ({ card, isOfOne }: { readonly card: TaskCard; readonly isOfOne: boolean }) => {
  const wording = useWording();
  const progress = describeProgress(card, wording);
  return (
    <li className={styles.card}>
      <TaskLink card={card} />
      {!isOfOne && <span className={styles.quiet}>{describeAgency(card)}</span>}
      <span className={styles.quiet}>
        {describeDay(card, wording)}
        {progress !== '' && ` · ${progress}`}
      </span>
      <Waits card={card} />
    </li>
  );
};

interface BoardViewProps {
  readonly filter: Readonly<Record<string, string>>;
  readonly search: ExecutionSearch;
  /** All are parts of one organization: none repeats its name. */
  readonly isOfOne: boolean;
}

/** Tasks in columns by their state, the next due first. */
export const BoardView = ({ filter, search, isOfOne }: BoardViewProps) => {
  const { words, states, format } = useWording();
  const board = useQuery(boardQuery(filter));
  if (board.isError) return <ErrorState error={board.error} onRetry={() => void board.refetch()} />;
  if (!board.data) return <LoadingState lines={10} />;
  const shown = board.data.columns.filter(({ state, total }) => total > 0 || state === filter.state);
  return (
    <div className={styles.board}>
      {shown.map(({ state, total, items }) => (
        <section
          key={state}
          className={styles.column}
          aria-label={words.columnTotal(states[state], format.number(total))}
        >
          <h3 className={styles.columnTitle}>
            <TaskStateBadge state={state} />
            <span className={styles.count}>{format.number(total)}</span>
          </h3>
          <ul className={styles.cards}>
            {items.map((card) => (
              <Card key={`${card.id} ${card.organization?.code ?? ''}`} card={card} isOfOne={isOfOne} />
            ))}
          </ul>
          {total > items.length && (
            <Link
              to="/nhiem-vu"
              search={{ ...search, xem: VIEW_SEGMENTS.list, 'trang-thai': STATE_SEGMENTS[state] }}
            >
              {words.more(format.number(total - items.length))}
            </Link>
          )}
        </section>
      ))}
    </div>
  );
};
