import { afterAll, beforeAll, expect, test } from 'vitest';
import { getTaskExecution } from '#features/execution/task-contract.ts';
import { listTaskStates } from '#features/execution/contract.ts';
import { getPlanItem } from '#features/plan/contract.ts';
import { undoPlanImport } from '#features/plan-import/contract.ts';
import { type Caller, startTestApi, type TestApi } from '#test/api.ts';
import { enterDirective } from './directive-contract.ts';

let api: TestApi;
let coordinator: Caller;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
  coordinator = api.as('coordinator');
});
afterAll(() => api.close());

const task = (change: object = {}) => ({
  ...{ name: 'Rà soát, cập nhật danh mục dữ liệu mở', finding: null, leads: ['STP'], coordinating: ['SNV'] },
  ...{ due: 'trước ngày 20/12/2026', expectedResult: 'Danh mục được ban hành', ...change },
});
const enter = (change: object = {}, caller = coordinator) =>
  caller.call(enterDirective, {
    body: {
      ...{ kind: 'conclusion', docNumber: '88/TB-BCĐ', issueDate: '2026-11-20', issuer: 'UBND_TINH' },
      ...{ subject: 'Kết luận phiên họp Ban Chỉ đạo tháng 11/2026', tasks: [task()], ...change },
    },
  });

test('a conclusion entered by hand puts its tasks into the register, with the document as their source', async () => {
  const group = task({ name: 'Báo cáo tình hình nhân lực', leads: ['UBND_XA'], due: 'Quý IV' });
  const { body } = await enter({ tasks: [task(), group] });
  expect(body.tasks).toBe(2);
  const listed = await coordinator.call(listTaskStates, { query: { plan: body.documentId } });
  expect(listed.body.items).toMatchObject([
    { name: 'Rà soát, cập nhật danh mục dữ liệu mở', state: 'due-soon', lastDay: '2026-12-19', parts: 2 },
    { name: 'Báo cáo tình hình nhân lực', parts: 103 },
  ]);
  const id = listed.body.items[0]?.id ?? '';
  const seen = await api.asAccount('stp-can-bo').call(getTaskExecution, { params: { id } });
  expect(seen.body.lines).toMatchObject([{ organization: { code: 'STP' }, role: 'lead', mayReport: true }]);
  const item = (await coordinator.call(getPlanItem, { params: { id } })).body;
  expect(item.quote).toContain('Giao Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ');
  expect(item.item.document).toMatchObject({ docNumber: '88/TB-BCĐ', issueDate: '2026-11-20' });

  // The same again is a retry; another one under this number is not what it says.
  expect((await enter({ tasks: [task(), group] })).body).toEqual(body);
  const other = await enter({ subject: 'Kết luận khác' });
  expect(other.problem).toMatchObject({
    code: 'plan-import.already-registered',
    details: { id: body.documentId },
  });

  const undone = await coordinator.call(undoPlanImport, { params: { id: body.importId } });
  expect(undone.status).toBe(200);
  expect((await enter({ subject: 'Kết luận khác' })).status).toBe(200);
});

test('two that are entered under one number at the same moment do not become one document', async () => {
  const [one, other] = ['Rà soát dữ liệu mở', 'Tập huấn cán bộ'].map((name) => ({
    ...{ docNumber: '89/TB-BCĐ', subject: name, tasks: [task({ name })] },
  }));
  const both = await Promise.all([enter(one), enter(other)]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  const entered = both.find(({ status }) => status === 200)?.body;
  const listed = await coordinator.call(listTaskStates, { query: { plan: entered?.documentId ?? '' } });
  expect(listed.body.items).toHaveLength(1);
});

test('an inspection keeps what was found with the task that mends it', async () => {
  const found = task({ finding: 'Chưa ban hành quy chế khai thác dữ liệu', due: null });
  const { body } = await enter({ kind: 'inspection', docNumber: '9/KL-ĐKT', tasks: [found] });
  const listed = await coordinator.call(listTaskStates, { query: { plan: body.documentId } });
  const id = listed.body.items[0]?.id ?? '';
  const item = (await coordinator.call(getPlanItem, { params: { id } })).body;
  expect(item.note).toBe('Phát hiện: Chưa ban hành quy chế khai thác dữ liệu');
});

test('an unknown agency, a day ahead and a document without tasks enter nothing', async () => {
  const count = async () =>
    (await api.db.selectFrom('document').select('id').where('doc_number', '=', '99/TB').execute()).length;
  const unknown = { docNumber: '99/TB', tasks: [task(), task({ leads: ['KHONG_CO'] })] };
  expect((await enter(unknown)).problem?.details).toMatchObject({ code: 'KHONG_CO' });
  expect((await enter({ docNumber: '99/TB', issueDate: '2026-11-23' })).problem?.code).toBe(
    'directive.day-ahead',
  );
  expect((await enter({ docNumber: '99/TB', tasks: [] })).problem?.code).toBe('request.invalid');
  expect((await enter({ docNumber: '99/TB', tasks: [task({ leads: [] })] })).problem?.code).toBe(
    'request.invalid',
  );
  expect(await count()).toBe(0);
});
