import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { RoundDetail } from '#contract/reporting-round.ts';
import type { Format } from '#web/i18n/format.ts';
import { getEvidenceArchive } from '#features/collection/evidence-contract.ts';
import { addressOf } from '#web/api/call.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Facts } from '#web/ui/Facts.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import { ExtensionForm } from './ExtensionForm.tsx';
import { IndicatorSection } from './IndicatorSection.tsx';
import { MemberSection, WallSection } from './MemberSection.tsx';
import { roundMessages, type RoundWords } from './messages.ts';
import { roundQuery, standingQuery } from './queries.ts';
import { dueWords, isOwed, shareWords } from './round-words.ts';
import { RoundActions } from './RoundActions.tsx';
import { RoundStateBadge } from './RoundStateBadge.tsx';
import { Saved } from './Saved.tsx';
import { SumSection } from './SumSection.tsx';
import { WaitingSection } from './WaitingSection.tsx';

const findingOf = ({ round, members, completeness }: RoundDetail, format: Format, words: RoundWords) => {
  const asked = format.number(members.length);
  if (round.state === 'draft' || round.state === 'cancelled') {
    return words.round.findingDraft(asked, format.number(completeness.answers.asked));
  }
  const late = members.filter((member) => member.isLate && isOwed(member)).length;
  const sent = format.number(completeness.submissions.sent);
  return late === 0
    ? words.round.findingInTime(sent, asked)
    : words.round.finding(sent, asked, format.number(late));
};

const RoundFacts = ({ detail }: { readonly detail: RoundDetail }) => {
  const words = useMessages(roundMessages);
  const format = useFormat();
  const { round: own } = words;
  const { round, completeness } = detail;
  const { schedule } = round;
  const { answers, submissions } = completeness;
  return (
    <>
      <Section title={own.completeness}>
        <Facts
          twoColumns
          facts={[
            {
              label: own.submissions,
              value: shareWords(submissions.sent, submissions.asked, format, words),
            },
            { label: own.timely, value: shareWords(submissions.inTime, submissions.sent, format, words) },
            { label: own.answers, value: shareWords(answers.answered, answers.asked, format, words) },
          ]}
        />
      </Section>
      <Section title={own.facts}>
        <Facts
          twoColumns
          facts={[
            { label: own.dueDay, value: dueWords(schedule, format, words) },
            { label: own.remindDay, value: own.remindHint(format.day(schedule.remindDay)) },
            { label: own.lateAfter, value: format.day(schedule.lateAfterDay) },
            {
              label: own.lockDay,
              value: schedule.lockDay === null ? own.lockByHand : format.day(schedule.lockDay),
            },
            { label: own.steps, value: round.appraisalSteps === 1 ? own.oneStep : own.twoSteps },
            {
              label: own.evidence,
              value: round.requiresEvidence ? own.evidenceRequired : own.evidenceOptional,
            },
          ]}
        />
      </Section>
    </>
  );
};

const RoundLead = ({ detail: { round, duty } }: { readonly detail: RoundDetail }) => {
  const { round: words, valueKinds } = useMessages(roundMessages);
  const format = useFormat();
  const pick = usePickText();
  return (
    <>
      <RoundStateBadge state={round.state} />{' '}
      {words.lead(format.period(round.period), valueKinds[round.valueKind], pick(round.framework.title))}
      {duty && ` ${words.duty(duty.text, duty.document)}`}
    </>
  );
};

/** One reporting round: who has sent, who is late, which indicators that concerns, and what to do next. */
const RoundPage = () => {
  const words = useMessages(roundMessages);
  const format = useFormat();
  const { id } = useParams({ from: '/shell/dot-bao-cao/$id' });
  const detail = useQuery(roundQuery(id));
  const standing = useQuery(standingQuery(id));
  const [saved, setSaved] = useState<string | null>(null);
  const [isExtending, setExtending] = useState(false);
  const error = detail.error ?? standing.error;
  if (error) {
    return (
      <Page title={words.round.loading}>
        <ErrorState
          error={error}
          where={words.round.loading}
          onRetry={() => {
            void detail.refetch();
            void standing.refetch();
          }}
        />
      </Page>
    );
  }
  if (!detail.data || !standing.data) {
    return (
      <Page title={words.round.loading}>
        <LoadingState lines={10} picture={120} />
      </Page>
    );
  }
  const { round, members, actions } = detail.data;
  return (
    <Page
      wide
      title={`${round.title}: ${findingOf(detail.data, format, words)}`}
      eyebrow={
        <>
          <Link to="/dot-bao-cao">{words.list.loading}</Link>
          {' › '}
          {format.period(round.period)}
        </>
      }
      lead={<RoundLead detail={detail.data} />}
      actions={
        <>
          <RoundActions detail={detail.data} onDone={setSaved} />
          {round.state !== 'draft' && (
            <Button
              component="a"
              variant="default"
              href={addressOf(getEvidenceArchive, { params: { id } })}
              download
            >
              {words.round.archive}
            </Button>
          )}
          {actions.includes('extend') && !isExtending && (
            <Button
              variant="default"
              onClick={() => {
                setSaved(null);
                setExtending(true);
              }}
            >
              {words.extension.open}
            </Button>
          )}
        </>
      }
    >
      <Saved sentence={saved} />
      {isExtending && (
        <Section title={words.extension.title}>
          <ExtensionForm
            roundId={id}
            members={members}
            onClose={() => {
              setExtending(false);
            }}
            onSaved={(sentence) => {
              setExtending(false);
              setSaved(sentence);
            }}
          />
        </Section>
      )}
      <WallSection members={members} />
      {round.state === 'open' && (
        <WaitingSection
          roundId={id}
          members={members}
          reminders={standing.data.reminders}
          mayRemind={standing.data.mayWrite}
        />
      )}
      <MemberSection members={members} />
      <RoundFacts detail={detail.data} />
      <SumSection roundId={id} standing={standing.data} />
      <IndicatorSection indicators={standing.data.indicators} isOfProvince={standing.data.sums.length > 0} />
    </Page>
  );
};

export default RoundPage;
