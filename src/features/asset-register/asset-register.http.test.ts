import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SheetCell } from '#core/kernel/sheet.ts';
import { readXlsx } from '#server/xlsx/read-xlsx.ts';
import { writeXlsx } from '#server/xlsx/write-xlsx.ts';
import { isRefusal } from '#core/kernel/refusal.ts';
import { startTestApi, type Caller, type TestApi } from '#test/api.ts';
import {
  exportAssetRegister,
  getAssetEntry,
  getAssetRegister,
  importAssetRegister,
  listAssetRegisters,
  listIndicatorFigures,
  putAssetEntry,
  retireAssetEntry,
} from './contract.ts';

let api: TestApi;
let stp: Caller;
let snv: Caller;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
  stp = api.asAccount('stp-can-bo');
  snv = api.asAccount('snv-can-bo');
});
afterAll(() => api.close());

const SYSTEMS = 'information-systems';
const system = (name: string, values: object = {}, change: object = {}) => ({
  ...{ organization: 'STP', name, reason: null, version: 0, writeId: newId() },
  values: { state: 'operating', level: '2', levelState: 'none', ...values },
  ...change,
});
const APPROVED = { levelState: 'approved', levelApprovalNumber: '12/QĐ', levelApprovedOn: '2025-06-01' };

const put = (caller: Caller, body: object, id: string = newId(), register: string = SYSTEMS) =>
  caller.call(putAssetEntry, { params: { register, id }, body });

const contentOf = async (caller: Caller, register = SYSTEMS) =>
  (await caller.call(getAssetRegister, { params: { register } })).body;

describe('an entry', () => {
  test('is added and changed by its owner; every state stays, and the trail says what changed', async () => {
    const id = newId();
    const added = await put(stp, system('Hộ tịch điện tử'), id);
    expect(added.status).toBe(200);
    expect(added.body.entry).toMatchObject({ version: 1, isSimulated: false, mayWrite: true });
    expect(added.body.entry.counts).toMatchObject({
      'dti-province/5.1.a': 'no',
      'dti-province/5.1.b': 'yes',
    });
    const changed = await put(
      stp,
      system('Hộ tịch điện tử', APPROVED, { version: 1, reason: 'Quyết định mới' }),
      id,
    );
    expect(changed.body.entry.counts['dti-province/5.1.a']).toBe('yes');
    expect(changed.body.history.map(({ version, kind, reason }) => [version, kind, reason])).toEqual([
      [2, 'write', 'Quyết định mới'],
      [1, 'write', null],
    ]);
    const event = await api.db
      .selectFrom('audit_event')
      .select('details')
      .where('subject', '=', `asset-entry:${id}`)
      .orderBy('sequence', 'desc')
      .executeTakeFirstOrThrow();
    expect(event.details).toMatchObject({
      before: { levelState: 'none' },
      after: { levelState: 'approved', levelApprovalNumber: '12/QĐ' },
    });
  });

  test('is written once however often the write is sent, and a stale one is refused', async () => {
    const id = newId();
    const body = system('Lý lịch tư pháp');
    await put(stp, body, id);
    const again = await put(stp, body, id);
    expect(again.body.entry.version).toBe(1);
    expect(again.body.history).toHaveLength(1);
    const stale = await put(stp, { ...body, writeId: newId() }, id);
    expect(stale.problem).toMatchObject({ code: 'edit.conflict', details: { version: 1 } });
  });

  test('says of every field what is wrong', async () => {
    const { problem } = await put(
      stp,
      system(' ', { level: '9', levelState: 'approved', assessedOn: ['2025-02-30'], lotus: 'x' }),
    );
    expect(problem?.code).toBe('asset-entry.invalid');
    expect(problem?.details.problems).toEqual([
      { field: 'name', code: 'missing' },
      { field: 'level', code: 'not-a-choice' },
      { field: 'levelApprovalNumber', code: 'missing' },
      { field: 'levelApprovedOn', code: 'missing' },
      { field: 'assessedOn', code: 'malformed-day' },
      { field: 'lotus', code: 'unknown-field' },
    ]);
  });

  test('bears a name that its owner has once, while another organization may use it', async () => {
    await put(stp, system('Một cửa'));
    expect((await put(stp, system('MỘT  CỬA'))).problem?.code).toBe('asset-entry.name-taken');
    expect((await put(snv, system('Một cửa', {}, { organization: 'SNV' }))).status).toBe(200);
  });

  test('is out of sight and out of reach of another agency; who reads everything changes nothing', async () => {
    const id = newId();
    await put(stp, system('Kín'), id);
    const params = { register: SYSTEMS, id };
    expect((await snv.call(getAssetEntry, { params })).problem?.code).toBe('record.not-found');
    expect((await put(snv, system('Kín', {}, { version: 1 }), id)).problem?.code).toBe('record.not-found');
    expect((await put(snv, system('Hộ', {}, { organization: 'STP' }))).problem?.code).toBe(
      'record.not-found',
    );
    const ids = (await contentOf(snv)).entries.map((entry) => entry.id);
    expect(ids).not.toContain(id);
    for (const role of ['coordinator', 'appraiser', 'leader', 'auditor'] as const) {
      expect((await api.as(role).call(getAssetEntry, { params })).body.entry.mayWrite).toBe(false);
      expect((await put(api.as(role), system('Kín', {}, { version: 1 }), id)).problem?.code).toBe(
        'access.denied',
      );
    }
  });

  test('is retired from a day on and restored, never deleted', async () => {
    const id = newId();
    await put(stp, system('Cũ'), id);
    const params = { register: SYSTEMS, id };
    const retirement = { retiredOn: '2026-11-01', reason: 'thay bằng hệ thống mới', version: 1 };
    const retire = (body: object) =>
      stp.call(retireAssetEntry, { params, body: { ...retirement, writeId: newId(), ...body } });
    const writeId = newId();
    expect((await retire({ writeId })).body.entry).toMatchObject({ retiredOn: '2026-11-01', counts: {} });
    expect((await retire({ writeId })).body.entry.version).toBe(2);
    expect((await put(stp, system('Cũ', {}, { version: 2 }), id)).problem?.code).toBe('asset-entry.retired');
    const before = await stp.call(getAssetRegister, {
      params: { register: SYSTEMS },
      query: { day: '2026-10-31' },
    });
    const entry = before.body.entries.find((one) => one.id === id);
    expect(entry?.counts['dti-province/5.1.b']).toBe('yes');
    await put(stp, system('Cũ'));
    expect((await retire({ retiredOn: null, version: 2 })).problem?.code).toBe('asset-entry.name-taken');
  });
});

