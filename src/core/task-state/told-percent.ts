import type { DecimalText } from '#core/kernel/decimal.ts';

const ALL = 100;

/** Whether a percentage that was told of a task says that all of it is done. */
export const isAllDone = (percent: DecimalText | null): boolean =>
  percent !== null && Number(percent) === ALL;
