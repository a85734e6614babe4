import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { v7 as newId } from 'uuid';
import type { Actor } from '#core/access/access.ts';
import { canonicalJson, type JsonValue } from '#core/kernel/canonical-json.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { issueDocument, type DocumentIssue } from '#core/report/issue.ts';
import { momentInWords } from '#core/report/moment-words.ts';
import type { OfficialDocument } from '#core/report/official-document.ts';
import { KIND_NAMES } from '#core/report/head-lines.ts';
import { writeDocument, type DocumentFacts, type PaperKind } from '#core/report/writing/write-document.ts';
import { appendAuditEvent, processCaller, type Caller } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { lockWrite } from '#server/db/lock-write.ts';
import type { PaperRequest } from './contract.ts';
import { admitRequest, gatherFacts, issuerOf } from './gather/gather-facts.ts';
import { countItems } from './reads.ts';
import { insertRendering } from './rendering-store.ts';
import { findPaperOfWrite, insertPaper, type StoredPaper } from './store.ts';
import { findChoice } from './template/template-store.ts';

/** Who makes a paper, and when. */
export interface PaperMaking {
  readonly db: Db;
  readonly clock: Clock;
  readonly actor: Actor;
  readonly caller: Caller;
}

/** What is asked for, with the key of the write. */
export interface PaperOrder {
  readonly request: PaperRequest;
  readonly writeId: string;
}

/** SHA-256 over the data of a paper, in hexadecimal digits. */
export const hashFacts = (facts: string): string => createHash('sha256').update(facts, 'utf8').digest('hex');

const titleOf = ({ head }: OfficialDocument): string =>
  `${KIND_NAMES[head.kind] ?? 'Công văn'} ${head.subject.charAt(0).toLowerCase()}${head.subject.slice(1)}`;

const isSimulated = (facts: DocumentFacts): boolean => {
  if (facts.kind === 'self-assessment' || facts.kind === 'findings-letter') return facts.simulated;
  return facts.kind === 'result-announcement' && facts.leagues.some(({ simulated }) => simulated);
};

/** The data of a kept paper. */
export const factsOf = ({ facts }: Pick<StoredPaper, 'facts'>): DocumentFacts =>
  // Safe: only makePaper writes the column, from facts of this type.
  JSON.parse(facts) as DocumentFacts;

/** The document of a kept paper as it was made, or as it was issued; the same as often as it is asked for. */
export const documentOf = (paper: StoredPaper, issue?: DocumentIssue): OfficialDocument => {
  const { id, factsHash, madeAt } = paper;
  const document = writeDocument(factsOf(paper), { id, factsHash, asOf: momentInWords(madeAt) });
  return issue ? issueDocument(document, issue) : document;
};

const answerRetry = (
  earlier: StoredPaper,
  { request }: PaperOrder,
  { actor }: PaperMaking,
): StoredPaper | Refusal<'edit.conflict'> =>
  // Of somebody else's paper nothing is told, not even that it was made.
  earlier.madeBy === actor.accountId && isDeepStrictEqual(earlier.request, request)
    ? earlier
    : refuse('edit.conflict', { field: 'writeId' });

const keep = async (tx: Tx, paper: StoredPaper, templateId: string | null, caller: Caller): Promise<void> => {
  await insertPaper(tx, paper);
  await insertRendering(tx, {
    ...{
      paperId: paper.id,
      version: 1,
      number: null,
      series: null,
      issuedOn: null,
      signing: null,
      templateId,
    },
    ...{ writeId: paper.writeId, madeAt: paper.madeAt, madeBy: paper.madeBy },
  });
  await appendAuditEvent(tx, caller, {
    at: paper.madeAt,
    action: 'official-document.write',
    subject: `official-document:${paper.id}`,
    details: { kind: paper.kind, organization: paper.organizationCode, factsHash: paper.factsHash },
  });
};