const rowsOf = async (caller: Caller, register = SYSTEMS): Promise<SheetCell[][]> => {
  const { bytes } = await caller.call(exportAssetRegister, { params: { register } });
  const sheets = readXlsx(bytes);
  if (isRefusal(sheets)) throw new Error(sheets.code);
  return (sheets[0]?.rows ?? []).map((row) => [...row]);
};

const send = (caller: Caller, rows: readonly (readonly SheetCell[])[], dryRun = 'no', register = SYSTEMS) => {
  const content = writeXlsx([{ name: 'Sổ', rows, widths: [], headRows: 1, choices: [] }]);
  return caller.call(importAssetRegister, {
    params: { register },
    query: { dryRun },
    file: { name: 'so.xlsx', content },
  });
};

const text = (value: string): SheetCell => ({ kind: 'text', text: value });

describe('a workbook', () => {
  test('goes out and comes back without changing anything', async () => {
    const rows = await rowsOf(stp);
    expect(rows.length).toBeGreaterThan(3);
    const { body } = await send(stp, rows);
    expect(body).toEqual({ added: [], changed: [], unchanged: rows.length - 1, isSaved: true });
  });

  test('adds and changes entries; a dry run tells so and saves nothing; sent again it changes nothing', async () => {
    const [head = [], ...rows] = await rowsOf(stp);
    const purpose = head.findIndex((cell) => cell.kind === 'text' && cell.text === 'Mục đích sử dụng');
    const [first = []] = rows;
    first[purpose] = text('Phục vụ người dân');
    const added = [...first];
    added[0] = { kind: 'blank' };
    added[1] = { kind: 'blank' };
    added[3] = text('Công chứng trực tuyến');
    const expected = { added: ['Công chứng trực tuyến'], changed: [expect.any(String)] };
    const before = (await contentOf(stp)).entries.length;
    expect((await send(stp, [head, ...rows, added], 'yes')).body).toMatchObject({
      ...expected,
      isSaved: false,
    });
    expect((await contentOf(stp)).entries).toHaveLength(before);
    expect((await send(stp, [head, ...rows, added])).body).toMatchObject({ ...expected, isSaved: true });
    expect((await contentOf(stp)).entries).toHaveLength(before + 1);
    expect((await send(stp, [head, ...rows, added])).body).toMatchObject({ added: [], changed: [] });
  });

  test('is taken whole or not at all, with every wrong cell named', async () => {
    const [head = [], first = []] = await rowsOf(stp);
    const level = head.findIndex((cell) => cell.kind === 'text' && cell.text === 'Cấp độ an toàn');
    const bad = [...first];
    bad[0] = { kind: 'blank' };
    bad[1] = { kind: 'blank' };
    bad[2] = text('Sở Không Có');
    bad[level] = text('Cấp độ 7');
    const good = [...bad];
    good[2] = text('STP');
    good[3] = text('Tốt');
    good[level] = text('Cấp độ 1');
    const { problem } = await send(stp, [head, good, bad]);
    expect(problem?.code).toBe('asset-register.import-invalid');
    expect(problem?.details.problems).toEqual([
      { cell: 'C3', code: 'unknown-organization', value: 'Sở Không Có' },
      { cell: 'I3', code: 'not-a-choice', value: 'Cấp độ 7' },
    ]);
    expect((await contentOf(stp)).entries.map(({ name }) => name)).not.toContain('Tốt');
  });

  test('of another agency, or older than the register, is refused', async () => {
    const rows = await rowsOf(api.as('coordinator'));
    const [head = []] = rows;
    const foreign = rows.find((row) => row[2]?.kind === 'text' && row[2].text === 'Sở Nội vụ') ?? [];
    const { problem } = await send(stp, [head, foreign]);
    expect(problem?.details.problems).toMatchObject([{ cell: 'C2', code: 'other-organization' }]);

    const id = newId();
    await put(stp, system('Chạy đua'), id);
    const mine = (await rowsOf(stp)).find((row) => row[0]?.kind === 'text' && row[0].text === id) ?? [];
    await put(stp, system('Chạy đua', { purpose: 'mới hơn' }, { version: 1 }), id);
    const late = mine.map((cell, column) => (column === 4 ? text('cũ hơn') : cell));
    const stale = await send(stp, [head, late]);
    expect(stale.problem?.details.problems).toMatchObject([{ cell: 'B2', code: 'changed-since' }]);
  });

  test('with a column that nobody knows, or a name twice, is refused', async () => {
    const [head = [], first = []] = await rowsOf(stp);
    const odd = await send(stp, [[...head, text('Ghi thêm')], first]);
    expect(odd.problem?.details.problems).toMatchObject([{ code: 'unknown-column', value: 'Ghi thêm' }]);
    const twice = await send(stp, [head, first, first]);
    expect(twice.problem?.details.problems).toMatchObject([{ cell: 'D3', code: 'repeated-entry' }]);
  });
});

