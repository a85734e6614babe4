import { decimal } from '#core/kernel/decimal.ts';
import type { DataValue } from '#core/scoring/data-value.ts';
import type { AssetFigureView } from '#features/asset-register/contract.ts';
import type { Format } from '#web/i18n/format.ts';

/** What saying a figure takes. */
export interface FigureWording {
  readonly words: {
    readonly blank: string;
    readonly yes: string;
    readonly no: string;
    readonly atMost: (low: string, high: string) => string;
  };
  readonly format: Format;
}

/** A figure in words: a number, a span while blanks leave it open, yes or no, or that there is none. */
export const describeFigure = (
  { value, most }: Pick<AssetFigureView, 'value' | 'most'>,
  { words, format }: FigureWording,
): string => {
  if (value.state !== 'value') return words.blank;
  if (most === null) return value.value === 'yes' ? words.yes : words.no;
  const low = format.number(value.value);
  return value.value === String(most) ? low : words.atMost(low, format.number(most));
};

const countOf = (figure: AssetFigureView | undefined): string | undefined =>
  figure?.value.state === 'value' && figure.most !== null && figure.value.value === String(figure.most)
    ? figure.value.value
    : undefined;

/** The share in percent that a figure is of the one that it is a part of; nothing while either is open. */
export const rateOf = (figure: AssetFigureView, figures: readonly AssetFigureView[]): string | undefined => {
  const whole = figures.find(
    ({ framework, item }) => framework === figure.framework && item === figure.outOf,
  );
  const [part, all] = [countOf(figure), countOf(whole)];
  if (part === undefined || all === undefined || all === '0') return undefined;
  return decimal(part).div(all).times(100).toDecimalPlaces(2).toFixed();
};

/** How a figure of a register stands to the figure that the index holds; `open` where either is not settled. */
export type FigureComparison =
  { readonly kind: 'same' | 'differs' | 'open' } | { readonly kind: 'more' | 'less'; readonly by: string };

/** Compares what a register counts with what is stated. */
export const compareFigure = (
  { value, most }: Pick<AssetFigureView, 'value' | 'most'>,
  stated: DataValue,
): FigureComparison => {
  if (value.state !== 'value' || stated.state !== 'value' || stated.comparator !== '=')
    return { kind: 'open' };
  if (most === null) return { kind: value.value === stated.value ? 'same' : 'differs' };
  if (value.value !== String(most)) return { kind: 'open' };
  const difference = decimal(value.value).minus(stated.value);
  if (difference.isZero()) return { kind: 'same' };
  return { kind: difference.isPositive() ? 'more' : 'less', by: difference.abs().toFixed() };
};
