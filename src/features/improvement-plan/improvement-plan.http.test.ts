import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImprovementAim, ImprovementRequest, ImprovementSettings } from '#contract/improvement-plan.ts';
import { putDataValue } from '#features/index-score/contract.ts';
import { isRefusal } from '#core/kernel/refusal.ts';
import { readXlsx } from '#server/xlsx/read-xlsx.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import {
  exportImprovementPlan,
  getImprovementPlan,
  keepImprovementPlan,
  listImprovementOptions,
  listImprovementPlans,
  solveImprovement,
} from './contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const NO_SETTINGS: ImprovementSettings = {
  ...{ perUnit: [], ceilings: [], indicatorLimits: [], agencyLimits: [] },
};
const TO_700: ImprovementAim = { kind: 'points', component: null, points: '700' };

const requestOf = (
  aim: ImprovementAim,
  settings: Partial<ImprovementSettings> = {},
  alternatives = 0,
): ImprovementRequest => ({
  ...{ framework: 'dti-province-2025', subject: 'DONG_THAP', year: 2025 },
  ...{ aim, settings: { ...NO_SETTINGS, ...settings }, alternatives },
});

const solve = (aim: ImprovementAim, settings?: Partial<ImprovementSettings>, alternatives?: number) =>
  api.as('viewer').call(solveImprovement, { body: requestOf(aim, settings, alternatives) });

const moves = (plan: { steps: readonly { option: string; to: { value: string } }[] } | undefined) =>
  plan?.steps.map(({ option, to }) => `${option}→${to.value}`);

const keepInput = (effort: string, input: Record<string, unknown> = {}) => ({
  ...{ request: requestOf(TO_700), place: 0, name: 'Đạt 700 điểm', note: null, effort },
  ...{ version: 0, writeId: newId() },
  ...input,
});

describe('the cheapest plan for Đồng Tháp to reach 700 points', () => {
  it('brings the certain points to the goal by the exact engine, with proof', async () => {
    const { body } = await solve(TO_700);
    const [plan] = body.plans;
    expect(moves(plan)).toEqual(['6.4→60', '8.1→100', '8.3→70', '7.1→19.65']);
    expect(plan?.before.low).toBe('625.64');
    expect(plan?.after.low).toBe('700.00');
    expect(plan?.effort).toBe('159.11');
    expect(Number(plan?.bound)).toBeLessThanOrEqual(Number(plan?.effort));
    expect(plan?.remarks.map(({ kind }) => kind)).toEqual([
      ...['reaches-goal', 'best-yield', 'largest-gain', 'all-or-nothing', 'partly', 'counts-low'],
    ]);
  });

  it('has runners-up that each do without a step of the plans before, and cost no less', async () => {
    const { body } = await solve(TO_700, {}, 3);
    expect(body.plans).toHaveLength(4);
    const efforts = body.plans.map(({ effort }) => Number(effort));
    expect(efforts).toEqual([...efforts].sort((a, b) => a - b));
    const sets = body.plans.map(({ steps }) => new Set(steps.map(({ option }) => option)));
    for (const [place, later] of sets.entries()) {
      for (const earlier of sets.slice(0, place)) {
        expect([...earlier].every((option) => later.has(option))).toBe(false);
      }
    }
  });

  it('says what each agency must deliver; those who lead together share the effort', async () => {
    const { body } = await solve(TO_700);
    const agencies = body.plans[0]?.agencies ?? [];
    expect(agencies.map(({ agency }) => agency.name)).toContain('Công an tỉnh');
    const total = agencies.reduce((sum, { effort }) => sum + Number(effort), 0);
    expect(total).toBeCloseTo(159.11, 1);
  });

  it('heeds efforts, ceilings and limits that somebody set', async () => {
    const { body } = await solve(TO_700, {
      perUnit: [{ option: '4.2', effort: '1' }],
      ceilings: [{ option: '8.3', value: '50' }],
      indicatorLimits: [{ component: '8.1', effort: '0' }],
      agencyLimits: [{ agency: 'SKHCN', effort: '20' }],
    });
    const [plan] = body.plans;
    const options = plan?.steps.map(({ option }) => option) ?? [];
    expect(options).toContain('4.2');
    expect(options).not.toContain('8.1');
    expect(
      plan?.steps.filter(({ option }) => option === '8.3').every(({ to }) => Number(to.value) <= 50),
    ).toBe(true);
    const science = plan?.agencies.find(({ agency }) => agency.organizationCode === 'SKHCN');
    expect(Number(science?.effort ?? '0')).toBeLessThanOrEqual(20);
    expect(Number(plan?.after.low)).toBeGreaterThanOrEqual(700);
  });
});

