import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { v7 as newId } from 'uuid';
import type { Actor } from '#core/access/access.ts';
import { canonicalJson, type JsonValue } from '#core/kernel/canonical-json.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { momentInWords } from '#core/report/moment-words.ts';
import type { OfficialDocument } from '#core/report/official-document.ts';
import { KIND_NAMES } from '#core/report/head-lines.ts';
import { writeDocument, type DocumentFacts } from '#core/report/writing/write-document.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import type { PaperRequest } from './contract.ts';
import { gatherFacts, issuerOf } from './gather-facts.ts';
import { findPaperOfWrite, insertPaper, type StoredPaper } from './store.ts';

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
  if (facts.kind === 'self-assessment') return facts.simulated;
  return facts.kind === 'result-announcement' && facts.leagues.some(({ simulated }) => simulated);
};

/** The document of a kept paper, as often as it is asked for. */
export const documentOf = ({ id, facts, factsHash, madeAt }: StoredPaper): OfficialDocument =>
  // Safe: only makePaper writes the column, from facts of this type.
  writeDocument(JSON.parse(facts) as DocumentFacts, { id, factsHash, asOf: momentInWords(madeAt) });

const answerRetry = (
  earlier: StoredPaper,
  { request }: PaperOrder,
  { actor }: PaperMaking,
): StoredPaper | Refusal<'edit.conflict'> =>
  // Of somebody else's paper nothing is told, not even that it was made.
  earlier.madeBy === actor.accountId && isDeepStrictEqual(earlier.request, request)
    ? earlier
    : refuse('edit.conflict', { field: 'writeId' });

const keep = async (tx: Tx, paper: StoredPaper, { caller }: PaperMaking): Promise<void> => {
  await insertPaper(tx, paper);
  await appendAuditEvent(tx, caller, {
    at: paper.madeAt,
    action: 'official-document.write',
    subject: `official-document:${paper.id}`,
    details: { kind: paper.kind, organization: paper.organizationCode, factsHash: paper.factsHash },
  });
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
  const gathered = await gatherFacts({ db, actor, today: clock.today() }, order.request);
  if (isRefusal(gathered)) return gathered;
  // Safe: facts are values of JSON alone.
  const facts = canonicalJson(gathered as unknown as JsonValue);
  const id = newId();
  const paper: StoredPaper = {
    ...{ id, facts, factsHash: hashFacts(facts), simulated: isSimulated(gathered) },
    ...{ request: order.request, writeId: order.writeId, kind: order.request.kind },
    organizationCode: issuerOf(order.request),
    title: titleOf(writeDocument(gathered, null)),
    period: 'period' in order.request ? order.request.period : null,
    madeAt: clock.now(),
    madeBy: actor.accountId,
  };
  return db.transaction().execute(async (tx) => {
    const meanwhile = await findPaperOfWrite(tx, order.writeId);
    if (meanwhile) return answerRetry(meanwhile, order, making);
    await keep(tx, paper, making);
    return paper;
  });
};
