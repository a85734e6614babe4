import type { DocumentBlock } from '#core/report/official-document.ts';
import {
  countText,
  dayInFigures,
  joinNames,
  measureText,
  numberText,
  shareText,
} from '#core/report/official-wording.ts';
import { sentence } from './comparison.ts';
import { judgeTarget } from './judge-target.ts';
import { dueText } from './task-annexes.ts';
import {
  countTasks,
  isCompleted,
  tasksByLead,
  type TargetFact,
  type TaskCounts,
  type TaskFact,
} from './task-facts.ts';

const parts = ({ all, completed, completedLate, overdue, running, paused }: TaskCounts): string => {
  const late =
    completedLate === 0 ? '' : ` (trong đó ${countText(completedLate)} nhiệm vụ hoàn thành quá hạn)`;
  const told = [
    ...(completed === 0
      ? []
      : [`${countText(completed)} nhiệm vụ đã hoàn thành${late}, đạt ${shareText(completed, all)}`]),
    ...(running === 0 ? [] : [`${countText(running)} nhiệm vụ đang thực hiện, chưa đến hạn`]),
    ...(overdue === 0 ? [] : [`${countText(overdue)} nhiệm vụ quá hạn, chiếm ${shareText(overdue, all)}`]),
    ...(paused === 0 ? [] : [`${countText(paused)} nhiệm vụ tạm dừng`]),
  ];
  return told.join('; ');
};

/** Sentences on how all the tasks stand. */
export const taskSentences = (tasks: readonly TaskFact[], asOf: string): readonly DocumentBlock[] =>
  tasks.length === 0
    ? []
    : [
        {
          kind: 'paragraph',
          text: `Tính đến ngày ${asOf}, trong tổng số ${countText(tasks.length)} nhiệm vụ: ${parts(countTasks(tasks))}.`,
        },
      ];

/** How the number of tasks done in a period compares with that of the same period a year before. */
export const doneComparison = (done: number, before: number, period: string): readonly DocumentBlock[] => {
  if (before === 0) return [];
  const change =
    done === before
      ? 'bằng cùng kỳ năm trước'
      : done > before
        ? `tăng ${countText(done - before)} nhiệm vụ so với cùng kỳ năm trước`
        : `giảm ${countText(before - done)} nhiệm vụ so với cùng kỳ năm trước`;
  return [
    {
      kind: 'paragraph',
      text: `Trong ${period}, ${countText(done)} nhiệm vụ được hoàn thành, ${change} (${countText(before)} nhiệm vụ).`,
    },
  ];
};

const countCells = (name: string, tasks: readonly TaskFact[]): readonly string[] => {
  const { all, completed, running, overdue, paused } = countTasks(tasks);
  return [
    name,
    ...[all, completed, running, overdue, paused].map((count) => numberText(count)),
    shareText(completed, all),
  ];
};

/** Tasks counted by whom or by what they belong to. */
export const countTable = (
  caption: string,
  title: string,
  groups: ReadonlyMap<string, readonly TaskFact[]>,
  all: readonly TaskFact[],
): DocumentBlock => ({
  kind: 'table',
  caption,
  columns: [
    { title: 'STT', share: 10, align: 'center' },
    { title, share: 62, align: 'left' },
    { title: 'Tổng số', share: 15, align: 'right', group: 'Số nhiệm vụ' },
    { title: 'Hoàn thành', share: 19, align: 'right', group: 'Số nhiệm vụ' },
    { title: 'Đang thực hiện', share: 19, align: 'right', group: 'Số nhiệm vụ' },
    { title: 'Quá hạn', share: 15, align: 'right', group: 'Số nhiệm vụ' },
    { title: 'Tạm dừng', share: 15, align: 'right', group: 'Số nhiệm vụ' },
    { title: 'Tỷ lệ hoàn thành', share: 18, align: 'right' },
  ],
  rows: [
    ...[...groups].map(([name, tasks], place) => ({
      kind: 'cells' as const,
      cells: [String(place + 1), ...countCells(name, tasks)],
    })),
    { kind: 'total', cells: ['', ...countCells('Tổng số nhiệm vụ', all)] },
  ],
  source: null,
});

const LONGEST_CHART = 15;

/** Done, running and late tasks as bars; the largest groups first. */
export const countChart = (
  caption: string,
  groups: ReadonlyMap<string, readonly TaskFact[]>,
): readonly DocumentBlock[] => {
  const largest = [...groups].toSorted(([, a], [, b]) => b.length - a.length).slice(0, LONGEST_CHART);
  if (largest.length < 2) return [];
  const counts = largest.map(([, tasks]) => countTasks(tasks));
  return [
    {
      kind: 'chart',
      caption,
      unit: 'nhiệm vụ',
      categories: largest.map(([name]) => name),
      series: [
        { name: 'Hoàn thành', values: counts.map(({ completed }) => String(completed)) },
        { name: 'Quá hạn', values: counts.map(({ overdue }) => String(overdue)) },
        { name: 'Đang thực hiện', values: counts.map(({ running }) => String(running)) },
      ],
      source: null,
    },
  ];
};