describe('a plan under limits', () => {
  it('is found where a limit ends between two values that can be reported', async () => {
    const { body: listed } = await api.as('viewer').call(listImprovementOptions);
    const components = new Set(listed.options.map(({ componentCode }) => componentCode));
    const limits = [...components].map((component) => ({ component, effort: '37.123456789' }));
    const { status, body } = await solve(
      { kind: 'points', component: null, points: '690' },
      { indicatorLimits: limits },
    );
    expect(status).toBe(200);
    const [plan] = body.plans;
    expect(Number(plan?.after.low)).toBeGreaterThanOrEqual(690);
    expect(Number(plan?.bound)).toBeLessThanOrEqual(Number(plan?.effort));
    for (const component of components) {
      const efforts = plan?.steps.flatMap((step) => (step.componentCode === component ? [step.effort] : []));
      expect(efforts?.reduce((sum, effort) => sum + Number(effort), 0)).toBeLessThan(37.13);
    }
  });
});

describe('an item that wins points in two indicators', () => {
  const subject = { framework: 'dti-commune-2026', subject: '28468', year: 2026 };
  const solveFor = (aim: ImprovementAim) =>
    api.as('viewer').call(solveImprovement, { body: { ...requestOf(aim), ...subject } });

  it('is moved no farther than both together ask, and paid once', async () => {
    const { body: listed } = await api.as('viewer').call(listImprovementOptions, {
      query: { ...subject, year: '2026' },
    });
    const online = listed.options.filter(({ item }) => item === '6.1.a');
    expect(online).toHaveLength(2);
    const now = listed.mainIndicators.find(({ code }) => code === '6')?.points.low;
    const goal = Number(now) + 7;
    const { body } = await solveFor({ kind: 'points', component: '6', points: goal.toFixed(2) });
    const [plan] = body.plans;
    expect(Number(plan?.after.low)).toBeGreaterThanOrEqual(goal);
    expect(Number(plan?.after.low)).toBeLessThan(goal + 0.5);
    // Alone, the option that wins most costs more than both share.
    expect(Number(plan?.effort)).toBeLessThan(6);
    const efforts = plan?.steps.map(({ effort }) => Number(effort)) ?? [];
    expect(efforts.reduce((sum, effort) => sum + effort, 0)).toBeCloseTo(Number(plan?.effort), 1);
  });
});

describe('other aims', () => {
  it('wins the most points for an effort', async () => {
    const { body } = await solve({ kind: 'most-points', component: null, effort: '30' });
    expect(moves(body.plans[0])).toEqual(['6.4→60', ...(moves(body.plans[0]) ?? []).slice(1)]);
    expect(Number(body.plans[0]?.effort)).toBeLessThanOrEqual(30);
    const [best] = body.plans;
    expect(Number(best?.bound)).toBeGreaterThanOrEqual(Number(best?.after.low));
    expect(Number(best?.bound)).toBeLessThan(Number(best?.after.low) + 0.1);
  });

  it('counts the points of one main indicator', async () => {
    const { body } = await solve({ kind: 'points', component: '6', points: '120' });
    expect(body.componentName?.vi).toBe('Hoạt động chính quyền số');
    expect(Number(body.plans[0]?.after.low)).toBeGreaterThanOrEqual(120);
    expect(body.plans[0]?.steps.every(({ componentCode }) => componentCode.startsWith('6.'))).toBe(true);
  });

  it('needs nothing for a goal that is met', async () => {
    const { body } = await solve({ kind: 'points', component: null, points: '600' });
    expect(body.plans).toMatchObject([{ steps: [], effort: '0', remarks: [{ kind: 'goal-met' }] }]);
  });

  it('refuses what can not be reached, with the most that can be', async () => {
    const { problem } = await solve({ kind: 'points', component: null, points: '999' });
    expect(problem).toMatchObject({ status: 422, code: 'improvement-plan.goal-unreachable' });
    expect(Number(problem?.details.most)).toBeGreaterThan(900);
  });

  it('refuses a rank while the points of the others are not known', async () => {
    const { problem } = await solve({ kind: 'rank', rank: 20 });
    expect(problem).toMatchObject({ code: 'improvement-plan.rank-unknown', details: { rank: 20 } });
  });

  it.each([
    [{ kind: 'points', component: '9', points: '1' } as const, {}, 'component'],
    [TO_700, { perUnit: [{ option: '1.1', effort: '1' }] }, 'improvement-option'],
    [TO_700, { agencyLimits: [{ agency: 'NOBODY', effort: '1' }] }, 'organization'],
    [TO_700, { indicatorLimits: [{ component: '9.9', effort: '1' }] }, 'component'],
  ])('refuses a name that is not there: %j %j', async (aim, settings, kind) => {
    const { problem } = await solve(aim, settings);
    expect(problem).toMatchObject({ code: 'record.not-found', details: { kind } });
  });

  it.each(['-1', 'NaN', '1e3', 'Infinity', ''])('refuses %j as points', async (points) => {
    expect((await solve({ kind: 'points', component: null, points })).problem?.code).toBe('request.invalid');
  });
});

