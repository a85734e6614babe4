import type { IndexForecastView } from '#features/forecast/contract.ts';
import type { LocalizedText } from '#core/scoring/localized-text.ts';
import type { Format } from '#web/i18n/format.ts';
import type { ForecastWords } from './messages.ts';

type ForecastPeriod = IndexForecastView['periods'][number];

/** What is drawn is stable to a point, not to its decimals. */
export const wholePoints = (points: number, format: Format): string =>
  format.number(points.toFixed(2), { places: 0 });

/** The last period, which the forecast is about. */
export const endOf = ({ periods }: IndexForecastView): ForecastPeriod | undefined => periods.at(-1);

const MIDDLE = 0.8;

/** The band that is told in words. */
export const middleBand = ({ bands }: ForecastPeriod): ForecastPeriod['bands'][number] | undefined =>
  bands.find(({ probability }) => probability === MIDDLE);

/** A chance as it may be printed: no digit that another seed would change. */
const chanceWords = (estimate: number, words: ForecastWords, format: Format): string => {
  if (estimate < 0.01) return words.below;
  if (estimate > 0.99) return words.above;
  return words.about(format.percent((estimate * 100).toFixed(0)));
};

/** What the forecast comes to, as the title says it. */
export const findingOf = (view: IndexForecastView, words: ForecastWords, format: Format): string => {
  const end = endOf(view);
  const band = end && middleBand(end);
  if (!end || !band) return words.loadingTitle;
  const mean = wholePoints(end.mean, format);
  if (view.probability && view.goal !== null) {
    const chance = chanceWords(view.probability.estimate, words, format);
    return words.findingGoal(String(view.year), mean, format.number(view.goal), chance);
  }
  return words.finding(
    String(view.year),
    mean,
    wholePoints(band.low, format),
    wholePoints(band.high, format),
  );
};

/** A figure with its unit. */
export const withUnit = (
  text: string,
  unit: LocalizedText | null,
  pick: (text: LocalizedText) => string,
): string => {
  const name = unit ? pick(unit) : '';
  if (name === '') return text;
  return name === '%' ? `${text}\u202f%` : `${text}\u00a0${name}`;
};
