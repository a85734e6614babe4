import { groupBy } from '#core/kernel/group-by.ts';
import type { DocumentAnnex, TableColumn, TableRow } from '#core/report/official-document.ts';
import { searchKey } from '#core/kernel/text.ts';
import { capitalized, dayInFigures, numberText } from '#core/report/official-wording.ts';
import type { TaskState } from '#core/task-state/task-state.ts';
import { reachedText, verdictText } from './judge-target.ts';
import { isUndated, type TargetFact, type TaskFact } from './task-facts.ts';
import { tableAnnex } from './table-annex.ts';

/** States in the words of offices. */
const STATE_WORDS: Readonly<Record<TaskState, string>> = {
  overdue: 'Quá hạn',
  'due-soon': 'Sắp đến hạn',
  'in-progress': 'Đang thực hiện',
  'not-yet-due': 'Chưa đến hạn',
  paused: 'Tạm dừng',
  'completed-on-time': 'Hoàn thành đúng hạn',
  'completed-late': 'Hoàn thành quá hạn',
};

/** The state of a task in the words of offices; one that has no day by which it is due says so, and one that waits for its confirmation. */
export const stateText = (task: TaskFact): string => {
  const isOpen = task.state === 'not-yet-due' && isUndated(task);
  const words = isOpen ? 'Chưa xác định thời hạn' : STATE_WORDS[task.state];
  return task.isToldDone === true ? `${words}; đã báo cáo hoàn thành, chờ xác nhận` : words;
};

/** What somebody else has worded, as a cell has it: with a capital, without a mark at its end. */
export const cellText = (words: string): string => capitalized(words.trim().replace(/[.;,]+$/u, ''));

/** What a target wants; where the plan has no other words for it than its name, they stand there once. */
const wantedText = ({ name, wanted }: TargetFact): string =>
  searchKey(name) === searchKey(wanted) ? 'Theo nội dung chỉ tiêu' : cellText(wanted);

const NUMBER: TableColumn = { title: 'STT', share: 13, align: 'center' };

/** Rows under the name of each plan; without it where there is one plan alone. */
const rowsByPlan = <Fact extends { readonly plan: string }>(
  facts: readonly Fact[],
  cellsOf: (fact: Fact) => readonly string[],
): readonly TableRow[] => {
  const plans = groupBy(facts, ({ plan }) => plan);
  return [...plans].flatMap(([plan, some]): TableRow[] => [
    ...(plans.size === 1 ? [] : [{ kind: 'title' as const, title: plan }]),
    ...some.map((fact, place): TableRow => ({ kind: 'cells', cells: [String(place + 1), ...cellsOf(fact)] })),
  ]);
};

/** When a task is due: in the plan's words, with the day where the words name none. */
export const dueText = ({ due, lastDay }: TaskFact): string =>
  due ?? (lastDay === null ? '' : dayInFigures(lastDay));

/** What a task has come to, as its office told it last. */
export const progressText = ({ percent, words, result }: TaskFact): string =>
  [percent === null ? null : `${numberText(percent)}%`, words, result]
    .filter((part) => part !== null)
    .map((part) => part.trim().replace(/[.;,]+$/u, ''))
    .join('. ');

/** Every task with its state. */
export const taskAnnex = (tasks: readonly TaskFact[], title: string): DocumentAnnex =>
  tableAnnex(title, {
    columns: [
      NUMBER,
      { title: 'Nhiệm vụ', share: 92, align: 'left' },
      { title: 'Cơ quan chủ trì', share: 42, align: 'left' },
      { title: 'Thời hạn', share: 30, align: 'center' },
      { title: 'Kết quả thực hiện', share: 48, align: 'left' },
      { title: 'Tình trạng', share: 30, align: 'center' },
    ],
    rows: rowsByPlan(tasks, (task) => [
      cellText(task.name),
      task.leads.join('; '),
      cellText(dueText(task)),
      progressText(task),
      stateText(task),
    ]),
  });

/** Every target with what was reached. */
export const targetResultAnnex = (targets: readonly TargetFact[], title: string): DocumentAnnex =>
  tableAnnex(title, {
    columns: [
      NUMBER,
      { title: 'Chỉ tiêu', share: 96, align: 'left' },
      { title: 'Cơ quan chủ trì', share: 44, align: 'left' },
      { title: 'Mức phấn đấu', share: 38, align: 'center' },
      { title: 'Kết quả đạt được', share: 32, align: 'center' },
      { title: 'Đánh giá', share: 24, align: 'center' },
    ],
    rows: rowsByPlan(targets, (target) => [
      cellText(target.name),
      target.leads.join('; '),
      wantedText(target),
      capitalized(reachedText(target)),
      verdictText(target),
    ]),
  });
