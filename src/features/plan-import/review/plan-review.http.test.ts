import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReviewStep } from '#core/plan-review/review-step.ts';
import { putOrganizationAlias } from '#features/organization/contract.ts';
import { getPlanItem, listTargets, listTasks } from '#features/plan/contract.ts';
import type { TestApi } from '#test/api.ts';
import { startApiWithOrganizations } from '#test/api-with-organizations.ts';
import { inventedPlanFile, type InventedPlan } from '#test/invented-plan.ts';
import {
  acceptPlanImport,
  discardPlanImport,
  getPlanImport,
  uploadPlan,
} from '#features/plan-import/contract.ts';
import { addReviewStep } from './review-contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApiWithOrganizations();
});
afterAll(() => api.close());

const coordinator = () => api.as('coordinator');

const upload = async (plan: InventedPlan): Promise<string> =>
  (await coordinator().call(uploadPlan, { file: inventedPlanFile(plan) })).body.import.id;

const preview = async (id: string) => (await coordinator().call(getPlanImport, { params: { id } })).body;

const send = (id: string, version: number, step: ReviewStep, writeId = newId()) =>
  coordinator().call(addReviewStep, { params: { id }, body: { writeId, version, step } });

const makeFrom = async (id: string, version: number, steps: readonly ReviewStep[]): Promise<void> => {
  for (const [index, step] of steps.entries()) {
    expect((await send(id, version + index, step)).status).toBe(200);
  }
};
const makeAll = (id: string, steps: readonly ReviewStep[]): Promise<void> => makeFrom(id, 0, steps);

const accept = (id: string, reviewVersion?: number) =>
  coordinator().call(acceptPlanImport, {
    params: { id },
    body: { excluded: [], replaced: [], ...(reviewVersion !== undefined && { reviewVersion }) },
  });

const acceptItems = (...items: string[]): ReviewStep => ({ kind: 'accept', items, replaces: false });

describe('a half-done review', () => {
  it('is kept: whoever opens the draft later goes on where it was left', async () => {
    const id = await upload({ number: '201' });
    await makeAll(id, [
      acceptItems('T-001'),
      { kind: 'correct', item: 'T-002', changes: [{ field: 'value', text: '95,5' }] },
      { kind: 'reject', item: 'K-001', reason: 'trùng với kế hoạch trước' },
      { kind: 'merge', item: 'K-003' },
      acceptItems('T-003'),
      { kind: 'undo' },
    ]);
    const shown = await preview(id);
    expect(shown.review).toMatchObject({ version: 6, standing: 4, accepted: 2, rejected: 1 });
    const reviewOf = (readingId: string) => shown.items.find((item) => item.readingId === readingId)?.review;
    expect(reviewOf('T-001')?.state).toBe('accepted');
    expect(reviewOf('T-002')).toMatchObject({ state: 'accepted', correctedFields: ['value'] });
    expect(reviewOf('K-001')).toMatchObject({ state: 'rejected', reason: 'trùng với kế hoạch trước' });
    expect(reviewOf('K-002')?.merged).toEqual(['K-003']);
    expect(reviewOf('T-003')?.state).toBe('pending');
    expect(reviewOf('K-003')).toBeUndefined();
  });

  it('enters nothing unseen: only a whole review enters, as it was seen, and the original stays', async () => {
    const id = await upload({ number: '202' });
    const shown = await preview(id);
    const everything = shown.items.map(({ readingId }) => readingId);
    await makeAll(id, [
      { kind: 'correct', item: 'T-001', changes: [{ field: 'value', text: '85' }] },
      { kind: 'reject', item: 'K-001', reason: null },
    ]);
    const early = await accept(id, 2);
    expect(early.problem).toMatchObject({
      code: 'plan-review.unfinished',
      details: { pending: everything.length - 2 },
    });
    const rest = everything.filter((one) => one !== 'T-001' && one !== 'K-001');
    await send(id, 2, acceptItems(...rest));
    expect((await accept(id)).problem?.code).toBe('edit.conflict');
    expect((await accept(id, 2)).problem?.code).toBe('edit.conflict');
    const { body } = await accept(id, 3);
    expect(body.import.outcome).toMatchObject({ added: everything.length - 1, excluded: 1 });

    const document = body.import.documentId ?? '';
    const targets = (await coordinator().call(listTargets, { query: { document } })).body.items;
    expect(targets.map(({ value }) => value)).toEqual(['85', '100', '60.5']);
    expect((await coordinator().call(listTasks, { query: { document } })).body.items).toHaveLength(2);
    const view = await coordinator().call(getPlanItem, { params: { id: targets[0]?.id ?? '' } });
    expect(view.body.correctedFields).toEqual(['value']);
    expect(view.body.quote).toContain('80%');
    const { reading } = await api.db
      .selectFrom('plan_import')
      .select('reading')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(reading)).toContain('"value":80,');
    expect((await send(id, 3, { kind: 'undo' })).problem?.code).toBe('plan-import.already-accepted');
  });

  it('knows an agency from then on, here and in plans to come', async () => {
    const [first, second] = [await upload({ number: '203' }), await upload({ number: '204' })];
    const alias = 'Viện Nghiên cứu Hoa sen';
    const unknownIn = async (id: string) =>
      (await preview(id)).unknownAgencies.map(({ nameAsWritten }) => nameAsWritten);
    expect(await unknownIn(first)).toEqual([alias]);
    await coordinator().call(putOrganizationAlias, { params: { code: 'SKHCN' }, body: { alias } });
    expect([await unknownIn(first), await unknownIn(second)]).toEqual([[], []]);
    expect(await unknownIn(await upload({ number: '205' }))).toEqual([]);
  });
});

