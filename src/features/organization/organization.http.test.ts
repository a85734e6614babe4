import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '#test/api.ts';
import { inventedPlanFile, type InventedPlan } from '#test/invented-plan.ts';
import { acceptPlanImport, uploadPlan } from '#features/plan-import/contract.ts';
import { listTasks } from '#features/plan/contract.ts';
import { ANSWERING_ROLES, type AgencyRole, type RegisterKind } from '#core/plan/plan-item.ts';
import type { TaskState } from '#core/task-state/task-state.ts';
import { getTaskBoard } from '#features/execution/contract.ts';
import { decideTask, reportTask } from '#features/execution/task-contract.ts';
import { getOverview } from '#features/overview/contract.ts';
import { inventTask } from '#test/invented-task.ts';
import {
  getOrganization,
  listOrganizationChoices,
  listOrganizations,
  listUnmappedNames,
  putOrganizationAlias,
  withdrawOrganizationAlias,
  type OrganizationItem,
} from './contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const viewer = () => api.as('viewer');
const coordinator = () => api.as('coordinator');

const enter = async (plan: InventedPlan): Promise<string> => {
  const { body } = await coordinator().call(uploadPlan, { file: inventedPlanFile(plan) });
  const params = { id: body.import.id };
  const decided = { excluded: [], replaced: [] };
  return (await coordinator().call(acceptPlanImport, { params, body: decided })).body.import.documentId ?? '';
};
const view = async (code: string) => (await viewer().call(getOrganization, { params: { code } })).body;

