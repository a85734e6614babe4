import { decimal, type DecimalText } from '#core/kernel/decimal.ts';

/** How a figure is written: plain, with its thousands apart, with decimals, per cent. */
export type FigureForm = 'whole' | 'grouped' | 'decimal' | 'percent';

const FIGURE = /^([+-]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(%?)$/;

/**
 * The number that a document writes: "1.308,9" is 1308.9, "57,6%" is 0.576. Undefined for words, spans and shares of a maximum.
 */
export const findFigure = (
  text: string,
): { readonly value: DecimalText; readonly form: FigureForm } | undefined => {
  const match = FIGURE.exec(text.trim());
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction, percent] = match;
  const value = decimal(`${sign === '-' ? '-' : ''}${whole.replace(/\./g, '')}.${fraction ?? '0'}`);
  if (percent === '%') return { value: value.div(100).toFixed(), form: 'percent' };
  if (fraction !== undefined) return { value: value.toFixed(), form: 'decimal' };
  return { value: value.toFixed(), form: whole.includes('.') ? 'grouped' : 'whole' };
};
