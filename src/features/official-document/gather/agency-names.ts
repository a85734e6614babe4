import { isAfter, type PlainDate } from '#core/kernel/plain-date.ts';
import type { Organization } from '#core/organization/organization.ts';
import { findStandingFor } from '#core/organization/successor.ts';
import { bodyName } from '#core/report/letterhead.ts';
import type { AgencyRole } from '#core/plan/plan-item.ts';
import type { ItemAgency } from '#contract/plan-item.ts';

/** Names the agencies of an item in a role. */
export type NameAgencies = (
  item: { readonly agencies: readonly ItemAgency[] },
  role: AgencyRole,
) => readonly string[];

/** Whether an organization has ended by a day and nobody is known to have taken its work over. */
export const isGone = (organizations: readonly Organization[], code: string, day: PlainDate): boolean => {
  const lastDay = organizations.find((one) => one.code === code)?.validTo ?? null;
  // Who has not begun yet does not exist on the day either, and is not gone.
  return lastDay !== null && isAfter(day, lastDay) && !findStandingFor(organizations, code, day);
};

/**
 * Names agencies as they are called on a day: officially spelled where they are known, by whoever has taken the work over where
 * one is no more, and with a remark where nobody is known to have.
 */
export const nameAgenciesOn = (organizations: readonly Organization[], day: PlainDate): NameAgencies => {
  const names = new Map<string, string>();
  const nameOf = ({ organizationCode, name }: ItemAgency): string => {
    if (organizationCode === null) return name;
    const known = names.get(organizationCode);
    if (known !== undefined) return known;
    const standing = findStandingFor(organizations, organizationCode, day);
    const found = standing
      ? bodyName(standing)
      : isGone(organizations, organizationCode, day)
        ? `${name} (đã giải thể)`
        : name;
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
