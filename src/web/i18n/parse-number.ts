import type { DecimalText } from '#core/kernel/decimal.ts';
import type { Locale } from './messages.ts';

const SEPARATORS = {
  vi: { thousands: '.', decimal: ',' },
  en: { thousands: ',', decimal: '.' },
} as const satisfies Record<Locale, { thousands: string; decimal: string }>;

const quote = (character: string): string => `\\${character}`;

const grammarOf = ({ thousands, decimal }: (typeof SEPARATORS)[Locale]): RegExp =>
  new RegExp(`^-?(\\d{1,3}(${quote(thousands)}\\d{3})+|\\d+)(${quote(decimal)}\\d+)?$`);

// Official documents write both 57,6 and 57.6: a point that cannot separate thousands can only be a decimal mark.
const OTHER_DECIMAL = /^-?\d+[.,]\d+$/;

/** Reads a number as a person of this language types it; undefined when it is none. `1.308` is 1308 in Vietnamese. */
export const parseNumber = (typed: string, locale: Locale): DecimalText | undefined => {
  const text = typed.replace(/[\s\u202f\u00a0]/g, '').replace('\u2212', '-');
  const separators = SEPARATORS[locale];
  if (grammarOf(separators).test(text)) {
    return text.replaceAll(separators.thousands, '').replace(separators.decimal, '.');
  }
  return OTHER_DECIMAL.test(text) ? text.replace(',', '.') : undefined;
};

/** The exact decimal as a person of this language would type it, without thousands. */
export const typedNumber = (value: DecimalText, locale: Locale): string =>
  value.replace('.', SEPARATORS[locale].decimal);
