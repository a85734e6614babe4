import { englishForecasts } from '#core/forecast/wording/en.ts';
import { vietnameseForecasts } from '#core/forecast/wording/vi.ts';
import type { IndexForecastView } from './contract.ts';
import { en } from './messages.en.ts';
import { vi } from './messages.vi.ts';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const TEXTS = { vi, en } as const satisfies Record<Language, typeof vi>;
const WORDINGS = { vi: vietnameseForecasts, en: englishForecasts } as const;

const written = (text: string, language: Language): string =>
  language === 'vi' ? text.replace('.', ',') : text;

// What is drawn is stable to a point, not to its decimals.
const drawn = (points: number): string => points.toFixed(0);

const periodLine = (period: IndexForecastView['periods'][number], language: Language): string => {
  const words = TEXTS[language];
  const bands = period.bands.map(({ probability, low, high }) =>
    words.band(`${(probability * 100).toFixed(0)} %`, drawn(low), drawn(high)),
  );
  const expected = `≈ ${drawn(period.mean)} (${bands.join('; ')})`;
  if (!period.observed)
    return `${period.period.padEnd(8)} ${''.padStart(15)}  ${expected}  ${words.forecast}`;
  const [low, high] = [written(period.observed.low, language), written(period.observed.high, language)];
  const points = low === high ? low : `${low}–${high}`;
  return `${period.period.padEnd(8)} ${points.padStart(15)}  ${expected}  ${words.observed}`;
};

const chanceOf = (estimate: number, language: Language): string => {
  const words = TEXTS[language];
  if (estimate < 0.01) return words.below;
  return estimate > 0.99 ? words.above : words.about((estimate * 100).toFixed(0));
};

const itemLine = (item: IndexForecastView['items'][number], language: Language): string => {
  const values = item.observations.map(
    ({ period, value, origin }) =>
      `${period} ${written(value, language)}${origin === 'simulated' ? ` (${TEXTS[language].simulated})` : ''}`,
  );
  const next = written(item.expected.toFixed(2), language);
  const interval = item.interval
    ? ` [${written(item.interval.low.toFixed(2), language)}–${written(item.interval.high.toFixed(2), language)}]`
    : '';
  return `  ${item.item}: ${values.join(', ')} → ${next}${interval}`;
};

/** The forecast for people: periods, the chance of the goal, the series, and what was assumed. */
export const forecastLines = (view: IndexForecastView, language: Language): readonly string[] => {
  const words = TEXTS[language];
  const sentences = (isVaried: boolean): readonly string[] =>
    view.assumptions
      .filter((assumption) => assumption.isVaried === isVaried)
      .map((assumption) => `  ${WORDINGS[language].assumption(assumption)}`);
  return [
    words.head(view.subject.name, String(view.year)),
    ...view.periods.map((period) => periodLine(period, language)),
    ...(view.probability && view.goal !== null
      ? [words.probability(written(view.goal, language), chanceOf(view.probability.estimate, language))]
      : []),
    `${words.items}:`,
    ...view.items.map((item) => itemLine(item, language)),
    `${words.assumed}:`,
    ...sentences(true),
    `${words.notVaried}:`,
    ...sentences(false),
    words.draws(String(view.draws), String(view.seed)),
  ];
};