describe('the register of organizations', () => {
  it('has the province, its 82 communes and 20 wards, agencies and groups, each kind counted', async () => {
    const { body } = await viewer().call(listOrganizations);
    const counts = new Map(body.kinds.map(({ kind, count }) => [kind, count]));
    expect([counts.get('commune'), counts.get('ward'), counts.get('province')]).toEqual([82, 20, 3]);
    expect(body.kinds.reduce((sum, { count }) => sum + count, 0)).toBe(body.total);
  });

  it('keeps apart two pairs of names that share one slug', async () => {
    const [myTho, myThoCommune] = [await view('28261'), await view('30076')];
    expect([myTho.name, myTho.kind]).toEqual(['Phường Mỹ Tho', 'ward']);
    expect([myThoCommune.name, myThoCommune.kind]).toEqual(['Xã Mỹ Thọ', 'commune']);
    expect((await view('29938')).name).toBe('Xã Tân Thành');
    expect((await view('30157')).name).toBe('Xã Tân Thạnh');
  });

  it('knows who ended when, and who took over', async () => {
    const province = await view('DONG_THAP');
    expect(province.predecessors.map(({ code }) => code).toSorted()).toEqual([
      'DONG_THAP_2025',
      'TIEN_GIANG',
    ]);
    const former = await view('TIEN_GIANG');
    expect(former).toMatchObject({ current: false, validTo: '2025-06-30' });
    expect(former.successors.map(({ code }) => code)).toEqual(['DONG_THAP']);
    expect((await view('28261')).formerProvince?.code).toBe('TIEN_GIANG');
  });

  it('counts for each what it leads itself, what it helps with, and what is asked of its groups', async () => {
    const before = (await viewer().call(listOrganizations)).body.items;
    await enter({ number: '501' });
    const after = (await viewer().call(listOrganizations)).body.items;
    const change = (code: string) => {
      const [old, now] = [before, after].map((rows) => rows.find((row) => row.code === code)?.counts);
      return old && now && Object.keys(old).map((key) => now[key as 'task'] - old[key as 'task']);
    };
    //                                    target task project gap coordinated viaGroup
    expect(change('SKHCN')).toEqual([1, 1, 0, 0, 0, 1]);
    // The group leads one of the three that it is named to help with: what names it does not come through a group.
    expect(change('SNV')).toEqual([0, 0, 0, 0, 3, 0]);
    expect(change('28261')).toEqual([0, 0, 0, 0, 0, 2]);
    expect(change('UBND_XA')).toEqual([1, 1, 0, 0, 0, 0]);
    expect(change('STTTT')).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('the page of an organization', () => {
  it('shows everything that names it or a group of its kind, with the reason', async () => {
    const document = await enter({ number: '502' });
    const ward = await view('28261');
    const own = [...ward.targets, ...ward.tasks].filter(({ item }) => item.document.id === document);
    expect(own.map(({ item, viaGroup, roles }) => [item.name, viaGroup?.code, roles])).toEqual([
      ['Tỷ lệ hộ dân bán hạt sen trên sàn thương mại điện tử', 'UBND_XA', ['lead']],
      ['Số hóa sổ sách của các làng sen', 'UBND_XA', ['lead']],
    ]);
    const department = await view('SKHCN');
    const [lead] = department.tasks.filter(({ item }) => item.document.id === document);
    expect(lead).toMatchObject({ roles: ['lead'], viaGroup: null });
  });

  it('lists the index components that it leads', async () => {
    const department = await view('SKHCN');
    expect(department.components.length).toBeGreaterThan(0);
    const codes = department.components.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('of a group shows its present members', async () => {
    const group = await view('UBND_XA');
    expect(group.members).toHaveLength(102);
    expect((await view('28261')).groups.map(({ code }) => code)).toEqual(['UBND_XA']);
    expect((await view('SBN')).members.map(({ code }) => code)).not.toContain('STTTT');
  });

  it('is not there for a code that nobody has', async () => {
    const answer = await viewer().call(getOrganization, { params: { code: 'SXYZ' } });
    expect([answer.status, answer.problem?.code]).toEqual([404, 'record.not-found']);
  });
});

/** Tasks by state as the board counts them: wholes, or the parts of an organization in a role. */
const board = async (query: { readonly agency?: string; readonly role?: 'lead' } = {}) => {
  const { body } = await coordinator().call(getTaskBoard, { query: { ...query, perState: '0' } });
  return Object.fromEntries(body.columns.map(({ state, total }) => [state, total])) as Record<
    TaskState,
    number
  >;
};

describe('how tasks stand', () => {
  it('is told alike by the board, the first page and the registers of plans and organizations, on any day', async () => {
    const due = { kind: 'day', raw: '31/10/2026', end: '2026-10-31' };
    const { id: done } = await inventTask(api, { due, lead: ['STP'], coordinating: ['SNV'] });
    const part = { organization: 'STP', period: '' };
    const report = { percent: '100', words: null, result: null, doneOn: '2026-10-30', evidence: [] };
    await api.asAccount('stp-can-bo').call(reportTask, {
      params: { id: done },
      body: { ...part, ...report, version: 0, writeId: newId() },
    });
    const confirmed = await coordinator().call(decideTask, {
      params: { id: done },
      body: { ...part, kind: 'confirm', version: 1, writeId: newId(), reason: null },
    });
    expect(confirmed.status).toBe(200);
    for (const now of ['2026-10-12', '2026-12-01', '2027-02-01']) {
      api.setNow(`${now}T02:00:00.000Z`);
      for (const role of ['viewer', 'coordinator'] as const) api.forgetSession(role);
      const register = (await viewer().call(listTasks)).body;
      const byState = await board();
      expect(register.states).toEqual(byState);
      expect((await viewer().call(getOverview)).body.tasks.byState).toEqual(byState);
      const overdue = await viewer().call(listTasks, { query: { state: 'overdue', limit: '1' } });
      expect(overdue.body.total).toBe(byState.overdue);
      const rows = (await viewer().call(listOrganizations)).body.items;
      for (const { code, taskStates } of rows.filter(
        ({ kind, current }) => kind === 'department' && current,
      )) {
        expect([code, taskStates]).toEqual([code, await board({ agency: code, role: 'lead' })]);
      }
    }
  });
});

describe('what concerns an organization', () => {
  // It opens three hundred pages.
  const EVERY_PAGE_MILLISECONDS = 120_000;
  const withRoles = (items: readonly OrganizationItem[], ...roles: readonly AgencyRole[]) =>
    items.filter((item) => item.roles.some((role) => roles.includes(role)));

  it(
    'is the same in the list, on its page and under the filter of the registers, for every one of them',
    async () => {
      // Departments that ended in 2025 and the old provinces are concerned by some of these and not by others.
      await enter({ number: '511', year: 2024, subject: 'Trồng sen năm 2024' });
      await enter({ number: '512', year: 2025, subject: 'Trồng sen năm 2025' });
      await enter({ number: '513', year: 2027, subject: 'Trồng sen năm 2027' });
      const rows = (await viewer().call(listOrganizations)).body.items;
      expect(rows.length).toBeGreaterThan(160);
      for (const { code, counts, dueStates, taskStates } of rows) {
        const page = await view(code);
        const all = [...page.targets, ...page.tasks, ...page.projects, ...page.gaps];
        const own = all.filter(({ viaGroup }) => viaGroup === null);
        const led = withRoles(own, ...ANSWERING_ROLES);
        const ledOf = (kind: RegisterKind) => led.filter(({ item }) => item.kind === kind).length;
        const helped = withRoles(own, 'coordinating').filter((item) => !led.includes(item));
        expect([code, counts]).toEqual([
          code,
          {
            ...{ target: ledOf('target'), task: ledOf('task'), project: ledOf('project'), gap: ledOf('gap') },
            coordinated: helped.length,
            viaGroup: withRoles(
              all.filter(({ viaGroup }) => viaGroup !== null),
              ...ANSWERING_ROLES,
            ).length,
          },
        ]);
        // What the list counts as overdue is what the page counts in its title and shows.
        const overdue = withRoles(all, ...ANSWERING_ROLES).filter(({ item, part }) =>
          item.kind === 'task'
            ? (part ?? item.standing)?.state === 'overdue'
            : item.due?.state === 'overdue-unreported',
        );
        expect([code, taskStates.overdue + dueStates['overdue-unreported']]).toEqual([code, overdue.length]);
        expect([code, page.dueStates, page.taskStates]).toEqual([code, dueStates, taskStates]);
        const { body } = await viewer().call(listTasks, { query: { agency: code } });
        expect([code, body.items.map(({ id }) => id).toSorted(), body.viaGroup.length]).toEqual([
          code,
          page.tasks.map(({ item }) => item.id).toSorted(),
          page.tasks.filter(({ viaGroup }) => viaGroup !== null).length,
        ]);
      }
    },
    EVERY_PAGE_MILLISECONDS,
  );
});

describe('a name that no organization is known by', () => {
  const strangeAgency = 'Sở Khoa học và Hoa sen';
  const put = (code: string, alias: string) =>
    coordinator().call(putOrganizationAlias, { params: { code }, body: { alias } });
  const unmapped = async () =>
    (await viewer().call(listUnmappedNames)).body.items.find((name) => name.nameAsWritten === strangeAgency);

  it('is kept as written, listed with what names it and with near names, and mapped everywhere at once', async () => {
    const document = await enter({ number: '503', strangeAgency });
    const listed = await unmapped();
    expect(listed?.count).toBe(1);
    expect(listed?.examples[0]?.name).toBe('Mở lớp dạy trồng sen trên mạng');
    expect(listed?.suggestions.map(({ code }) => code)).toContain('SKHCN');

    const mapped = await put('SKHCN', strangeAgency);
    expect(mapped.body).toMatchObject({ organization: { code: 'SKHCN' }, mapped: 1 });
    expect(await unmapped()).toBeUndefined();
    const { body } = await viewer().call(listTasks, { query: { document, agency: 'SKHCN', role: 'lead' } });
    const lessons = body.items.find(({ name }) => name.startsWith('Mở lớp'));
    const [agency] = lessons?.agencies.filter(({ role }) => role === 'lead') ?? [];
    expect(agency).toMatchObject({ nameAsWritten: strangeAgency, name: 'Sở Khoa học và Công nghệ' });
    expect((await view('SKHCN')).aliases).toContainEqual({ alias: strangeAgency, origin: 'mapped' });
  });

  it('is known to later imports', async () => {
    await enter({ number: '504', strangeAgency });
    expect(await unmapped()).toBeUndefined();
  });

  it('may be mapped twice without doing anything twice', async () => {
    expect((await put('SKHCN', strangeAgency)).body.mapped).toBe(0);
    const events = await api.db
      .selectFrom('audit_event')
      .select('details')
      .where('action', '=', 'organization.map-name')
      .execute();
    expect(events).toHaveLength(1);
  });

  it('may not be taken from the organization that bears it', async () => {
    const refused = await put('STC', 'Sở KH&CN');
    expect([refused.status, refused.problem?.code]).toEqual([409, 'organization.alias-taken']);
    expect(refused.problem?.details).toMatchObject({ codes: ['SKHCN'] });
  });

  it('is taken back where a person gave it, everywhere at once, and a spelling of the reference data is not', async () => {
    const withdraw = (alias: string) =>
      coordinator().call(withdrawOrganizationAlias, { params: { code: 'SKHCN' }, body: { alias } });
    expect((await withdraw(strangeAgency)).body).toEqual({ alias: strangeAgency, unmapped: 1 });
    expect((await withdraw(strangeAgency)).body.unmapped).toBe(0);
    // What was read after the mapping bears the name of the organization.
    expect((await unmapped())?.count).toBe(1);
    expect((await withdraw('Sở KH&CN')).body.unmapped).toBe(0);
    expect((await view('SKHCN')).aliases.map(({ alias }) => alias)).not.toContain(strangeAgency);
    expect((await put('SKHCN', strangeAgency)).body.mapped).toBe(1);
  });

  it.each(['', '   '])('may not be nothing: "%s"', async (alias) => {
    expect((await put('SKHCN', alias)).status).toBeGreaterThanOrEqual(400);
  });
});

describe('what may be done', () => {
  const params = { code: 'SKHCN' };

  it('is reading for viewers and nothing for nobody', async () => {
    for (const route of [listOrganizations, listOrganizationChoices, getOrganization, listUnmappedNames]) {
      expect((await viewer().call(route, { params })).status).toBe(200);
      expect((await api.as(undefined).call(route, { params })).status).toBe(401);
    }
  });

  it('is mapping for coordinators alone', async () => {
    const body = { alias: 'Sở Sen' };
    for (const route of [putOrganizationAlias, withdrawOrganizationAlias]) {
      expect((await viewer().call(route, { params, body })).problem?.code).toBe('access.denied');
      expect((await api.as(undefined).call(route, { params, body })).status).toBe(401);
    }
  });
});
