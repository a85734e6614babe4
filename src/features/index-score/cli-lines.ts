import { decimal } from '#core/kernel/decimal.ts';
import { english } from '#core/scoring/wording/en.ts';
import { namesOf } from '#core/scoring/wording/scoring-wording.ts';
import { vietnamese } from '#core/scoring/wording/vi.ts';
import type { TraceStep } from '#core/scoring/trace.ts';
import {
  type Language,
  POINT_PLACES,
  writeNumber,
  writePoints,
  writeRange,
} from '#server/cli/write-figures.ts';
import type { ComponentExplanation, IndexOverview } from './contract.ts';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

const TEXTS = { vi, en } as const satisfies Record<Language, typeof vi>;
const WORDINGS = { vi: vietnamese, en: english } as const;

/** Points that documents print: two decimals at least, and all that they print. */
const printedPoints = (text: string, language: Language): string => {
  const stated = decimal(text);
  return writeNumber(stated.toFixed(Math.max(POINT_PLACES, stated.decimalPlaces())), language);
};

const row = (cells: readonly [string, string, string, string, string, string]): string => {
  const [code, points, maximum, lost, forecast, name] = cells;
  return [
    code.padEnd(6),
    points.padStart(13),
    maximum.padStart(8),
    lost.padStart(13),
    forecast.padStart(9),
    ` ${name}`,
  ].join(' ');
};

const standing = (index: IndexOverview, language: Language): string => {
  const words = TEXTS[language];
  const { goal, forecast, published } = index;
  const year = published && [
    ...published.scores.map(
      ({ subject, ...score }) => `${subject.name} ${printedPoints(score.points, language)}`,
    ),
    ...(published.mean === null ? [] : [`${words.mean} ${printedPoints(published.mean, language)}`]),
  ];
  return [
    `${words.points}: ${writeRange(index.points, language)} / ${index.framework.maximumPoints}`,
    ...(goal ? [`${words.goal} ${writeNumber(goal.points, language)}`] : []),
    ...(forecast ? [`${words.forecast} ${writePoints(forecast.points, language)}`] : []),
    ...(published && year ? [`${words.published(String(published.year))}: ${year.join('; ')}`] : []),
  ].join(' · ');
};

/** The index for people: where it stands, its main indicators, and what it rests on. */
export const overviewLines = (index: IndexOverview, language: Language): readonly string[] => {
  const words = TEXTS[language];
  const { columns } = words;
  const stated = (score: { readonly points: string } | null) =>
    score ? writePoints(score.points, language) : '';
  const beyond = index.forecastBeyondRules;
  const { decision } = index.framework;
  return [
    `${index.framework.title[language]}${decision ? ` (${decision.number})` : ''} – ${index.subject.name}, ${words.year(String(index.year))}`,
    standing(index, language),
    '',
    row([columns.code, columns.points, columns.maximum, columns.lost, columns.forecast, columns.name]),
    ...index.mainIndicators.map((main) =>
      row([
        main.code,
        writeRange(main.points, language),
        writePoints(main.maximum, language),
        writeRange(main.lost, language),
        stated(main.forecast),
        main.name[language],
      ]),
    ),
    row([
      '',
      writeRange(index.points, language),
      writePoints(index.framework.maximumPoints, language),
      writeRange(index.lost, language),
      stated(index.forecast),
      words.total,
    ]),
    ...(beyond !== null && !beyond.startsWith('-') ? ['', words.beyond(writePoints(beyond, language))] : []),
    '',
    `${words.assumptions}:`,
    ...index.assumptions.flatMap(({ componentCode, atStake, note, componentName }) =>
      atStake === null || Number(atStake) === 0
        ? []
        : [
            `${componentCode.padEnd(6)} ${writePoints(atStake, language).padStart(13)}  ${(note ?? componentName)[language]}`,
          ],
    ),
  ];
};

/** One component for people: the rule in words, the steps, and how printed scores compare. */
export const explanationLines = (component: ComponentExplanation, language: Language): readonly string[] => {
  const words = TEXTS[language];
  const wording = WORDINGS[language];
  const names = namesOf(
    component.dataItems.map(({ item }) => item),
    language,
  );
  const stepLines = (steps: readonly TraceStep[], indent: string): readonly string[] =>
    steps.flatMap((step) => [
      `${indent}${wording.step(step, names)}`,
      ...('steps' in step ? stepLines(step.steps, `${indent}  `) : []),
    ]);
  return [
    `${component.code} ${component.name[language]}: ${writeRange(component.points, language)} / ${component.maximum}`,
    ...(component.rule ? [`${words.rule}: ${wording.rule(component.rule, names)}`] : []),
    ...(component.steps.length > 0 ? [`${words.steps}:`, ...stepLines(component.steps, '  ')] : []),
    ...component.children.map((child) =>
      row([
        child.code,
        writeRange(child.points, language),
        writePoints(child.maximum, language),
        writeRange(child.lost, language),
        '',
        child.name[language],
      ]),
    ),
    ...component.notes.map((note) => note[language]),
    ...(component.workedExamples.length > 0 ? [`${words.examples}:`] : []),
    ...component.workedExamples.map((example) =>
      [
        `  ${words.printed(writeNumber(example.printedPoints, language))}`,
        words.computed[example.ruleOrigin](writeRange(example.computed, language)),
        words.verdicts[example.verdict],
        ...(example.note ? [example.note[language]] : []),
      ].join(' · '),
    ),
  ];
};
