import type { PlainDate } from '#core/kernel/plain-date.ts';
import { BLANK, type DataItem, type DataValue } from '#core/scoring/data-value.ts';
import { listFractions } from '#core/scoring/decide-data-value.ts';
import { type ComponentIndicator, type Framework, listIndicators } from '#core/scoring/framework.ts';
import {
  type AnswerFinding,
  listAnswerFindings,
  listBrokenFractionFindings,
} from '#core/submission/answer-findings.ts';
import { takesFigures } from '#core/submission/reporting-round.ts';
import type { SubmissionFacts } from '#core/submission/submission-state.ts';
import type { SubmissionCompleteness } from '#contract/submission.ts';
import { taskItemCode } from '#core/task-progress/task-codes.ts';
import { withTasks } from '#core/task-progress/task-form.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { findFrameworkVersion } from '#server/scoring/load-index.ts';
import { type AnswerSourceRow, listAnswerSources } from './answer-source-store.ts';
import { listCountedFigures } from './counted-figures.ts';
import { findRound, type StoredRound } from './round-store.ts';
import {
  type KnownRow,
  listAttachedEvidence,
  listKnownFigures,
  listPeerFigures,
  listRequestsOf,
  type RequestRow,
} from './submission-reads.ts';
import { type AskedTaskRow, listAskedTasks } from './task-progress-reads.ts';
import { type AnswerRow, listAnswers, type StoredSubmission } from './submission-store.ts';

/** Names the figure of a subject and an item within one submission. */
export const answerKey = ({ subject, item }: { readonly subject: string; readonly item: string }): string =>
  `${subject}/${item}`;

/** Everything that decisions about one submission rest on. */
export interface SubmissionRecord {
  readonly submission: StoredSubmission;
  readonly round: StoredRound;
  /** What the form asks for: the framework of the round and, after it, tasks. */
  readonly framework: Framework;
  readonly tasks: ReadonlyMap<string, AskedTaskRow>;
  readonly requests: readonly RequestRow[];
  readonly answers: ReadonlyMap<string, AnswerRow>;
  /** What was known before: of an earlier period, or of the index. */
  readonly known: ReadonlyMap<string, KnownRow>;
  /** What registers count by themselves for this very period. */
  readonly counted: ReadonlyMap<string, KnownRow>;
  readonly peers: ReadonlyMap<string, readonly DataValue[]>;
  readonly evidence: ReadonlyMap<string, readonly string[]>;
  readonly sources: ReadonlyMap<string, AnswerSourceRow>;
}

