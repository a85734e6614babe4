import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { DecidedFinding } from '#contract/finding-decision.ts';
import { exportFindings } from '#features/consistency/contract.ts';
import { addressOf } from '#web/api/call.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { selectFindings, queryOf } from './finding-filter.ts';
import { FindingFilters } from './FindingFilters.tsx';
import { FindingGroups } from './FindingGroups.tsx';
import { FindingPicture } from './FindingPicture.tsx';
import styles from './FindingsPage.module.css';
import { letterRequestOf, useMakeLetter } from './make-letter.ts';
import { consistencyMessages } from './messages.ts';
import { findingsQuery } from './queries.ts';

/** All contradictions, by kind, gravity, state, agency and document; the choice stands in the address. */
const FindingsPage = () => {
  const words = useMessages(consistencyMessages);
  const findings = useQuery(findingsQuery);
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
  if (findings.data.total === 0) {
    return (
      <Page title={words.none} actions={<LinksLink />}>
        <EmptyState title={words.none}>{words.noneHelp}</EmptyState>
      </Page>
    );
  }
  return <Findings findings={findings.data.items} mayMakeLetter={findings.data.mayMakeLetter} />;
};

const LinksLink = () => {
  const words = useMessages(consistencyMessages);
  return (
    <Button variant="default" renderRoot={(props) => <Link to="/mau-thuan/lien-ket" {...props} />}>
      {words.links}
    </Button>
  );
};

interface FindingsProps {
  readonly findings: readonly DecidedFinding[];
  readonly mayMakeLetter: boolean;
}

const Findings = ({ findings, mayMakeLetter }: FindingsProps) => {
  const words = useMessages(consistencyMessages);
  const format = useFormat();
  const search = useSearch({ from: '/shell/mau-thuan' });
  const open = findings.filter(({ state }) => state === 'open');
  const grave = open.filter(({ severity }) => severity === 'high').length;
  const shown = selectFindings(findings, search);
  const letter = useMakeLetter(letterRequestOf(search));
  const hasOpen = selectFindings(open, search, ['trang-thai']).length > 0;
  const title =
    open.length === 0
      ? words.allSettled(format.number(findings.length))
      : words.finding(format.number(open.length), format.number(grave));
  return (
    <Page
      title={title}
      eyebrow={<Link to="/">{words.eyebrow}</Link>}
      lead={words.lead}
      actions={
        <>
          <LinksLink />
          <Button
            component="a"
            variant="default"
            href={addressOf(exportFindings, { query: queryOf(search) })}
            download
          >
            {words.workbook}
          </Button>
          {mayMakeLetter && hasOpen && (
            <Button variant="default" loading={letter.isPending} onClick={letter.make}>
              {words.letter}
            </Button>
          )}
        </>
      }
    >
      {letter.error && <ErrorState error={letter.error} where={words.letter} />}
      <section aria-label={words.list}>
        <FindingPicture findings={findings} />
        <FindingFilters findings={findings} />
        <p role="status" className={styles.shown}>
          {words.shown(format.number(shown.length), format.number(findings.length))}{' '}
          <span className={styles.keys}>{words.keys}</span>
        </p>
        {shown.length === 0 ? (
          <EmptyState title={words.noneFits}>{words.noneFitsHelp}</EmptyState>
        ) : (
          <FindingGroups findings={shown} />
        )}
      </section>
    </Page>
  );
};

export default FindingsPage;
