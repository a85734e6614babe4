import type { DocumentBlock } from '#core/report/official-document.ts';
import {
  countText,
  dayInFigures,
  joinNames,
  withinSentence,
  shareText,
  shortcomingTitle,
} from '#core/report/official-wording.ts';
import { sentence } from './comparison.ts';
import { judgeTarget, reachedText } from './judge-target.ts';
import { dueText } from './task-annexes.ts';
import {
  countTasks,
  isCompleted,
  isOwed,
  tasksByLead,
  type TargetFact,
  type TaskCounts,
  type TaskFact,
} from './task-facts.ts';

const TOLD = 'đã báo cáo hoàn thành, chờ xác nhận';

/** How many of some tasks are reported as done and wait for the confirmation. */
const toldOf = (told: number, all: number): string => {
  if (told === 0) return '';
  return told === all ? ` (${TOLD})` : ` (trong đó ${countText(told)} nhiệm vụ ${TOLD})`;
};

const parts = (counts: TaskCounts): string => {
  const { all, completed, completedLate, toldLate, overdue, owed, running, undated, paused } = counts;
  const remarks = [
    ...(completedLate === 0 ? [] : [`${countText(completedLate)} nhiệm vụ hoàn thành quá hạn`]),
    ...(toldLate === 0
      ? []
      : [
          `${countText(toldLate)} nhiệm vụ báo cáo sau thời hạn, được xác nhận ngày hoàn thành trước thời hạn`,
        ]),
  ];
  const late = remarks.length === 0 ? '' : ` (trong đó ${joinNames(remarks)})`;
  const told = [
    ...(completed === 0
      ? []
      : [`${countText(completed)} nhiệm vụ đã hoàn thành${late}, đạt ${shareText(completed, all)}`]),
    ...(running === 0
      ? []
      : [`${countText(running)} nhiệm vụ trong hạn${toldOf(counts.runningTold, running)}`]),
    ...(undated === 0
      ? []
      : [`${countText(undated)} nhiệm vụ chưa xác định thời hạn${toldOf(counts.undatedTold, undated)}`]),
    ...(owed === 0
      ? []
      : [`${countText(owed)} nhiệm vụ quá hạn, chưa có báo cáo hoàn thành, chiếm ${shareText(owed, all)}`]),
    ...(overdue === owed ? [] : [`${countText(overdue - owed)} nhiệm vụ quá hạn, ${TOLD}`]),
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
  if (done === 0) {
    return [
      {
        kind: 'paragraph',
        text: `Trong ${period}, chưa có nhiệm vụ được hoàn thành; cùng kỳ năm trước có ${countText(before)} nhiệm vụ.`,
      },
    ];
  }
  const change =
    done === before
      ? 'bằng cùng kỳ năm trước'
      : done > before
        ? `tăng ${countText(done - before)} nhiệm vụ so với cùng kỳ năm trước`
        : `giảm ${countText(before - done)} nhiệm vụ so với cùng kỳ năm trước`;
  const told =
    done === 0 ? 'không có nhiệm vụ nào được hoàn thành' : `${countText(done)} nhiệm vụ được hoàn thành`;
  return [
    {
      kind: 'paragraph',
      text: `Trong ${period}, ${told}, ${change} (${countText(before)} nhiệm vụ).`,
    },
  ];
};

const missedText = (target: TargetFact): string => {
  const { name, wanted, actual } = target;
  const reached = `${actual?.isEstimate === true ? '' : 'đạt '}${reachedText(target)}`;
  return `${name}: ${reached}, mức phấn đấu ${wanted.charAt(0).toLowerCase()}${wanted.slice(1)}.`;
};

/** Sentences on targets: how those stand whose figures can be compared with what the plan wants; of the others there is nothing to say. */
export const targetBlocks = (targets: readonly TargetFact[]): readonly DocumentBlock[] => {
  const judged = targets.flatMap((target) => {
    const verdict = judgeTarget(target);
    return verdict === undefined ? [] : [{ target, verdict }];
  });
  if (judged.length === 0) return [];
  const among =
    judged.length === targets.length ? '' : `Trong tổng số ${countText(targets.length)} chỉ tiêu, `;
  const count = (wanted: (typeof judged)[number]['verdict']): number =>
    judged.filter(({ verdict }) => verdict === wanted).length;
  const estimates = judged.filter(({ target }) => target.actual?.isEstimate === true).length;
  const estimated =
    estimates === 0 ? '' : ` (trong đó ${countText(estimates)} chỉ tiêu theo số ước thực hiện)`;
  const told = [
    ...(count('exceeded') === 0 ? [] : [`${countText(count('exceeded'))} chỉ tiêu vượt`]),
    ...(count('reached') === 0 ? [] : [`${countText(count('reached'))} chỉ tiêu đạt`]),
    ...(count('missed') === 0 ? [] : [`${countText(count('missed'))} chỉ tiêu chưa đạt`]),
  ];
  const missed = judged.filter(({ verdict }) => verdict === 'missed').slice(0, LONGEST_LIST);
  return [
    { kind: 'heading', level: 2, title: 'Kết quả thực hiện chỉ tiêu' },
    {
      kind: 'paragraph',
      text: `${among}${countText(judged.length)} chỉ tiêu có số liệu để so sánh với mức phấn đấu${estimated}: ${joinNames(told)}.`,
    },
    ...(missed.length === 0
      ? []
      : ([
          { kind: 'paragraph', text: 'Các chỉ tiêu chưa đạt:' },
          {
            kind: 'points',
            items: missed.map(({ target }) => missedText(target)),
          },
        ] satisfies DocumentBlock[])),
  ];
};

const MOST_NAMED = 10;
const LONGEST_LIST = 15;

/** The agencies that answer for late tasks, with how many; those with the most first. */
const namesOfLate = (late: readonly TaskFact[]): string => {
  const leads = [...tasksByLead(late)].toSorted(([, a], [, b]) => b.length - a.length);
  if (leads.length === 0) return '';
  const named = leads
    .slice(0, MOST_NAMED)
    .map(([lead, some]) => `${withinSentence(lead)} (${countText(some.length)} nhiệm vụ)`);
  const others = leads.length > MOST_NAMED ? ['các cơ quan, đơn vị khác'] : [];
  return `, thuộc trách nhiệm chủ trì của ${joinNames([...named, ...others])}`;
};

/** What hinders a task, each with who says so where several are told of. */
const hindrancesOf = (
  { name, leads, difficulties, raised = [] }: TaskFact,
  byAgency: boolean,
): readonly string[] => {
  const told = difficulties === null ? [] : [{ organization: leads.join('; '), words: difficulties }];
  return [...told, ...raised].map(({ organization, words }) => {
    const who = byAgency && organization !== '' ? `${organization}: ` : '';
    return `${who}${sentence(words).slice(0, -1)} (nhiệm vụ: ${name.replace(/[.;,\s]+$/u, '')}).`;
  });
};

/** Late work and what hinders it; whose work it is where several are told of. */
export const shortcomingBlocks = (
  tasks: readonly TaskFact[],
  byAgency: boolean,
): readonly DocumentBlock[] => {
  const late = tasks.filter(isOwed);
  const hindrances = tasks.flatMap((task) => hindrancesOf(task, byAgency));
  if (late.length === 0 && hindrances.length === 0) return [];
  return [
    { kind: 'heading', level: 1, title: shortcomingTitle(hindrances.length > 0) },
    ...(late.length === 0
      ? []
      : [
          {
            kind: 'paragraph' as const,
            text: `${countText(late.length)} nhiệm vụ quá hạn, chưa có báo cáo hoàn thành${byAgency ? namesOfLate(late) : ''}.`,
          },
        ]),
    ...(hindrances.length === 0
      ? []
      : ([
          {
            kind: 'paragraph',
            text: byAgency
              ? 'Khó khăn, vướng mắc và nguyên nhân được các cơ quan, đơn vị phản ánh:'
              : 'Khó khăn, vướng mắc và nguyên nhân:',
          },
          {
            kind: 'points',
            items: hindrances.slice(0, LONGEST_LIST),
          },
        ] satisfies DocumentBlock[])),
  ];
};

/** What comes next, and who sees to it: late work to be ended, and what falls due in the period that follows. */
export const directionBlocks = (
  tasks: readonly TaskFact[],
  next: { readonly name: string; readonly start: string; readonly end: string },
  doers: string,
): readonly DocumentBlock[] => {
  const late = tasks.filter(isOwed);
  const coming = tasks
    .filter(
      (task) =>
        !isCompleted(task) &&
        task.isToldDone !== true &&
        task.lastDay !== null &&
        task.lastDay >= next.start &&
        task.lastDay <= next.end,
    )
    .toSorted((a, b) => ((a.lastDay ?? '') < (b.lastDay ?? '') ? -1 : 1));
  const items = [
    ...(late.length === 0
      ? []
      : [
          `${doers} tập trung hoàn thành ${countText(late.length)} nhiệm vụ quá hạn; báo cáo rõ nguyên nhân, trách nhiệm và thời gian hoàn thành.`,
        ]),
    ...(coming.length === 0
      ? []
      : [`Hoàn thành ${countText(coming.length)} nhiệm vụ đến hạn trong ${next.name}.`]),
    `${doers} rà soát tiến độ các nhiệm vụ đang thực hiện, cập nhật kết quả và minh chứng đầy đủ, đúng hạn.`,
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
              { title: 'STT', share: 13, align: 'center' as const },
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
