import type { PlanStepView } from '#contract/improvement-plan.ts';
import { valueWords, type StepWording } from './step-words.ts';

// A spreadsheet would take such a cell for a formula.
const FORMULA = /^[=+\-@\t\r]/;

const cell = (text: string): string => {
  const safe = FORMULA.test(text) && !/^-?[\d.,]+$/.test(text) ? `'${text}` : text;
  return /[";\n\r,]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const BYTE_ORDER_MARK = '\ufeff';

/**
 * The target values as the "phấn đấu" column of a plan, one row a figure, as CSV that spreadsheets open with its letters right:
 * UTF-8 with a byte order mark, numbers in the reader's form.
 */
export const planCsv = (steps: readonly PlanStepView[], wording: StepWording): string => {
  const { words, format, pick } = wording;
  const rows = steps.map((step) => [
    step.componentCode,
    pick(step.componentName),
    pick(step.itemName),
    step.unit ? pick(step.unit) : '',
    valueWords(step.from, null, wording),
    valueWords(step.to, null, wording),
    format.points(step.gain),
    format.number(step.effort),
    step.leadAgencies.map(({ name }) => name).join('; '),
  ]);
  return `${BYTE_ORDER_MARK}${[words.csvColumns, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
};

/** Hands a text to the browser as a file to be saved. */
export const saveFile = (name: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};
