import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApi } from '#test/api.ts';
import { startApiWithOrganizations } from '#test/api-with-organizations.ts';
import { writeInventedPlan, type InventedPlan } from '#test/invented-plan.ts';
import { getPlanItem, listTargets, listTasks } from '#features/plan/contract.ts';
import { getAmendment } from './amendment-contract.ts';
import { getDocumentChanges, getDocumentRelations } from './document-changes-contract.ts';
import {
  acceptPlanImport,
  getPlanImport,
  undoPlanImport,
  uploadPlan,
  type PlanImportDecisions,
} from '#features/plan-import/contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApiWithOrganizations();
});
afterAll(() => api.close());

const coordinator = () => api.as('coordinator');

const offerText = async (text: string, name = 'sen.md'): Promise<string> => {
  const file = { name, content: new TextEncoder().encode(text) };
  return (await coordinator().call(uploadPlan, { file })).body.import.id;
};

const accept = (id: string, decisions: Partial<PlanImportDecisions> = {}) =>
  coordinator().call(acceptPlanImport, {
    params: { id },
    body: { excluded: [], replaced: [], ...decisions },
  });

const enter = async (plan: InventedPlan): Promise<string> =>
  (await accept(await offerText(writeInventedPlan(plan)))).body.import.documentId ?? '';

const compare = async (id: string, query: { document?: string; relation?: 'amends' | 'replaces' } = {}) =>
  (await coordinator().call(getAmendment, { params: { id }, query })).body;

const targetsOf = async (document: string) =>
  (await coordinator().call(listTargets, { query: { document } })).body.items;
const tasksOf = async (document: string) =>
  (await coordinator().call(listTasks, { query: { document } })).body.items;

const amendingDecision = (plan: string, number: string) => `ỦY BAN NHÂN DÂN

TỈNH ĐỒNG THÁP

Số: ${number}/QĐ-UBND

Đồng Tháp, ngày 20 tháng 6 năm 2026

## QUYẾT ĐỊNH

Sửa đổi, bổ sung một số chỉ tiêu của Kế hoạch số ${plan}/KH-UBND ngày 15/01/2026

**Phụ lục I**

**Chỉ tiêu trồng sen**

| STT | Chỉ tiêu | Mục tiêu năm 2026 | Cơ quan chủ trì | Cơ quan phối hợp |
|-----|----------|-----------|-----------------|------------------|
| 1 | Tỷ lệ ao sen có bản đồ số | 90% | Sở KH&CN | Sở Tài chính |
| 2 | Tỷ lệ công chức biết trồng sen | 100% | Các sở, ban, ngành tỉnh | Sở Nội vụ |
| 3 | Tỷ lệ ao sen có cảm biến nước | 25% | Sở KH&CN | Sở Tài chính |
`;

const replacing = (number: string): InventedPlan => ({
  ...{ number, firstTarget: '85%', extraTasks: ['Vẽ logo hoa sen'] },
  subject: 'Đưa công nghệ số vào vườn sen năm 2026',
});

/** A later plan that takes the place of another: its third task is gone. */
const laterPlan = (number: string, old: string): string =>
  writeInventedPlan(replacing(number))
    .replace('ngày 15 tháng 01', 'ngày 10 tháng 7')
    .replace(
      'năm 2026\n\nCăn cứ',
      `năm 2026\n\nKế hoạch này thay thế Kế hoạch số ${old}/KH-UBND ngày 15/01/2026.\n\nCăn cứ`,
    )
    .replace(/^\| 3 \| Số hóa sổ sách.*\n/mu, '');

