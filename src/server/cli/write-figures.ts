import { decimal, publish } from '#core/kernel/decimal.ts';
import type { TextRange } from '#core/scoring/trace.ts';

/** The languages that commands with long results print in. */
export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A number with the decimal sign of the language. */
export const writeNumber = (text: string, language: Language): string =>
  language === 'vi' ? text.replace('.', ',') : text;

/** Decimals of published points. */
export const POINT_PLACES = 2;

/** Points as they are published: two decimals, whatever was stored or printed. */
export const writePoints = (text: string, language: Language): string =>
  writeNumber(publish(decimal(text), { places: POINT_PLACES, mode: 'half-up' }), language);

/** Points, or both ends of their range. */
export const writeRange = ({ low, high }: TextRange, language: Language): string =>
  low === high ? writePoints(low, language) : `${writePoints(low, language)}–${writePoints(high, language)}`;