describe('figures', () => {
  test('follow from the entries that the reader may see, each with the list behind it', async () => {
    const content = await contentOf(stp);
    const figure = content.figures.find(
      ({ framework, item }) => framework === 'dti-province' && item === '5.1.a',
    );
    const counted = content.entries.filter(({ counts }) => counts['dti-province/5.1.a'] === 'yes');
    expect(content.scope).toBe('own');
    expect(figure).toMatchObject({
      counted: counted.length,
      value: { state: 'value', value: String(counted.length) },
    });
    const whole = await api.as('coordinator').call(listIndicatorFigures, {
      query: { framework: 'dti-province-2025', year: '2025' },
    });
    expect(whole.body.scope).toBe('all');
    expect(whole.body.items.map(({ item }) => item)).toEqual(
      expect.arrayContaining(['3.5.a', '3.5.b', '3.6.done', '3.7.citizen', '3.7.staff', '5.1.a', '5.1.b']),
    );
    expect(whole.body.items.every(({ day }) => day === '2025-12-31')).toBe(true);
  });

  test('of the demonstration are those that the plan states for platforms, services and yearly assessments', async () => {
    const { body } = await api.as('leader').call(listIndicatorFigures, {
      query: { framework: 'dti-province-2025', year: '2025' },
    });
    const valueOf = (item: string) => {
      const value = body.items.find((one) => one.item === item)?.value;
      return value?.state === 'value' ? value.value : value?.state;
    };
    expect(['3.5.a', '3.5.b', '3.6.done', '6.3.a', '6.3.b', '5.4.a', '5.4.b'].map(valueOf)).toEqual([
      ...['5', '8', '6', '10', '16', '3', '4'],
    ]);
    expect(['3.7.citizen', '3.7.staff'].map(valueOf)).toEqual(['yes', 'no']);
    expect(body.items.every(({ isSimulated }) => isSimulated)).toBe(true);
  });

  test('are listed for all registers', async () => {
    const { body } = await api.as('leader').call(listAssetRegisters);
    expect(body.items.map(({ code }) => code)).toEqual([
      'information-systems',
      'shared-platforms',
      'ndxp-services',
      'ai-applications',
    ]);
  });
});
