import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideFinding, listFindings } from '#features/consistency/contract.ts';
import { acceptPlanImport, uploadPlan } from '#features/plan-import/contract.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { startApiWithOrganizations } from '#test/api-with-organizations.ts';
import { cell, paragraph, table } from '#test/docx-file.ts';
import { writeInventedPlan, type InventedPlan } from '#test/invented-plan.ts';
import { makePaperOf, orderPaper, paperFileOf, wordsOf } from '#test/paper-calls.ts';
import { templateFile } from '#test/template-file.ts';
import {
  getPaper,
  issuePaper,
  listPaperChoices,
  listPapers,
  makePaper,
  type PaperRequest,
} from './contract.ts';
import { chooseTemplate, getTemplateStarter, uploadTemplate } from './template/template-contract.ts';

const MEASURE = 'Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử';
type LetterRequest = Extract<PaperRequest, { kind: 'findings-letter' }>;
const ALL: LetterRequest = { kind: 'findings-letter', documentId: null, within: {} };

let api: TestApi;
let issued: string;
let draft: string;

const enter = async (plan: InventedPlan, change: (text: string) => string = (text) => text) => {
  const text = change(writeInventedPlan(plan).replace('Tỷ lệ ao sen có bản đồ số', MEASURE));
  const coordinator = api.as('coordinator');
  const file = { name: `ke-hoach-${plan.number ?? ''}.md`, content: Buffer.from(text) };
  const params = { id: (await coordinator.call(uploadPlan, { file })).body.import.id };
  const { body } = await coordinator.call(acceptPlanImport, {
    ...{ params, body: { excluded: [], replaced: [] } },
  });
  return body.import.documentId ?? '';
};

// A plan that is not issued yet has neither number nor day.
const asDraft = (text: string): string =>
  text
    .replace(/^Số: .*$/mu, 'Số:      /KH-UBND')
    .replace(/ngày 15 tháng 01 năm 2026/u, 'ngày      tháng      năm 2026');

beforeAll(async () => {
  api = await startApiWithOrganizations();
  issued = await enter({ number: '501', firstTarget: '87%' });
  draft = await enter(
    { number: '502', subject: 'Phát triển sen số năm 2026', firstTarget: '≥ 85%' },
    asDraft,
  );
});
afterAll(() => api.close());

const make = (request: LetterRequest, writeId = newId()) => orderPaper(api, request, writeId);
const wordsOfPaper = async (id: string): Promise<string> => wordsOf(await paperFileOf(api, id, 'docx'));

