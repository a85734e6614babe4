import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashOf } from '#server/files/file-store.ts';
import { startTestApi, type Caller, type TestApi } from '#test/api.ts';
import { pdfFile } from '#test/evidence-files.ts';
import { getAssetEntry, getAssetRegister, putAssetEntry, retireAssetEntry } from './contract.ts';
import {
  addEntryEvidenceFile,
  addEntryEvidenceReference,
  getEntryEvidenceFile,
  listEntryEvidence,
  putEntryEvidence,
} from './evidence-contract.ts';

let api: TestApi;
let stp: Caller;
let snv: Caller;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
  stp = api.asAccount('stp-can-bo');
  snv = api.asAccount('snv-can-bo');
});
afterAll(() => api.close());

const REGISTER = 'information-systems';

const newEntry = async (caller: Caller, organization: string) => {
  const params = { register: REGISTER, id: newId() };
  const values = { state: 'operating', level: '2', levelState: 'none' };
  const body = {
    organization,
    name: `Hệ thống ${params.id}`,
    values,
    reason: null,
    version: 0,
    writeId: newId(),
  };
  expect((await caller.call(putAssetEntry, { params, body })).status).toBe(200);
  return params;
};

const send = (
  caller: Caller,
  params: Readonly<Record<string, string>>,
  content: Uint8Array,
  writeId = newId(),
) =>
  caller.call(addEntryEvidenceFile, {
    params,
    query: { writeId },
    file: { name: 'Quyết định.pdf', content },
  });

const trailOf = (id: string) =>
  api.db
    .selectFrom('audit_event')
    .select('action')
    .where('subject', '=', `asset-entry:${id}`)
    .where('action', '=', 'asset-entry.attach')
    .execute();

test('a file stands behind an entry, once however often it is sent, is counted, and is given back as it came', async () => {
  const params = await newEntry(stp, 'STP');
  const content = pdfFile('cấp độ 2');
  const writeId = newId();
  await send(stp, params, content, writeId);
  const { body: list } = await send(stp, params, content, writeId);
  const [piece] = list.items.filter(({ isAttached }) => isAttached);
  expect(piece).toMatchObject({ title: 'Quyết định.pdf', otherUses: 0, file: { sha256: hashOf(content) } });
  expect(list.history.map(({ move, title, by }) => [move, title, by])).toEqual([
    ['attached', 'Quyết định.pdf', expect.any(String)],
  ]);
  const file = { params: { ...params, evidenceId: piece?.id ?? '' } };
  expect(Buffer.from((await stp.call(getEntryEvidenceFile, file)).bytes).equals(content)).toBe(true);
  expect((await stp.call(getAssetEntry, { params })).body.entry.evidence).toBe(1);
  const register = (await stp.call(getAssetRegister, { params })).body;
  expect(register.entries.find(({ id }) => id === params.id)?.evidence).toBe(1);
  expect(await trailOf(params.id)).toHaveLength(1);
});

test('one upload serves many entries; what is taken away stays on record; pages and documents count as well', async () => {
  const [first, second] = [await newEntry(stp, 'STP'), await newEntry(stp, 'STP')];
  const { body: sent } = await send(stp, first, pdfFile('chung'));
  const shared = sent.items.find(({ isAttached }) => isAttached)?.id ?? '';
  const attach = { params: second, body: { attach: [shared], detach: [] } };
  await stp.call(putEntryEvidence, attach);
  const { body: twice } = await stp.call(putEntryEvidence, attach);
  expect(twice.items.find(({ id }) => id === shared)).toMatchObject({ isAttached: true, otherUses: 1 });
  expect(await trailOf(second.id)).toHaveLength(1);
  api.setNow('2026-11-22T03:00:00.000Z');
  const { body: without } = await stp.call(putEntryEvidence, {
    params: second,
    body: { attach: [], detach: [shared] },
  });
  expect(without.items.find(({ id }) => id === shared)?.isAttached).toBe(false);
  expect(without.history.map(({ move }) => move)).toEqual(['detached', 'attached']);
  const reference = { kind: 'link', url: 'https://dongthap.gov.vn/ndxp', title: '' };
  const { body: named } = await stp.call(addEntryEvidenceReference, {
    params: second,
    body: { reference, writeId: newId() },
  });
  expect(named.items.filter(({ isAttached }) => isAttached)).toMatchObject([
    { kind: 'link', url: reference.url },
  ]);
});

test('others see what stands behind an entry and nothing else; another agency sees nothing and attaches nothing of its own', async () => {
  const params = await newEntry(stp, 'STP');
  const other = await newEntry(snv, 'SNV');
  const unattached = (await send(stp, await newEntry(stp, 'STP'), pdfFile('khác'))).body.items[0]?.id ?? '';
  await send(stp, params, pdfFile('của mục này'));
  const seen = (await api.as('auditor').call(listEntryEvidence, { params })).body;
  expect([seen.total, seen.mayWrite, seen.items.every(({ isAttached }) => isAttached)]).toEqual([
    1,
    false,
    true,
  ]);
  const guess = { params: { ...params, evidenceId: unattached } };
  expect((await api.as('auditor').call(getEntryEvidenceFile, guess)).problem?.code).toBe('record.not-found');
  expect((await snv.call(listEntryEvidence, { params })).problem?.code).toBe('record.not-found');
  expect((await send(snv, params, pdfFile())).problem?.code).toBe('record.not-found');
  const foreign = { params: other, body: { attach: [unattached], detach: [] } };
  expect((await snv.call(putEntryEvidence, foreign)).problem?.code).toBe('evidence.not-of-this-organization');
});

test('what is hostile is refused and recorded, and a retired entry takes nothing more', async () => {
  const params = await newEntry(stp, 'STP');
  const hostile = await send(stp, params, Buffer.from('<script>alert(1)</script>'));
  expect(hostile.problem?.code).toMatch(/^file\./);
  const recorded = await api.db
    .selectFrom('audit_event')
    .select('action')
    .where('subject', '=', `asset-entry:${params.id}`)
    .where('action', '=', 'evidence.refuse')
    .execute();
  expect(recorded).toHaveLength(1);
  const body = { retiredOn: '2026-11-01', reason: 'đã thay', version: 1, writeId: newId() };
  await stp.call(retireAssetEntry, { params, body });
  expect((await send(stp, params, pdfFile())).problem?.code).toBe('asset-entry.retired');
  expect((await stp.call(listEntryEvidence, { params })).body.mayWrite).toBe(false);
});
