import type { PlanRemark } from '#core/improvement-plan/plan-remarks.ts';
import { type NumberStyle, writeNumber } from '#core/scoring/wording/number-wording.ts';
import type { PlanWording } from './plan-wording.ts';

const STYLE: NumberStyle = {
  decimalMark: ',',
  groupMark: '.',
  over: (text) => `từ ${text} trở lên`,
  between: (low, high) => `${low} đến ${high}`,
};

const number = (text: string): string => writeNumber(text, STYLE, 2);

const remark = (given: PlanRemark, nameOf: (option: string) => string): string => {
  const list = (steps: readonly string[]): string => steps.map(nameOf).join('; ');
  switch (given.kind) {
    case 'goal-met':
      return `Hiện có ít nhất ${number(given.points)} điểm, đạt mục tiêu ${number(given.goal)} điểm: không cần làm thêm.`;
    case 'reaches-goal':
      return `Hiện có ít nhất ${number(given.points)} điểm, còn thiếu ${number(given.missing)} điểm để đạt ${number(given.goal)}. Làm ${String(given.steps)} việc, tổng công sức ${number(given.effort)} đơn vị, thì đạt ${number(given.after)} điểm${given.least === null ? ', ít công sức nhất trong số các phương án bỏ được ít nhất một việc của từng phương án trước' : `; đã chứng minh không phương án nào cần dưới ${number(given.least)} đơn vị`}.`;
    case 'wins-most':
      return given.budget === null
        ? `Trong các giới hạn đã đặt, nhiều nhất thêm được ${number(given.gain)} điểm, từ ${number(given.points)} lên ${number(given.after)}, với ${number(given.effort)} đơn vị công sức.`
        : `Với không quá ${number(given.budget)} đơn vị công sức, nhiều nhất thêm được ${number(given.gain)} điểm, từ ${number(given.points)} lên ${number(given.after)}.`;
    case 'best-yield':
      return `Làm trước: ${nameOf(given.step)}. Việc này được ${number(given.gain)} điểm với ${number(given.effort)} đơn vị công sức, nhiều điểm nhất trên một đơn vị công sức.`;
    case 'largest-gain':
      return `Việc mang lại nhiều điểm nhất: ${nameOf(given.step)}, ${number(given.gain)} điểm, bằng ${number(given.percent)}\u202F% số điểm tăng thêm.`;
    case 'all-or-nothing':
      return `Phải làm trọn, làm dở không được điểm nào: ${list(given.steps)}.`;
    case 'partly':
      return `Chỉ cần làm một phần là đủ đạt mục tiêu: ${list(given.steps)}.`;
    case 'start-is-bound':
      return `Hiện trạng mới biết là một giới hạn, nên công sức thực tế có thể ít hơn: ${list(given.steps)}.`;
    case 'others-held':
      return `Chấm theo đơn vị tốt nhất, coi như mức tốt nhất của các đơn vị khác giữ nguyên: ${list(given.steps)}.`;
    case 'counts-low':
      return `Điểm được tính ở mức thấp nhất: quy tắc chưa rõ và số liệu còn thiếu có thể đưa kết quả lên đến ${number(given.atMost)} điểm.`;
  }
};

/** Improvement plans in Vietnamese. */
export const vietnamesePlans: PlanWording = { remark };
