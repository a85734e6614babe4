import { z } from 'zod';
import { SAYS_SOMETHING } from '#core/kernel/text.ts';
import { SUM_DECISIONS } from '#core/submission/sum-decision.ts';
import { VALUE_KINDS } from '#core/submission/reporting-round.ts';
import { route } from '#contract/route.ts';
import { OrganizationName, PeriodText, RoundSummary } from '#contract/reporting-round.ts';
import { DecimalText, Instant, PlainDateText } from '#contract/schemas.ts';
import { DataItem, DataValue, LocalizedText } from '#contract/scoring.ts';

const Id = z.object({ id: z.uuid() });
const Count = z.number().int();

/** How the organizations that an indicator is asked of stand. */
const IndicatorStanding = z
  .object({
    code: z.string(),
    name: LocalizedText,
    asked: Count,
    sent: Count,
    accepted: Count,
    late: Count,
    returned: Count,
  })
  .meta({ id: 'IndicatorStanding' });
export type IndicatorStanding = z.infer<typeof IndicatorStanding>;

/** A province's figure as far as its parts go. */
const SumStanding = z
  .object({
    item: DataItem,
    indicator: z.string(),
    asked: Count,
    accepted: Count,
    /** Accepted parts that are a number, blank, or not applicable. */
    counted: Count,
    blank: Count,
    notApplicable: Count,
    sum: DataValue,
    /** The province's own figure when the round was opened; null where there was none. */
    own: DataValue.nullable(),
    /** The sum less the province's own figure, where both are numbers and differ; null otherwise. */
    difference: DecimalText.nullable(),
    decision: z
      .object({
        decision: z.enum(SUM_DECISIONS),
        accepted: Count,
        asked: Count,
        reason: z.string(),
        at: Instant,
        by: z.string().nullable(),
      })
      .nullable(),
    /** Whether somebody must say what becomes of it: the round is locked and parts are missing. */
    isOpen: z.boolean(),
  })
  .meta({ id: 'SumStanding' });
export type SumStanding = z.infer<typeof SumStanding>;

const RoundStanding = z
  .object({
    indicators: z.array(IndicatorStanding),
    sums: z.array(SumStanding),
    /** The latest reminder of each organization that was reminded. */
    reminders: z.array(z.object({ organization: z.string(), day: PlainDateText, sentAt: Instant })),
    /** Whether this person may remind and decide. */
    mayWrite: z.boolean(),
  })
  .meta({ id: 'RoundStanding' });
export type RoundStanding = z.infer<typeof RoundStanding>;

export const getRoundStanding = route({
  method: 'GET',
  path: '/reporting-rounds/:id/standing',
  operationId: 'getReportingRoundStanding',
  summary: 'Which indicators of a round are waiting, and how far the province’s sums go',
  access: 'round.read',
  params: Id,
  response: RoundStanding,
  refusals: ['record.not-found'],
  since: '0.1.0',
});

export const remindOrganizations = route({
  method: 'POST',
  path: '/reporting-rounds/:id/reminders',
  operationId: 'remindOrganizations',
  summary: 'Remind organizations that have not sent, within the system; each at most once a day',
  access: 'round.write',
  params: Id,
  body: z.object({ organizations: z.array(z.string().max(40)).min(1).max(2000) }),
  response: z
    .object({
      reminded: z.array(z.string()),
      /** Reminded today already, or have sent their figures. */
      skipped: z.array(z.string()),
    })
    .meta({ id: 'SentReminders' }),
  refusals: ['record.not-found', 'round.wrong-state', 'access.denied'],
  since: '0.1.0',
});

export const decideSum = route({
  method: 'POST',
  path: '/reporting-rounds/:id/sum-decisions',
  operationId: 'decideSum',
  summary: 'Say of a locked round’s sum with gaps whether it counts, with the gaps named, or is left out',
  access: 'round.write',
  params: Id,
  body: z.object({
    item: z.string().max(80),
    decision: z.enum(SUM_DECISIONS),
    reason: z.string().max(1000).regex(SAYS_SOMETHING),
    writeId: z.uuid(),
  }),
  response: RoundStanding,
  refusals: [
    'record.not-found',
    'round.wrong-state',
    'sum.nothing-to-decide',
    'sum.already-written',
    'access.denied',
    'edit.conflict',
  ],
  since: '0.1.0',
});

/** An open round at a glance. */
const RoundGlance = z
  .object({
    round: RoundSummary.pick({ id: true, title: true, period: true, state: true, schedule: true }),
    asked: Count,
    sent: Count,
    accepted: Count,
    late: Count,
    returned: Count,
    /** Indicators of which a figure is late or was returned, those with most of them first. */
    indicators: z.array(IndicatorStanding.omit({ name: true })),
  })
  .meta({ id: 'RoundGlance' });
export type RoundGlance = z.infer<typeof RoundGlance>;

