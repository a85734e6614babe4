import type { LeverValue, PlanStepView, PlanView, SolvedPlans } from '#contract/improvement-plan.ts';
import { englishPlans } from '#core/improvement-plan/wording/en.ts';
import { vietnamesePlans } from '#core/improvement-plan/wording/vi.ts';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const TEXTS = { vi, en } as const satisfies Record<Language, typeof vi>;
const WORDINGS = { vi: vietnamesePlans, en: englishPlans } as const;

const written = (text: string, language: Language): string =>
  language === 'vi' ? text.replace('.', ',') : text;

const valueText = ({ value, name }: LeverValue, unit: string, language: Language): string => {
  if (name) return name[language];
  if (value === 'yes' || value === 'no') return TEXTS[language][value];
  return [written(value, language), unit].filter((part) => part !== '').join(' ');
};

const stepName = ({ componentCode, itemName }: PlanStepView, language: Language): string =>
  `${componentCode} ${itemName[language]}`;

const WIDTHS = [7, 18, 18, 9, 10];

const row = (cells: readonly string[], name: string): string =>
  [
    ...cells.map((cell, place) =>
      place === 0 ? cell.padEnd(WIDTHS[0] ?? 0) : cell.padStart(WIDTHS[place] ?? 0),
    ),
    ` ${name}`,
  ].join(' ');

const planLines = (
  plan: PlanView,
  place: number,
  solved: SolvedPlans,
  language: Language,
): readonly string[] => {
  const words = TEXTS[language];
  const { columns } = words;
  const nameOf = (option: string): string => {
    const step = plan.steps.find((one) => one.option === option);
    return step ? stepName(step, language) : option;
  };
  const number = (text: string): string => written(text, language);
  return [
    '',
    `${words.plan(place + 1)}:`,
    ...plan.remarks.map((remark) => `  ${WORDINGS[language].remark(remark, nameOf)}`),
    row([columns.code, columns.from, columns.to, columns.gain, columns.effort], columns.name),
    ...plan.steps.map((step) => {
      const unit = step.unit?.[language] ?? '';
      return row(
        [
          step.componentCode,
          valueText(step.from, unit, language),
          valueText(step.to, unit, language),
          number(step.gain),
          number(step.effort),
        ],
        step.componentName[language],
      );
    }),
    row(['', '', '', number(plan.after.low), number(plan.effort)], words.total),
    `${words.agencies}:`,
    ...plan.agencies.map(
      ({ agency, gain, effort, steps }) =>
        `  ${agency.name}: ${steps.map(nameOf).join('; ')} (+${number(gain)}; ${number(effort)})`,
    ),
    ...(place > 0
      ? []
      : [solved.goal === null ? words.boundOfPoints(number(plan.bound)) : words.bound(number(plan.bound))]),
  ];
};

/** The plans for people: what to do, what it brings, who does it, and the proof. */
export const planReport = (solved: SolvedPlans, language: Language): readonly string[] => [
  TEXTS[language].head(solved.subject.name, String(solved.year)),
  ...solved.plans.flatMap((plan, place) => planLines(plan, place, solved, language)),
  '',
  TEXTS[language].convention,
];
