import { Link } from '@tanstack/react-router';
import { daysBetween } from '#core/calendar/day-arithmetic.ts';
import { plainDate } from '#core/kernel/plain-date.ts';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { STATE_SEGMENTS } from '#web/widgets/task-state/task-state-address.ts';
import type { AreaBoard } from './area-board.ts';
import styles from './committee.module.css';
import { describeLeads } from './describe-leads.ts';
import { useWording } from './use-wording.ts';

interface LateTasksProps {
  readonly memberId: string;
  readonly board: AreaBoard;
}

/** The tasks of an area that are overdue, the latest first: who leads them and for how long. */
export const LateTasks = ({ memberId, board }: LateTasksProps) => {
  const { words, format } = useWording();
  const late = board.columns.find(({ state }) => state === 'overdue');
  if (board.total === 0) return null;
  if (!late || late.total === 0) return <p>{words.area.lateNone}</p>;
  const { lateColumns } = words.area;
  const search = { 'phu-trach': memberId, xem: 'danh-sach', 'trang-thai': STATE_SEGMENTS.overdue };
  return (
    <Section
      title={words.area.late(format.number(late.total))}
      aside={
        <Link to="/nhiem-vu" search={search}>
          {words.area.seeAll(format.number(late.total))}
        </Link>
      }
    >
      <FigureTable
        caption={words.area.late(format.number(late.total))}
        rows={late.items}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'task',
            title: lateColumns.task,
            cell: ({ id, name }) => (
              <Link to="/nhiem-vu/$id" params={{ id }} className={styles.name}>
                {name}
              </Link>
            ),
          },
          { key: 'lead', title: lateColumns.lead, width: '14rem', cell: describeLeads },
          {
            key: 'day',
            title: lateColumns.day,
            width: '7rem',
            cell: ({ lastDay }) => (lastDay === null ? '' : format.day(lastDay)),
          },
          {
            key: 'late',
            title: lateColumns.late,
            width: '10rem',
            cell: ({ lastDay }) =>
              lastDay === null
                ? ''
                : words.area.lateDays(format.number(daysBetween(plainDate(lastDay), plainDate(board.today)))),
          },
        ]}
      />
    </Section>
  );
};
