import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReviewStep } from '#core/plan-review/review-step.ts';
import { getDocument, listTargets, listTasks } from '#features/plan/contract.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { writeInventedPlan, type InventedPlan } from '#test/invented-plan.ts';
import { getAmendment } from './amendment/amendment-contract.ts';
import {
  acceptPlanImport,
  getPlanImport,
  undoPlanImport,
  uploadPlan,
  type PlanImportDecisions,
} from './contract.ts';
import { addReviewStep } from './review/review-contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const coordinator = () => api.as('coordinator');

const offer = async (text: string): Promise<string> => {
  const file = { name: 'sung.md', content: new TextEncoder().encode(text) };
  return (await coordinator().call(uploadPlan, { file })).body.import.id;
};
const preview = async (id: string) => (await coordinator().call(getPlanImport, { params: { id } })).body;
const accept = (id: string, decisions: Partial<PlanImportDecisions> = {}) =>
  coordinator().call(acceptPlanImport, {
    params: { id },
    body: { excluded: [], replaced: [], ...decisions },
  });
const say = (id: string, kind: 'same-document' | 'distinct-document', registered: string, version = 0) => {
  const step: ReviewStep = { kind, registered };
  return coordinator().call(addReviewStep, { params: { id }, body: { writeId: newId(), version, step } });
};
const valuesOf = async (document: string) =>
  (await coordinator().call(listTargets, { query: { document } })).body.items.map(({ value }) => value);
const taskIds = async (document: string) =>
  (await coordinator().call(listTasks, { query: { document } })).body.items.map(({ id }) => id);

const draftOf = (subject: string): InventedPlan => ({ number: '…', subject });
const enter = async (plan: InventedPlan): Promise<string> =>
  (await accept(await offer(writeInventedPlan(plan)))).body.import.documentId ?? '';

/** A draft on the same subject in which most is said otherwise. */
const writtenAnew = (subject: string): string =>
  writeInventedPlan({ ...draftOf(subject), firstTarget: '95%', extraTasks: ['Đào thêm ao súng'] })
    .replace('| 100% |', '| 70% |')
    .replace('60,5%', '75%')
    .replace(/^\| [123] \| (?:Lập bản đồ|Mở lớp dạy).*\n/gmu, '');

const replacing = (subject: string): string =>
  writeInventedPlan({ number: '931', subject, firstTarget: '85%' }).replace(
    'Căn cứ Quyết định',
    'Kế hoạch này thay thế kế hoạch cùng tên đã ban hành đầu năm.\n\nCăn cứ Quyết định',
  );

describe('a plan that replaces one without a number', () => {
  it('is asked about, and once it is called another one, takes the place of the first item by item', async () => {
    const subject = 'Trồng súng trong công viên năm 2026';
    const old = await enter(draftOf(subject));
    const tasks = await taskIds(old);
    const id = await offer(replacing(subject));
    const asked = await preview(id);
    expect(asked.document?.id).toBe(old);
    expect(asked.identity).toMatchObject({ standing: 'asked', question: 'says-it-replaces', isOpen: true });
    expect((await accept(id)).problem).toMatchObject({
      ...{ status: 409, code: 'plan-import.document-unclear', details: { documentId: old } },
    });

    expect((await say(id, 'distinct-document', old)).status).toBe(200);
    const told = await preview(id);
    expect([told.document, told.identity.standing]).toEqual([null, 'new']);
    expect(told.identity.distinctFrom.map((document) => document.id)).toEqual([old]);
    const query = { document: old, relation: 'replaces' as const };
    const { comparison, proposals, reviewVersion } = (
      await coordinator().call(getAmendment, { params: { id }, query })
    ).body;
    expect(proposals).toMatchObject([{ document: { id: old }, relation: 'replaces' }]);
    const entered = await accept(id, {
      ...{ replaced: comparison?.changed.map(({ readingId }) => readingId) ?? [], reviewVersion },
      amendment: { documentId: old, relation: 'replaces', ended: [] },
    });
    const document = entered.body.import.documentId ?? '';
    expect(document).not.toBe(old);
    expect([await valuesOf(document), await valuesOf(old)]).toEqual([['85', '100', '60.5'], []]);
    expect(await taskIds(document)).toEqual(tasks);

    const copy = await preview(await offer(`${replacing(subject)}\n`));
    expect([copy.document?.id, copy.identity.standing]).toEqual([document, 'same']);
    await coordinator().call(undoPlanImport, { params: { id } });
    expect(await taskIds(old)).toEqual(tasks);
  });
});