describe('a decision that amends some items of a plan', () => {
  it('is proposed beside its plan and changes what is applied, item by item, with both quotes in the history', async () => {
    const document = await enter({ number: '901' });
    const before = await targetsOf(document);
    const id = await offerText(amendingDecision('901', '77'));
    const { proposals } = await compare(id);
    expect(proposals).toMatchObject([
      { document: { id: document }, relation: 'amends', reason: 'subject-line' },
    ]);

    const { comparison, reviewVersion } = await compare(id, { document });
    expect(comparison?.changed).toMatchObject([
      {
        name: 'Tỷ lệ ao sen có bản đồ số',
        itemId: before[0]?.id,
        differences: [{ field: 'value', registered: '80', read: '90' }],
      },
    ]);
    expect(comparison?.added.map(({ name }) => name)).toEqual(['Tỷ lệ ao sen có cảm biến nước']);
    expect([comparison?.same, comparison?.dropped]).toEqual([1, []]);

    const replaced = comparison?.changed.map(({ readingId }) => readingId) ?? [];
    const decisions = {
      replaced,
      reviewVersion,
      amendment: { documentId: document, relation: 'amends' as const, ended: [] },
    };
    const { body } = await accept(id, decisions);
    expect(body.import.outcome).toMatchObject({
      ...{ added: 2, amended: 1, mentioned: 1, unchanged: 0, excluded: 0 },
    });
    expect((await accept(id, decisions)).body).toEqual(body);
    const after = await targetsOf(document);
    expect(after.map((target) => [target.id, target.value])).toEqual(
      before.map((target, index) => [target.id, index === 0 ? '90' : target.value]),
    );
    expect(await tasksOf(document)).toHaveLength(3);

    const view = (await coordinator().call(getPlanItem, { params: { id: before[0]?.id ?? '' } })).body;
    expect(view.wordedBy).toMatchObject({ document: { docNumber: '77/QĐ-UBND' } });
    expect(view.history).toMatchObject([
      { change: 'registered', document: { docNumber: '901/KH-UBND' }, differences: [] },
      {
        change: 'amended',
        document: { docNumber: '77/QĐ-UBND' },
        differences: [{ field: 'value', registered: '80', read: '90' }],
      },
    ]);
    expect(view.history[0]?.quote).toContain('80%');
    expect(view.history[1]?.quote).toContain('90%');

    const amending = body.import.documentId ?? '';
    const viewer = api.as('viewer');
    const relationsOf = async (document: string) =>
      (await viewer.call(getDocumentRelations, { params: { id: document } })).body;
    expect(await relationsOf(document)).toMatchObject({
      ...{ changes: [], changedBy: [{ document: { id: amending }, relation: 'amends' }] },
    });
    expect((await relationsOf(amending)).changes.map((one) => one.document.id)).toEqual([document]);
    const changes = await viewer.call(getDocumentChanges, {
      ...{ params: { id: amending }, query: { earlier: document } },
    });
    expect(changes.body).toMatchObject({
      changed: [{ itemId: before[0]?.id, differences: [{ field: 'value', registered: '80', read: '90' }] }],
      added: [{ name: 'Tỷ lệ ao sen có cảm biến nước' }],
      ...{ ended: [], kept: [], same: 1 },
    });
    const stranger = { params: { id: document }, query: { earlier: amending } };
    expect((await viewer.call(getDocumentChanges, stranger)).status).toBe(404);
    expect((await api.as(undefined).call(getDocumentChanges, stranger)).status).toBe(401);
    expect((await api.as(undefined).call(getDocumentRelations, stranger)).status).toBe(401);
  });

  it('is known again in a further copy, and a copy of its plan says nothing new and takes nothing back', async () => {
    const document = await enter({ number: '904' });
    const id = await offerText(amendingDecision('904', '80'));
    const { comparison } = await compare(id, { document });
    const replaced = comparison?.changed.map(({ readingId }) => readingId) ?? [];
    await accept(id, { replaced, amendment: { documentId: document, relation: 'amends', ended: [] } });
    const copy = await offerText(amendingDecision('904', '80').replaceAll('\n\n', '\n\n\n'));
    const preview = (await coordinator().call(getPlanImport, { params: { id: copy } })).body;
    expect([preview.counts.new, preview.counts.differs, preview.missing]).toEqual([0, 0, []]);

    const old = await offerText(`${writeInventedPlan({ number: '904' })}\n`);
    const oldAgain = (await coordinator().call(getPlanImport, { params: { id: old } })).body;
    expect([oldAgain.counts.new, oldAgain.counts.differs]).toEqual([0, 0]);
    await accept(old);
    expect((await targetsOf(document))[0]?.value).toBe('90');
  });

  it('leaves what the person keeps as it is, and is undone with all that it changed', async () => {
    const document = await enter({ number: '902' });
    const before = await targetsOf(document);
    const id = await offerText(amendingDecision('902', '78'));
    const amendment = { documentId: document, relation: 'amends' as const, ended: [] };
    await accept(id, { amendment });
    expect(await targetsOf(document)).toEqual(before);
    await coordinator().call(undoPlanImport, { params: { id } });

    const again = await offerText(amendingDecision('902', '78'));
    const { comparison } = await compare(again, { document });
    await accept(again, { replaced: comparison?.changed.map(({ readingId }) => readingId) ?? [], amendment });
    expect((await targetsOf(document))[0]?.value).toBe('90');
    expect((await coordinator().call(undoPlanImport, { params: { id: again } })).body.import.state).toBe(
      'undone',
    );
    expect(await targetsOf(document)).toEqual(before);
  });

  it('keeps the plan that it amends from being undone before it', async () => {
    const undo = (id: string) => coordinator().call(undoPlanImport, { params: { id } });
    const plan = await offerText(writeInventedPlan({ number: '908' }));
    const documentId = (await accept(plan)).body.import.documentId ?? '';
    const id = await offerText(amendingDecision('908', '81'));
    const { comparison } = await compare(id, { document: documentId });
    await accept(id, {
      replaced: comparison?.changed.map(({ readingId }) => readingId) ?? [],
      amendment: { documentId, relation: 'amends', ended: [] },
    });
    const obstacles = { 'later-import': 1 };
    expect((await undo(plan)).problem).toMatchObject({
      code: 'plan-import.built-on',
      details: { obstacles },
    });
    await undo(id);
    expect((await undo(plan)).body.import.state).toBe('undone');
  });

  it('cannot end items, nor amend a document that is not there or that it is a copy of', async () => {
    const document = await enter({ number: '903' });
    const [target] = await targetsOf(document);
    const id = await offerText(amendingDecision('903', '79'));
    const ended = [target?.id ?? ''];
    const ends = await accept(id, { amendment: { documentId: document, relation: 'amends', ended } });
    expect(ends.problem).toMatchObject({ code: 'plan-import.unknown-item', details: { ids: ended } });
    const nowhere = { documentId: id, relation: 'amends' as const, ended: [] };
    expect((await accept(id, { amendment: nowhere })).problem?.code).toBe('record.not-found');
    const copy = await offerText(writeInventedPlan({ number: '903', firstTarget: '70%' }));
    const own = { documentId: document, relation: 'replaces' as const, ended: [] };
    expect((await accept(copy, { amendment: own })).problem?.code).toBe('plan-import.not-amending');
  });
});

