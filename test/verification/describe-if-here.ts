import { describe } from 'vitest';
import { isAsemHere } from './asem.ts';

/** A group of tests that read the files. A skipped test counts as a failure: where they are not, there is no such group. */
export const describeIfHere = (name: string, tests: () => void): void => {
  if (isAsemHere) describe(name, tests);
};