/** Sentences on targets whose figures can be compared with what the plan wants. */
export const targetBlocks = (targets: readonly TargetFact[]): readonly DocumentBlock[] => {
  const judged = targets.flatMap((target) => {
    const verdict = judgeTarget(target);
    return verdict === undefined ? [] : [{ target, verdict }];
  });
  if (judged.length === 0) return [];
  const count = (wanted: (typeof judged)[number]['verdict']): number =>
    judged.filter(({ verdict }) => verdict === wanted).length;
  const told = [
    ...(count('exceeded') === 0 ? [] : [`${countText(count('exceeded'))} chỉ tiêu vượt`]),
    ...(count('reached') === 0 ? [] : [`${countText(count('reached'))} chỉ tiêu đạt`]),
    ...(count('missed') === 0 ? [] : [`${countText(count('missed'))} chỉ tiêu chưa đạt`]),
  ];
  const missed = judged.filter(({ verdict }) => verdict === 'missed').slice(0, LONGEST_CHART);
  return [
    { kind: 'heading', level: 2, title: 'Kết quả thực hiện chỉ tiêu' },
    {
      kind: 'paragraph',
      text: `Trong ${countText(judged.length)} chỉ tiêu có số liệu: ${joinNames(told)} so với mức phấn đấu.`,
    },
    ...(missed.length === 0
      ? []
      : ([
          { kind: 'paragraph', text: 'Các chỉ tiêu chưa đạt:' },
          {
            kind: 'points',
            items: missed.map(
              ({ target: { name, actual, wanted, unit } }) =>
                `${name}: đạt ${actual === null ? '' : `${measureText(actual.value, unit)} (${actual.period})`}, mức phấn đấu ${wanted.charAt(0).toLowerCase()}${wanted.slice(1)}.`,
            ),
          },
        ] satisfies DocumentBlock[])),
  ];
};

const MOST_NAMED = 10;

/** Late work and what hinders it. */
export const shortcomingBlocks = (tasks: readonly TaskFact[]): readonly DocumentBlock[] => {
  const late = tasks.filter(({ state }) => state === 'overdue');
  const hindered = tasks.filter(({ difficulties }) => difficulties !== null);
  if (late.length === 0 && hindered.length === 0) return [];
  const leads = [...tasksByLead(late)].toSorted(([, a], [, b]) => b.length - a.length);
  return [
    { kind: 'heading', level: 1, title: 'Tồn tại, hạn chế và nguyên nhân' },
    ...(late.length === 0
      ? []
      : [
          {
            kind: 'paragraph' as const,
            text: `${countText(late.length)} nhiệm vụ quá hạn chưa hoàn thành${leads.length === 0 ? '' : `, thuộc trách nhiệm chủ trì của ${joinNames(leads.slice(0, MOST_NAMED).map(([lead, some]) => `${lead} (${countText(some.length)} nhiệm vụ)`))}${leads.length > MOST_NAMED ? ' và các cơ quan, đơn vị khác' : ''}`}.`,
          },
        ]),
    ...(hindered.length === 0
      ? []
      : ([
          {
            kind: 'paragraph',
            text: 'Khó khăn, vướng mắc và nguyên nhân được các cơ quan, đơn vị phản ánh:',
          },
          {
            kind: 'points',
            items: hindered
              .slice(0, LONGEST_CHART)
              .map(
                ({ leads: some, name, difficulties }) =>
                  `${some.length === 0 ? '' : `${some.join('; ')}: `}${sentence(difficulties ?? '')} (Nhiệm vụ: ${name}).`,
              ),
          },
        ] satisfies DocumentBlock[])),
  ];
};

/** What comes next: late work to be ended, and what falls due in the period that follows. */
export const directionBlocks = (
  tasks: readonly TaskFact[],
  next: { readonly name: string; readonly start: string; readonly end: string },
): readonly DocumentBlock[] => {
  const late = tasks.filter(({ state }) => state === 'overdue');
  const coming = tasks
    .filter(
      (task) =>
        !isCompleted(task) && task.lastDay !== null && task.lastDay >= next.start && task.lastDay <= next.end,
    )
    .toSorted((a, b) => ((a.lastDay ?? '') < (b.lastDay ?? '') ? -1 : 1));
  const items = [
    ...(late.length === 0
      ? []
      : [
          `Các cơ quan, đơn vị tập trung hoàn thành ${countText(late.length)} nhiệm vụ quá hạn; báo cáo rõ nguyên nhân, trách nhiệm và thời gian hoàn thành.`,
        ]),
    ...(coming.length === 0
      ? []
      : [`Hoàn thành ${countText(coming.length)} nhiệm vụ đến hạn trong ${next.name}.`]),
    'Các cơ quan, đơn vị rà soát tiến độ các nhiệm vụ đang thực hiện, cập nhật kết quả và minh chứng đầy đủ, đúng hạn.',
  ];
  return [
    { kind: 'heading', level: 1, title: `Phương hướng, nhiệm vụ ${next.name}` },
    { kind: 'points', items },
    ...(coming.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: `Nhiệm vụ đến hạn trong ${next.name}`,
            columns: [
              { title: 'STT', share: 10, align: 'center' as const },
              { title: 'Nhiệm vụ', share: 84, align: 'left' as const },
              { title: 'Cơ quan chủ trì', share: 45, align: 'left' as const },
              { title: 'Thời hạn', share: 26, align: 'center' as const },
            ],
            rows: coming.map((task, place) => ({
              kind: 'cells' as const,
              cells: [
                String(place + 1),
                task.name,
                task.leads.join('; '),
                task.lastDay === null ? dueText(task) : dayInFigures(task.lastDay),
              ],
            })),
            source: null,
          },
        ]),
  ];
};
