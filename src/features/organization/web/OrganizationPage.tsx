import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { REGISTER_KINDS } from '#core/plan/plan-item.ts';
import type { OrganizationItem, OrganizationView } from '#features/organization/contract.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { AnsweredItems } from './AnsweredItems.tsx';
import { sortAnswered } from './answered-items.ts';
import { isLed } from './items-to-do.ts';
import { countOverdue } from './organization-register.tsx';
import { LedComponents } from './LedComponents.tsx';
import { OrganizationFacts } from './OrganizationFacts.tsx';
import { organizationQuery } from './queries.ts';
import { ToDoFirst } from './ToDoFirst.tsx';
import { useWording, type Wording } from './wording.ts';

const findingOf = (view: OrganizationView, { organization, item, format, nameOf }: Wording): string => {
  const words = organization.one;
  const parts = REGISTER_KINDS.filter((kind) => view.counts[kind] > 0).map((kind) =>
    item.counted[kind](format.number(view.counts[kind])),
  );
  const own =
    parts.length === 0 ? words.findingNothing(nameOf(view)) : words.finding(nameOf(view), format.list(parts));
  const all = view.counts.viaGroup === 0 ? own : words.findingGroup(own, format.number(view.counts.viaGroup));
  const overdue = countOverdue(view);
  return overdue === 0 ? all : words.findingOverdue(all, format.number(overdue));
};

const viaGroupLead = (viaGroup: readonly OrganizationItem[], { organization, format }: Wording): string => {
  const led = viaGroup.filter(isLed).length;
  return organization.one.viaGroupLead(format.number(led), format.number(viaGroup.length - led));
};

/** Everything that an agency or a commune answers for, on one page that can be printed. */
const OrganizationPage = () => {
  const { organization } = useWording();
  const { code } = useParams({ from: '/shell/co-quan/$code' });
  const view = useQuery(organizationQuery(code));
  if (view.isError) {
    return (
      <Page title={organization.one.loading}>
        <ErrorState error={view.error} where={organization.eyebrow} onRetry={() => void view.refetch()} />
      </Page>
    );
  }
  if (!view.data) {
    return (
      <Page title={organization.one.loading}>
        <LoadingState lines={12} />
      </Page>
    );
  }
  return <LoadedOrganization key={code} view={view.data} />;
};

const LoadedOrganization = ({ view }: { readonly view: OrganizationView }) => {
  const wording = useWording();
  const { organization } = wording;
  const words = organization.one;
  const { answered, helped, viaGroup } = sortAnswered(view);
  const nothing = [answered, helped, viaGroup].every((items) => items.length === 0);
  return (
    <Page
      title={findingOf(view, wording)}
      eyebrow={<Link to="/co-quan">{organization.eyebrow}</Link>}
      actions={
        <Button
          variant="default"
          leftSection={<Printer aria-hidden size={16} />}
          onClick={() => {
            window.print();
          }}
        >
          {words.print}
        </Button>
      }
    >
      {nothing ? (
        <EmptyState title={words.nothing}>{words.nothingHelp}</EmptyState>
      ) : (
        <>
          <ToDoFirst items={[...answered, ...helped, ...viaGroup]} />
          <AnsweredItems title={words.own} lead={words.ownLead} items={answered} />
          <AnsweredItems title={words.helps} items={helped} withRole />
          <AnsweredItems
            title={words.viaGroup}
            lead={viaGroupLead(viaGroup, wording)}
            items={viaGroup}
            withRole
            folded
          />
        </>
      )}
      <LedComponents components={view.components} />
      <Section title={words.facts}>
        <OrganizationFacts view={view} />
      </Section>
    </Page>
  );
};

export default OrganizationPage;
