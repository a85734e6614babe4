import { alignDecimal, countPlaces } from '#web/ui/register-table/align-decimal.ts';
import type { Format } from '#web/i18n/format.ts';

/** Pads the numbers of a column so that their decimal signs stand below each other. */
export const buildAlignment = (
  texts: readonly (string | undefined)[],
  format: Format,
): ((text: string) => string) => {
  const sign = format.number('0.5').replace(/\d/gu, '');
  const places = Math.max(0, ...texts.map((text) => (text === undefined ? 0 : countPlaces(text, sign))));
  return (text) => alignDecimal(text, places, sign);
};
