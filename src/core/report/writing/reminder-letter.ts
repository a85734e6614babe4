import { daysBetween } from '#core/calendar/day-arithmetic.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { headOfPaper, provinceLetterhead } from '#core/report/letterhead.ts';
import { provinceOf, provinceWords, type ProvinceFacts } from '#core/report/province.ts';
import type { DocumentOrigin, OfficialDocument, TableRow } from '#core/report/official-document.ts';
import {
  capitalized,
  countText,
  dayInFigures,
  dayInWords,
  withinSentence,
} from '#core/report/official-wording.ts';
import { cellText, dueText } from './task-annexes.ts';
import { sourceWord, tasksByLead, type TaskFact } from './task-facts.ts';
import { tableAnnex } from './table-annex.ts';

/** All that a letter to the late says. */
export interface ReminderFacts extends ProvinceFacts {
  readonly kind: 'reminder-letter';
  readonly asOf: PlainDate;
  /** Until when the late are to answer. */
  readonly answerBy: PlainDate;
  /** Overdue tasks alone. */
  readonly tasks: readonly TaskFact[];
}

// More names than fit on a few lines stand in the annex.
const MOST_ADDRESSED = 8;

const UNLED = 'Nhiệm vụ cần giao lại: chưa xác định cơ quan chủ trì hoặc cơ quan chủ trì đã giải thể';

/** Late tasks by who leads them, whoever has the most first; those that nobody leads at the end. */
export const lateByLead = (
  tasks: readonly TaskFact[],
): readonly (readonly [string, readonly TaskFact[]])[] => {
  const led = [...tasksByLead(tasks)].toSorted(([, a], [, b]) => b.length - a.length);
  const unled = tasks.filter(({ leads }) => leads.length === 0);
  return unled.length === 0 ? led : [...led, [UNLED, unled]];
};

const addresseesOf = (leads: readonly string[]): readonly string[] => {
  if (leads.length === 0) return ['Các cơ quan, đơn vị, địa phương liên quan'];
  return leads.length <= MOST_ADDRESSED
    ? leads
    : ['Các cơ quan, đơn vị, địa phương có tên trong Phụ lục kèm theo'];
};

const lateText = (task: TaskFact, asOf: PlainDate): string =>
  task.lastDay === null ? '' : `${countText(daysBetween(task.lastDay, asOf))} ngày`;

/** A letter (công văn đôn đốc) to those whose tasks are overdue, with the list of them. */
export const writeReminderLetter = (
  facts: ReminderFacts,
  origin: DocumentOrigin | null,
): OfficialDocument => {
  const letterhead = provinceLetterhead(provinceOf(facts));
  const { unit, committee, leaders } = provinceWords(provinceOf(facts));
  const listed = lateByLead(facts.tasks);
  const addressed = listed.map(([lead]) => lead).filter((lead) => lead !== UNLED);
  const [first, ...others] = listed.map(([lead]) => lead);
  // A letter to one alone speaks of that one.
  const only = others.length === 0 && first !== UNLED ? first : undefined;
  const late = only === undefined ? 'các cơ quan, đơn vị, địa phương' : withinSentence(only);
  const plans = facts.tasks.map(({ plan }) => ({ name: plan }));
  const rows = listed.flatMap(([lead, tasks]): TableRow[] => [
    { kind: 'title', title: `${capitalized(lead)} (${countText(tasks.length)} nhiệm vụ)` },
    ...tasks.map((task, place): TableRow => ({
      kind: 'cells',
      cells: [
        String(place + 1),
        cellText(task.name),
        task.plan,
        task.lastDay === null ? cellText(dueText(task)) : dayInFigures(task.lastDay),
        lateText(task, facts.asOf),
      ],
    })),
  ]);
  return {
    head: headOfPaper(letterhead, {
      kind: 'dispatch',
      typeSymbol: 'KGVX',
      subject: 'đôn đốc thực hiện nhiệm vụ chuyển đổi số quá hạn',
      year: Number(facts.asOf.slice(0, 4)),
    }),
    addressees: addresseesOf(addressed),
    bases: [],
    blocks: [
      {
        kind: 'paragraph',
        text: `Qua theo dõi, tính đến ngày ${dayInFigures(facts.asOf)}, ${late} còn ${countText(facts.tasks.length)} nhiệm vụ chuyển đổi số quá hạn, chưa có báo cáo hoàn thành (chi tiết tại Phụ lục kèm theo).`,
      },
      {
        kind: 'paragraph',
        text: `Để bảo đảm tiến độ các kế hoạch chuyển đổi số của ${unit}, ${committee} yêu cầu ${only === undefined ? `thủ trưởng ${late}` : late}:`,
      },
      {
        kind: 'points',
        items: [
          'Khẩn trương hoàn thành các nhiệm vụ quá hạn; phân công rõ người, rõ việc, rõ thời gian hoàn thành.',
          `Báo cáo kết quả, nguyên nhân chậm tiến độ, trách nhiệm và thời gian hoàn thành từng nhiệm vụ, cập nhật trên hệ thống và gửi Sở Khoa học và Công nghệ chậm nhất ${dayInWords(facts.answerBy)}.`,
          'Kịp thời phản ánh khó khăn, vướng mắc vượt thẩm quyền để được xem xét, giải quyết.',
        ],
      },
      {
        kind: 'paragraph',
        text: `Giao Sở Khoa học và Công nghệ theo dõi, đôn đốc, tổng hợp kết quả, báo cáo ${committee}./.`,
      },
    ],
    signature: letterhead.signature,
    recipients: ['Như trên', leaders, 'Sở Khoa học và Công nghệ', 'Lưu: VT, KGVX'],
    annexes: [
      tableAnnex('Danh sách nhiệm vụ quá hạn, chưa có báo cáo hoàn thành', {
        columns: [
          { title: 'STT', share: 13, align: 'center' },
          { title: 'Nhiệm vụ', share: 120, align: 'left' },
          { title: capitalized(sourceWord(plans)), share: 62, align: 'left' },
          { title: 'Thời hạn', share: 30, align: 'center' },
          { title: 'Quá hạn', share: 24, align: 'center' },
        ],
        rows,
        note: facts.tasks.some(({ leads }) => leads.length > 1)
          ? 'nhiệm vụ do nhiều cơ quan chủ trì được ghi ở từng cơ quan'
          : null,
      }),
    ],
    origin,
  };
};
