import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { can } from '#core/access/access.ts';
import { ROLES } from '#core/access/permissions.ts';
import { keepImprovementPlan, solveImprovement } from '#features/improvement-plan/contract.ts';
import { getDocument, getDocumentText, getPlanItem, listTargets } from '#features/plan/contract.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { acceptPlanImport, getPlanImport, offerImprovementPlan } from '#features/plan-import/contract.ts';

let api: TestApi;
const planId = newId();

const keep = async (points: string, version: number): Promise<void> => {
  const request = {
    ...{ framework: 'dti-province-2025', subject: 'DONG_THAP', year: 2025, alternatives: 0 },
    aim: { kind: 'points', component: null, points },
    settings: { perUnit: [], ceilings: [], indicatorLimits: [], agencyLimits: [] },
  };
  const { body } = await api.as('viewer').call(solveImprovement, { body: request });
  const kept = await api.as('coordinator').call(keepImprovementPlan, {
    params: { id: planId },
    body: {
      ...{ request, place: 0, name: 'Đạt mục tiêu', note: null, effort: body.plans[0]?.effort },
      ...{ version, writeId: newId() },
    },
  });
  expect(kept.status).toBe(200);
};

beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
  await keep('700', 0);
  await keep('690', 1);
});
afterAll(() => api.close());

const offer = (revision: number, targetYear = 2026) =>
  api.as('coordinator').call(offerImprovementPlan, { body: { id: planId, revision, targetYear } });

const preview = async (id: string) =>
  (await api.as('coordinator').call(getPlanImport, { params: { id } })).body;

const accept = (id: string, excluded: readonly string[] = [], replaced: readonly string[] = []) =>
  api.as('coordinator').call(acceptPlanImport, { params: { id }, body: { excluded, replaced } });

const countTargets = async () => (await api.as('viewer').call(listTargets)).body.total;

describe('draft targets of a kept plan', () => {
  it('are offered for review beside what is registered for the same indicator, and change nothing', async () => {
    const before = await countTargets();
    const { body } = await offer(1);
    expect(body).toMatchObject({
      repeated: false,
      import: { state: 'draft', docType: 'Phương án cải thiện' },
    });
    expect(body.import.improvementPlan).toEqual({ id: planId, revision: 1 });
    expect((await offer(1)).body).toMatchObject({ repeated: true, import: { id: body.import.id } });
    const shown = await preview(body.import.id);
    expect(shown.items.map(({ kind, match, indicatorCode }) => [kind, match, indicatorCode])).toEqual([
      ['target', 'new', '6.4'],
      ['target', 'new', '8.1'],
      ['target', 'new', '8.3'],
      ['target', 'new', '7.1'],
    ]);
    const [first] = shown.items;
    expect(shown.lines?.[(first?.lines[0] ?? 0) - 1]).toBe(first?.quote);
    expect(shown.unknownAgencies).toEqual([]);
    expect(shown.items.some(({ elsewhere }) => elsewhere.length > 0)).toBe(true);
    expect(await countTargets()).toBe(before);
  });

  it('enter the register as far as they were accepted, with the kept plan as their source', async () => {
    const before = await countTargets();
    const { body } = await offer(1);
    const shown = await preview(body.import.id);
    const refused = shown.items.find(({ indicatorCode }) => indicatorCode === '7.1')?.readingId ?? '';
    const accepted = await accept(body.import.id, [refused]);
    expect(accepted.body.import.outcome).toMatchObject({ added: 3, excluded: 1 });
    expect(await countTargets()).toBe(before + 3);

    const document = accepted.body.import.documentId ?? '';
    const { body: listed } = await api.as('viewer').call(listTargets, { query: { document } });
    const target = listed.items.find(({ indicatorCode }) => indicatorCode === '6.4');
    expect(target).toMatchObject({ value: '60', comparator: '>=', baseline: { value: '57.6' } });
    const head = (await api.as('viewer').call(getDocument, { params: { id: document } })).body;
    expect(head).toMatchObject({ isDraft: true, improvementPlan: { id: planId, revision: 1 } });
    const text = (await api.as('viewer').call(getDocumentText, { params: { id: document } })).body;
    const item = (
      await api.as('viewer').call(getPlanItem, { params: { kind: 'target', id: target?.id ?? '' } })
    ).body;
    expect(text.lines.join('\n')).toContain('phấn đấu 60');
    expect(item.history).toMatchObject([{ revision: 1, change: 'registered' }]);
    const events = await api.db
      .selectFrom('audit_event')
      .select('action')
      .where('subject', '=', `plan-import:${body.import.id}`)
      .orderBy('at')
      .execute();
    expect(events.map(({ action }) => action).toSorted()).toEqual([
      'plan-import.accept',
      'plan-import.offer',
    ]);
  });

  it('of a later revision are compared with those that were accepted from an earlier one', async () => {
    const { body } = await offer(2);
    const shown = await preview(body.import.id);
    expect(shown.document?.docNumber).toBe(`PA-${planId.replaceAll('-', '').slice(-12)}`);
    const changed = shown.items.filter(({ match }) => match === 'differs');
    expect(shown.items.find(({ indicatorCode }) => indicatorCode === '6.4')?.match).not.toBe('new');
    const accepted = await accept(
      body.import.id,
      [],
      changed.map(({ readingId }) => readingId),
    );
    expect(accepted.body.import.outcome?.replaced).toBe(changed.length);
  });

  it('refuses a revision that is not there and a year that is over', async () => {
    expect((await offer(9)).problem).toMatchObject({ code: 'record.not-found' });
    expect((await offer(1, 2025)).problem?.code).toBe('plan-import.year-not-later');
  });
});

describe('who may offer them', () => {
  it.each(ROLES)('%s', async (role) => {
    const actor = { accountId: '', holdings: [{ role, organizationCode: null }] };
    const { status } = await api
      .as(role)
      .call(offerImprovementPlan, { body: { id: planId, revision: 1, targetYear: 2026 } });
    expect(status).toBe(can(actor, 'plan.import') ? 200 : 403);
  });

  it('nobody without a session', async () => {
    const body = { id: planId, revision: 1, targetYear: 2026 };
    expect((await api.as(undefined).call(offerImprovementPlan, { body })).status).toBe(401);
  });
});
