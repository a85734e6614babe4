import { AGENCY_ROLES } from '#core/plan/plan-item.ts';
import type { RegisterItem } from '#contract/plan-item.ts';
import { AgencyNames } from '#web/widgets/plan-item/AgencyNames.tsx';
import { Facts } from '#web/ui/Facts.tsx';
import classes from './plan.module.css';
import { useWording } from './wording.ts';

/** Who answers for an item and who helps, role by role. */
export const ItemAgencies = ({ item }: { readonly item: RegisterItem }) => {
  const { item: words } = useWording();
  if (item.agencies.length === 0) return <p className={classes.quiet}>{words.noAgency}</p>;
  const byRole = AGENCY_ROLES.map((role) => ({
    role,
    agencies: item.agencies.filter((agency) => agency.role === role),
  })).filter(({ agencies }) => agencies.length > 0);
  return (
    <Facts
      facts={byRole.map(({ role, agencies }) => ({
        label: words.roles[role],
        value: <AgencyNames agencies={agencies} />,
      }))}
    />
  );
};
