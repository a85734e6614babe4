import type { FileAnswer } from '#contract/schemas.ts';
import type { KeptPlan, PlanStepView } from '#contract/improvement-plan.ts';
import { MEDIA_TYPES } from '#core/kernel/media-types.ts';
import { BLANK_CELL, type SheetCell } from '#core/kernel/sheet.ts';
import { type Component, findComponent, type Framework, listComponents } from '#core/scoring/framework.ts';
import { type NumberStyle, withUnit, writeNumber } from '#core/scoring/wording/number-wording.ts';
import { writeXlsx } from '#server/xlsx/write-xlsx.ts';

const VIETNAMESE: NumberStyle = {
  decimalMark: ',',
  groupMark: '.',
  over: (text) => `từ ${text} trở lên`,
  between: (low, high) => `${low} đến ${high}`,
};
const MOST_PLACES = 9;
const ANSWERS: Readonly<Record<string, string>> = { yes: 'Có', no: 'Chưa có' };
const WIDTHS = [6, 52, 22, 22, 36, 36, 20, 12];

const text = (words: string): SheetCell => (words === '' ? BLANK_CELL : { kind: 'text', text: words });

const valueWords = ({ value, name }: PlanStepView['to'], unit: PlanStepView['unit']): string =>
  name?.vi ?? ANSWERS[value] ?? withUnit(writeNumber(value, VIETNAMESE, MOST_PLACES), unit?.vi ?? '');

const mainIndicatorOf = ({ components }: Framework, code: string): Component | undefined =>
  components.find((main) => listComponents([main]).some((component) => component.code === code));

const coordinatingOf = (framework: Framework, code: string): string => {
  const component = findComponent(framework, code);
  return component?.kind === 'indicator'
    ? component.coordinatingAgencies.map(({ name }) => name).join('; ')
    : '';
};

const nameWords = (target: PlanStepView): string =>
  target.itemName.vi === target.componentName.vi
    ? `${target.componentCode}. ${target.componentName.vi}`
    : `${target.componentCode}. ${target.componentName.vi} (${target.itemName.vi})`;

const rowOf = (
  target: PlanStepView,
  place: number,
  framework: Framework,
  targetYear: number,
): readonly SheetCell[] => [
  { kind: 'number', number: String(place + 1) },
  text(nameWords(target)),
  text(valueWords(target.from, target.unit)),
  text(valueWords(target.to, target.unit)),
  text(target.leadAgencies.map(({ name }) => name).join('; ')),
  text(coordinatingOf(framework, target.componentCode)),
  text(`Năm ${String(targetYear)}`),
  { kind: 'number', number: target.gain },
];

/**
 * A kept plan as a workbook laid out like the appendix in which the province sets what is to be reached: the indicators under their
 * main indicators, with present and target values and who leads. Texts stay texts, so that none becomes a formula.
 */
export const writePlanSheet = (plan: KeptPlan, framework: Framework): FileAnswer => {
  const targetYear = plan.year + 1;
  const columns = [
    ...['STT', 'Tên chỉ số', `Hiện trạng ${String(plan.year)}`, `Phấn đấu năm ${String(targetYear)}`],
    ...['Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian hoàn thành', 'Điểm tăng thêm'],
  ];
  const mains = framework.components.map((main) => ({
    main,
    targets: plan.targets.filter(
      ({ componentCode }) => mainIndicatorOf(framework, componentCode)?.code === main.code,
    ),
  }));
  const rows = mains
    .filter(({ targets }) => targets.length > 0)
    .flatMap(({ main, targets }) => [
      [BLANK_CELL, text(`${main.code}. ${main.name.vi}`)],
      ...targets.map((target, place) => rowOf(target, place, framework, targetYear)),
    ]);
  const sheet = { name: 'Phấn đấu', widths: WIDTHS, headRows: 1, choices: [] };
  return {
    name: `phan-dau-${plan.subject.code}-${String(targetYear)}-ban-${String(plan.revision)}.xlsx`,
    mediaType: MEDIA_TYPES.xlsx,
    content: writeXlsx([{ ...sheet, rows: [columns.map(text), ...rows] }]),
  };
};
