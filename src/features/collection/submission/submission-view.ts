import { can, type Actor } from '#core/access/access.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { listFractions } from '#core/scoring/decide-data-value.ts';
import {
  type Component,
  type ComponentIndicator,
  findDataItem,
  type Framework,
} from '#core/scoring/framework.ts';
import { listRuleItems } from '#core/scoring/rule-parts.ts';
import {
  findAppraisalRefusal,
  findWriteRefusal,
  listSubmissionActions,
  needsReason,
} from '#core/submission/submission-state.ts';
import { isTaskItem } from '#core/task-progress/task-codes.ts';
import type { SubmissionForm, SubmissionItem } from '#contract/submission.ts';
import type { SubmissionPast } from '#features/collection/follow-up/answer-changes.ts';
import { roundHeadView } from '#features/collection/round/round-views.ts';
import { countCompleteness, factsOf, listFindings } from './submission-checks.ts';
import { answerKey, appraisersOf, type SubmissionRecord } from './submission-record.ts';
import type { RequestRow } from './submission-reads.ts';
import type { AnswerRow, SubmissionStepRow } from './submission-store.ts';

type Names = ReadonlyMap<string, string>;

/** Who looks at a form and when, with the names and the past that it shows. */
interface FormReader {
  readonly actor: Actor | undefined;
  readonly today: PlainDate;
  readonly names: Names;
  readonly past: SubmissionPast;
}

const nameOf = (names: Names, accountId: string | null): string | null =>
  accountId === null ? null : (names.get(accountId) ?? null);

/** Accounts whose names a form shows. */
export const accountsOfForm = (
  { answers }: SubmissionRecord,
  steps: readonly SubmissionStepRow[],
): readonly string[] =>
  [
    ...[...answers.values()].flatMap(({ changedBy, decidedBy }) => [changedBy, decidedBy]),
    ...steps.map(({ by }) => by),
  ].filter((id) => id !== null);

const answerView = (
  { sources }: SubmissionRecord,
  answer: AnswerRow,
  { names, past }: Pick<FormReader, 'names' | 'past'>,
): NonNullable<SubmissionItem['answer']> => {
  const key = answerKey(answer);
  const source = sources.get(key);
  return {
    value: answer.value,
    note: answer.note,
    explanation: answer.explanation,
    version: answer.version,
    changedAt: answer.changedAt,
    changedBy: nameOf(names, answer.changedBy),
    appraisal:
      answer.decision === null || answer.decidedAt === null
        ? null
        : {
            decision: answer.decision,
            value: answer.appraised,
            reason: answer.decisionReason,
            at: answer.decidedAt,
            by: nameOf(names, answer.decidedBy),
          },
    ...(isTaskItem(answer.item) && { task: { difficulties: answer.difficulties, result: answer.result } }),
    earlierAppraisals: past.appraisals.get(key) ?? [],
    isChanged: past.changed.has(key),
    ...(source && { source: { kind: source.kind, name: source.name } }),
  };
};

const taskMember = (record: SubmissionRecord, request: RequestRow): Pick<SubmissionItem, 'task'> => {
  const task = request.taskId === null ? undefined : record.tasks.get(request.taskId);
  if (!task || request.taskRole === null) return {};
  const { id, order, due, isSpan, expectedResult } = task;
  return { task: { id, order, due, isSpan, expectedResult, role: request.taskRole } };
};

const itemView = (record: SubmissionRecord, request: RequestRow, who: FormReader): SubmissionItem[] => {
  const item = record.framework.dataItems.find(({ code }) => code === request.item);
  if (!item) return [];
  const answer = record.answers.get(answerKey(request));
  const known = record.counted.get(answerKey(request)) ?? record.known.get(answerKey(request));
  const { organizationCode } = record.submission;
  const appraiserCodes = appraisersOf(record.framework, request.indicator);
  return [
    {
      subject: request.subject,
      item,
      share: request.share,
      answer: answer ? answerView(record, answer, who) : null,
      previous: known ? { value: known.value, source: known.source, period: known.period } : null,
      ...taskMember(record, request),
      evidence: [...(record.evidence.get(answerKey(request)) ?? [])],
      mayAppraise: can(who.actor, 'submission.appraise', { organizationCode, appraiserCodes }),
    },
  ];
};

interface GroupOfIndicators {
  readonly code: string;
  readonly name: Component['name'];
  readonly indicators: readonly ComponentIndicator[];
}

const leavesOf = (component: Component): readonly ComponentIndicator[] =>
  component.kind === 'indicator' ? [component] : component.children.flatMap(leavesOf);

const groupsOf = ({ components }: Framework): readonly GroupOfIndicators[] =>
  components.map((component) => ({
    code: component.code,
    name: component.name,
    indicators: leavesOf(component),
  }));

const formGroups = (record: SubmissionRecord, who: FormReader): SubmissionForm['groups'] =>
  groupsOf(record.framework)
    .map(({ code, name, indicators }) => ({
      ...{ code, name },
      indicators: indicators
        .map((indicator) => ({
          ...{ code: indicator.code, name: indicator.name, evidence: indicator.evidence },
          ...{ rule: indicator.rule, maximumPoints: indicator.maximumPoints },
          ruleItems: listRuleItems(indicator.rule).flatMap(
            (code) => findDataItem(record.framework, code) ?? [],
          ),
          items: record.requests
            .filter((request) => request.indicator === indicator.code)
            .flatMap((request) => itemView(record, request, who)),
        }))
        .filter(({ items }) => items.length > 0),
    }))
    .filter(({ indicators }) => indicators.length > 0);

const listAskedFractions = ({ framework, requests }: SubmissionRecord): SubmissionForm['fractions'] => {
  const asked = new Set(requests.map(({ item }) => item));
  return listFractions(framework)
    .filter(({ numerator, denominator }) => asked.has(numerator) && asked.has(denominator))
    .map(({ numerator, denominator }) => ({ numerator, denominator }));
};

/** The form of a submission as one person may see and use it. */
export const submissionView = (
  record: SubmissionRecord,
  steps: readonly SubmissionStepRow[],
  who: FormReader,
): SubmissionForm => {
  const { submission, round, framework } = record;
  const { actor, today, names } = who;
  const findings = listFindings(record);
  const completeness = countCompleteness(record, findings);
  const facts = factsOf(record, completeness, today);
  return {
    id: submission.id,
    round: roundHeadView(round, framework),
    organization: { code: submission.organizationCode, name: submission.organizationName },
    state: submission.state,
    version: submission.version,
    extendedUntil: submission.extendedUntil,
    groups: formGroups(record, who),
    fractions: listAskedFractions(record),
    policies: framework.policies,
    findings: [...findings],
    completeness,
    steps: steps.map(({ action, from, to, reason, at, by }) => ({
      ...{ action, from, to, reason, at },
      by: nameOf(names, by),
    })),
    actions: listSubmissionActions(facts, actor).map((action) => ({
      action,
      needsReason: needsReason(facts, action),
    })),
    mayWrite: findWriteRefusal(facts, actor) === undefined,
    mayAppraise: findAppraisalRefusal(facts, actor) === undefined,
  };
};
