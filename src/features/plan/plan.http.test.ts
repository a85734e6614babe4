import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '#test/api.ts';
import { inventedPlanFile, writeInventedPlan } from '#test/invented-plan.ts';
import { DUE_STATES } from '#core/calendar/due-state.ts';
import { acceptPlanImport, uploadPlan } from '#features/plan-import/contract.ts';
import {
  getDocument,
  getDocumentContents,
  getDocumentText,
  getPlanItem,
  listDocuments,
  listGaps,
  listProjects,
  listTargets,
  listTasks,
} from './contract.ts';

const REGISTERS = [
  ['targets', listTargets],
  ['tasks', listTasks],
  ['projects', listProjects],
  ['gaps', listGaps],
] as const;
const NOBODY = '01900000-0000-7000-8000-000000000000';

let api: TestApi;
let sen: string;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
  const offered = await api.as('coordinator').call(uploadPlan, { file: inventedPlanFile() });
  const { id } = offered.body.import;
  const accepted = await api
    .as('coordinator')
    .call(acceptPlanImport, { params: { id }, body: { excluded: [], replaced: [] } });
  sen = accepted.body.import.documentId ?? '';
});
afterAll(() => api.close());

const viewer = () => api.as('viewer');
const namesOf = (items: readonly { readonly name: string }[]): readonly string[] =>
  items.map(({ name }) => name);

describe('documents', () => {
  it('are listed newest first with what each holds', async () => {
    const { body } = await viewer().call(listDocuments);
    expect(body.total).toBe(6);
    const years = body.items.map(({ year }) => year ?? 0);
    expect(years).toEqual(years.toSorted((a, b) => b - a));
    const own = body.items.find(({ id }) => id === sen);
    expect(own).toMatchObject({ docNumber: '99/KH-UBND', origin: 'document', hasText: true, isDraft: false });
    expect(own?.counts).toMatchObject({ target: 3, task: 3, project: 0, 'cited-document': 1 });
    expect(own?.plan).toMatchObject({ periodStart: '2026-01-01', periodEnd: '2026-12-31' });
  });

  it('show all items in order of reading, each with the lines on which it stands', async () => {
    const { body } = await viewer().call(getDocument, { params: { id: sen } });
    expect(body.legalBasis).toMatchObject([{ docNumber: '11/QĐ-TTg', issueDate: '2026-01-05' }]);
    const lines = writeInventedPlan().split('\n');
    for (const item of body.outline.filter(({ kind }) => kind === 'task' || kind === 'target')) {
      expect(lines[(item.lines[0] ?? 0) - 1]).toContain(item.name);
    }
    expect(body.outline).toHaveLength(7);
  });

  it('give their text line by line once they have been imported', async () => {
    const { body } = await viewer().call(getDocumentText, { params: { id: sen } });
    expect(body.lines).toEqual(writeInventedPlan().split('\n'));
  });

  it('say so while only a reviewed reading of them is there', async () => {
    const { body } = await viewer().call(listDocuments);
    const reviewed = body.items.find(({ origin }) => origin === 'reviewed-reading');
    const params = { id: reviewed?.id ?? '' };
    const text = await viewer().call(getDocumentText, { params });
    expect([text.status, text.problem?.code]).toEqual([404, 'document.text-not-imported']);
    const view = await viewer().call(getDocument, { params });
    expect(view.body.source).toBeNull();
    expect(view.body.outline.some(({ hasQuote, lines }) => hasQuote || lines.length > 0)).toBe(false);
  });

  it('tell what else is printed in them', async () => {
    const { body: documents } = await viewer().call(listDocuments);
    const withScores = documents.items.find(({ counts }) => counts['indicator-score'] > 0);
    const { body } = await viewer().call(getDocumentContents, { params: { id: withScores?.id ?? '' } });
    expect(body.indicatorScores).toHaveLength(withScores?.counts['indicator-score'] ?? 0);
    const people = body.indicatorScores.find(
      ({ name, table }) => name === 'Nhân lực số' && table?.includes('Bảng 1'),
    );
    expect(people?.scores.map(({ value }) => value)).toEqual(['45.9', '84.22']);
    expect(people?.ranks.map(({ rank, outOf }) => [rank, outOf])).toEqual([
      [50, 63],
      [36, 63],
    ]);
  });
});

