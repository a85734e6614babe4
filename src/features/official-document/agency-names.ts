import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Organization } from '#core/organization/organization.ts';
import { findStandingFor } from '#core/organization/successor.ts';
import type { AgencyRole } from '#core/plan/plan-item.ts';
import type { ItemAgency } from '#contract/plan-item.ts';

/** Names the agencies of an item in a role. */
export type NameAgencies = (
  item: { readonly agencies: readonly ItemAgency[] },
  role: AgencyRole,
) => readonly string[];

/**
 * Names agencies as they are called on a day: officially spelled where they are known, and by whoever has taken the work over
 * where one is no more.
 */
export const nameAgenciesOn = (organizations: readonly Organization[], day: PlainDate): NameAgencies => {
  const names = new Map<string, string>();
  const nameOf = ({ organizationCode, name }: ItemAgency): string => {
    if (organizationCode === null) return name;
    const known = names.get(organizationCode);
    if (known !== undefined) return known;
    const found = findStandingFor(organizations, organizationCode, day)?.name ?? name;
    names.set(organizationCode, found);
    return found;
  };
  return ({ agencies }, role) => [
    ...new Set(
      agencies
        .filter((agency) => agency.role === role)
        .map(nameOf)
        .filter((name) => name.trim() !== ''),
    ),
  ];
};
