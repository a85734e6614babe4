import type { DocumentChart, DocumentTable, TableColumn } from '#core/report/official-document.ts';
import { capitalized, countText, numberText, shareText } from '#core/report/official-wording.ts';
import { countTasks, type TaskCounts, type TaskFact } from './task-facts.ts';

type Groups = ReadonlyMap<string, readonly TaskFact[]>;

interface ShownCounts {
  readonly withUndated: boolean;
  readonly withPaused: boolean;
}

const countCells = (
  name: string,
  tasks: readonly TaskFact[],
  { withUndated, withPaused }: ShownCounts,
): readonly string[] => {
  const { all, completed, running, overdue, paused, undated } = countTasks(tasks);
  const counts = [
    ...[all, completed, running, overdue],
    ...(withUndated ? [undated] : []),
    ...(withPaused ? [paused] : []),
  ];
  return [capitalized(name), ...counts.map((count) => numberText(count)), shareText(completed, all)];
};

const counted = (title: string, share: number): TableColumn => ({
  ...{ title, share },
  align: 'right',
  group: 'Số nhiệm vụ',
});

/** Tasks counted by whom or by what they belong to; a task of several groups counts in each of them, and once in the total. */
export const countTable = (
  caption: string,
  title: string,
  groups: Groups,
  all: readonly TaskFact[],
  note: string | null = null,
): DocumentTable => {
  const { paused, undated } = countTasks(all);
  const shown: ShownCounts = { withPaused: paused > 0, withUndated: undated > 0 };
  return {
    kind: 'table',
    caption,
    columns: [
      { title: 'STT', share: 13, align: 'center' },
      { title, share: 66, align: 'left' },
      counted('Tổng số', 18),
      counted('Hoàn thành', 21),
      counted('Trong hạn', 21),
      counted('Quá hạn', 18),
      ...(shown.withUndated ? [counted('Chưa có thời hạn', 20)] : []),
      ...(shown.withPaused ? [counted('Tạm dừng', 18)] : []),
      { title: 'Tỷ lệ hoàn thành', share: 22, align: 'right' },
    ],
    rows: [
      ...[...groups].map(([name, tasks], place) => ({
        kind: 'cells' as const,
        cells: [String(place + 1), ...countCells(name, tasks, shown)],
      })),
      { kind: 'total', cells: ['', ...countCells('Tổng số nhiệm vụ', all, shown)] },
    ],
    note,
    source: null,
  };
};

// More would take most of a page with their bars.
const LONGEST_CHART = 6;

/** Done, late and running tasks of the agencies with the most of them as bars; nothing where there is nothing to compare. */
export const countChart = (groups: Groups, source: string): readonly DocumentChart[] => {
  const counted = [...groups].map(([name, tasks]) => ({ name, ...countTasks(tasks) }));
  const shownOf = ({ completed, overdue, running }: TaskCounts): number => completed + overdue + running;
  const shown = counted.filter((one) => shownOf(one) > 0).toSorted((a, b) => shownOf(b) - shownOf(a));
  const largest = shown.slice(0, LONGEST_CHART);
  if (largest.length < 2) return [];
  const caption =
    shown.length > largest.length
      ? `Nhiệm vụ có thời hạn của ${countText(largest.length)} cơ quan chủ trì nhiều nhiệm vụ nhất`
      : 'Kết quả thực hiện nhiệm vụ theo cơ quan chủ trì';
  return [
    {
      kind: 'chart',
      caption,
      unit: 'nhiệm vụ',
      categories: largest.map(({ name }) => capitalized(name)),
      series: [
        { name: 'Hoàn thành', values: largest.map(({ completed }) => String(completed)) },
        { name: 'Quá hạn', values: largest.map(({ overdue }) => String(overdue)) },
        { name: 'Trong hạn', values: largest.map(({ running }) => String(running)) },
      ],
      source,
    },
  ];
};
