import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import type { Clock } from '#core/kernel/clock.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import {
  decideDelivery,
  type DeliveryTarget,
  findDeliveryRefusal,
  findDeliveryTarget,
} from '#core/submission/delivery/delivery.ts';
import type { Delivery, DeliveryBody, DeliveryResult } from '#features/collection/delivery-contract.ts';
import { listDeliveryTargets } from './delivery-reads.ts';
import {
  findDeliveryOfKey,
  insertDelivery,
  lockSource,
  type StoredDelivery,
  type StoredSource,
  touchToken,
} from './delivery-store.ts';
import { decideAnswer, isRow, saveBatch } from '#features/collection/submission/save-answers.ts';
import {
  answerKey,
  loadSubmissionRecord,
  type SubmissionRecord,
  takesFiguresOf,
} from '#features/collection/submission/submission-record.ts';
import { lockSubmission } from '#features/collection/submission/submission-store.ts';
import type { AnswerInput } from '#contract/submission.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { type DeliveredFigure, listDeliveredFigures, valueForItem } from './read-delivery.ts';

/** Who delivers, and how it is to be done. */
export interface DeliveryOrder {
  readonly db: Db;
  readonly clock: Clock;
  readonly caller: Caller;
  readonly source: { readonly id: string } | { readonly name: string };
  /** Null where a person delivers on the command line. */
  readonly tokenId: string | null;
  readonly key: string | undefined;
  readonly isDryRun: boolean;
  readonly isAtomic: boolean;
}

interface Placed {
  readonly figure: DeliveredFigure;
  readonly target: DeliveryTarget;
}

type Verdict = Pick<DeliveryResult, 'outcome' | 'code' | 'details'> & {
  readonly subject?: string;
  /** What is to be saved where it is taken. */
  readonly input?: AnswerInput;
};

const refusedBy = ({ code, details }: Refusal): Verdict => ({
  outcome: 'refused',
  code,
  details: { ...details },
});

const place = async (
  tx: Tx,
  source: StoredSource,
  figures: readonly DeliveredFigure[],
): Promise<ReadonlyMap<DeliveredFigure, DeliveryTarget | Refusal>> => {
  const addresses = figures.flatMap(({ address }) => (isRefusal(address) ? [] : [address]));
  const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
  const targets = await listDeliveryTargets(tx, {
    organizations: distinct(addresses.map(({ organization }) => organization)),
    items: distinct(addresses.map(({ item }) => item)),
    periods: distinct(addresses.map(({ period }) => period)),
  });
  const byPlace = groupBy(targets, ({ organization, item }) => `${organization}/${item}`);
  return new Map<DeliveredFigure, DeliveryTarget | Refusal>(
    figures.map((figure) => {
      const { address } = figure;
      if (isRefusal(address)) return [figure, address];
      const near = byPlace.get(`${address.organization}/${address.item}`) ?? [];
      return [figure, findDeliveryTarget(source, address, near)];
    }),
  );
};

const decideFigure = (
  record: SubmissionRecord,
  source: StoredSource,
  { figure, target }: Placed,
  at: string,
): Verdict => {
  const { subject, item: code } = target;
  const item = record.framework.dataItems.find((candidate) => candidate.code === code);
  if (!item) return refusedBy(refuse('answer.not-asked', { item: code }));
  const answer = record.answers.get(answerKey(target));
  const input: AnswerInput = {
    ...{ subject, item: code, state: figure.state, value: valueForItem(item, figure.value) },
    ...{ note: figure.note ?? answer?.note ?? null, explanation: answer?.explanation ?? null },
    version: answer?.version ?? 0,
  };
  const decided = decideAnswer(record, input, { at, accountId: null });
  if (!isRow(decided)) return { outcome: 'refused', code: decided.code, details: decided.details, subject };
  const origin = record.sources.get(answerKey(target));
  const standing = answer && {
    ...{ value: answer.value, kind: origin?.kind ?? ('typed' as const) },
    sourceId: origin?.deliverySourceId ?? null,
  };
  const verdict = decideDelivery(item, decided.value, standing, source.id);
  if (isRefusal(verdict)) return { ...refusedBy(verdict), subject };
  return verdict === 'take'
    ? { outcome: 'taken', code: null, details: {}, subject, input }
    : { outcome: 'unchanged', code: null, details: {}, subject };
};

interface OpenedForm {
  readonly record: SubmissionRecord;
  readonly verdicts: ReadonlyMap<DeliveredFigure, Verdict>;
}

/** Decides all figures of one submission, which stays locked until the transaction ends. */
const openForm = async (
  tx: Tx,
  { clock }: DeliveryOrder,
  source: StoredSource,
  submissionId: string,
  placed: readonly Placed[],
): Promise<OpenedForm> => {
  const submission = await lockSubmission(tx, submissionId);
  if (!submission) throw new Error(`A submission that was just listed is gone: ${submissionId}`);
  const record = await loadSubmissionRecord(tx, submission);
  const takesFigures = takesFiguresOf(record, clock.today());
  const no = findDeliveryRefusal({ state: submission.state, takesFigures });
  const seen = new Set<string>();
  const verdicts = placed.map(({ figure, target }) => {
    const key = answerKey(target);
    const isRepeated = seen.has(key);
    seen.add(key);
    if (isRepeated) return [figure, refusedBy(refuse('delivery.repeated-in-delivery'))] as const;
    if (no) return [figure, { ...refusedBy(no), subject: target.subject }] as const;
    return [figure, decideFigure(record, source, { figure, target }, clock.now())] as const;
  });
  return { record, verdicts: new Map(verdicts) };
};