describe('a register', () => {
  it.each(REGISTERS)('of %s gives every item once over its pages', async (_name, route) => {
    const whole = await viewer().call(route);
    const pages = await Promise.all(
      [0, 7, 14].map((offset) => viewer().call(route, { query: { offset: String(offset), limit: '7' } })),
    );
    const paged = pages.flatMap(({ body }) => body.items.map(({ id }) => id));
    expect(paged).toEqual(whole.body.items.slice(0, 21).map(({ id }) => id));
    expect(pages.map(({ body }) => body.total)).toEqual([1, 2, 3].map(() => whole.body.total));
  });

  it('filters by document and by words with or without diacritics', async () => {
    const asked = (text: string) => viewer().call(listTasks, { query: { document: sen, text } });
    expect(namesOf((await asked('ban do so')).body.items)).toEqual(['Lập bản đồ số các ao sen trong tỉnh']);
    expect(namesOf((await asked('Bản đồ SỐ')).body.items)).toEqual(['Lập bản đồ số các ao sen trong tỉnh']);
    expect((await asked('100%_')).body.total).toBe(0);
  });

  it('counts what is asked of a group for each member that existed then, and marks it', async () => {
    const asked = (agency: string) => viewer().call(listTargets, { query: { document: sen, agency } });
    const ward = (await asked('28261')).body;
    expect(namesOf(ward.items)).toEqual(['Tỷ lệ hộ dân bán hạt sen trên sàn thương mại điện tử']);
    expect(ward.viaGroup).toEqual(ward.items.map(({ id }) => id));
    const department = (await asked('SKHCN')).body;
    expect(namesOf(department.items)).toEqual([
      'Tỷ lệ ao sen có bản đồ số',
      'Tỷ lệ công chức biết trồng sen',
    ]);
    expect(department.viaGroup).toEqual([department.items[1]?.id]);
    expect((await asked('STTTT')).body.total).toBe(0);
  });

  it('filters by the role of an agency', async () => {
    const asked = (role: string) =>
      viewer().call(listTasks, { query: { document: sen, agency: 'SNV', role } });
    expect((await asked('coordinating')).body.total).toBe(2);
    expect((await asked('lead')).body.total).toBe(0);
  });

  it('filters by state, and counts the states of what the other filters leave', async () => {
    const { body } = await viewer().call(listTasks, { query: { document: sen, state: 'not-yet-due' } });
    expect(namesOf(body.items)).toEqual(['Mở lớp dạy trồng sen trên mạng']);
    expect(body.states).toMatchObject({ overdue: 2, 'not-yet-due': 1, 'in-progress': 0 });
    const { body: targets } = await viewer().call(listTargets, {
      query: { document: sen, dueState: 'due-soon' },
    });
    expect(targets.items.map(({ due }) => due?.state)).toEqual(targets.items.map(() => 'due-soon'));
    expect(targets.total).toBe(targets.dueStates['due-soon']);
  });

  it('tells states by the day of the province', async () => {
    const stateOf = async (now: string) => {
      api.setNow(now);
      const { body } = await viewer().call(listTasks, { query: { document: sen, text: 'bản đồ' } });
      return body.items[0]?.standing?.state;
    };
    const states = [
      await stateOf('2026-03-15T02:00:00.000Z'),
      await stateOf('2026-05-15T02:00:00.000Z'),
      // Half past eleven in the evening of 30 June in the province is still 30 June in Greenwich; half past midnight is too.
      await stateOf('2026-06-30T16:30:00.000Z'),
      await stateOf('2026-06-30T17:30:00.000Z'),
    ];
    api.setNow('2026-11-22T02:00:00.000Z');
    expect(states).toEqual(['not-yet-due', 'not-yet-due', 'due-soon', 'overdue']);
  });

  it('sorts in Vietnamese order, by due day with the undated last, and backwards', async () => {
    const sorted = (query: Record<string, string>) =>
      viewer().call(listTasks, { query: { document: sen, ...query } });
    const names = [
      'Lập bản đồ số các ao sen trong tỉnh',
      'Mở lớp dạy trồng sen trên mạng',
      'Số hóa sổ sách của các làng sen',
    ];
    expect(namesOf((await sorted({ sort: 'name' })).body.items)).toEqual(names);
    expect(namesOf((await sorted({ sort: 'name', descending: 'true' })).body.items)).toEqual(
      names.toReversed(),
    );
    const [map, lessons, books] = names;
    expect(namesOf((await sorted({ sort: 'due' })).body.items)).toEqual([map, books, lessons]);
    expect(namesOf((await sorted({ sort: 'due', descending: 'true' })).body.items)).toEqual([
      books,
      map,
      lessons,
    ]);
  });

  it.each(['document', 'agency', 'section', 'indicator', 'due-state'] as const)(
    'groups by %s, the rows of a group together and every row in one group',
    async (group) => {
      const { body } = await viewer().call(listTargets, { query: { group } });
      const total = body.groups.reduce((sum, { count }) => sum + count, 0);
      expect(total).toBe(body.total);
      expect(new Set(body.groups.map(({ key }) => key)).size).toBe(body.groups.length);
      const leads = new Set(['lead', 'investor']);
      const keyOf = (item: (typeof body.items)[number]): string | null => {
        const lead = item.agencies.find(({ role }) => leads.has(role));
        return {
          document: item.document.id,
          agency: lead ? (lead.organizationCode ?? lead.nameAsWritten) : null,
          section: item.place.section,
          indicator: item.indicatorCode,
          'due-state': item.due?.state ?? 'no-due-date',
        }[group];
      };
      const expected = body.groups.flatMap(({ key, count }) => Array<string | null>(count).fill(key));
      expect(body.items.map(keyOf)).toEqual(expected);
    },
  );

  it('sorts indicator codes as numbers: 6.10 comes after 6.9', async () => {
    const { body } = await viewer().call(listGaps, { query: { sort: 'indicator' } });
    const codes = body.items.map(({ indicatorCode }) => (indicatorCode ?? '').split('.').map(Number));
    const inOrder = codes.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0));
    expect(codes).toEqual(inOrder);
  });

  it('refuses what is no filter', async () => {
    const answer = await viewer().call(listTasks, { query: { limit: 'many', state: 'late' } });
    expect([answer.status, answer.problem?.code]).toEqual([400, 'request.invalid']);
  });
});

