import type { DataValues } from '#core/scoring/data-value.ts';
import type { ItemValue } from '#features/scenario/contract.ts';

/** Values as the rules read them. */
export const valuesOf = (items: readonly ItemValue[]): DataValues =>
  new Map(items.map(({ item, value }) => [item, value]));
