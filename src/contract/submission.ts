import { z } from 'zod';
import { FINDING_CODES } from '#core/submission/answer-findings.ts';
import { answersVersionOf } from '#core/submission/answers-version.ts';
import { SUBMISSION_ACTIONS, SUBMISSION_STATES } from '#core/submission/submission-state.ts';
import { TASK_ROLES } from '#core/task-progress/task-role.ts';
import { ScoringPolicies } from './framework.ts';
import { OrganizationName, PeriodText, RoundSummary } from './reporting-round.ts';
import { DecimalText, Instant, PlainDateText } from './schemas.ts';
import { Rule } from './scoring-rule.ts';
import { DataItem, DataValue, LocalizedText } from './scoring.ts';

const SubmissionStateName = z.enum(SUBMISSION_STATES);

/** One thing that a person must do in a round, with its deadline. */
export const WorkItem = z
  .object({
    submissionId: z.uuid(),
    round: z.object({
      id: z.uuid(),
      title: z.string(),
      period: PeriodText,
      remindDay: PlainDateText,
      lastDay: PlainDateText,
      lateAfterDay: PlainDateText,
    }),
    organization: OrganizationName,
    state: SubmissionStateName,
    asked: z.number().int(),
    answered: z.number().int(),
    returned: z.number().int(),
    /** How many of what is asked are tasks. */
    tasks: z.number().int(),
    isLate: z.boolean(),
    /** Days left until the last day; negative after it. */
    daysLeft: z.number().int(),
    extendedUntil: PlainDateText.nullable(),
    /** What this person can do with it now; none when it waits for others. */
    actions: z.array(z.enum(SUBMISSION_ACTIONS)),
    mayWrite: z.boolean(),
    mayAppraise: z.boolean(),
  })
  .meta({ id: 'WorkItem' });
export type WorkItem = z.infer<typeof WorkItem>;

const Finding = z
  .object({
    subject: z.string(),
    item: z.string(),
    code: z.enum(FINDING_CODES),
    severity: z.enum(['hard', 'soft']),
    details: z.record(z.string(), z.string()),
  })
  .meta({ id: 'AnswerFinding' });

const Appraisal = z
  .object({
    decision: z.enum(['accepted', 'corrected', 'returned']),
    /** What stands in place of the declared figure; null unless it was corrected. */
    value: DataValue.nullable(),
    reason: z.string().nullable(),
    at: Instant,
    by: z.string().nullable(),
  })
  .meta({ id: 'AnswerAppraisal' });

/** Where a figure comes from that nobody typed into the form. */
const AnswerSource = z
  .object({
    kind: z.enum(['workbook', 'known', 'delivery']),
    /** The file, or the source that delivers; null for what was known already. */
    name: z.string().nullable(),
  })
  .meta({ id: 'AnswerSource' });

/** What an organization says of a task beside its percentage and what has been done. */
const TaskWords = z
  .object({
    /** What hinders the work. */
    difficulties: z.string().max(2000).nullable(),
    /** What has been achieved. */
    result: z.string().max(2000).nullable(),
  })
  .meta({ id: 'TaskWords' });

/** What is kept of an answer: the figure as declared, and as appraised beside it. */
const Answer = z
  .object({
    value: DataValue,
    note: z.string().nullable(),
    /** Why a figure is right although a check finds it unusual. */
    explanation: z.string().nullable(),
    version: z.number().int(),
    changedAt: Instant,
    changedBy: z.string().nullable(),
    /** Of a task. */
    task: TaskWords.optional(),
    appraisal: Appraisal.nullable(),
    /** What appraisers said before it was changed again, the latest first. */
    earlierAppraisals: z.array(Appraisal),
    /** Figure, note or explanation are not as they were when the submission was sent the time before. */
    isChanged: z.boolean(),
    /** Absent where a person typed the figure. */
    source: AnswerSource.optional(),
  })
  .meta({ id: 'SubmissionAnswer' });

/** A figure that is known already, to begin with and to compare with. */
const KnownFigure = z
  .object({
    value: DataValue,
    /** The answer of the round before, the index, or a register that counts it by itself. */
    source: z.enum(['round', 'index', 'register']),
    /** The period or year that it describes. */
    period: z.string(),
  })
  .meta({ id: 'KnownFigure' });

const SubmissionItem = z
  .object({
    subject: z.string(),
    item: DataItem,
    share: z.enum(['whole', 'part']),
    /** The task whose progress is asked for, in percent; absent for a figure. */
    task: z
      .object({
        id: z.uuid(),
        role: z.enum(TASK_ROLES),
        /** Its number in the plan, when it is due and what must come of it, as the plan writes it. */
        order: z.string().nullable(),
        due: z.string().nullable(),
        /** It runs over years: the percentage is that of the whole. */
        isSpan: z.boolean(),
        expectedResult: z.string().nullable(),
      })
      .optional(),
    answer: Answer.nullable(),
    previous: KnownFigure.nullable(),
    evidence: z.array(z.uuid()),
    /** Whether this person appraises it. */
    mayAppraise: z.boolean(),
  })
  .meta({ id: 'SubmissionItem' });
