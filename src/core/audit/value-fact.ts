import type { DataValue } from '#core/scoring/data-value.ts';

/** A value as the audit trail tells it: a figure as it is written, any other state by its code. */
export const valueFact = (value: DataValue): string => {
  if (value.state !== 'value') return value.state;
  return `${value.comparator === '=' ? '' : value.comparator}${value.value}`;
};
