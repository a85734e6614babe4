import type { AgencyRole } from '#core/plan/plan-item.ts';
import type { ItemAgency } from '#contract/plan-item.ts';

/** Names of the agencies of an item in a role, officially spelled where they are known. */
export const agencyNames = (
  { agencies }: { readonly agencies: readonly ItemAgency[] },
  role: AgencyRole,
): readonly string[] => [
  ...new Set(agencies.filter((agency) => agency.role === role).map(({ name }) => name)),
];