export type SubmissionItem = z.infer<typeof SubmissionItem>;

const SubmissionIndicator = z
  .object({
    code: z.string(),
    name: LocalizedText,
    /** The evidence that the framework asks for. */
    evidence: LocalizedText,
    rule: Rule,
    maximumPoints: DecimalText,
    /** Every item that the rule speaks of, also those that this form does not ask for. */
    ruleItems: z.array(DataItem),
    items: z.array(SubmissionItem),
  })
  .meta({ id: 'SubmissionIndicator' });

const SubmissionGroup = z
  .object({ code: z.string(), name: LocalizedText, indicators: z.array(SubmissionIndicator) })
  .meta({ id: 'SubmissionGroup' });

const SubmissionStep = z
  .object({
    action: z.enum(SUBMISSION_ACTIONS),
    from: SubmissionStateName,
    to: SubmissionStateName,
    reason: z.string().nullable(),
    at: Instant,
    by: z.string().nullable(),
  })
  .meta({ id: 'SubmissionStep' });

/** What stands between the present state and sending. */
const SubmissionCompleteness = z
  .object({
    asked: z.number().int(),
    answered: z.number().int(),
    hard: z.number().int(),
    unreasoned: z.number().int(),
    undecided: z.number().int(),
    returned: z.number().int(),
  })
  .meta({ id: 'SubmissionCompleteness' });
export type SubmissionCompleteness = z.infer<typeof SubmissionCompleteness>;

export const SubmissionForm = z
  .object({
    id: z.uuid(),
    round: RoundSummary.omit({ stateCounts: true, organizationCount: true }),
    organization: OrganizationName,
    state: SubmissionStateName,
    version: z.number().int(),
    extendedUntil: PlainDateText.nullable(),
    groups: z.array(SubmissionGroup),
    /** Pairs of items of which the first must not exceed the second, for the same check in the browser. */
    fractions: z.array(z.object({ numerator: z.string(), denominator: z.string() })),
    /** What the framework settles, to show what figures bring while they are entered. */
    policies: ScoringPolicies,
    findings: z.array(Finding),
    completeness: SubmissionCompleteness,
    steps: z.array(SubmissionStep),
    actions: z.array(z.object({ action: z.enum(SUBMISSION_ACTIONS), needsReason: z.boolean() })),
    mayWrite: z.boolean(),
    mayAppraise: z.boolean(),
  })
  .meta({ id: 'SubmissionForm' });
export type SubmissionForm = z.infer<typeof SubmissionForm>;

/** What was seen of the answers of a form by who signs or accepts them. */
export const seenAnswersVersion = ({ groups }: Pick<SubmissionForm, 'groups'>): number =>
  answersVersionOf(
    groups.flatMap(({ indicators }) => indicators.flatMap(({ items }) => items.map(({ answer }) => answer))),
  );

/** A figure as it was typed, with the version of the answer that the writer saw; 0 for none. */
export const AnswerInput = z
  .object({
    subject: z.string().max(40),
    item: z.string().max(80),
    state: z.enum(['value', 'blank', 'not-applicable']),
    value: z.string().max(80).nullable(),
    note: z.string().max(2000).nullable(),
    explanation: z.string().max(2000).nullable(),
    /** Of a task; when it is absent, what is there stays. */
    task: TaskWords.optional(),
    version: z.number().int().min(0),
  })
  .meta({ id: 'AnswerInput' });
export type AnswerInput = z.infer<typeof AnswerInput>;

/** An appraiser's decision on one answer; null takes an earlier decision back. */
export const DecisionInput = z
  .object({
    subject: z.string().max(40),
    item: z.string().max(80),
    decision: z.enum(['accepted', 'corrected', 'returned']).nullable(),
    state: z.enum(['value', 'blank', 'not-applicable']).nullable(),
    value: z.string().max(80).nullable(),
    reason: z.string().max(2000).nullable(),
    version: z.number().int().min(0),
  })
  .meta({ id: 'DecisionInput' });
export type DecisionInput = z.infer<typeof DecisionInput>;

/** What became of each answer of a batch: one that is refused does not hinder the others. */
export const SavedAnswers = z
  .object({
    saved: z.array(z.object({ subject: z.string(), item: z.string(), version: z.number().int() })),
    refused: z.array(
      z.object({
        subject: z.string(),
        item: z.string(),
        code: z.string(),
        details: z.record(z.string(), z.unknown()),
      }),
    ),
    /** Findings of the whole form after the save. */
    findings: z.array(Finding),
    completeness: SubmissionCompleteness,
    savedAt: Instant,
  })
  .meta({ id: 'SavedAnswers' });
export type SavedAnswers = z.infer<typeof SavedAnswers>;
