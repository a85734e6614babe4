import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { LeagueAudit, LeagueSummary } from '#features/ranking/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { CertaintyMark } from '#web/ui/CertaintyMark.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { leagueAuditQuery, leaguesQuery } from '#web/widgets/ranking/league-queries.ts';
import { endsOf, findStrongest, orderAssumptions } from './audit-findings.ts';
import { auditMessages } from './audit-messages.ts';
import styles from './audit.module.css';
import { AuditAvailability, AuditCoherence } from './AuditCoherence.tsx';
import { AuditCorrelations } from './AuditCorrelations.tsx';
import { AuditFindings } from './AuditFindings.tsx';
import { AuditSensitivity } from './AuditSensitivity.tsx';
import { AuditWeights } from './AuditWeights.tsx';
import { rankingMessages } from './messages.ts';
import { type AuditWording, useAuditWording } from './use-audit-wording.ts';

/** What moves the ranks most, as the title says it. */
const titleOf = (audit: LeagueAudit, subjects: string, { words, shareOf }: AuditWording): string => {
  if (endsOf(audit.sensitivity.meanRankChange)[1] === 0) return words.titleFirm(subjects);
  const strongest = findStrongest(audit);
  if (strongest) return words.title(subjects, words.assumptions[strongest.name], shareOf(strongest.total));
  const [first, second] = orderAssumptions(audit).map(({ name }) => words.assumptions[name]);
  return words.titleTied(subjects, first ?? '', second ?? '');
};

/** Which ranking is audited. Another one has other groups. */
const LeagueChoice = ({ leagues, chosen }: { leagues: readonly LeagueSummary[]; chosen: string }) => {
  const words = useMessages(auditMessages);
  const ranking = useMessages(rankingMessages);
  const format = useFormat();
  const navigate = useNavigate({ from: '/xep-hang/kiem-dinh' });
  return (
    <NativeSelect
      className={styles.choice ?? ''}
      label={words.filter}
      value={chosen}
      data={leagues.map(({ framework, subjectCount }) => ({
        value: framework.code,
        label: ranking.league(
          ranking.subjects[framework.subjectKind](format.number(subjectCount)),
          String(framework.year),
        ),
      }))}
      onChange={(event) => {
        void navigate({ search: { bang: event.currentTarget.value }, replace: true, resetScroll: false });
      }}
    />
  );
};

interface AuditViewProps {
  readonly audit: LeagueAudit;
  readonly leagues: readonly LeagueSummary[];
}

const AuditView = ({ audit, leagues }: AuditViewProps) => {
  const wording = useAuditWording(audit);
  const { words, format, pick, numberOf } = wording;
  const ranking = useMessages(rankingMessages);
  const { framework, sensitivity } = audit;
  const subjects = ranking.subjects[framework.subjectKind](format.number(audit.subjectCount));
  return (
    <Page
      wide
      title={titleOf(audit, subjects, wording)}
      eyebrow={words.eyebrow(pick(framework.title), String(framework.year))}
      lead={
        <>
          <p className={styles.plain}>{words.lead(numberOf(sensitivity.meanRankChange))}</p>
          {audit.simulated && (
            <p className={styles.plain}>
              <CertaintyMark certainty="simulated" /> {ranking.simulatedLead}
            </p>
          )}
        </>
      }
      actions={
        <Link to="/xep-hang" search={{ bang: framework.code }}>
          {words.back}
        </Link>
      }
    >
      <LeagueChoice leagues={leagues} chosen={framework.code} />
      <AuditFindings audit={audit} />
      <AuditSensitivity audit={audit} />
      <AuditCorrelations audit={audit} />
      <AuditWeights audit={audit} />
      <AuditCoherence audit={audit} />
      <AuditAvailability audit={audit} />
    </Page>
  );
};

/** The statistical audit of a ranking; of which one stands in the address. */
const AuditPage = () => {
  const words = useMessages(auditMessages);
  const ranking = useMessages(rankingMessages);
  const search = useSearch({ from: '/shell/xep-hang/kiem-dinh' });
  const leagues = useQuery(leaguesQuery);
  const framework = search.bang ?? leagues.data?.items[0]?.framework.code;
  const audit = useQuery(leagueAuditQuery(framework));
  const failed = leagues.isError ? leagues : audit.isError ? audit : undefined;
  if (failed) {
    return (
      <Page title={words.page}>
        {leagues.isSuccess && framework !== undefined && (
          <LeagueChoice leagues={leagues.data.items} chosen={framework} />
        )}
        <ErrorState error={failed.error} where={words.page} onRetry={() => void failed.refetch()} />
      </Page>
    );
  }
  if (leagues.isSuccess && leagues.data.total === 0) {
    return (
      <Page title={words.page}>
        <EmptyState title={ranking.noneTitle}>{ranking.none}</EmptyState>
      </Page>
    );
  }
  if (!leagues.isSuccess || !audit.isSuccess) {
    return (
      <Page title={words.page} lead={words.computing}>
        <LoadingState picture={160} lines={12} />
      </Page>
    );
  }
  return <AuditView audit={audit.data} leagues={leagues.data.items} />;
};

export default AuditPage;
