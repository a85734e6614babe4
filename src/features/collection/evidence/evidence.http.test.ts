import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SubmissionItem } from '#contract/submission.ts';
import { signIn } from '#features/account/contract.ts';
import type { VirusScanner } from '#server/files/virus-scanner.ts';
import { hashOf } from '#server/files/file-store.ts';
import { readXlsx } from '#server/xlsx/read-xlsx.ts';
import { startTestApi, type Caller, type TestApi } from '#test/api.ts';
import { officeFile, pdfFile, pngFile } from '#test/evidence-files.ts';
import {
  actOnRound,
  createRound,
  getRound,
  getSubmission,
  putAnswers,
} from '#features/collection/contract.ts';
import {
  addEvidenceFile,
  addEvidenceReference,
  getEvidenceArchive,
  getEvidenceFile,
  listEvidence,
  putAttachments,
} from '#features/collection/evidence-contract.ts';

// Finds a virus wherever there is the word, and may be out of order.
let isScannerUp = true;
const scanner: VirusScanner = async (content) =>
  !isScannerUp
    ? { kind: 'unavailable', reason: 'down' }
    : Buffer.from(content).includes('EICAR')
      ? { kind: 'infected', signature: 'Eicar-Test-Signature' }
      : { kind: 'clean' };

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true, scanner });
});
afterAll(() => api.close());

const COMMUNE = '29869';
const OTHER = '28261';

const openRound = async (): Promise<string> => {
  const coordinator = api.as('coordinator');
  const body = {
    ...{ title: 'Báo cáo: năm 2025', dutyId: null, framework: 'dti-commune-2025', period: '2025' },
    ...{ valueKind: 'final', dueDay: '2026-12-01', dueBefore: true, lockDay: '2026-12-15' },
    ...{ appraisalSteps: 1, requiresEvidence: true, organizations: [COMMUNE, OTHER], items: null },
    writeId: newId(),
  };
  const { id } = (await coordinator.call(createRound, { body })).body;
  await coordinator.call(actOnRound, {
    params: { id },
    body: { action: 'open', version: 1, writeId: newId() },
  });
  return id;
};

const submissionOf = async (roundId: string, organization = COMMUNE): Promise<string> => {
  const { body } = await api.as('coordinator').call(getRound, { params: { id: roundId } });
  return body.members.find((member) => member.organization.code === organization)?.submissionId ?? '';
};

const formOf = async (caller: Caller, id: string) =>
  (await caller.call(getSubmission, { params: { id } })).body;

const itemsOf = async (caller: Caller, id: string): Promise<readonly SubmissionItem[]> =>
  (await formOf(caller, id)).groups.flatMap(({ indicators }) => indicators.flatMap(({ items }) => items));

const send = (caller: Caller, id: string, file: { name: string; content: Uint8Array }, writeId = newId()) =>
  caller.call(addEvidenceFile, { params: { id }, query: { writeId }, file });

const attach = (caller: Caller, id: string, evidenceId: string, items: readonly SubmissionItem[]) =>
  caller.call(putAttachments, {
    params: { id },
    body: {
      attach: items.map(({ subject, item }) => ({ subject, item: item.code, evidenceId })),
      detach: [],
    },
  });

const reporter = () => api.asAccount('cao-lanh-can-bo');