describe('a draft that was written anew', () => {
  it('is asked about, and enters as the same or as another document, as the person says', async () => {
    const subject = 'Trồng súng ven sông năm 2026';
    const old = await enter(draftOf(subject));
    const id = await offer(writtenAnew(subject));
    expect((await preview(id)).identity).toMatchObject({ standing: 'asked', question: 'another-text' });
    await say(id, 'distinct-document', old);
    const entered = (await accept(id, { reviewVersion: 1 })).body.import.documentId ?? '';
    expect(entered).not.toBe(old);
    expect([(await valuesOf(old)).length, (await valuesOf(entered)).length]).toEqual([3, 3]);

    const again = await offer(`${writtenAnew(subject)}\n`);
    expect((await preview(again)).document?.id).toBe(entered);
    const other = await offer(`${writeInventedPlan(draftOf(subject))}\n`);
    expect((await preview(other)).document?.id).toBe(old);
  });

  it('gives the draft its number when the person says that both are one', async () => {
    const subject = 'Trồng súng trên mái nhà năm 2026';
    const old = await enter(draftOf(subject));
    const id = await offer(writtenAnew(subject).replace('Số: …', 'Số: 932'));
    expect((await preview(id)).identity.standing).toBe('asked');
    await say(id, 'same-document', old);
    const entered = await accept(id, { reviewVersion: 1 });
    expect(entered.body.import.documentId).toBe(old);
    const { docNumber } = (await coordinator().call(getDocument, { params: { id: old } })).body;
    expect(docNumber).toBe('932/KH-UBND');
    const [event] = await api.db
      .selectFrom('audit_event')
      .select('details')
      .where('action', '=', 'plan-import.accept')
      .orderBy('sequence', 'desc')
      .limit(1)
      .execute();
    expect(event?.details).toMatchObject({
      ...{ document: { sameAs: old }, decided: { excluded: [], replaced: [], sameAs: [] } },
    });
  });

  it('is asked about when it comes after the issued text, and adds nothing when it is the same', async () => {
    const subject = 'Trồng súng dọc kênh năm 2026';
    const issued = await enter({ number: '935', subject });
    const [tasks, values] = [await taskIds(issued), await valuesOf(issued)];
    const id = await offer(writeInventedPlan({ ...draftOf(subject), firstTarget: '70%' }));
    const asked = await preview(id);
    expect([asked.document?.id, asked.identity.question]).toEqual([issued, 'numbered-already']);
    expect((await accept(id)).problem?.code).toBe('plan-import.document-unclear');
    await say(id, 'same-document', issued);
    const entered = await accept(id, { reviewVersion: 1 });
    expect(entered.body.import.documentId).toBe(issued);
    expect([await taskIds(issued), await valuesOf(issued)]).toEqual([tasks, values]);
    const { docNumber } = (await coordinator().call(getDocument, { params: { id: issued } })).body;
    expect(docNumber).toBe('935/KH-UBND');
  });

  it('is no other document than one with its number and day, nor than one that it does not look like', async () => {
    const known = await enter({ number: '933', subject: 'Trồng súng ở trường học năm 2026' });
    const stranger = await enter({ number: '934', subject: 'Nuôi cá trong ao súng năm 2026' });
    const id = await offer(
      writeInventedPlan({ number: '933', subject: 'Trồng súng ở trường học năm 2026', firstTarget: '70%' }),
    );
    expect((await preview(id)).identity).toMatchObject({ standing: 'same', isOpen: false });
    expect((await say(id, 'distinct-document', known)).problem?.code).toBe('plan-import.not-alike');
    expect((await say(id, 'same-document', stranger)).problem?.code).toBe('plan-import.not-alike');
  });
});