describe('a letter on contradictions', () => {
  it('is kept with its data, prints id and hash, and names the draft and whoever drafts it', async () => {
    const paper = await makePaperOf(api, { ...ALL, documentId: draft });
    expect(paper).toMatchObject({
      ...{ kind: 'findings-letter', period: null, organization: { code: 'UBND_TINH' } },
      title: 'Công văn góp ý dự thảo Kế hoạch phát triển sen số năm 2026',
    });
    const words = await wordsOfPaper(paper.id);
    for (const told of [
      'Cơ quan chủ trì soạn thảo dự thảo Kế hoạch',
      'còn 01 nội dung chưa thống nhất, gồm 01 nội dung cần quyết định',
      'Kế hoạch số 501/KH-UBND',
      paper.id,
      paper.factsHash,
    ]) {
      expect(words).toContain(told);
    }
    expect(words).not.toContain('trong phạm vi');
    expect(words).not.toMatch(/\d\s%/u);
    const view = await api.as('coordinator').call(getPaper, { params: { id: paper.id } });
    expect(view.body).toMatchObject({
      ...{ isIntact: true, series: 'UBND-KGVX', hasTables: true, mayIssue: true },
      request: { ...ALL, documentId: draft },
    });
    expect((await api.as('leader').call(listPapers)).body.items.map(({ id }) => id)).toContain(paper.id);
  });

  it('says what it is narrowed to, and is addressed to the agency that is asked for', async () => {
    const request = {
      ...ALL,
      within: { severity: 'high', agency: 'SKHCN', kind: 'target-conflict' },
    } as const;
    const words = await wordsOfPaper((await makePaperOf(api, request)).id);
    expect(words).toContain(
      'trong phạm vi mức độ cần quyết định; loại “Hai giá trị chỉ tiêu khác nhau”; cơ quan chủ trì Sở Khoa học và Công nghệ',
    );
    expect(words).toMatch(/Kính gửi:\s+Sở Khoa học và Công nghệ/u);
  });

  it('is made once for a write id, which makes no other letter', async () => {
    const writeId = newId();
    const atOnce = await Promise.all([1, 2, 3].map(() => make(ALL, writeId)));
    expect(new Set(atOnce.map(({ status, body }) => `${String(status)} ${body.id}`)).size).toBe(1);
    expect((await make({ ...ALL, documentId: issued }, writeId)).problem?.code).toBe('edit.conflict');
    const events = await api.db.selectFrom('audit_event').select('details').execute();
    const told = events.filter(({ details }) =>
      JSON.stringify(details).includes(atOnce[0]?.body.factsHash ?? ''),
    );
    expect(told).toHaveLength(1);
  });

  it('is not made for who may not issue in the name of the province', async () => {
    for (const role of ['leader', 'viewer', 'auditor'] as const) {
      const answer = await api.as(role).call(makePaper, { body: { request: ALL, writeId: newId() } });
      expect(answer.problem?.code).toBe('access.denied');
      // The page offers exactly what is allowed.
      expect((await api.as(role).call(listFindings)).body.mayMakeLetter).toBe(false);
    }
    expect((await api.as('coordinator').call(listFindings)).body.mayMakeLetter).toBe(true);
  });

  it('needs a document that is registered, and something that is open', async () => {
    expect((await make({ ...ALL, documentId: newId() })).problem).toMatchObject({
      ...{ code: 'record.not-found', details: { kind: 'document' } },
    });
    expect((await make({ ...ALL, within: { severity: 'low' } })).problem).toMatchObject({
      ...{ code: 'official-document.nothing-to-tell', details: { kind: 'findings-letter' } },
    });
  });

  it('takes its number and signer like any other paper', async () => {
    const paper = await makePaperOf(api, ALL);
    const answer = await api.as('coordinator').call(issuePaper, {
      params: { id: paper.id },
      body: {
        ...{ number: 31, issuedOn: '2026-12-01', templateId: null, version: 1, writeId: newId() },
        signing: { capacity: 'collective-deputy', office: null, signer: 'Nguyễn Văn Sen' },
      },
    });
    expect(answer.body.renderings[0]).toMatchObject({ version: 2, number: 31 });
    const words = await wordsOfPaper(paper.id);
    expect(words).toContain('Số: 31/UBND-KGVX');
    expect(words).toContain('Nguyễn Văn Sen');
  });
});

describe('a template of the office for such letters', () => {
  const place = { organization: 'UBND_TINH', kind: 'findings-letter' } as const;
  const upload = (content: Uint8Array) =>
    api.as('coordinator').call(uploadTemplate, {
      query: { ...place, name: 'Mẫu góp ý', writeId: newId() },
      file: { name: 'mau.docx', content: Buffer.from(content) },
    });
  const choose = (templateId: string | null, choiceVersion: number) =>
    api.as('coordinator').call(chooseTemplate, {
      body: { ...place, templateId, choiceVersion, writeId: newId() },
    });

  it('is refused with the placeholder that nothing fills', async () => {
    const { problem } = await upload(templateFile(paragraph('{tong_noi_dung} {tong_nhiem_vu}')));
    expect(problem).toMatchObject({
      code: 'document-template.invalid',
      details: { count: 1, problems: [{ fault: 'unknown', placeholder: '{tong_nhiem_vu}' }] },
    });
  });

  it('begins from the delivered layout, and lays out letters once it is chosen', async () => {
    const starter = await api.as('coordinator').call(getTemplateStarter, { query: place });
    const delivered = (await upload(starter.bytes)).body.templates[0];
    await choose(delivered?.id ?? '', 0);
    const asDelivered = await wordsOfPaper((await makePaperOf(api, ALL)).id);
    expect(asDelivered).toContain('Hai giá trị chỉ tiêu khác nhau (01).');
    expect(asDelivered).toContain('Kế hoạch số 501/KH-UBND');
    const own = templateFile(
      paragraph('{TONG_NOI_DUNG} nội dung, {so_can_quyet_dinh} cần quyết định') +
        table([cell('{#loai}{#chua_thong_nhat}{stt}'), cell('{ten}: {cac_ben}{/chua_thong_nhat}{/loai}')]),
    );
    await choose((await upload(own)).body.templates[0]?.id ?? '', 1);
    const words = await wordsOfPaper((await makePaperOf(api, ALL)).id);
    expect(words).toMatch(new RegExp(`^01 nội dung, 01 cần quyết định\\s+1\\s+${MEASURE}`, 'u'));
    expect((await choose(null, 2)).body.chosen).toBeNull();
  });
});