const openForms = async (
  tx: Tx,
  order: DeliveryOrder,
  source: StoredSource,
  places: ReadonlyMap<DeliveredFigure, DeliveryTarget | Refusal>,
): Promise<readonly OpenedForm[]> => {
  const placed = [...places].flatMap(([figure, target]) => (isRefusal(target) ? [] : [{ figure, target }]));
  const bySubmission = [...groupBy(placed, ({ target }) => target.submissionId)];
  const forms: OpenedForm[] = [];
  // Always in the same order: two deliveries at once must not wait for each other.
  for (const [id, group] of bySubmission.toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    forms.push(await openForm(tx, order, source, id, group));
  }
  return forms;
};

const saveForm = async (
  tx: Tx,
  { clock, caller }: DeliveryOrder,
  { id: sourceId }: StoredSource,
  { record, verdicts }: OpenedForm,
): Promise<void> => {
  const inputs = [...verdicts.values()].flatMap(({ input }) => input ?? []);
  if (inputs.length === 0) return;
  const source = { kind: 'delivery', sourceId } as const;
  const batch = { inputs, writeId: newId(), kind: 'declared', source } as const;
  await saveBatch(tx, { clock, caller, accountId: null }, record, batch, (input, at) =>
    decideAnswer(record, input, { at, accountId: null }),
  );
};

const hashOf = (body: DeliveryBody): string =>
  createHash('sha256').update(JSON.stringify(body)).digest('hex');

/** A delivery as it is answered. */
export const deliveryView = (
  delivery: StoredDelivery & { readonly results: readonly DeliveryResult[] },
  isRepeated: boolean,
): Delivery => ({
  ...{ id: delivery.id, source: { id: delivery.sourceId, name: delivery.sourceName }, at: delivery.at },
  ...{ isDryRun: delivery.isDryRun, isRepeated },
  ...{ taken: delivery.taken, unchanged: delivery.unchanged, refused: delivery.refused },
  results: [...delivery.results],
});

const resultOf = (
  { organization, item }: DeliveredFigure,
  { outcome, code, details, subject }: Verdict,
  isHeldBack: boolean,
): DeliveryResult => ({
  ...{ organization, item, code, details },
  subject: subject ?? null,
  outcome: outcome === 'taken' && isHeldBack ? 'held-back' : outcome,
});

const take = async (
  tx: Tx,
  order: DeliveryOrder,
  source: StoredSource,
  body: DeliveryBody,
): Promise<Delivery> => {
  const figures = listDeliveredFigures(source, body);
  const places = await place(tx, source, figures);
  const forms = await openForms(tx, order, source, places);
  const decided = new Map(forms.flatMap(({ verdicts }) => [...verdicts]));
  const verdictOf = (figure: DeliveredFigure): Verdict => {
    const target = places.get(figure);
    if (target && isRefusal(target)) return refusedBy(target);
    const verdict = decided.get(figure);
    if (!verdict) throw new Error('A delivered figure has its place in no form');
    return verdict;
  };
  const refused = figures.map(verdictOf).filter(({ outcome }) => outcome === 'refused').length;
  const isHeldBack = order.isAtomic && refused > 0;
  const results = figures.map((figure) => resultOf(figure, verdictOf(figure), isHeldBack));
  const count = (wanted: DeliveryResult['outcome']): number =>
    results.filter(({ outcome }) => outcome === wanted).length;
  if (!order.isDryRun && !isHeldBack) for (const form of forms) await saveForm(tx, order, source, form);
  const at = order.clock.now();
  const delivery = {
    ...{ id: newId(), sourceId: source.id, sourceName: source.name, at, contentHash: hashOf(body) },
    ...{ isDryRun: order.isDryRun, taken: count('taken'), unchanged: count('unchanged'), refused, results },
  };
  await insertDelivery(tx, delivery, { tokenId: order.tokenId, key: order.key });
  if (order.tokenId !== null) await touchToken(tx, order.tokenId, at);
  const { id, isDryRun, taken, unchanged } = delivery;
  await appendAuditEvent(tx, order.caller, {
    ...{ at, action: 'delivery.take', subject: `delivery-source:${source.id}` },
    details: { delivery: id, isDryRun, taken, unchanged, refused },
  });
  return deliveryView(delivery, false);
};

/**
 * Takes the figures that another system delivers into the drafts of the submissions that they belong to, each by itself,
 * or all or none where it is asked for. A retry with the same key and content is answered with what was done before; the
 * key with other content is refused. A rehearsal is logged and saves no figure.
 */
export const deliver = (order: DeliveryOrder, body: DeliveryBody): Promise<Delivery | Refusal> =>
  order.db.transaction().execute(async (tx) => {
    const source = await lockSource(tx, order.source);
    if (!source) return refuse('record.not-found', { kind: 'delivery-source', ...order.source });
    const { key } = order;
    const earlier =
      key === undefined || order.isDryRun ? undefined : await findDeliveryOfKey(tx, source.id, key);
    if (!earlier) return take(tx, order, source, body);
    return earlier.contentHash === hashOf(body) ? deliveryView(earlier, true) : refuse('delivery.key-reused');
  });
