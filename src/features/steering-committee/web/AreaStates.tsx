import { Link } from '@tanstack/react-router';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { STATE_SEGMENTS } from '#web/widgets/task-state/task-state-address.ts';
import { TaskStateBadge } from '#web/widgets/task-state/TaskStateBadge.tsx';
import { TaskStateBar } from '#web/widgets/task-state/TaskStateBar.tsx';
import type { AreaBoard } from './area-board.ts';
import styles from './committee.module.css';
import { useWording } from './use-wording.ts';

interface AreaStatesProps {
  readonly memberId: string;
  readonly board: AreaBoard;
}

/** How the tasks of an area stand: a bar, and the figures that lead to the board. */
export const AreaStates = ({ memberId, board }: AreaStatesProps) => {
  const { words, states, format } = useWording();
  const shown = board.columns.filter(({ total }) => total > 0);
  const inWords = shown.map(({ state, total }) => words.area.statePart(states[state], format.number(total)));
  return (
    <>
      <div role="img" aria-label={words.area.statesAlt(format.list(inWords))} className={styles.bar}>
        <TaskStateBar counts={Object.fromEntries(shown.map(({ state, total }) => [state, total]))} />
      </div>
      <FigureTable
        caption={words.area.states}
        rows={shown}
        rowKey={({ state }) => state}
        columns={[
          {
            key: 'state',
            title: words.area.stateColumns.state,
            cell: ({ state }) => <TaskStateBadge state={state} />,
          },
          {
            key: 'total',
            title: words.area.stateColumns.total,
            kind: 'figure',
            cell: ({ state, total }) => (
              <Link
                to="/nhiem-vu"
                search={{ 'phu-trach': memberId, 'trang-thai': STATE_SEGMENTS[state] }}
                className={styles.figure ?? ''}
              >
                {format.number(total)}
              </Link>
            ),
          },
        ]}
      />
    </>
  );
};
