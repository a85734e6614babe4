import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { OptionList } from '#features/improvement-plan/contract.ts';
import { toProblem } from '#web/api/problem-error.ts';
import { useMessages, usePickText } from '#web/i18n/locale.tsx';
import type { PlainSearch } from '#web/search-params.ts';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { AimForm } from './AimForm.tsx';
import { EffortSettings } from './EffortSettings.tsx';
import { KeptPlans } from './KeptPlans.tsx';
import { improvementMessages } from './messages.ts';
import { aimAddress, readAim, readSettings, requestOf, settingsAddress } from './plan-address.ts';
import { optionsQuery, plansQuery } from './queries.ts';
import { SolvedPlan } from './SolvedPlan.tsx';
import { useFinding } from './use-finding.ts';
import { WithoutWay } from './WithoutWay.tsx';

interface PlannerProps {
  readonly known: OptionList;
  readonly search: PlainSearch;
}

/** The goal, the plans that reach it, and what they are computed with. All of it stands in the address. */
const Planner = ({ known, search }: PlannerProps) => {
  const words = useMessages(improvementMessages);
  const pick = usePickText();
  const navigate = useNavigate({ from: '/bo-chi-so/phuong-an-cai-thien' });
  const request = requestOf(search, {
    ...{ statedGoal: known.statedGoal, framework: known.framework.code },
    ...{ subject: known.subject.code, year: known.year },
  });
  const solved = useQuery(plansQuery(request));
  const place = Math.min(Number(search.xem) || 0, (solved.data?.plans.length ?? 1) - 1);
  const go = (change: PlainSearch) => {
    void navigate({
      search: (earlier: PlainSearch) => ({ ...earlier, xem: undefined, ...change }),
      replace: true,
      resetScroll: false,
    });
  };
  const finding = useFinding(solved.data, place);
  const title = solved.isPending ? words.computing : solved.isError ? words.refusedTitle : finding;
  return (
    <Page
      title={title}
      eyebrow={words.eyebrow(pick(known.framework.title), known.subject.name, String(known.year))}
      lead={words.lead}
    >
      <AimForm
        aim={readAim(search, known.statedGoal)}
        mainIndicators={known.mainIndicators}
        onAim={(aim) => {
          go(aimAddress(aim));
        }}
      />
      {solved.isPending && <LoadingState lines={12} />}
      {solved.isError && (
        <ErrorState error={solved.error} where={words.page} onRetry={() => void solved.refetch()} />
      )}
      {solved.data && (
        <SolvedPlan
          solved={solved.data}
          request={request}
          place={place}
          revises={search.sua}
          onChoose={(chosen) => {
            go({ xem: chosen === 0 ? undefined : String(chosen) });
          }}
        />
      )}
      <EffortSettings
        known={known}
        settings={readSettings(search)}
        onSettings={(settings) => {
          go(settingsAddress(settings));
        }}
      />
      <WithoutWay known={known} />
      <KeptPlans search={search} />
    </Page>
  );
};

/** What to do next: the cheapest plan to a goal, or the most points for an effort. */
const ImprovementPlanPage = () => {
  const words = useMessages(improvementMessages);
  const search = useSearch({ from: '/shell/bo-chi-so/phuong-an-cai-thien' });
  const known = useQuery(optionsQuery(search));
  if (known.isPending) {
    return (
      <Page title={words.loadingTitle}>
        <LoadingState lines={18} />
      </Page>
    );
  }
  if (known.isError) {
    const isEmpty = toProblem(known.error).code === 'record.not-found';
    return (
      <Page title={isEmpty ? words.noIndexTitle : words.loadingTitle}>
        {isEmpty ? (
          <EmptyState title={words.noIndexTitle}>{words.noIndex}</EmptyState>
        ) : (
          <ErrorState error={known.error} where={words.page} onRetry={() => void known.refetch()} />
        )}
      </Page>
    );
  }
  return <Planner known={known.data} search={search} />;
};

export default ImprovementPlanPage;