describe('evidence', () => {
  test('is sent once, serves many figures, is seen beside them, and is given back as it came', async () => {
    const id = await submissionOf(await openRound());
    const content = pdfFile('một lần');
    const { body: piece } = await send(reporter(), id, { name: 'Quyết định số 12/QĐ-UBND.pdf', content });
    expect(piece).toMatchObject({ title: '12/QĐ-UBND.pdf'.split('/').at(-1), kind: 'file' });
    expect(piece.file).toEqual({
      mediaType: 'application/pdf',
      size: content.byteLength,
      sha256: hashOf(content),
    });
    const [first, second] = (await itemsOf(reporter(), id)) as [SubmissionItem, SubmissionItem];
    const { body: list } = await attach(reporter(), id, piece.id, [first, second]);
    expect(list).toMatchObject({ mayWrite: true, limitBytes: 4 * 1024 * 1024 });
    expect(list.items[0]?.attachedTo.map(({ item }) => item)).toEqual([first.item.code, second.item.code]);
    const shown = (await itemsOf(reporter(), id)).filter(({ evidence }) => evidence.includes(piece.id));
    expect(shown).toHaveLength(2);
    const given = await reporter().call(getEvidenceFile, { params: { id, evidenceId: piece.id } });
    expect(Buffer.from(given.bytes).equals(content)).toBe(true);
  });

  test('proves its indicator: what lacked evidence lacks it no more', async () => {
    const id = await submissionOf(await openRound());
    const lacking = async () =>
      (await formOf(reporter(), id)).findings.filter(({ code }) => code.includes('evidence')).length;
    const [{ subject, item }] = (await itemsOf(reporter(), id)).filter(
      (one) => one.item.kind === 'yes-no',
    ) as [SubmissionItem];
    const answer = { subject, item: item.code, state: 'value', value: 'yes', note: null, explanation: null };
    const answers = [{ ...answer, version: 0 }];
    await reporter().call(putAnswers, { params: { id }, body: { answers, writeId: newId() } });
    const before = await lacking();
    const { body: piece } = await send(reporter(), id, { name: 'a.pdf', content: pdfFile() });
    await attach(reporter(), id, piece.id, await itemsOf(reporter(), id));
    expect([before > 0, await lacking()]).toEqual([true, 0]);
  });

  test('is taken away again and stays on record; a later round takes it up', async () => {
    const id = await submissionOf(await openRound());
    const { body: piece } = await send(reporter(), id, { name: 'a.png', content: pngFile() });
    const items = (await itemsOf(reporter(), id)).slice(0, 1);
    await attach(reporter(), id, piece.id, items);
    const detach = items.map(({ subject, item }) => ({ subject, item: item.code, evidenceId: piece.id }));
    const body = { attach: [], detach };
    const { body: list } = await reporter().call(putAttachments, { params: { id }, body });
    expect(list.items.find((one) => one.id === piece.id)?.attachedTo).toEqual([]);
    const rows = await api.db
      .selectFrom('answer_evidence')
      .select(['attached_by', 'detached_by'])
      .where('evidence_id', '=', piece.id)
      .execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]?.detached_by).toBe(rows[0]?.attached_by);
    const later = await submissionOf(await openRound());
    expect((await attach(reporter(), later, piece.id, items)).status).toBe(200);
    const { body: earlier } = await reporter().call(listEvidence, { params: { id } });
    expect(earlier.items.find((one) => one.id === piece.id)?.otherUses).toBe(1);
  });

  test('sent again with the same write id is kept once, and attached again is attached once', async () => {
    const id = await submissionOf(await openRound());
    const writeId = newId();
    const file = { name: 'a.pdf', content: pdfFile('lại') };
    const sent = await Promise.all([1, 2, 3].map(() => send(reporter(), id, file, writeId)));
    expect(new Set(sent.map(({ body }) => body.id)).size).toBe(1);
    const items = (await itemsOf(reporter(), id)).slice(0, 1);
    const evidenceId = sent[0]?.body.id ?? '';
    await Promise.all([1, 2, 3].map(() => attach(reporter(), id, evidenceId, items)));
    const { body } = await reporter().call(listEvidence, { params: { id } });
    expect(body.items.find((one) => one.id === evidenceId)?.attachedTo).toHaveLength(1);
    const other = { name: 'a.pdf', content: pdfFile('khác') };
    expect((await send(reporter(), id, other, writeId)).problem?.code).toBe('edit.conflict');
  });

  test('may be a page or a document of the register', async () => {
    const id = await submissionOf(await openRound());
    const name = (reference: object) =>
      reporter().call(addEvidenceReference, { params: { id }, body: { reference, writeId: newId() } });
    const url = 'https://dongthap.gov.vn/van-ban';
    expect((await name({ kind: 'link', url, title: ' ' })).body).toMatchObject({ title: url, url });
    const { document_id: documentId } = await api.db
      .selectFrom('document')
      .select('id as document_id')
      .executeTakeFirstOrThrow();
    const named = await name({ kind: 'document', documentId });
    expect(named.body.document?.id).toBe(documentId);
    expect((await name({ kind: 'link', url: 'javascript:alert(1)', title: 'x' })).status).toBe(400);
    expect((await name({ kind: 'document', documentId: newId() })).status).toBe(404);
  });

  test('is not there for others, whoever guesses its id; an appraiser sees what is attached', async () => {
    const roundId = await openRound();
    const id = await submissionOf(roundId);
    const { body: piece } = await send(reporter(), id, { name: 'a.pdf', content: pdfFile() });
    const stranger = api.asAccount('stp-can-bo');
    const params = { id, evidenceId: piece.id };
    expect((await stranger.call(listEvidence, { params: { id } })).status).toBe(404);
    expect((await stranger.call(getEvidenceFile, { params })).status).toBe(404);
    expect((await send(stranger, id, { name: 'a.pdf', content: pdfFile() })).status).toBe(404);
    expect((await attach(stranger, id, piece.id, [])).status).toBe(404);
    const coordinator = api.as('coordinator');
    expect((await coordinator.call(getEvidenceFile, { params })).status).toBe(404);
    await attach(reporter(), id, piece.id, (await itemsOf(reporter(), id)).slice(0, 1));
    expect((await coordinator.call(getEvidenceFile, { params })).status).toBe(200);
    // Through another organization's submission it can't be reached either.
    const other = { id: await submissionOf(roundId, OTHER), evidenceId: piece.id };
    expect((await coordinator.call(getEvidenceFile, { params: other })).status).toBe(404);
    expect(
      (await coordinator.call(putAttachments, { params: { id }, body: { attach: [], detach: [] } })).status,
    ).toBe(403);
  });

  test('of another organization, or for a figure that is not asked, is attached to nothing', async () => {
    const id = await submissionOf(await openRound());
    const [first] = (await itemsOf(reporter(), id)) as [SubmissionItem];
    const foreign = newId();
    expect((await attach(reporter(), id, foreign, [first])).problem?.code).toBe(
      'evidence.not-of-this-organization',
    );
    const { body: piece } = await send(reporter(), id, { name: 'a.pdf', content: pdfFile() });
    const body = { attach: [{ subject: COMMUNE, item: 'nothing', evidenceId: piece.id }], detach: [] };
    const refused = await reporter().call(putAttachments, { params: { id }, body });
    expect(refused.problem?.code).toBe('answer.not-asked');
  });

  test('that is hostile, unfit or too large is refused by name and recorded', async () => {
    const id = await submissionOf(await openRound());
    const codeOf = async (name: string, content: Uint8Array) =>
      (await send(reporter(), id, { name, content })).problem?.code;
    expect(
      await codeOf('a.docm', officeFile('wordprocessingml.document', { 'word/vbaProject.bin': pdfFile() })),
    ).toBe('file.macros');
    expect(await codeOf('a.pdf', pngFile())).toBe('file.disguised');
    expect(await codeOf('a.pdf', pdfFile('EICAR'))).toBe('file.infected');
    expect(await codeOf('a.pdf', new Uint8Array(5 * 1024 * 1024))).toBe('file.too-large');
    isScannerUp = false;
    expect(await codeOf('a.pdf', pdfFile())).toBe('file.scan-unavailable');
    isScannerUp = true;
    const events = await api.db
      .selectFrom('audit_event')
      .select('details')
      .where('action', '=', 'evidence.refuse')
      .where('subject', '=', `submission:${id}`)
      .execute();
    expect(events.map(({ details }) => (details as { code: string }).code)).toEqual([
      ...['file.macros', 'file.disguised', 'file.infected', 'file.scan-unavailable'],
    ]);
  });

  test('is saved by a browser and never shown: attachment, its true kind, no script', async () => {
    const id = await submissionOf(await openRound());
    const { body: piece } = await send(reporter(), id, { name: 'a.pdf', content: pdfFile() });
    const browser = api.browser();
    const session = { username: 'cao-lanh-can-bo', password: 'sen-so-cao-lanh-can-bo' };
    await browser.call(signIn, { body: session });
    const answer = await api.app.inject({
      url: `/api/v1/submissions/${id}/evidence/${piece.id}/file`,
      headers: { cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.headers['content-disposition']).toMatch(/^attachment;/);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['content-security-policy']).toMatch(/^sandbox;/);
  });

  test('of a round comes as one archive with an index; each upload stands in it once', async () => {
    const roundId = await openRound();
    const id = await submissionOf(roundId);
    const content = pdfFile('gói');
    const { body: piece } = await send(reporter(), id, { name: 'a.pdf', content });
    const items = (await itemsOf(reporter(), id)).slice(0, 3);
    await attach(reporter(), id, piece.id, items);
    const answer = await api.as('coordinator').call(getEvidenceArchive, { params: { id: roundId } });
    const files = unzipSync(answer.bytes);
    const [path = '', ...more] = Object.keys(files).filter((name) => name !== 'muc-luc.xlsx');
    expect([more, path]).toEqual([[], expect.stringMatching(new RegExp(`^${COMMUNE} [^/]+/[^/]+/a\\.pdf$`))]);
    expect(Buffer.from(files[path] ?? []).equals(content)).toBe(true);
    const index = readXlsx(files['muc-luc.xlsx'] ?? new Uint8Array());
    const rows = 'refused' in index ? [] : (index[0]?.rows ?? []);
    expect(rows).toHaveLength(1 + items.length);
    expect(rows[1]).toContainEqual({ kind: 'text', text: hashOf(content) });
    const none = await api
      .as('coordinator')
      .call(getEvidenceArchive, { params: { id: roundId }, query: { organization: OTHER } });
    expect(Object.keys(unzipSync(none.bytes))).toEqual(['muc-luc.xlsx']);
  });

  test('whose file the disk has lost is said to be missing, and not invented', async () => {
    const id = await submissionOf(await openRound());
    const content = pdfFile('mất');
    const { body: piece } = await send(reporter(), id, { name: 'a.pdf', content });
    rmSync(join(api.filesDirectory, hashOf(content).slice(0, 2)), { recursive: true });
    const answer = await reporter().call(getEvidenceFile, { params: { id, evidenceId: piece.id } });
    expect(answer.problem?.code).toBe('record.not-found');
  });
});
