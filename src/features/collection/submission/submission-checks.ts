import type { PlainDate } from '#core/kernel/plain-date.ts';
import { BLANK, type DataItem, type DataValue } from '#core/scoring/data-value.ts';
import { listFractions } from '#core/scoring/decide-data-value.ts';
import { type ComponentIndicator, type Framework, listIndicators } from '#core/scoring/framework.ts';
import {
  type AnswerFinding,
  listAnswerFindings,
  listBrokenFractionFindings,
} from '#core/submission/answer-findings.ts';
import type { SubmissionFacts } from '#core/submission/submission-state.ts';
import type { SubmissionCompleteness } from '#contract/submission.ts';
import { answerKey, type CheckedRecord, takesFiguresOf } from './submission-record.ts';
import type { RequestRow } from './submission-reads.ts';
import type { AnswerRow } from './submission-store.ts';

/** A finding with the subject whose figure it is about. */
export type SubjectFinding = AnswerFinding & { readonly subject: string };

const indicatorsOf = (framework: Framework): ReadonlyMap<string, ComponentIndicator> =>
  new Map(listIndicators(framework).map((indicator) => [indicator.code, indicator]));

const itemsOf = (framework: Framework): ReadonlyMap<string, DataItem> =>
  new Map(framework.dataItems.map((item) => [item.code, item]));

const declaredValue = (record: CheckedRecord, request: RequestRow): DataValue =>
  record.answers.get(answerKey(request))?.value ?? BLANK;

// One piece of evidence behind any figure of an indicator proves the indicator.
const listProvenIndicators = ({ requests, evidence }: CheckedRecord): ReadonlySet<string> =>
  new Set(
    requests.flatMap((request) =>
      (evidence.get(answerKey(request)) ?? []).length > 0 ? [`${request.subject}/${request.indicator}`] : [],
    ),
  );

const listFractionFindings = (record: CheckedRecord): readonly SubjectFinding[] => {
  const subjects = [...new Set(record.requests.map(({ subject }) => subject))];
  const fractions = listFractions(record.framework);
  return subjects.flatMap((subject) => {
    const own = record.requests.filter((request) => request.subject === subject);
    const values = new Map(own.map((request) => [request.item, declaredValue(record, request)]));
    return listBrokenFractionFindings(fractions, values).map((finding) => ({ ...finding, subject }));
  });
};

/** All that the checks find in a submission as it is now, in the order of the form. */
export const listFindings = (record: CheckedRecord): readonly SubjectFinding[] => {
  const { framework, round, requests, known, peers } = record;
  const indicators = indicatorsOf(framework);
  const items = itemsOf(framework);
  const proven = listProvenIndicators(record);
  const single = requests.flatMap((request) => {
    const item = items.get(request.item);
    if (!item) return [];
    const asksForEvidence =
      round.requiresEvidence && (indicators.get(request.indicator)?.evidence.vi ?? '') !== '';
    return listAnswerFindings({
      item,
      value: declaredValue(record, request),
      previous: known.get(answerKey(request))?.value,
      peers: peers.get(request.item),
      lacksEvidence: asksForEvidence && !proven.has(`${request.subject}/${request.indicator}`),
    }).map((finding) => ({ ...finding, subject: request.subject }));
  });
  return [...single, ...listFractionFindings(record)];
};

const isUnreasoned = (record: CheckedRecord, finding: SubjectFinding): boolean =>
  finding.severity === 'soft' && (record.answers.get(answerKey(finding))?.explanation ?? '').trim() === '';

/** How many of the figures that are asked for are there: any but a blank. */
export const countAnswered = ({ requests, answers }: CheckedRecord): number =>
  requests.filter((request) => (answers.get(answerKey(request))?.value.state ?? 'blank') !== 'blank').length;

/** What stands between a submission and its next step, in numbers. */
export const countCompleteness = (
  record: CheckedRecord,
  findings: readonly SubjectFinding[],
): SubmissionCompleteness => {
  const answers = record.requests.map((request) => record.answers.get(answerKey(request)));
  const decisions = (wanted: AnswerRow['decision']): number =>
    answers.filter((answer) => (answer?.decision ?? null) === wanted).length;
  return {
    asked: record.requests.length,
    answered: countAnswered(record),
    hard: findings.filter(({ severity }) => severity === 'hard').length,
    unreasoned: findings.filter((finding) => isUnreasoned(record, finding)).length,
    undecided: decisions(null),
    returned: decisions('returned'),
  };
};

/** The facts by which core decides what may be done with a submission. */
export const factsOf = (
  record: CheckedRecord,
  completeness: SubmissionCompleteness,
  today: PlainDate,
): SubmissionFacts => {
  const { submission, round } = record;
  return {
    organizationCode: submission.organizationCode,
    appraiserCodes: submission.appraiserCodes,
    state: submission.state,
    takesFigures: takesFiguresOf(record, today),
    isRoundPublished: round.state === 'published',
    appraisalSteps: round.appraisalSteps,
    appraisalsPassed: submission.appraisalsPassed,
    firstAppraiserId: submission.firstAppraiserId,
    hardFindings: completeness.hard,
    unreasonedFindings: completeness.unreasoned,
    undecidedAnswers: completeness.undecided,
    returnedAnswers: completeness.returned,
  };
};
