import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { SnapshotComparison } from '#features/score-snapshot/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { CertaintyMark } from '#web/ui/CertaintyMark.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { describeTotal } from './comparison-words.ts';
import { ComponentChanges, FrameworkChanges, ItemChanges } from './ComparisonTables.tsx';
import { GainsChart } from './GainsChart.tsx';
import { snapshotMessages } from './messages.ts';
import { comparisonQuery } from './queries.ts';
import { hasMoved } from './wording.ts';

const Trail = () => {
  const words = useMessages(snapshotMessages);
  return (
    <>
      <Link to="/bo-chi-so">{words.indexLink}</Link>
      {' › '}
      <Link to="/bo-chi-so/ban-chot">{words.listLink}</Link>
    </>
  );
};

const Lead = ({ comparison }: { readonly comparison: SnapshotComparison }) => {
  const { comparison: words } = useMessages(snapshotMessages);
  const format = useFormat();
  const { before, after, components, items } = comparison;
  const moved = components.filter(({ kind, change }) => kind === 'indicator' && hasMoved(change));
  const sentences = [
    words.summary(format.number(moved.length), format.number(items.length)),
    ...(before.subject.code === after.subject.code
      ? []
      : [words.otherSubjects(before.subject.name, after.subject.name)]),
    ...(before.framework.version === after.framework.version
      ? []
      : [words.otherVersions(String(before.framework.version), String(after.framework.version))]),
  ];
  return (
    <>
      {sentences.join(' ')} {(before.simulated || after.simulated) && <CertaintyMark certainty="simulated" />}
    </>
  );
};

/** A snapshot beside another one or the present data: what moved the points, component by component. */
const ComparisonPage = () => {
  const words = useMessages(snapshotMessages);
  const format = useFormat();
  const { truoc: before, sau: after } = useSearch({ from: '/shell/bo-chi-so/ban-chot/so-sanh' });
  const comparison = useQuery({ ...comparisonQuery(before ?? '', after), enabled: before !== undefined });

  if (before === undefined) {
    return (
      <Page title={words.comparison.loading} eyebrow={<Trail />}>
        <EmptyState
          title={words.comparison.missing}
          action={<Link to="/bo-chi-so/ban-chot">{words.listLink}</Link>}
        >
          {words.comparison.missingHelp}
        </EmptyState>
      </Page>
    );
  }
  if (comparison.isPending) {
    return (
      <Page title={words.comparison.loading} eyebrow={<Trail />}>
        <LoadingState lines={14} />
      </Page>
    );
  }
  if (comparison.isError) {
    return (
      <Page title={words.comparison.loading} eyebrow={<Trail />}>
        <ErrorState
          error={comparison.error}
          where={words.comparison.loading}
          onRetry={() => void comparison.refetch()}
        />
      </Page>
    );
  }
  return (
    <Page
      title={describeTotal(comparison.data, format, words)}
      eyebrow={<Trail />}
      lead={<Lead comparison={comparison.data} />}
      actions={
        <>
          {after !== undefined && (
            <Button
              variant="default"
              renderRoot={(props) => (
                <Link to="/bo-chi-so/ban-chot/so-sanh" search={{ truoc: after, sau: before }} {...props} />
              )}
            >
              {words.comparison.swap}
            </Button>
          )}
          <Button
            variant="default"
            onClick={() => {
              window.print();
            }}
          >
            {words.print}
          </Button>
        </>
      }
    >
      <GainsChart comparison={comparison.data} />
      <ComponentChanges comparison={comparison.data} />
      <ItemChanges comparison={comparison.data} />
      <FrameworkChanges comparison={comparison.data} />
    </Page>
  );
};

export default ComparisonPage;
