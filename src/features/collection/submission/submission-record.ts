import type { PlainDate } from '#core/kernel/plain-date.ts';
import { type Framework, listIndicators } from '#core/scoring/framework.ts';
import type { PeerSpread } from '#core/submission/peer-outlier.ts';
import { takesFigures } from '#core/submission/reporting-round.ts';
import { taskItemCode } from '#core/task-progress/task-codes.ts';
import { withTasks } from '#core/task-progress/task-form.ts';
import { isAllDone } from '#core/task-state/told-percent.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { getFrameworkOfMark } from '#server/scoring/load-index.ts';
import { type AnswerSourceRow, listAnswerSources } from './answer-source-store.ts';
import { listCountedFigures } from './counted-figures.ts';
import { keepBriefly } from './keep-briefly.ts';
import {
  getRoundAround,
  type RoundAround,
  type StoredRound,
} from '#features/collection/round/round-store.ts';
import {
  type KnownRow,
  listAttachedEvidence,
  listRequestsWithKnown,
  measurePeerFigures,
  type RequestRow,
} from './submission-reads.ts';
import { type AskedTaskRow, listAskedTasks } from '#features/collection/task-progress/task-progress-reads.ts';
import { type AnswerRow, listAnswers, type StoredSubmission } from './submission-store.ts';

/** Names the figure of a subject and an item within one submission. */
export const answerKey = ({ subject, item }: { readonly subject: string; readonly item: string }): string =>
  `${subject}/${item}`;

/** What the checks of a submission rest on. */
export interface CheckedRecord {
  readonly submission: StoredSubmission;
  readonly round: StoredRound;
  /** What the form asks for: the framework of the round and, after it, tasks. */
  readonly framework: Framework;
  readonly tasks: ReadonlyMap<string, AskedTaskRow>;
  readonly requests: readonly RequestRow[];
  readonly answers: ReadonlyMap<string, AnswerRow>;
  /** What was known before: of an earlier period, or of the index. */
  readonly known: ReadonlyMap<string, KnownRow>;
  /** What is usual among the other organizations of the round, by item. */
  readonly peers: ReadonlyMap<string, PeerSpread>;
  readonly evidence: ReadonlyMap<string, readonly string[]>;
}

/** Everything that decisions about one submission rest on. */
export interface SubmissionRecord extends CheckedRecord {
  /** What registers count by themselves for this very period. */
  readonly counted: ReadonlyMap<string, KnownRow>;
  readonly sources: ReadonlyMap<string, AnswerSourceRow>;
}