describe('an agency', () => {
  const ofAgency = (aim: ImprovementAim, subject: string) => ({
    ...{ framework: 'dti-agency-2025', subject, year: 2025, aim, settings: NO_SETTINGS, alternatives: 2 },
  });
  const solveFor = (aim: ImprovementAim, subject = 'SKHCN') =>
    api.as('viewer').call(solveImprovement, { body: ofAgency(aim, subject) });

  it('has ways where several cases, counts or the best of all decide', async () => {
    const query = { framework: 'dti-agency-2025', subject: 'SKHCN', year: '2025' };
    const { body } = await api.as('viewer').call(listImprovementOptions, { query });
    const reasons = body.withoutWay.filter(({ reason }) => reason === 'other');
    expect(reasons).toEqual([]);
    expect(body.options.length).toBeGreaterThan(20);
  });

  it('reaches points, a rank and the most points for an effort, each scored exactly', async () => {
    const query = { framework: 'dti-agency-2025', subject: 'SKHCN', year: '2025' };
    const { body: known } = await api.as('viewer').call(listImprovementOptions, { query });
    const goal = String(Math.ceil(Number(known.points.low)) + 20);
    const { body: cheapest } = await solveFor({ kind: 'points', component: null, points: goal });
    expect(Number(cheapest.plans[0]?.after.low)).toBeGreaterThanOrEqual(Number(goal));
    expect(Number(cheapest.plans[0]?.bound)).toBeLessThanOrEqual(Number(cheapest.plans[0]?.effort));
    expect(cheapest.plans.length).toBeGreaterThan(1);
    const { body: rank } = await solveFor({ kind: 'rank', rank: 1 });
    expect(Number(rank.plans[0]?.after.low)).toBeGreaterThanOrEqual(Number(rank.goal));
    const { body: most } = await solveFor({ kind: 'most-points', component: null, effort: '50' });
    expect(Number(most.plans[0]?.effort)).toBeLessThanOrEqual(50);
    expect(Number(most.plans[0]?.after.low)).toBeGreaterThan(Number(most.plans[0]?.before.low));
  });
});

describe('what can be improved', () => {
  it('is listed with its default effort, and what can not be with the reason', async () => {
    const { body } = await api.as('viewer').call(listImprovementOptions);
    expect(body.statedGoal).toBe('700');
    expect(body.options.find(({ option }) => option === '6.4')).toMatchObject({
      ...{ from: { value: '57.6' }, to: { value: '60' }, gain: '20.00', allOrNothing: true },
      defaultEffort: '4.16',
    });
    const unknown = body.withoutWay.filter(({ reason }) => reason === 'unknown-rule');
    expect(unknown.map(({ code }) => code)).toEqual(['3.4', '7.4', '7.5']);
    expect(body.options.length + body.withoutWay.length).toBeGreaterThanOrEqual(47);
  });
});

