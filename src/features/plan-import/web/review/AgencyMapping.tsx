import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlanImportPreview } from '#features/plan-import/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { usePermission } from '#web/session/session.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { ChoiceSelect } from '#web/ui/register-table/ChoiceSelect.tsx';
import { organizationChoices } from '#web/widgets/organization/organization-choices.ts';
import {
  organizationChoicesQuery,
  useAgencyMapping,
  useAgencyUnmapping,
} from '#features/plan-import/web/queries.ts';
import { reviewMessages } from './messages.ts';
import classes from './review.module.css';

type MappedAgency = PlanImportPreview['mappedAgencies'][number];
type UnknownAgency = PlanImportPreview['unknownAgencies'][number];

/** Names of agencies that nobody is known by, each once: a choice holds for all its mentions and for documents to come. */
export const AgencyMapping = ({ agencies }: { readonly agencies: readonly UnknownAgency[] }) => {
  const words = useMessages(reviewMessages).agencies;
  const format = useFormat();
  const mayMap = usePermission('organization.write');
  return (
    <>
      <p className={classes.quiet}>{words.lead}</p>
      <ul className={classes.agencies}>
        {agencies.map((agency) => (
          <li key={agency.nameAsWritten}>
            <span>
              {agency.nameAsWritten}{' '}
              <span className={classes.quiet}>{words.count(format.number(agency.count))}</span>
            </span>
            {mayMap && <MapName name={agency.nameAsWritten} />}
          </li>
        ))}
      </ul>
    </>
  );
};

/** Names that somebody has mapped: each can be taken back. */
export const MappedAgencies = ({ agencies }: { readonly agencies: readonly MappedAgency[] }) => {
  const words = useMessages(reviewMessages).agencies;
  const mayMap = usePermission('organization.write');
  return (
    <>
      <p className={classes.quiet}>{words.mappedLead}</p>
      <ul className={classes.agencies}>
        {agencies.map((agency) => (
          <li key={agency.nameAsWritten}>
            <span>{words.mappedTo(agency.nameAsWritten, agency.name)}</span>
            {mayMap && <UnmapName agency={agency} />}
          </li>
        ))}
      </ul>
    </>
  );
};

const UnmapName = ({ agency }: { readonly agency: MappedAgency }) => {
  const words = useMessages(reviewMessages).agencies;
  const unmapping = useAgencyUnmapping();
  const { nameAsWritten: alias, organizationCode: code } = agency;
  return (
    <div>
      <Button
        size="xs"
        variant="default"
        aria-label={words.unmapLabel(alias)}
        loading={unmapping.isPending}
        onClick={() =>
          unmapping.mutate(
            { code, alias },
            { onSuccess: () => notifications.show({ message: words.unmapped(alias) }) },
          )
        }
      >
        {words.unmap}
      </Button>
      {unmapping.isError && <ErrorState error={unmapping.error} />}
    </div>
  );
};

const MapName = ({ name }: { readonly name: string }) => {
  const words = useMessages(reviewMessages).agencies;
  const choices = useQuery(organizationChoicesQuery);
  const mapping = useAgencyMapping();
  const [code, setCode] = useState<string | null>(null);
  const map = (): void => {
    if (code === null) return;
    mapping.mutate(
      { code, alias: name },
      {
        onSuccess: ({ organization }) => {
          notifications.show({ message: words.mapped(name, organization.name) });
        },
      },
    );
  };
  return (
    <div>
      <div className={classes.mapping}>
        <ChoiceSelect
          flex={1}
          aria-label={words.chooseLabel(name)}
          placeholder={words.choose}
          {...organizationChoices(choices.data?.items ?? [])}
          value={code}
          onChange={setCode}
        />
        <Button
          size="xs"
          variant="default"
          aria-label={words.mapLabel(name)}
          disabled={code === null}
          loading={mapping.isPending}
          onClick={map}
        >
          {words.map}
        </Button>
      </div>
      {mapping.isError && <ErrorState error={mapping.error} />}
    </div>
  );
};
