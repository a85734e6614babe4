import type { Format } from '#web/i18n/format.ts';

/** A rank as it is printed, `=3.5`, with the decimal sign of the language. */
export const writeRank = (label: string, format: Format): string =>
  label.replace('.', format.number('0.5').includes(',') ? ',' : '.');
