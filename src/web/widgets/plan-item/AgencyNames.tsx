import type { ItemAgency } from '#contract/plan-item.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { AgencyLink } from '#web/ui/AgencyLink.tsx';
import classes from './plan-item.module.css';
import { planItemMessages } from './messages.ts';

type NamedAgency = Pick<ItemAgency, 'organizationCode' | 'nameAsWritten' | 'name'>;

/** Agencies by their full names, each a link; names that the register doesn't know are marked. */
export const AgencyNames = ({ agencies }: { readonly agencies: readonly NamedAgency[] }) => {
  const words = useMessages(planItemMessages);
  if (agencies.length === 0) return <span className={classes.quiet}>{words.noAgency}</span>;
  return (
    <ul className={classes.names}>
      {agencies.map((agency) => (
        <li key={agency.organizationCode ?? agency.nameAsWritten}>
          <AgencyLink
            organizationCode={agency.organizationCode}
            name={agency.name}
            nameAsWritten={agency.nameAsWritten}
          />
          {agency.organizationCode === null && <UnmappedMark />}
        </li>
      ))}
    </ul>
  );
};

/** Says that a name in a document is not matched with the register of organizations. */
export const UnmappedMark = () => {
  const words = useMessages(planItemMessages);
  return (
    <span className={classes.unmapped} title={words.unmappedHelp}>
      {words.unmapped}
    </span>
  );
};
