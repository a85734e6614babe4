import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { FINDING_KINDS, SEVERITIES } from '#core/consistency/finding.ts';
import { listFindings } from '#features/consistency/contract.ts';
import { call } from '#web/api/call.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { FindingList } from '#web/widgets/finding/FindingList.tsx';
import { findingMessages } from '#web/widgets/finding/messages.ts';
import styles from './FindingsPage.module.css';
import { consistencyMessages } from './messages.ts';

/** All contradictions, by kind and gravity; the choice stands in the address. */
const FindingsPage = () => {
  const words = useMessages(consistencyMessages);
  const format = useFormat();
  const { loai: kind, 'muc-do': severity } = useSearch({ from: '/shell/mau-thuan' });
  const findings = useQuery({
    queryKey: ['findings'],
    queryFn: ({ signal }) => call(listFindings, { query: {}, signal }),
  });

  if (findings.isPending) {
    return (
      <Page title={words.loadingTitle}>
        <LoadingState lines={12} />
      </Page>
    );
  }
  if (findings.isError) {
    return (
      <Page title={words.loadingTitle}>
        <ErrorState error={findings.error} where={words.page} onRetry={() => void findings.refetch()} />
      </Page>
    );
  }
  const { items, total } = findings.data;
  if (total === 0) {
    return (
      <Page title={words.none}>
        <EmptyState title={words.none}>{words.noneHelp}</EmptyState>
      </Page>
    );
  }
  const shown = items.filter(
    (finding) =>
      (kind === undefined || finding.kind === kind) &&
      (severity === undefined || finding.severity === severity),
  );
  const decisions = items.filter((finding) => finding.severity === 'high').length;
  return (
    <Page
      title={words.finding(format.number(total), format.number(decisions))}
      eyebrow={<Link to="/">{words.eyebrow}</Link>}
      lead={words.lead}
    >
      <Filters present={new Set(items.map((finding) => finding.kind))} />
      <div>
        <p role="status" className={styles.shown}>
          {words.shown(format.number(shown.length), format.number(total))}
        </p>
        <FindingList findings={shown} />
      </div>
    </Page>
  );
};

const Filters = ({ present }: { readonly present: ReadonlySet<string> }) => {
  const words = useMessages(consistencyMessages);
  const { kinds, severities } = useMessages(findingMessages);
  const search = useSearch({ from: '/shell/mau-thuan' });
  const navigate = useNavigate({ from: '/mau-thuan' });
  const choose = (key: 'loai' | 'muc-do', value: string) => {
    void navigate({ search: { ...search, [key]: value === '' ? undefined : value }, replace: true });
  };
  return (
    <div className={styles.filters}>
      <NativeSelect
        label={words.filterKind}
        value={search.loai ?? ''}
        data={[
          { value: '', label: words.all },
          ...FINDING_KINDS.filter((kind) => present.has(kind)).map((kind) => ({
            value: kind,
            label: kinds[kind],
          })),
        ]}
        onChange={(event) => {
          choose('loai', event.currentTarget.value);
        }}
      />
      <NativeSelect
        label={words.filterSeverity}
        value={search['muc-do'] ?? ''}
        data={[
          { value: '', label: words.all },
          ...SEVERITIES.map((severity) => ({ value: severity, label: severities[severity] })),
        ]}
        onChange={(event) => {
          choose('muc-do', event.currentTarget.value);
        }}
      />
    </div>
  );
};

export default FindingsPage;