const byKey = <Row extends { readonly subject: string; readonly item: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, Row> => new Map(rows.map((row) => [answerKey(row), row]));

const listKnownProgress = (tasks: readonly AskedTaskRow[], subject: string): readonly KnownRow[] =>
  tasks.flatMap(({ id, previous }) =>
    previous === null ? [] : [{ subject, item: taskItemCode(id), source: 'round' as const, ...previous }],
  );

/** Loads a submission whole. Throws when its round or framework is gone, which the database does not allow. */
export const loadSubmissionRecord = async (
  db: Db | Tx,
  submission: StoredSubmission,
): Promise<SubmissionRecord> => {
  const { roundId, organizationCode, id } = submission;
  const round = await findRound(db, roundId);
  const framework = round && (await findFrameworkVersion(db, round.framework, round.frameworkVersion));
  if (!framework) throw new Error(`A submission without its round or framework: ${id}`);
  const attached = await listAttachedEvidence(db, id);
  const evidence = new Map<string, string[]>();
  for (const row of attached) {
    evidence.set(answerKey(row), [...(evidence.get(answerKey(row)) ?? []), row.evidenceId]);
  }
  const requests = await listRequestsOf(db, roundId, organizationCode);
  const tasks = requests.some(({ taskId }) => taskId !== null)
    ? await listAskedTasks(db, roundId, organizationCode)
    : [];
  return {
    submission,
    round,
    framework: withTasks(framework, tasks),
    tasks: new Map(tasks.map((task) => [task.id, task])),
    requests,
    answers: byKey(await listAnswers(db, id)),
    known: byKey([
      ...(await listKnownFigures(db, round, organizationCode)),
      ...listKnownProgress(tasks, organizationCode),
    ]),
    counted: byKey(await listCountedFigures(db, { round, framework, organizationCode, requests })),
    peers: await listPeerFigures(db, roundId, organizationCode),
    evidence,
    sources: byKey(await listAnswerSources(db, id)),
  };
};

/** A finding with the subject whose figure it is about. */
export type SubjectFinding = AnswerFinding & { readonly subject: string };

const indicatorsOf = (framework: Framework): ReadonlyMap<string, ComponentIndicator> =>
  new Map(listIndicators(framework).map((indicator) => [indicator.code, indicator]));

const itemsOf = (framework: Framework): ReadonlyMap<string, DataItem> =>
  new Map(framework.dataItems.map((item) => [item.code, item]));

const declaredValue = (record: SubmissionRecord, request: RequestRow): DataValue =>
  record.answers.get(answerKey(request))?.value ?? BLANK;

// One piece of evidence behind any figure of an indicator proves the indicator.
const listProvenIndicators = ({ requests, evidence }: SubmissionRecord): ReadonlySet<string> =>
  new Set(
    requests.flatMap((request) =>
      (evidence.get(answerKey(request)) ?? []).length > 0 ? [`${request.subject}/${request.indicator}`] : [],
    ),
  );

const listFractionFindings = (record: SubmissionRecord): readonly SubjectFinding[] => {
  const subjects = [...new Set(record.requests.map(({ subject }) => subject))];
  const fractions = listFractions(record.framework);
  return subjects.flatMap((subject) => {
    const own = record.requests.filter((request) => request.subject === subject);
    const values = new Map(own.map((request) => [request.item, declaredValue(record, request)]));
    return listBrokenFractionFindings(fractions, values).map((finding) => ({ ...finding, subject }));
  });
};

/** All that the checks find in a submission as it is now, in the order of the form. */
export const listFindings = (record: SubmissionRecord): readonly SubjectFinding[] => {
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
      peers: peers.get(request.item) ?? [],
      lacksEvidence: asksForEvidence && !proven.has(`${request.subject}/${request.indicator}`),
    }).map((finding) => ({ ...finding, subject: request.subject }));
  });
  return [...single, ...listFractionFindings(record)];
};

const isUnreasoned = (record: SubmissionRecord, finding: SubjectFinding): boolean =>
  finding.severity === 'soft' && (record.answers.get(answerKey(finding))?.explanation ?? '').trim() === '';

/** What stands between a submission and its next step, in numbers. */
export const countCompleteness = (
  record: SubmissionRecord,
  findings: readonly SubjectFinding[],
): SubmissionCompleteness => {
  const answers = record.requests.map((request) => record.answers.get(answerKey(request)));
  const decisions = (wanted: AnswerRow['decision']): number =>
    answers.filter((answer) => (answer?.decision ?? null) === wanted).length;
  return {
    asked: record.requests.length,
    answered: answers.filter((answer) => answer !== undefined && answer.value.state !== 'blank').length,
    hard: findings.filter(({ severity }) => severity === 'hard').length,
    unreasoned: findings.filter((finding) => isUnreasoned(record, finding)).length,
    undecided: decisions(null),
    returned: decisions('returned'),
  };
};

/** Whether the round takes figures from the organization of a submission today. */
export const takesFiguresOf = (
  { round, submission }: Pick<SubmissionRecord, 'round' | 'submission'>,
  today: PlainDate,
): boolean => takesFigures(round, submission.extendedUntil, today);

/** The facts by which core decides what may be done with a submission. */
export const factsOf = (
  record: SubmissionRecord,
  completeness: SubmissionCompleteness,
  today: PlainDate,
): SubmissionFacts => {
  const { submission, round } = record;
  return {
    organizationCode: submission.organizationCode,
    appraiserCodes: submission.appraiserCodes,
    state: submission.state,
    takesFigures: takesFiguresOf(record, today),
    appraisalSteps: round.appraisalSteps,
    appraisalsPassed: submission.appraisalsPassed,
    firstAppraiserId: submission.firstAppraiserId,
    hardFindings: completeness.hard,
    unreasonedFindings: completeness.unreasoned,
    undecidedAnswers: completeness.undecided,
    returnedAnswers: completeness.returned,
  };
};

/** The organizations that appraise a figure, by the indicator it stands under. */
export const appraisersOf = (framework: Framework, indicatorCode: string): readonly string[] =>
  (indicatorsOf(framework).get(indicatorCode)?.appraisers ?? []).flatMap(
    ({ organizationCode }) => organizationCode ?? [],
  );
