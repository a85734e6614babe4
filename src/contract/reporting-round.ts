import { z } from 'zod';
import { SAYS_SOMETHING } from '#core/kernel/text.ts';
import { SUBMISSION_STATES } from '#core/submission/submission-state.ts';
import { ROUND_ACTIONS, ROUND_STATES, VALUE_KINDS } from '#core/submission/reporting-round.ts';
import { PERIOD_TEXT } from '#core/submission/reporting-period.ts';
import { Instant, PlainDateText } from './schemas.ts';
import { LocalizedText } from './scoring.ts';

/** An organization by its code and official name. */
export const OrganizationName = z
  .object({ code: z.string(), name: z.string() })
  .meta({ id: 'OrganizationName' });

/** A year, half-year, quarter or month, as 2026, 2026-H1, 2026-Q2, 2026-05. */
export const PeriodText = z.string().regex(PERIOD_TEXT).meta({ id: 'ReportingPeriod' });

/** A due day with what it means on the working calendar. */
const RoundSchedule = z
  .object({
    /** The day that the plan names, and whether it says "before" it. */
    dueDay: PlainDateText,
    dueBefore: z.boolean(),
    lastDay: PlainDateText,
    /** Last working day on or before the last day: what to aim at. */
    remindDay: PlainDateText,
    /** Only after this day is anything late: the last day as moved to a working day. */
    lateAfterDay: PlainDateText,
    /** After this day the round takes no figures; null when it is locked by hand. */
    lockDay: PlainDateText.nullable(),
  })
  .meta({ id: 'RoundSchedule' });

const StateCounts = z
  .record(z.enum(SUBMISSION_STATES), z.number().int())
  .meta({ id: 'SubmissionStateCounts' });

export const RoundSummary = z
  .object({
    id: z.uuid(),
    title: z.string(),
    framework: z.object({ code: z.string(), version: z.number().int(), title: LocalizedText }),
    year: z.number().int(),
    period: PeriodText,
    valueKind: z.enum(VALUE_KINDS),
    state: z.enum(ROUND_STATES),
    schedule: RoundSchedule,
    appraisalSteps: z.number().int(),
    requiresEvidence: z.boolean(),
    organizationCount: z.number().int(),
    stateCounts: StateCounts,
    version: z.number().int(),
  })
  .meta({ id: 'ReportingRound' });
export type RoundSummary = z.infer<typeof RoundSummary>;

/** How one organization stands in a round: a brick of the wall. */
export const RoundMember = z
  .object({
    submissionId: z.uuid().nullable(),
    organization: OrganizationName,
    kind: z.string(),
    state: z.enum(SUBMISSION_STATES),
    asked: z.number().int(),
    answered: z.number().int(),
    submittedAt: Instant.nullable(),
    /** Not sent although the last day is over, or sent after it. */
    isLate: z.boolean(),
    extendedUntil: PlainDateText.nullable(),
  })
  .meta({ id: 'RoundMember' });
export type RoundMember = z.infer<typeof RoundMember>;

export const RoundDetail = z
  .object({
    round: RoundSummary,
    /** The reporting duty that it fulfils, in the words of its plan. */
    duty: z.object({ id: z.uuid(), text: z.string(), document: z.string() }).nullable(),
    members: z.array(RoundMember),
    /** Shares of what was asked: answered, sent, sent in time; null where nobody is asked. */
    completeness: z.object({
      answers: z.object({ asked: z.number().int(), answered: z.number().int() }),
      submissions: z.object({ asked: z.number().int(), sent: z.number().int(), inTime: z.number().int() }),
    }),
    actions: z.array(z.enum(ROUND_ACTIONS)),
  })
  .meta({ id: 'RoundDetail' });
export type RoundDetail = z.infer<typeof RoundDetail>;

/** A round as it is to be opened. */
export const RoundInput = z
  .object({
    title: z.string().max(300).regex(SAYS_SOMETHING),
    dutyId: z.uuid().nullable(),
    framework: z.string().max(60),
    period: PeriodText,
    valueKind: z.enum(VALUE_KINDS),
    dueDay: PlainDateText,
    dueBefore: z.boolean(),
    lockDay: PlainDateText.nullable(),
    appraisalSteps: z.number().int().min(1).max(2),
    requiresEvidence: z.boolean(),
    /** Only these organizations and items of those that the framework gives; null for all. */
    organizations: z.array(z.string().max(40)).max(2000).nullable(),
    items: z.array(z.string().max(80)).max(2000).nullable(),
    /** Documents for whose open tasks the organizations are asked as well. */
    plans: z.array(z.uuid()).max(200).default([]),
    writeId: z.uuid(),
  })
  .meta({ id: 'RoundInput' });
export type RoundInput = z.infer<typeof RoundInput>;
