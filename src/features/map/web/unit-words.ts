import type { Format } from '#web/i18n/format.ts';
import type { ShadedUnit } from './league-on-map.ts';
import type { MapWords } from './messages.ts';

/** A unit in a sentence: its points, its rank and how sure that is. */
export const describeUnit = (
  name: string,
  unit: ShadedUnit | undefined,
  words: MapWords,
  format: Format,
): string => {
  const place = unit?.place;
  if (!unit || !place) return words.unitWithout(name);
  const points = format.pointsRange(place.points.low, place.points.high);
  const sentence = words.unit(name, points, format.number(place.maximum), place.label);
  const { interval } = unit.row;
  return interval
    ? words.unitWithInterval(sentence, format.number(interval.low), format.number(interval.high))
    : sentence;
};
