import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { RegisterItem } from '#contract/plan-item.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import type { RegisterColumn, RegisterFacet } from '#web/ui/register-table/register.ts';
import { RegisterTable } from '#web/ui/register-table/RegisterTable.tsx';
import { useRegisterState } from '#web/ui/register-table/use-register-state.ts';
import { itemLink } from '#web/widgets/plan-item/item-address.ts';
import { buildGapColumns, buildGapFacets } from './gap-register.tsx';
import { FACET_IDS } from './item-facets.ts';
import { buildProjectColumns, buildProjectFacets } from './project-register.tsx';
import classes from './plan.module.css';
import { gapsQuery, projectsQuery, targetsQuery, tasksQuery } from './queries.ts';
import { buildTargetColumns, buildTargetFacets } from './target-register.tsx';
import { buildTaskColumns, buildTaskFacets } from './task-register.tsx';
import { useWording, type Wording } from './wording.ts';

interface LoadedItems<Item> {
  readonly data: { readonly items: readonly Item[] } | undefined;
  readonly isError: boolean;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

interface ItemRegisterProps<Item extends RegisterItem> {
  readonly label: string;
  readonly loaded: LoadedItems<Item>;
  /** Made of rows and words; a function that stays the same. */
  readonly buildColumns: (wording: Wording, items: readonly Item[]) => readonly RegisterColumn<Item>[];
  readonly buildFacets: (wording: Wording, items: readonly Item[]) => readonly RegisterFacet<Item>[];
}

const NO_ITEMS: readonly never[] = [];
// A filter by an agency that no register knows holds its name as written instead.
const ORGANIZATION_CODE = /^[A-Z0-9_]{2,40}$/;
const idOf = ({ id }: RegisterItem): string => id;
const linkOf = ({ kind, id }: RegisterItem) => itemLink(kind, id);

const ItemRegister = <Item extends RegisterItem>({
  label,
  loaded,
  buildColumns,
  buildFacets,
}: ItemRegisterProps<Item>) => {
  const wording = useWording();
  const [state, setState] = useRegisterState(FACET_IDS);
  const items = loaded.data?.items ?? NO_ITEMS;
  const columns = useMemo(() => buildColumns(wording, items), [buildColumns, wording, items]);
  const facets = useMemo(() => buildFacets(wording, items), [buildFacets, wording, items]);

  if (loaded.isError) {
    return <ErrorState error={loaded.error} where={label} onRetry={() => void loaded.refetch()} />;
  }
  if (!loaded.data) return <LoadingState lines={12} />;
  return (
    <>
      <NamedOnly agency={state.filters['co-quan']} />
      <RegisterTable
        label={label}
        columns={columns}
        facets={facets}
        rows={items}
        rowId={idOf}
        rowLink={linkOf}
        state={state}
        onStateChange={setState}
        empty={
          <EmptyState title={wording.plan.emptyRegister(label.toLowerCase())}>
            {wording.plan.emptyHelp}
          </EmptyState>
        }
      />
    </>
  );
};

/** The filter knows the agencies that items name; what reaches an agency through a group stands on its own page. */
const NamedOnly = ({ agency }: { readonly agency: string | undefined }) => {
  const { plan } = useWording();
  if (agency === undefined || !ORGANIZATION_CODE.test(agency)) return null;
  return (
    <p className={classes.namedOnly}>
      {plan.namedOnly}{' '}
      <Link to="/co-quan/$code" params={{ code: agency }}>
        {plan.namedOnlyLink}
      </Link>
    </p>
  );
};

/** Values to reach. */
export const TargetRegister = () => (
  <ItemRegister
    label={useWording().plan.tabs['chi-tieu']}
    loaded={useQuery(targetsQuery)}
    buildColumns={buildTargetColumns}
    buildFacets={buildTargetFacets}
  />
);

/** Work to do. */
export const TaskRegister = () => (
  <ItemRegister
    label={useWording().plan.tabs['nhiem-vu']}
    loaded={useQuery(tasksQuery)}
    buildColumns={buildTaskColumns}
    buildFacets={buildTaskFacets}
  />
);

/** What is paid for. */
export const ProjectRegister = () => (
  <ItemRegister
    label={useWording().plan.tabs['du-an']}
    loaded={useQuery(projectsQuery)}
    buildColumns={buildProjectColumns}
    buildFacets={buildProjectFacets}
  />
);

/** Components of the index below their maximum. */
export const GapRegister = () => (
  <ItemRegister
    label={useWording().plan.tabs['ton-tai']}
    loaded={useQuery(gapsQuery)}
    buildColumns={buildGapColumns}
    buildFacets={buildGapFacets}
  />
);
