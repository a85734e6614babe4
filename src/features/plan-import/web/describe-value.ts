import type { PreviewItem } from '#features/plan-import/contract.ts';
import type { Format } from '#web/i18n/format.ts';

const FIGURES = new Set([
  'value',
  'score',
  'maximumScore',
  'currentValue',
  'numerator',
  'denominator',
  'scores',
  'total',
]);
const DAYS = new Set(['issueDate', 'days']);

const DECIMAL = /(?<![\p{L}\d.,/-])\d+\.\d+(?![\p{L}\d/-]|\.\d)/gu;
// Offices group thousands by points: "1.308" in their own words is no decimal.
const SHORT_DECIMAL = /(?<![\p{L}\d.,/-])\d+\.\d{1,2}(?![\p{L}\d/-]|\.\d)/gu;
const DAY = /\b\d{4}-\d{2}-\d{2}\b/gu;

// Texts made by office programs carry a comparison as a command of a formula.
const SIGNS = [
  [/\\geq?(?:slant)?(?![a-z])/gu, '≥'],
  [/\\leq?(?:slant)?(?![a-z])/gu, '≤'],
  [/\\%/gu, '%'],
] as const;

const withSigns = (text: string): string =>
  SIGNS.reduce((plain, [command, sign]) => plain.replace(command, sign), text);

/** A fact on which file and register disagree, with figures and days as the language writes them. */
export const describeValue = (field: string, text: string, format: Format): string => {
  if (DAYS.has(field)) return text.replace(DAY, (day) => format.day(day));
  if (!FIGURES.has(field)) return withSigns(text);
  return /^\d+$/u.test(text) ? format.number(text) : text.replace(DECIMAL, (figure) => format.number(figure));
};

/** The value of a statement at a glance, its decimals as the language writes them; other words stay as written. */
export const describeSummary = (
  { kind, summary }: Pick<PreviewItem, 'kind' | 'summary'>,
  format: Format,
): string => {
  if (summary === null) return '';
  if (kind === 'target') return withSigns(summary).replace(SHORT_DECIMAL, (figure) => format.number(figure));
  if (kind !== 'gap' && kind !== 'indicator-score') return summary;
  return summary.replace(DECIMAL, (figure) => format.number(figure));
};
