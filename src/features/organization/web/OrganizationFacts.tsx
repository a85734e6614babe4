import { Link } from '@tanstack/react-router';
import type { OrganizationName, OrganizationView } from '#features/organization/contract.ts';
import { Facts } from '#web/ui/Facts.tsx';
import classes from './organization.module.css';
import { findCommuneCode } from './organization-register.tsx';
import { useWording, type Wording } from './wording.ts';

type Validity = Pick<OrganizationName, 'validFrom' | 'validTo'>;

/** The days between which an organization exists, in words; blank when no bound is known. */
const describeValidity = ({ validFrom, validTo }: Validity, { organization, format }: Wording): string => {
  const words = organization.one;
  if (validFrom !== null && validTo !== null) {
    return words.validBetween(format.day(validFrom), format.day(validTo));
  }
  if (validFrom !== null) return words.validFrom(format.day(validFrom));
  return validTo === null ? '' : words.validTo(format.day(validTo));
};

/** What an organization is: kind, names, validity, predecessors, groups, members. */
export const OrganizationFacts = ({ view }: { readonly view: OrganizationView }) => {
  const wording = useWording();
  const { organization, format, nameOf } = wording;
  const words = organization.one;
  return (
    <Facts
      facts={[
        { label: words.kind, value: organization.kinds[view.kind] },
        { label: words.abbreviation, value: view.abbreviation },
        { label: words.otherName, value: nameOf(view) === view.name ? view.nameEn : view.name },
        { label: words.code, value: findCommuneCode(view) },
        { label: words.validity, value: describeValidity(view, wording) },
        { label: words.parent, value: view.parent && <Names of={[view.parent]} /> },
        { label: words.children, value: namesOrNothing(view.children) },
        { label: words.predecessors, value: namesOrNothing(view.predecessors) },
        { label: words.successors, value: namesOrNothing(view.successors) },
        { label: words.groups, value: namesOrNothing(view.groups) },
        { label: words.members(format.number(view.members.length)), value: namesOrNothing(view.members) },
        { label: words.formerProvince, value: view.formerProvince && <Names of={[view.formerProvince]} /> },
        {
          label: words.area,
          value: view.areaKm2 === null ? null : words.areaValue(format.number(view.areaKm2)),
        },
        {
          label: words.aliases,
          value: view.aliases
            .map(({ alias, origin }) => (origin === 'mapped' ? words.aliasMapped(alias) : alias))
            .join('; '),
        },
      ]}
    />
  );
};

const namesOrNothing = (organizations: readonly OrganizationName[]) =>
  organizations.length === 0 ? null : <Names of={organizations} />;

const Names = ({ of }: { readonly of: readonly OrganizationName[] }) => {
  const wording = useWording();
  return (
    <ul className={classes.names}>
      {of.map((one) => {
        const until = one.validTo === null ? '' : ` (${describeValidity(one, wording)})`;
        return (
          <li key={one.code}>
            <Link to="/co-quan/$code" params={{ code: one.code }}>
              {one.name}
            </Link>
            {until}
          </li>
        );
      })}
    </ul>
  );
};
