import { Link, useSearch } from '@tanstack/react-router';
import type { WorkWeek } from '#features/work-plan/week-contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { weekMessages } from './messages.ts';

interface FurtherItemsProps {
  readonly place: WorkWeek['earlier'];
  /** The tasks of the same place, as the address of the list of tasks has them. */
  readonly tasks: Readonly<Record<string, string>>;
}

/** The way to what a place of the week does not show: more of them here, then the list of tasks. */
export const FurtherItems = ({ place: { items, total }, tasks }: FurtherItemsProps) => {
  const words = useMessages(weekMessages);
  const format = useFormat();
  const search = useSearch({ from: '/shell/tuan-cua-co-quan' });
  const rest = total - items.length;
  if (rest === 0) return null;
  return search['day-du'] === undefined ? (
    <Link to="/tuan-cua-co-quan" search={{ ...search, 'day-du': '1' }} resetScroll={false}>
      {words.allOfWeek(format.number(rest))}
    </Link>
  ) : (
    <Link to="/nhiem-vu" search={{ xem: 'danh-sach', ...tasks }}>
      {words.inTaskList(format.number(rest))}
    </Link>
  );
};
