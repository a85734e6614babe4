import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { OrganizationRow } from '#features/organization/contract.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { RegisterTable } from '#web/ui/register-table/RegisterTable.tsx';
import { useRegisterState } from '#web/ui/register-table/use-register-state.ts';
import {
  buildColumns,
  buildFacets,
  COMMUNE_KINDS,
  countAnswered,
  FACET_IDS,
  sortByDuties,
} from './organization-register.tsx';
import { organizationsQuery } from './queries.ts';
import { UnmappedNames } from './UnmappedNames.tsx';
import { useWording, type Wording } from './wording.ts';

const findingOf = (rows: readonly OrganizationRow[], { organization, format, nameOf }: Wording): string => {
  const communes = rows.filter(({ kind }) => COMMUNE_KINDS.includes(kind)).length;
  const provinces = rows.filter(({ kind }) => kind === 'province').length;
  const finding = organization.finding(
    format.number(rows.length - communes - provinces),
    format.number(communes),
    format.number(provinces),
  );
  const [busiest] = rows.toSorted((a, b) => countAnswered(b) - countAnswered(a));
  return busiest && countAnswered(busiest) > 0
    ? organization.findingBusiest(finding, nameOf(busiest), format.number(countAnswered(busiest)))
    : finding;
};

const idOf = ({ code }: OrganizationRow): string => code;
const linkOf = ({ code }: OrganizationRow) => ({ to: '/co-quan/$code', params: { code } }) as const;

/** Agencies and communes with what each of them answers for. */
const OrganizationsPage = () => {
  const wording = useWording();
  const { organization } = wording;
  const loaded = useQuery(organizationsQuery);
  if (loaded.isError) {
    return (
      <Page title={organization.loadingTitle}>
        <ErrorState error={loaded.error} where={organization.eyebrow} onRetry={() => void loaded.refetch()} />
      </Page>
    );
  }
  if (!loaded.data) {
    return (
      <Page title={organization.loadingTitle}>
        <LoadingState lines={12} />
      </Page>
    );
  }
  const { items, unmappedNames } = loaded.data;
  return (
    <Page wide title={findingOf(items, wording)} eyebrow={organization.eyebrow} lead={organization.lead}>
      {unmappedNames > 0 && <UnmappedNames count={unmappedNames} organizations={items} />}
      <OrganizationRegister rows={items} />
    </Page>
  );
};

const OrganizationRegister = ({ rows }: { readonly rows: readonly OrganizationRow[] }) => {
  const wording = useWording();
  const [state, setState] = useRegisterState(FACET_IDS);
  const columns = useMemo(() => buildColumns(wording), [wording]);
  const facets = useMemo(() => buildFacets(wording, rows), [wording, rows]);
  const sorted = useMemo(() => sortByDuties(rows), [rows]);
  return (
    <RegisterTable
      label={wording.organization.loadingTitle}
      columns={columns}
      facets={facets}
      rows={sorted}
      rowId={idOf}
      rowLink={linkOf}
      state={state}
      onStateChange={setState}
      empty={<EmptyState title={wording.organization.empty}>{wording.organization.emptyHelp}</EmptyState>}
    />
  );
};

export default OrganizationsPage;