describe('an item that another document has', () => {
  const alikeIn = async (id: string, readingId: string) =>
    (await preview(id)).items.find((item) => item.readingId === readingId);

  it('is said to be the same or another: kept, taken back, entered as a mention, and never asked again', async () => {
    const first = await accept(await upload({ number: '220' }));
    const known = first.body.import.documentId ?? '';
    const [task] = (await coordinator().call(listTasks, { query: { document: known } })).body.items;
    const id = await upload({ number: '221' });
    const before = await alikeIn(id, 'K-001');
    const registered = before?.elsewhere[0]?.itemId ?? '';
    expect(registered).toBe(task?.id);
    await makeAll(id, [
      { kind: 'distinct', item: 'K-001', registered },
      { kind: 'undo' },
      { kind: 'same', item: 'K-001', registered },
    ]);
    expect(await alikeIn(id, 'K-001')).toMatchObject({
      ...{ elsewhere: before?.elsewhere, review: { state: 'accepted', sameAs: registered } },
    });
    const other = (await alikeIn(id, 'T-001'))?.elsewhere[0]?.itemId ?? '';
    const wrongKind = await send(id, 3, { kind: 'same', item: 'K-001', registered: other });
    expect(wrongKind.problem).toMatchObject({ code: 'plan-import.unknown-item', details: { ids: [other] } });
    await makeFrom(id, 3, [{ kind: 'distinct', item: 'T-001', registered: other }]);
    expect((await alikeIn(id, 'T-001'))?.elsewhere.map(({ itemId }) => itemId)).not.toContain(other);
    const shown = await preview(id);
    const pending = shown.items.filter(({ review }) => review.state === 'pending');
    await makeFrom(id, 4, [acceptItems(...pending.map(({ readingId }) => readingId))]);
    const { body } = await accept(id, 5);
    expect(body.import.outcome).toMatchObject({ added: shown.items.length - 1, mentioned: 1 });
    const history = await coordinator().call(getPlanItem, { params: { id: registered } });
    expect(history.body.history.map(({ change }) => change)).toEqual(['registered', 'mentioned']);

    const later = await alikeIn(await upload({ number: '222' }), 'T-001');
    expect(later?.elsewhere.length).toBeGreaterThan(0);
    expect(later?.elsewhere.map(({ itemId }) => itemId)).not.toContain(other);
  });
});

describe('a step of a review', () => {
  it('is kept once however often it is sent, and undone with what it named', async () => {
    const id = await upload({ number: '210' });
    const writeId = newId();
    const first = await send(id, 0, acceptItems('T-001', 'T-002'), writeId);
    const again = await send(id, 0, acceptItems('T-001', 'T-002'), writeId);
    expect(again.body).toEqual(first.body);
    expect((await send(id, 1, acceptItems('T-003'), writeId)).problem?.code).toBe('edit.conflict');
    const undone = await send(id, 1, { kind: 'undo' });
    expect(undone.body).toMatchObject({ version: 2, standing: 0, undone: ['T-001', 'T-002'] });
    expect((await send(id, 2, { kind: 'undo' })).problem?.code).toBe('plan-review.nothing-to-undo');
  });

  it('never overwrites what somebody else has done in the meantime', async () => {
    const id = await upload({ number: '211' });
    const answers = await Promise.all([
      send(id, 0, acceptItems('T-001')),
      send(id, 0, { kind: 'reject', item: 'T-001', reason: null }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.problem).toMatchObject({
      ...{ code: 'edit.conflict', details: { field: 'version', version: 1 } },
    });
  });

  it('that does not fit is refused by name and not kept', async () => {
    const id = await upload({ number: '212' });
    const unreadable = await send(id, 0, {
      ...{ kind: 'correct', item: 'T-001', changes: [{ field: 'value', text: 'nhiều' }] },
    });
    expect(unreadable.problem).toMatchObject({
      code: 'plan-review.unreadable-field',
      details: { item: 'T-001', field: 'value', text: 'nhiều' },
    });
    expect((await send(id, 0, acceptItems('T-999'))).problem?.code).toBe('plan-import.unknown-item');
    expect((await preview(id)).review.version).toBe(0);
    await coordinator().call(discardPlanImport, { params: { id } });
    expect((await send(id, 0, acceptItems('T-001'))).problem?.code).toBe('plan-import.discarded');
    expect((await send(newId(), 0, acceptItems('T-001'))).problem?.code).toBe('record.not-found');
  });
});
