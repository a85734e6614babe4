import type { Actor } from '#core/access/access.ts';
import type { DueSchedule } from '#core/calendar/due-state.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Framework } from '#core/scoring/framework.ts';
import { getRoundSchedule, isLate, listRoundActions } from '#core/submission/reporting-round.ts';
import { SENT_STATES, SUBMISSION_STATES, type SubmissionState } from '#core/submission/submission-state.ts';
import type { RoundDetail, RoundMember, RoundSummary } from '#contract/reporting-round.ts';
import { dayInProvince } from '#server/clock.ts';
import { duePolicy } from '#server/reference/due-policy.ts';
import type { DutyRow, MemberRow, RoundCounts } from './round-reads.ts';
import type { StoredRound } from './round-store.ts';

/** The due day of a round on the country's working calendar. */
export const scheduleOf = (round: StoredRound): DueSchedule => getRoundSchedule(round, duePolicy.calendar);

/** Whether a submission has left its house and was not sent back. */
export const isSent = (state: SubmissionState): boolean => SENT_STATES.includes(state);

/** Whether a submission is late on a day, or was when it was sent. */
export const isSubmissionLate = (
  round: StoredRound,
  member: Pick<MemberRow, 'state' | 'submittedAt' | 'extendedUntil'>,
  today: PlainDate,
): boolean => {
  const day = isSent(member.state) && member.submittedAt !== null ? dayInProvince(member.submittedAt) : today;
  return isLate(scheduleOf(round).lateAfterDay, member.extendedUntil, day);
};

/** A round without what is counted over its organizations. */
export const roundHeadView = (
  round: StoredRound,
  framework: Pick<Framework, 'title'> | undefined,
): Omit<RoundSummary, 'stateCounts' | 'organizationCount'> => ({
  id: round.id,
  title: round.title,
  framework: {
    code: round.framework,
    version: round.frameworkVersion,
    title: framework?.title ?? { vi: round.framework, en: round.framework },
  },
  year: round.year,
  period: round.period,
  valueKind: round.valueKind,
  state: round.state,
  schedule: {
    dueDay: round.dueDay,
    dueBefore: round.dueBefore,
    lastDay: scheduleOf(round).lastDay,
    remindDay: scheduleOf(round).remindDay,
    lateAfterDay: scheduleOf(round).lateAfterDay,
    lockDay: round.lockDay,
  },
  appraisalSteps: round.appraisalSteps,
  requiresEvidence: round.requiresEvidence,
  version: round.version,
});

/** A round with how many of its submissions are in which state. */
export const roundView = (
  round: StoredRound,
  framework: Pick<Framework, 'title'> | undefined,
  counts: readonly RoundCounts[],
): RoundSummary => {
  const own = counts.filter(({ roundId }) => roundId === round.id);
  const countOf = (state: SubmissionState): number =>
    own.find((counted) => counted.state === state)?.count ?? 0;
  return {
    ...roundHeadView(round, framework),
    organizationCount: own.reduce((total, { count }) => total + count, 0),
    stateCounts: Object.fromEntries(
      SUBMISSION_STATES.map((state) => [state, countOf(state)]),
    ) as RoundSummary['stateCounts'],
  };
};

const memberView = (round: StoredRound, member: MemberRow, today: PlainDate): RoundMember => ({
  submissionId: member.submissionId,
  organization: { code: member.organizationCode, name: member.organizationName },
  kind: member.kind,
  state: member.state,
  asked: member.asked,
  answered: member.answered,
  submittedAt: member.submittedAt,
  isLate: round.state !== 'draft' && isSubmissionLate(round, member, today),
  extendedUntil: member.extendedUntil,
});

/** A round with its wall of organizations, its completeness and timeliness, and what may be done with it. */
export const roundDetailView = (
  data: {
    readonly round: StoredRound;
    readonly framework: Framework | undefined;
    readonly members: readonly MemberRow[];
    readonly duty: DutyRow | undefined;
  },
  actor: Actor | undefined,
  today: PlainDate,
): RoundDetail => {
  const { round, framework, duty } = data;
  const members = data.members.map((member) => memberView(round, member, today));
  const counts = SUBMISSION_STATES.map((state) => ({
    ...{ roundId: round.id, state },
    count: members.filter((member) => member.state === state).length,
  }));
  const sent = members.filter(({ state }) => isSent(state));
  return {
    round: roundView(round, framework, counts),
    duty: duty ? { id: duty.dutyId, text: duty.text, document: duty.document } : null,
    members,
    completeness: {
      answers: {
        asked: members.reduce((total, { asked }) => total + asked, 0),
        answered: members.reduce((total, { answered }) => total + answered, 0),
      },
      submissions: {
        asked: members.length,
        sent: sent.length,
        inTime: sent.filter((member) => !member.isLate).length,
      },
    },
    actions: [...listRoundActions(round.state, actor)],
  };
};
