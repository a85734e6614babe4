import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { DocumentRow } from '#features/plan/contract.ts';
import { usePermission } from '#web/session/session.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { DocumentRegister } from './DocumentRegister.tsx';
import { GapRegister, ProjectRegister, TargetRegister, TaskRegister } from './ItemRegisters.tsx';
import { documentsQuery, tasksQuery } from './queries.ts';
import { RegisterTabs } from './RegisterTabs.tsx';
import { readTab } from './tabs.ts';
import { useWording, type Wording } from './wording.ts';

const REGISTERS = {
  'van-ban': DocumentRegister,
  'chi-tieu': TargetRegister,
  'nhiem-vu': TaskRegister,
  'du-an': ProjectRegister,
  'ton-tai': GapRegister,
} as const;

const sumOf = (documents: readonly DocumentRow[], kind: 'target' | 'task'): number =>
  documents.reduce((total, { counts }) => total + counts[kind], 0);

const findingOf = (
  documents: readonly DocumentRow[],
  overdue: number | undefined,
  { plan, format }: Wording,
): string => {
  if (documents.length === 0) return plan.findingEmpty;
  const finding = plan.finding(
    format.number(documents.length),
    format.number(sumOf(documents, 'target')),
    format.number(sumOf(documents, 'task')),
  );
  if (overdue === undefined) return finding;
  return overdue === 0 ? plan.findingOnTime(finding) : plan.findingOverdue(finding, format.number(overdue));
};

/** Plans: documents, targets, tasks, projects and gaps as registers. */
const PlanPage = () => {
  const wording = useWording();
  const { plan } = wording;
  const tab = readTab(useSearch({ from: '/shell/ke-hoach' }).tab);
  const mayImport = usePermission('plan.import');
  const documents = useQuery(documentsQuery);
  const tasks = useQuery(tasksQuery);
  const Register = REGISTERS[tab];

  if (documents.isError) {
    return (
      <Page title={plan.loadingTitle} eyebrow={plan.eyebrow}>
        <ErrorState error={documents.error} where={plan.eyebrow} onRetry={() => void documents.refetch()} />
      </Page>
    );
  }
  return (
    <Page
      wide
      eyebrow={plan.eyebrow}
      title={
        documents.data
          ? findingOf(documents.data.items, tasks.data?.states.overdue, wording)
          : plan.loadingTitle
      }
      lead={plan.lead}
      actions={
        mayImport && (
          <Button variant="default" renderRoot={(props) => <Link to="/nhap-van-ban" {...props} />}>
            {plan.importAction}
          </Button>
        )
      }
    >
      <RegisterTabs current={tab} documents={documents.data?.items} />
      {documents.data ? <Register key={tab} /> : <LoadingState lines={12} />}
    </Page>
  );
};

export default PlanPage;
