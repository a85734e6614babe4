import type { WorkbookProblem } from '#features/collection/workbook-contract.ts';
import { toProblem } from '#web/api/problem-error.ts';

const isProblem = (value: unknown): value is WorkbookProblem =>
  typeof value === 'object' && value !== null && 'code' in value && 'cell' in value && 'details' in value;

/** The cells that a refused form must be corrected in; none when the refusal is about something else. */
export const listWorkbookProblems = (error: unknown): readonly WorkbookProblem[] => {
  const { code, details } = toProblem(error);
  return code === 'workbook.invalid' && Array.isArray(details.problems)
    ? details.problems.filter(isProblem)
    : [];
};
