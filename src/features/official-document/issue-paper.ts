import { isDeepStrictEqual } from 'node:util';
import { decideAccess } from '#core/access/access.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { DocumentIssue } from '#core/report/issue.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import type { Tx } from '#server/db/database.ts';
import { documentOf, type PaperMaking } from './make-paper.ts';
import {
  findNumberHolder,
  findRenderingOfWrite,
  insertRendering,
  listRenderings,
  lockNumbers,
  type StoredRendering,
} from './rendering-store.ts';
import { findPaper, type StoredPaper } from './store.ts';
import { findTemplateFor } from './template/choose-template.ts';

/** What is given to a paper, and which rendering of it the person saw. */
export interface IssueOrder extends DocumentIssue {
  readonly templateId: string | null;
  readonly version: number;
  readonly writeId: string;
}

const admit = async (
  { db, actor }: PaperMaking,
  id: string,
): Promise<StoredPaper | Refusal<'record.not-found' | 'access.denied'>> => {
  const paper = await findPaper(db, id);
  if (!paper) return refuse('record.not-found', { kind: 'official-document', id });
  const { organizationCode } = paper;
  const decision = decideAccess(actor, 'official-document.write', { organizationCode });
  return decision.permitted ? paper : refuse('access.denied', { reason: decision.reason });
};

const answerRetry = (
  earlier: StoredRendering,
  paper: StoredPaper,
  order: IssueOrder,
  { actor }: PaperMaking,
): Refusal<'edit.conflict'> | undefined => {
  const { number, issuedOn, signing, templateId } = earlier;
  const isSame =
    earlier.paperId === paper.id &&
    earlier.madeBy === actor.accountId &&
    isDeepStrictEqual(
      { number, issuedOn, signing, templateId },
      {
        ...{ number: order.number, issuedOn: order.issuedOn, signing: order.signing },
        templateId: order.templateId,
      },
    );
  return isSame ? undefined : refuse('edit.conflict', { field: 'writeId' });
};

const checkNumber = async (
  tx: Tx,
  paper: StoredPaper,
  { number, issuedOn }: IssueOrder,
  series: string,
): Promise<Refusal<'official-document.number-taken'> | undefined> => {
  if (number === null || issuedOn === null) return undefined;
  const year = Number(issuedOn.slice(0, 'YYYY'.length));
  const title = await findNumberHolder(tx, {
    ...{ paperId: paper.id, organizationCode: paper.organizationCode },
    ...{ series, number, year },
  });
  return title === undefined
    ? undefined
    : refuse('official-document.number-taken', { number, series, title });
};

/**
 * Gives a paper its number, day, signer or layout: a new rendering beside those that it had. The data stay as they were. A
 * number is given once in a year and series; a retry with the same write id changes nothing.
 */
export const issuePaper = async (
  making: PaperMaking,
  id: string,
  order: IssueOrder,
): Promise<StoredPaper | Refusal> => {
  const { db, clock, actor, caller } = making;
  const paper = await admit(making, id);
  if (isRefusal(paper)) return paper;
  if (order.number !== null && order.issuedOn === null) {
    return refuse('request.invalid', { path: 'issuedOn', reason: 'missing' });
  }
  const template = await findTemplateFor(db, paper, order.templateId);
  if (isRefusal(template)) return template;
  const { symbol } = documentOf(paper).head;
  return db.transaction().execute(async (tx) => {
    await lockNumbers(tx, paper.organizationCode);
    const earlier = await findRenderingOfWrite(tx, order.writeId);
    if (earlier) return answerRetry(earlier, paper, order, making) ?? paper;
    const taken = await checkNumber(tx, paper, order, symbol);
    if (taken) return taken;
    const [latest] = await listRenderings(tx, id);
    if (latest && latest.version !== order.version) {
      return refuse('edit.conflict', { field: 'version', current: latest.version });
    }
    const { number, issuedOn, signing, templateId } = order;
    const version = order.version + 1;
    await insertRendering(tx, {
      ...{ paperId: id, version, number, issuedOn, signing, templateId },
      ...{ series: number === null ? null : symbol, writeId: order.writeId },
      ...{ madeAt: clock.now(), madeBy: actor.accountId },
    });
    await appendAuditEvent(tx, caller, {
      ...{ at: clock.now(), action: 'official-document.issue', subject: `official-document:${id}` },
      details: { version, number, issuedOn, templateId },
    });
    return paper;
  });
};