describe('keeping a plan', () => {
  const keep = (id: string, body: unknown) =>
    api.as('coordinator').call(keepImprovementPlan, { params: { id }, body });

  it('stores its steps as draft targets, once for a write, and a change as a new revision', async () => {
    const id = newId();
    const input = keepInput('159.11');
    const kept = await keep(id, input);
    expect(kept.body).toMatchObject({ id, revision: 1, name: 'Đạt 700 điểm', goal: '700', changed: [] });
    expect(kept.body.targets.map(({ item, to }) => `${item}→${to.value}`)).toEqual([
      ...['6.4.rate→60', '8.1.rate→100', '8.3.rate→70', '7.1.rate→19.65'],
    ]);
    expect((await keep(id, input)).body).toEqual(kept.body);
    expect((await keep(id, { ...input, name: 'Khác' })).problem?.code).toBe('edit.conflict');
    expect((await keep(id, keepInput('159.11'))).problem?.details).toMatchObject({ version: 1 });
    const again = await keep(id, keepInput('159.11', { version: 1, name: 'Bản 2' }));
    expect(again.body).toMatchObject({ revision: 2, name: 'Bản 2' });

    const first = { params: { id }, query: { revision: '1' } };
    expect((await api.as('viewer').call(getImprovementPlan, first)).body.name).toBe('Đạt 700 điểm');
    const listed = await api.as('viewer').call(listImprovementPlans);
    expect(listed.body.items.filter((plan) => plan.id === id)).toMatchObject([{ revision: 2, steps: 4 }]);
  });

  it('refuses a plan that is another one by now, and marks a kept one as outdated', async () => {
    const id = newId();
    await keep(id, keepInput('159.11'));
    const body = {
      ...{ framework: 'dti-province-2025', subject: 'DONG_THAP', year: 2025 },
      ...{ state: 'value', value: '58', comparator: '=', reason: null, version: 1, writeId: newId() },
    };
    await api.as('coordinator').call(putDataValue, { params: { item: '6.4.rate' }, body });
    expect((await keep(newId(), keepInput('159.11'))).problem).toMatchObject({
      code: 'edit.conflict',
      details: { field: 'effort' },
    });
    const kept = await api.as('viewer').call(getImprovementPlan, { params: { id } });
    expect(kept.body.changed).toMatchObject([{ item: '6.4.rate', now: { value: '58' } }]);
  });

  it('leaves an entry in the audit trail and nothing in the registers of targets', async () => {
    const before = await api.db.selectFrom('target').select('item_id').execute();
    const id = newId();
    const { body } = await solve(TO_700);
    await keep(id, keepInput(body.plans[0]?.effort ?? ''));
    const events = await api.db
      .selectFrom('audit_event')
      .select('action')
      .where('subject', '=', `improvement-plan:${id}`)
      .execute();
    expect(events).toEqual([{ action: 'improvement-plan.write' }]);
    expect(await api.db.selectFrom('target').select('item_id').execute()).toHaveLength(before.length);
  });

  it('goes into a workbook laid out like the appendix of a plan', async () => {
    const id = newId();
    const { body } = await solve(TO_700);
    await keep(id, keepInput(body.plans[0]?.effort ?? '', { name: '=HYPERLINK("x")' }));
    const file = await api.as('viewer').call(exportImprovementPlan, { params: { id } });
    expect(file.status).toBe(200);
    const read = readXlsx(file.bytes);
    if (isRefusal(read)) throw new Error(read.code);
    const [sheet] = read;
    const texts = sheet?.rows.map((cells) =>
      cells.map((cell) => (cell.kind === 'text' ? cell.text : cell.kind === 'number' ? cell.number : '')),
    );
    expect(texts?.[0]).toEqual([
      ...['STT', 'Tên chỉ số', 'Hiện trạng 2025', 'Phấn đấu năm 2026', 'Cơ quan chủ trì'],
      ...['Cơ quan phối hợp', 'Thời gian hoàn thành', 'Điểm tăng thêm'],
    ]);
    expect(texts?.[1]?.[1]).toBe('6. Hoạt động chính quyền số');
    expect(texts?.[2]?.[1]).toMatch(/^6\.4\. /);
    expect(sheet?.rows.flat().some(({ kind }) => kind === 'formula')).toBe(false);
    const absent = await api.as('viewer').call(exportImprovementPlan, { params: { id: newId() } });
    expect(absent.problem?.code).toBe('record.not-found');
    expect((await api.as(undefined).call(exportImprovementPlan, { params: { id } })).status).toBe(401);
  });

  it('can not be undone or rewritten in the database', async () => {
    await expect(api.db.deleteFrom('improvement_plan_item').execute()).rejects.toThrow(/permission denied/);
    await expect(api.db.updateTable('improvement_plan').set({ name: 'x' }).execute()).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('who may do it', () => {
  const READS = [
    [listImprovementOptions, {}],
    [listImprovementPlans, {}],
    [solveImprovement, { body: requestOf({ kind: 'points', component: null, points: '1' }) }],
  ] as const;

  it.each(READS)('$operationId: both roles, nobody without a session', async (route, input) => {
    expect((await api.as('coordinator').call(route, input)).status).toBe(200);
    expect((await api.as('viewer').call(route, input)).status).toBe(200);
    expect((await api.as(undefined).call(route, input)).problem?.code).toBe('session.required');
  });

  it('a plan is read by both roles and kept by the coordinator alone', async () => {
    const read = { params: { id: newId() } };
    expect((await api.as('viewer').call(getImprovementPlan, read)).problem?.code).toBe('record.not-found');
    expect((await api.as('coordinator').call(getImprovementPlan, read)).problem?.code).toBe(
      'record.not-found',
    );
    expect((await api.as(undefined).call(getImprovementPlan, read)).problem?.code).toBe('session.required');
    const write = { params: { id: newId() }, body: keepInput('159.11') };
    expect((await api.as('viewer').call(keepImprovementPlan, write)).problem?.code).toBe('access.denied');
    expect((await api.as(undefined).call(keepImprovementPlan, write)).problem?.code).toBe('session.required');
  });
});