it('gives the same bytes again after the contradiction is settled, while no further letter asks for it', async () => {
  const paper = await makePaperOf(api, { ...ALL, documentId: draft });
  const formats = ['docx', 'pdf', 'html', 'xlsx'] as const;
  const files = () => Promise.all(formats.map((format) => paperFileOf(api, paper.id, format)));
  const before = await files();
  const offered = async () =>
    (await api.as('coordinator').call(listPaperChoices)).body.contradictedDocuments.map(({ id }) => id);
  expect(await offered()).toEqual([draft, issued]);
  const [finding] = (await api.as('coordinator').call(listFindings)).body.items;
  const decided = await api.as('coordinator').call(decideFinding, {
    params: { fingerprint: finding?.fingerprint ?? '' },
    body: { decision: 'accepted', note: 'Hai kế hoạch có phạm vi khác nhau.', version: 0, writeId: newId() },
  });
  expect(decided.problem).toBeUndefined();
  api.setNow('2026-11-22T02:07:00.000Z');
  expect((await files()).map((file) => Buffer.from(file))).toEqual(before.map((file) => Buffer.from(file)));
  const view = await api.as('coordinator').call(getPaper, { params: { id: paper.id } });
  expect(view.body.isIntact).toBe(true);
  expect((await make({ ...ALL, documentId: draft })).problem?.code).toBe('official-document.nothing-to-tell');
  expect(await offered()).toEqual([]);
});

describe('a letter on what the figures score', () => {
  let province: TestApi;
  beforeAll(async () => {
    province = await startTestApi({ demonstration: true });
  });
  afterAll(() => province.close());

  const request = { ...ALL, within: { kind: 'forecast-not-supported' } } as const;

  it('tells nothing of it to whoever issues for the province and may not read the index', async () => {
    const officer = province.asAccount('snv-can-bo');
    await province.db
      .updateTable('role_holding')
      .set({ organization_code: 'UBND_TINH' })
      .where('role', '=', 'reporter')
      .where('organization_code', '=', 'SNV')
      .execute();
    const make = (within: object) =>
      officer.call(makePaper, { body: { request: { ...request, within }, writeId: newId() } });
    expect((await make(request.within)).problem?.code).toBe('official-document.nothing-to-tell');
    expect((await make({ kind: 'target-conflict' })).problem).toBeUndefined();
  });

  it('says that figures are made up where they are', async () => {
    const isMarked = async (asked: PaperRequest): Promise<readonly boolean[]> => {
      const paper = await makePaperOf(province, asked);
      const words = wordsOf(await paperFileOf(province, paper.id, 'docx'));
      return [paper.simulated, words.includes('Văn bản có số liệu mô phỏng')];
    };
    expect(await isMarked(request)).toEqual([false, false]);
    const entered = await province.db
      .updateTable('data_value')
      .set({ origin: 'simulated' })
      .where('subject_code', '=', 'DONG_THAP')
      .where('item_code', '=', '6.4.rate')
      .returning('origin')
      .execute();
    expect(entered).not.toEqual([]);
    expect(await isMarked(request)).toEqual([true, true]);
    expect(await isMarked({ ...request, within: { kind: 'target-conflict' } })).toEqual([false, false]);
  });
});