const byKey = <Row extends { readonly subject: string; readonly item: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, Row> => new Map(rows.map((row) => [answerKey(row), row]));

const listKnownProgress = (tasks: readonly AskedTaskRow[], subject: string): readonly KnownRow[] =>
  tasks.flatMap(({ id, previous }) =>
    previous === null ? [] : [{ subject, item: taskItemCode(id), source: 'round' as const, ...previous }],
  );

/** What recurs and was done begins anew: that all of it was done says nothing of the next time. */
const isOfEarlierTime = ({ item, value }: KnownRow, tasks: readonly AskedTaskRow[]): boolean =>
  value.state === 'value' &&
  isAllDone(value.value) &&
  tasks.some(({ id, isRecurring }) => isRecurring && taskItemCode(id) === item);

type History = Pick<CheckedRecord, 'requests' | 'tasks' | 'known'>;
type Peers = CheckedRecord['peers'];

const loadHistory = async (db: Db | Tx, round: StoredRound, organizationCode: string): Promise<History> => {
  const requests = await listRequestsWithKnown(db, round, organizationCode);
  const known = requests.flatMap(({ subject, item, known: figure }) =>
    figure ? [{ subject, item, ...figure }] : [],
  );
  const asksForTasks = requests.some(({ taskId }) => taskId !== null);
  const tasks = asksForTasks ? await listAskedTasks(db, round.id, organizationCode) : [];
  return {
    requests,
    tasks: new Map(tasks.map((task) => [task.id, task])),
    known: byKey(
      [...known, ...listKnownProgress(tasks, organizationCode)].filter((row) => !isOfEarlierTime(row, tasks)),
    ),
  };
};

/** What a submission is compared with: what is asked, what was known before, what is usual among peers. */
const loadAround = async (
  db: Db | Tx,
  { round }: RoundAround,
  organizationCode: string,
): Promise<History & { readonly peers: Peers }> => ({
  ...(await loadHistory(db, round, organizationCode)),
  peers: await measurePeerFigures(db, round.id, organizationCode),
});

// In the hour of the deadline everybody saves every few seconds: what happened in other rounds need not be read each
// time, and the peers of all drafts of a round are the same, those who have sent.
const KEPT_FOR_MILLISECONDS = 60_000;
const keptHistory = keepBriefly<History>(KEPT_FOR_MILLISECONDS);
const keptPeers = keepBriefly<Peers>(KEPT_FOR_MILLISECONDS);

const loadKeptAround = async (tx: Tx, { round, stepMark }: RoundAround, organizationCode: string) => ({
  ...(await keptHistory(`${round.id}/${organizationCode}`, '', () =>
    loadHistory(tx, round, organizationCode),
  )),
  // Of all who have sent: who writes a draft is not among them, whoever asked first.
  peers: await keptPeers(round.id, stepMark, () => measurePeerFigures(tx, round.id, null)),
});

const loadWith = async <Connection extends Db | Tx>(
  db: Connection,
  submission: StoredSubmission,
  load: (db: Connection, around: RoundAround, organizationCode: string) => ReturnType<typeof loadAround>,
): Promise<CheckedRecord> => {
  const { roundId, organizationCode, id } = submission;
  const roundAround = await getRoundAround(db, roundId);
  const { round, fingerprint } = roundAround;
  const mark = { version: round.frameworkVersion, fingerprint };
  const framework = await getFrameworkOfMark(db, round.framework, mark);
  const evidence = new Map<string, string[]>();
  for (const row of await listAttachedEvidence(db, id)) {
    evidence.set(answerKey(row), [...(evidence.get(answerKey(row)) ?? []), row.evidenceId]);
  }
  const around = await load(db, roundAround, organizationCode);
  return {
    ...{ submission, round, framework: withTasks(framework, [...around.tasks.values()]) },
    ...{ answers: byKey(await listAnswers(db, id)), evidence, ...around },
  };
};

/** Loads what the checks of a submission rest on. */
export const loadCheckedRecord = (db: Db | Tx, submission: StoredSubmission): Promise<CheckedRecord> =>
  loadWith(db, submission, loadAround);

/**
 * Loads a draft for one more save: what it is compared with may be a minute old. Whoever sends it is told by
 * `loadSubmissionRecord`, which is always fresh.
 */
export const loadDraftRecord = (tx: Tx, submission: StoredSubmission): Promise<CheckedRecord> =>
  loadWith(tx, submission, loadKeptAround);

/** Loads a submission whole. */
export const loadSubmissionRecord = async (
  db: Db | Tx,
  submission: StoredSubmission,
): Promise<SubmissionRecord> => {
  const record = await loadCheckedRecord(db, submission);
  const { organizationCode, id } = submission;
  return {
    ...record,
    counted: byKey(await listCountedFigures(db, { ...record, organizationCode })),
    sources: byKey(await listAnswerSources(db, id)),
  };
};

/** Whether the round takes figures from the organization of a submission today. */
export const takesFiguresOf = (
  { round, submission }: Pick<CheckedRecord, 'round' | 'submission'>,
  today: PlainDate,
): boolean => takesFigures(round, submission.extendedUntil, today);

/** The organizations that appraise a figure, by the indicator it stands under. */
export const appraisersOf = (framework: Framework, indicatorCode: string): readonly string[] =>
  (listIndicators(framework).find(({ code }) => code === indicatorCode)?.appraisers ?? []).flatMap(
    ({ organizationCode }) => organizationCode ?? [],
  );