describe('an item', () => {
  it('opens with its words, their place, and its neighbours', async () => {
    const { body: tasks } = await viewer().call(listTasks, { query: { document: sen } });
    const id = tasks.items[1]?.id ?? '';
    const { body } = await viewer().call(getPlanItem, { params: { id } });
    expect(body.quote).toContain('Mở lớp dạy trồng sen trên mạng');
    expect(body.excerpt?.lines[(body.item.place.line ?? 0) - body.excerpt.firstLine]).toContain(
      body.item.name,
    );
    expect([body.previous?.id, body.next?.id]).toEqual([tasks.items[0]?.id, tasks.items[2]?.id]);
    expect(body.history).toMatchObject([{ revision: 1, change: 'registered', fileName: 'ke-hoach-sen.md' }]);
  });

  it('leads to what other documents say of the same index component', async () => {
    const { body: gaps } = await viewer().call(listGaps);
    const gap = gaps.items.find(({ indicatorCode }) => indicatorCode === '3.5');
    const { body } = await viewer().call(getPlanItem, { params: { id: gap?.id ?? '' } });
    expect(body.item).toMatchObject({
      kind: 'gap',
      score: '16.88',
      maximumScore: '30',
      numerator: '5',
      denominator: '8',
    });
    expect(body.quote).toBeNull();
    expect(body.related.length).toBeGreaterThan(0);
    expect(body.related.map((link) => link.id)).not.toContain(gap?.id);
  });

  it('that is not there is not found, nor is a document', async () => {
    const params = { id: NOBODY };
    for (const route of [getPlanItem, getDocument, getDocumentText, getDocumentContents]) {
      const answer = await viewer().call(route, { params });
      expect([answer.status, answer.problem?.code]).toEqual([404, 'record.not-found']);
    }
  });
});

it.each([
  ['listDocuments', listDocuments],
  ['getDocument', getDocument],
  ['getDocumentText', getDocumentText],
  ['getDocumentContents', getDocumentContents],
  ['listTargets', listTargets],
  ['listTasks', listTasks],
  ['listProjects', listProjects],
  ['listGaps', listGaps],
  ['getPlanItem', getPlanItem],
] as const)('%s is open to viewers and closed to nobody', async (_name, route) => {
  const params = { id: NOBODY };
  expect((await viewer().call(route, { params })).status).not.toBe(403);
  expect((await api.as(undefined).call(route, { params })).status).toBe(401);
});

it('calls no target overdue: what its period came to is stated, or not yet', async () => {
  api.setNow('2026-11-22T03:00:00.000Z');
  const { body } = await viewer().call(listTargets);
  expect(body.dueStates['overdue-unreported']).toBe(0);
  expect(body.dueStates['ended-unreported']).toBeGreaterThan(0);
  const ended = body.items.filter(({ due }) => due?.state === 'ended-unreported');
  // Yearly figures up to 2023 are no result of a period that ends with 2025.
  expect(ended.some(({ actuals }) => actuals.length > 0)).toBe(true);
  const worded = body.items.filter(({ due }) => due?.kind === 'other');
  expect(worded.map(({ due }) => due?.state)).toEqual(worded.map(() => 'waiting-for-event'));
  expect(worded.length).toBeGreaterThan(0);
});

it('knows every due state in its counts', async () => {
  const { body } = await viewer().call(listProjects);
  expect(Object.keys(body.dueStates).toSorted()).toEqual(DUE_STATES.toSorted());
  expect(Object.values(body.dueStates).reduce((sum, count) => sum + count, 0)).toBe(body.total);
});
