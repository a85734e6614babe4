const FIGURE_SPACE = '\u2007';
const PUNCTUATION_SPACE = '\u2008';

/** Number of digits after the decimal sign of a formatted number (`1.308,9` → 1). */
export const countPlaces = (formatted: string, decimalSign: string): number => {
  const at = formatted.lastIndexOf(decimalSign);
  return at < 0 ? 0 : (/^\d*/u.exec(formatted.slice(at + 1))?.[0].length ?? 0);
};

/** Pads a formatted number with spaces as wide as digits, so that the decimal signs of a column stand below each other. */
export const alignDecimal = (formatted: string, places: number, decimalSign: string): string => {
  const missing = places - countPlaces(formatted, decimalSign);
  if (missing <= 0) return formatted;
  const sign = formatted.includes(decimalSign) ? '' : PUNCTUATION_SPACE;
  return formatted + sign + FIGURE_SPACE.repeat(missing);
};