export const getReportingOverview = route({
  method: 'GET',
  path: '/reporting-overview',
  operationId: 'getReportingOverview',
  summary:
    'How many have sent, are late or were returned in the open rounds, and which indicators that concerns',
  access: 'round.read',
  response: z.object({ items: z.array(RoundGlance), total: Count }).meta({ id: 'ReportingOverview' }),
  since: '0.1.0',
});

/** What was asked of somebody over rounds, and what came of it. */
const performanceMembers = {
  /** Reports that were asked for. */
  asked: Count,
  sent: Count,
  /** Sent by the last day; with those whose last day is still ahead, not counted as due. */
  inTime: Count,
  /** Reports that were due by today or have been sent: what timeliness is a share of. */
  due: Count,
  figuresAsked: Count,
  figuresAnswered: Count,
};

const OrganizationPerformance = z
  .object({ organization: OrganizationName, kind: z.string(), ...performanceMembers })
  .meta({ id: 'OrganizationPerformance' });
export type OrganizationPerformance = z.infer<typeof OrganizationPerformance>;

const PlanPerformance = z
  .object({
    /** Number or subject of the plan; null for rounds that fulfil no plan. */
    document: z.string().nullable(),
    rounds: Count,
    ...performanceMembers,
  })
  .meta({ id: 'PlanPerformance' });
export type PlanPerformance = z.infer<typeof PlanPerformance>;

export const getReportingPerformance = route({
  method: 'GET',
  path: '/reporting-performance',
  operationId: 'getReportingPerformance',
  summary: 'Completeness and timeliness by organization and by plan, over the rounds of a year or all',
  access: 'round.read',
  query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
  response: z
    .object({
      years: z.array(Count),
      rounds: Count,
      organizations: z.array(OrganizationPerformance),
      plans: z.array(PlanPerformance),
    })
    .meta({ id: 'ReportingPerformance' }),
  since: '0.1.0',
});

const Reminder = z
  .object({
    id: z.uuid(),
    round: z.object({ id: z.uuid(), title: z.string(), lastDay: PlainDateText, isLate: z.boolean() }),
    organization: OrganizationName,
    submissionId: z.uuid(),
    sentAt: Instant,
    sentBy: z.string().nullable(),
    isRead: z.boolean(),
  })
  .meta({ id: 'Reminder' });
export type Reminder = z.infer<typeof Reminder>;

export const listReminders = route({
  method: 'GET',
  path: '/reminders',
  operationId: 'listReminders',
  summary:
    'Reminders of the signed-in person’s organizations about figures that they still owe, the latest first',
  access: 'session.read',
  response: z.object({ items: z.array(Reminder), total: Count, unread: Count }).meta({ id: 'ReminderList' }),
  since: '0.1.0',
});

export const readReminders = route({
  method: 'POST',
  path: '/reminders/readings',
  operationId: 'readReminders',
  summary: 'Note that the signed-in person has read reminders; doing it again changes nothing',
  access: 'session.read',
  body: z.object({ reminders: z.array(z.uuid()).min(1).max(500) }),
  response: z.object({ unread: Count }).meta({ id: 'ReadReminders' }),
  since: '0.1.0',
});

/** An answer that is not what it was when the submission was sent the time before. */
const AnswerChange = z
  .object({
    subject: z.string(),
    item: z.string(),
    before: DataValue,
    /** The figure itself is another one; the note or the explanation is. */
    isFigure: z.boolean(),
    areWords: z.boolean(),
    newEvidence: Count,
  })
  .meta({ id: 'AnswerChange' });
export type AnswerChange = z.infer<typeof AnswerChange>;

export const getSubmissionChanges = route({
  method: 'GET',
  path: '/submissions/:id/changes',
  operationId: 'getSubmissionChanges',
  summary: 'What changed since the submission was sent the time before',
  access: 'submission.read',
  params: Id,
  response: z
    .object({
      /** When it was sent the time before; null when it has been sent once at most. */
      since: Instant.nullable(),
      items: z.array(AnswerChange),
    })
    .meta({ id: 'SubmissionChanges' }),
  refusals: ['record.not-found'],
  since: '0.1.0',
});

const TargetYearValue = z
  .object({
    year: Count,
    value: DecimalText,
    unit: z.string(),
    valueKind: z.enum(VALUE_KINDS),
    version: Count,
    round: z.object({ id: z.uuid(), title: z.string(), period: PeriodText }),
    recordedAt: Instant,
    recordedBy: z.string().nullable(),
  })
  .meta({ id: 'TargetYearValue' });
export type TargetYearValue = z.infer<typeof TargetYearValue>;

export const listTargetYearValues = route({
  method: 'GET',
  path: '/targets/:id/year-values',
  operationId: 'listTargetYearValues',
  summary:
    'What was reached of a target by the accepted figures of its indicator, year by year with its history',
  // Figures of other agencies are not for everybody who may read plans.
  access: 'index.read',
  params: Id,
  response: z.object({ items: z.array(TargetYearValue), total: Count }).meta({ id: 'TargetYearValueList' }),
  refusals: ['record.not-found'],
  since: '0.1.0',
});