describe('a plan that replaces another', () => {
  it('carries its items on under their ids and ends those that it drops, where the person says so', async () => {
    const old = await enter({ number: '905' });
    const [tasks, targets] = [await tasksOf(old), await targetsOf(old)];
    const id = await offerText(laterPlan('906', '905'));
    const { proposals } = await compare(id);
    expect(proposals[0]).toMatchObject({ document: { id: old }, relation: 'replaces' });
    const { comparison } = await compare(id, { document: old });
    expect(comparison?.relation).toBe('replaces');
    const dropped = comparison?.dropped.map(({ itemId }) => itemId);
    expect(dropped).toEqual([tasks[2]?.id]);

    const { body } = await accept(id, {
      replaced: comparison?.changed.map(({ readingId }) => readingId) ?? [],
      amendment: { documentId: old, relation: 'replaces', ended: dropped ?? [] },
    });
    const document = body.import.documentId ?? '';
    expect((await targetsOf(document)).map((target) => [target.id, target.value])).toEqual(
      targets.map((target, index) => [target.id, index === 0 ? '85' : target.value]),
    );
    expect((await tasksOf(document)).map(({ name }) => name)).toContain('Vẽ logo hoa sen');
    expect([await tasksOf(old), await targetsOf(old)]).toEqual([[], []]);
    const view = (await coordinator().call(getPlanItem, { params: { id: tasks[2]?.id ?? '' } })).body;
    expect(view.ended).toMatchObject({ on: '2026-07-10', document: { docNumber: '906/KH-UBND' } });
    expect(view.history.map(({ change }) => change)).toEqual(['registered', 'ended']);
    const changes = await coordinator().call(getDocumentChanges, {
      ...{ params: { id: document }, query: { earlier: old } },
    });
    expect(changes.body.changed.map(({ itemId }) => itemId)).toEqual([targets[0]?.id]);
    expect(changes.body.ended).toMatchObject([{ itemId: tasks[2]?.id, quote: null }]);

    await coordinator().call(undoPlanImport, { params: { id } });
    expect([await tasksOf(old), await targetsOf(old)]).toEqual([tasks, targets]);
  });
});

describe('a plan that says again what another registered', () => {
  it('adds no second item, and repeats items of its own kind alone', async () => {
    const earlier = await enter({ number: '910', subject: 'Ươm hạt sen năm 2026' });
    const [[task], [target]] = [await tasksOf(earlier), await targetsOf(earlier)];
    const id = await offerText(writeInventedPlan({ number: '911', subject: 'Thu hoạch ngó sen năm 2026' }));
    const preview = (await coordinator().call(getPlanImport, { params: { id } })).body;
    const { readingId = '' } = preview.items.find(({ kind }) => kind === 'task') ?? {};
    const odd = await accept(id, { sameAs: [{ readingId, itemId: target?.id ?? '' }] });
    expect(odd.problem).toMatchObject({ code: 'plan-import.unknown-item', details: { ids: [target?.id] } });
    const entered = await accept(id, { sameAs: [{ readingId, itemId: task?.id ?? '' }] });
    expect(entered.body.import.outcome).toMatchObject({ mentioned: 1 });
    const { documentId } = entered.body.import;
    expect(await tasksOf(documentId ?? '')).toHaveLength((await tasksOf(earlier)).length - 1);
  });
});