const paperFrom = (
  gathered: DocumentFacts,
  { request, writeId }: PaperOrder,
  made: Pick<StoredPaper, 'madeAt' | 'madeBy'>,
): StoredPaper => {
  // Safe: facts are values of JSON alone.
  const facts = canonicalJson(gathered as unknown as JsonValue);
  return {
    ...{ id: newId(), facts, factsHash: hashFacts(facts), simulated: isSimulated(gathered) },
    ...{ request, writeId, kind: request.kind },
    organizationCode: issuerOf(request),
    title: titleOf(writeDocument(gathered, null)),
    period: 'period' in request ? request.period : null,
    ...made,
  };
};

/**
 * Makes a paper from the data of this moment and keeps it with them. A retry with the same write id gives the same paper and
 * makes nothing.
 */
export const makeOfficialPaper = async (
  making: PaperMaking,
  order: PaperOrder,
): Promise<StoredPaper | Refusal> => {
  const { db, clock, actor } = making;
  const earlier = await findPaperOfWrite(db, order.writeId);
  if (earlier) return answerRetry(earlier, order, making);
  const denied = admitRequest(actor, order.request);
  if (denied) return denied;
  const gathered = await gatherFacts({ db, today: clock.today(), actor }, order.request);
  if (isRefusal(gathered)) return gathered;
  const paper = paperFrom(gathered, order, { madeAt: clock.now(), madeBy: actor.accountId });
  return db.transaction().execute(async (tx) => {
    await lockWrite(tx, order.writeId);
    const meanwhile = await findPaperOfWrite(tx, order.writeId);
    if (meanwhile) return answerRetry(meanwhile, order, making);
    await keep(tx, paper, (await findChoice(tx, paper)).templateId, making.caller);
    return paper;
  });
};

const TELLING_OF_TASKS: readonly PaperKind[] = ['progress-report', 'agency-report', 'reminder-letter'];

// About what is told of in the time that somebody waits for an answer.
const MOST_AT_ONCE = 1500;

/** Makes a paper while somebody waits; one that tells of so much that nobody would is left to a job. */
export const makePaperAtOnce = async (
  making: PaperMaking,
  order: PaperOrder,
): Promise<StoredPaper | Refusal> => {
  const { request } = order;
  if (TELLING_OF_TASKS.includes(request.kind)) {
    const items = await countItems(making.db, request.kind === 'progress-report' ? request.plan : null);
    const isMade = items > MOST_AT_ONCE && (await findPaperOfWrite(making.db, order.writeId)) !== undefined;
    if (items > MOST_AT_ONCE && !isMade) {
      return (
        admitRequest(making.actor, request) ??
        refuse('official-document.too-long', { items, limit: MOST_AT_ONCE })
      );
    }
  }
  return makeOfficialPaper(making, order);
};

/**
 * Draws up the letter to the late that a step of the ladder of reminders asks for, once for a write id; nobody has asked, so
 * that nobody is named. It waits like any other paper: nothing sends it.
 */
export const makeLadderLetter = async (
  { db, clock }: Pick<PaperMaking, 'db' | 'clock'>,
  { writeId, answerBy }: { readonly writeId: string; readonly answerBy: PlainDate },
): Promise<{ readonly id: string } | Refusal> => {
  const request: PaperRequest = { kind: 'reminder-letter', answerBy };
  const facts = await gatherFacts({ db, today: clock.today(), actor: undefined }, request);
  if (isRefusal(facts)) return facts;
  const paper = paperFrom(facts, { request, writeId }, { madeAt: clock.now(), madeBy: null });
  return db.transaction().execute(async (tx) => {
    await lockWrite(tx, writeId);
    const earlier = await findPaperOfWrite(tx, writeId);
    if (earlier) return earlier;
    await keep(tx, paper, (await findChoice(tx, paper)).templateId, processCaller('reminder-ladder'));
    return paper;
  });
};
