import { sql } from 'kysely';
import { pino } from 'pino';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import { isRefusal } from '#core/kernel/refusal.ts';
import { findActorOn } from '#features/account/actor-today.ts';
import { cancelJob, getJob, repeatJob } from '#features/job/contract.ts';
import { openJobRunner } from '#server/jobs/job-runner.ts';
import { openDocumentRenderer } from '#server/report/document-renderer.ts';
import { readXlsx } from '#server/xlsx/read-xlsx.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { cell, paragraph, table } from '#test/docx-file.ts';
import { makePaperOf, orderPaper, paperFileOf, wordsOf } from '#test/paper-calls.ts';
import { templateFile } from '#test/template-file.ts';
import {
  PAPER_FORMATS,
  getPaper,
  issuePaper,
  startPaper,
  startPaperFile,
  type PaperFormat,
  type PaperRequest,
} from './contract.ts';
import { documentOf } from './make-paper.ts';
import { makePaperJob, renderPaperJob } from './paper-jobs.ts';
import { findPaper } from './store.ts';
import {
  chooseTemplate,
  getTemplatePreview,
  getTemplates,
  getTemplateStarter,
  uploadTemplate,
} from './template/template-contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const make = (request: PaperRequest, writeId: string) => orderPaper(api, request, writeId);
const made = (request: PaperRequest) => makePaperOf(api, request);
const fileOf = (id: string, format: PaperFormat, rendering?: number) =>
  paperFileOf(api, id, format, rendering);

// Ends the role of the coordinator before today, or gives it back.
const setEnd = (day: string | null) =>
  api.db
    .updateTable('role_holding')
    .set({ valid_to: day, ...(day !== null && { valid_from: day }) })
    .where('role', '=', 'coordinator')
    .execute();

const runJobs = () => {
  const ports = {
    ...{ db: api.db, clock: api.clock, largeDocumentRenderer: api.ports.documentRenderer },
    findAsker: (accountId: string) => findActorOn(api.db, accountId, api.clock.today()),
  };
  return openJobRunner({
    ...{ db: api.db, kinds: [makePaperJob(ports), renderPaperJob(ports)], logger: pino({ level: 'silent' }) },
    pace: { pollMilliseconds: 20, heartbeatMilliseconds: 20, leaseSeconds: 20 },
  });
};

const untilJobIs = (id: string, state: string) =>
  vi.waitFor(async () => {
    const { body } = await api.as('administrator').call(getJob, { params: { id } });
    expect(body.state).toBe(state);
    return body;
  }, 25_000);

describe('what is given to a paper after it was made', () => {
  const issue = (id: string, members: object, version = 1, writeId = newId()) =>
    api.as('coordinator').call(issuePaper, {
      params: { id },
      body: {
        ...{ number: 7, issuedOn: '2026-12-01', templateId: null, version, writeId },
        signing: { capacity: 'collective-deputy', office: 'Phó Chủ tịch', signer: 'Nguyễn Văn Sen' },
        ...members,
      },
    });

  it('is printed on a new rendering, beside the unnumbered one, from the same data', async () => {
    const paper = await made({ kind: 'progress-report', period: '2026', plan: null });
    const before = await fileOf(paper.id, 'docx', 1);
    const writeId = newId();
    const issued = await issue(paper.id, {}, 1, writeId);
    expect(issued.body.renderings.map(({ version, number }) => [version, number])).toEqual([
      [2, 7],
      [1, null],
    ]);
    const words = wordsOf(await fileOf(paper.id, 'docx'));
    expect(words).toContain('Số: 07/BC-UBND');
    expect(words).toContain('ngày 01 tháng 12 năm 2026');
    expect(words).toContain('Nguyễn Văn Sen');
    expect(words).toContain('(Kèm theo Báo cáo số 07/BC-UBND ngày 01 tháng 12 năm 2026');
    expect(words).toContain(paper.factsHash);
    expect(Buffer.compare(await fileOf(paper.id, 'docx', 1), before)).toBe(0);
    expect((await issue(paper.id, {}, 1, writeId)).body.renderings).toHaveLength(2);
    expect((await issue(paper.id, { number: 8 }, 1)).problem?.code).toBe('edit.conflict');
    expect((await issue(paper.id, { issuedOn: null }, 2)).problem?.code).toBe('request.invalid');
  });

  it('is a number once a year, until the paper has another', async () => {
    const [one, other] = [
      await made({ kind: 'progress-report', period: '2026-Q3', plan: null }),
      await made({ kind: 'progress-report', period: '2026-Q2', plan: null }),
    ];
    await issue(one.id, { number: 21 });
    const taken = await issue(other.id, { number: 21 });
    expect(taken.problem).toMatchObject({ code: 'official-document.number-taken', details: { number: 21 } });
    expect((await issue(other.id, { number: 21, issuedOn: '2027-01-05' })).status).toBe(200);
    await issue(one.id, { number: 22 }, 2);
    const third = await made({ kind: 'progress-report', period: '2026-Q1', plan: null });
    expect((await issue(third.id, { number: 21 })).status).toBe(200);
  });
});

it('the tables of a paper are a workbook whose numbers are numbers', async () => {
  const paper = await made({ kind: 'progress-report', period: '2026-Q4', plan: null });
  const sheets = readXlsx(await fileOf(paper.id, 'xlsx'));
  if (isRefusal(sheets)) throw new Error(sheets.code);
  expect(sheets.map(({ name }) => name)).toContain('Phụ lục I');
  const [counts] = sheets;
  expect(counts?.rows[1]?.[2]).toEqual({ kind: 'text', text: 'Số nhiệm vụ' });
  expect(counts?.rows[3]?.slice(2, 4).map((one) => one.kind)).toEqual(['number', 'number']);
});

describe('a template of an office', () => {
  const place = { organization: 'UBND_TINH', kind: 'reminder-letter' };
  const upload = (
    content: Uint8Array,
    name = 'Mẫu của tỉnh',
    fileName = 'mau.docx',
    more: Readonly<Record<string, string>> = {},
  ) =>
    api.as('coordinator').call(uploadTemplate, {
      query: { ...place, name, writeId: newId(), ...more },
      file: { name: fileName, content: Buffer.from(content) },
    });
  const choose = (templateId: string | null, choiceVersion: number) =>
    api
      .as('coordinator')
      .call(chooseTemplate, { body: { ...place, templateId, choiceVersion, writeId: newId() } });

  it('is refused as a whole, with each fault and its place', async () => {
    const bad = templateFile(paragraph('Kính gửi {kinh_gu}') + table([cell('{#co_quan}{ten}'), cell('hết')]));
    const answer = await upload(bad);
    expect(answer.problem).toMatchObject({
      code: 'document-template.invalid',
      details: {
        count: 2,
        problems: [
          { fault: 'unknown', placeholder: '{kinh_gu}', place: { part: 'text', paragraph: 1, cell: null } },
          { fault: 'list-not-ended', place: { cell: { table: 1, row: 1, column: 1 } } },
        ],
      },
    });
    const outside = templateFile('', {
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="r" Type="x/image" Target="http://x/a.png" TargetMode="External"/></Relationships>',
    });
    expect((await upload(outside)).problem?.code).toBe('document-template.reaches-out');
    expect((await upload(templateFile(''), 'Mẫu', 'mau.docm')).problem?.code).toBe('file.disguised');
    const { body } = await api.as('coordinator').call(getTemplates, { query: place });
    expect(body).toMatchObject({ templates: [], chosen: null });
  });

  it('is chosen once for a write id, also when others have chosen since', async () => {
    const writeId = newId();
    const agency = { organization: 'STP', kind: 'agency-report', templateId: null };
    const chosen = async (change: object) => {
      const body = { ...agency, choiceVersion: 0, writeId, ...change };
      const answer = await api.as('coordinator').call(chooseTemplate, { body });
      return answer.problem?.code ?? answer.body.choiceVersion;
    };
    expect(await chosen({})).toBe(1);
    expect(await chosen({ choiceVersion: 1, writeId: newId() })).toBe(2);
    expect(await chosen({})).toBe(2);
    expect(await chosen({ organization: 'SNV' })).toBe('edit.conflict');
  });

  it('is kept once for a write id, and not for another office or name by the same one', async () => {
    const agency = { organization: 'STP', kind: 'agency-report', writeId: newId() };
    const { bytes } = await api.as('coordinator').call(getTemplateStarter, { query: agency });
    const [first, again] = [
      await upload(bytes, 'Thử', 'mau.docx', agency),
      await upload(bytes, 'Thử', 'mau.docx', agency),
    ];
    expect([first, again].map(({ body }) => body.templates.length)).toEqual([1, 1]);
    for (const other of [{ organization: 'SNV' }, { name: 'Khác' }]) {
      const answer = await upload(bytes, 'Thử', 'mau.docx', { ...agency, ...other });
      expect(answer.problem).toMatchObject({ code: 'edit.conflict', details: { field: 'writeId' } });
    }
  });

  it('lays out papers from the moment it is chosen; each says which version made it', async () => {
    const starter = await api.as('coordinator').call(getTemplateStarter, { query: place });
    const first = (await upload(starter.bytes)).body.templates[0];
    expect((await upload(starter.bytes)).body.templates).toHaveLength(1);
    const own = templateFile(
      paragraph('MẪU RIÊNG {SO_VA_KY_HIEU}') +
        table([cell('{#co_quan}{#nhiem_vu}{stt}'), cell('{ten}{/nhiem_vu}{/co_quan}')]),
    );
    const second = (await upload(own)).body.templates[0];
    expect([first?.version, second?.version]).toEqual([1, 2]);
    const chosen = await choose(second?.id ?? '', 0);
    expect(chosen.body.chosen).toBe(second?.id);
    const letter = await made({ kind: 'reminder-letter', answerBy: plainDate('2026-12-20') });
    const file = await fileOf(letter.id, 'docx');
    expect(wordsOf(file)).toMatch(/^MẪU RIÊNG SỐ: .*\/UBND-KGVX\s+1\s/u);
    expect(Buffer.compare(await fileOf(letter.id, 'docx'), file)).toBe(0);
    const view = await api.as('coordinator').call(getPaper, { params: { id: letter.id } });
    expect(view.body.renderings[0]?.template).toMatchObject({ name: 'Mẫu của tỉnh', version: 2 });
    const tried = await api.as('coordinator').call(getTemplatePreview, {
      ...{ params: { id: first?.id ?? '' }, query: { paper: letter.id } },
    });
    expect(wordsOf(tried.bytes)).toContain('Độc lập - Tự do - Hạnh phúc');
    expect((await choose(null, 0)).problem?.code).toBe('edit.conflict');
    expect((await choose(null, 1)).body.chosen).toBeNull();
    expect(Buffer.compare(await fileOf(letter.id, 'docx'), file)).toBe(0);
  });
});

it('what takes too long or finds the queue full is refused by name, and the next order is done', async () => {
  const workerFile = inject('reportWorker');
  const paper = await made({ kind: 'progress-report', period: '2026-Q4', plan: null });
  const stored = await findPaper(api.db, paper.id);
  if (!stored) throw new Error('no paper');
  const order = { document: documentOf(stored), format: 'html' } as const;
  const hasty = openDocumentRenderer({ workerFile, limitMilliseconds: 1 });
  expect(await hasty.render(order)).toMatchObject({ code: 'official-document.too-long' });
  const full = openDocumentRenderer({ workerFile, longestQueue: 1 });
  const [first, second] = await Promise.all([full.render(order), full.render(order)]);
  expect(first).toBeInstanceOf(Uint8Array);
  expect(second).toMatchObject({ code: 'request.too-many', details: { retryAfterSeconds: 10 } });
  const stopping = new AbortController();
  const stopped = full.render(order, stopping.signal);
  stopping.abort();
  expect(await stopped).toMatchObject({ code: 'request.cancelled' });
  expect(await full.render(order)).toBeInstanceOf(Uint8Array);
  await Promise.all([hasty.close(), full.close()]);
});

it('a person has few long papers waiting at once: one more is refused by name until one is over', async () => {
  const request = { kind: 'progress-report', period: '2024', plan: null } as const;
  const start = async (writeId = newId()) => {
    const answer = await api.as('coordinator').call(startPaper, { body: { request, writeId } });
    return answer.problem ?? answer.body.job.id;
  };
  const writeIds = Array.from({ length: 12 }, () => newId());
  const answers = await Promise.all(writeIds.map((writeId) => start(writeId)));
  const jobs = answers.filter((answer) => typeof answer === 'string');
  expect(jobs).toHaveLength(5);
  const first = jobs[0] ?? '';
  const refused = answers.filter((answer) => typeof answer !== 'string');
  expect(refused).toHaveLength(7);
  for (const one of refused) expect(one).toMatchObject({ code: 'job.too-many-open', status: 409 });
  expect(refused[0]?.details).toMatchObject({ kind: 'official-document.make', open: 5, most: 5 });
  const told = (refused[0]?.details.jobs ?? []) as readonly { id: string; name: string | null }[];
  expect(told.map(({ id }) => id).toSorted()).toEqual(jobs.toSorted());
  const kept = writeIds[answers.indexOf(first)] ?? '';
  expect(await start(kept)).toBe(first);
  await api.as('coordinator').call(cancelJob, { params: { id: first } });
  expect(await start()).toEqual(expect.any(String));
  // Files of papers are counted apart, and named by their papers.
  const papers = await Promise.all(
    ['2024', '2024-Q1'].map((period) => made({ kind: 'progress-report', period, plan: null })),
  );
  const file = async (id: string, format: PaperFormat) =>
    (await api.as('coordinator').call(startPaperFile, { params: { id }, body: { format, rendering: 1 } }))
      .problem;
  const files = papers.flatMap(({ id }) => PAPER_FORMATS.map((format) => ({ id, format })));
  for (const { id, format } of files.slice(0, 5)) expect(await file(id, format)).toBeUndefined();
  const sixth = await file(files[5]?.id ?? '', 'pdf');
  expect(sixth).toMatchObject({ code: 'job.too-many-open', details: { open: 5 } });
  expect((sixth?.details.jobs as { name: string }[])[0]?.name).toBe(papers[0]?.title);
  await api.db.deleteFrom('job').execute();
});

it('a file is made for who may still read its paper when the job runs', async () => {
  const paper = await made({ kind: 'progress-report', period: '2023', plan: null });
  const asked = await api
    .as('coordinator')
    .call(startPaperFile, { params: { id: paper.id }, body: { format: 'html', rendering: 1 } });
  const { id } = asked.body.job;
  await setEnd('2025-01-01');
  const runner = runJobs();
  expect((await untilJobIs(id, 'refused')).refusal).toEqual({
    ...{ code: 'job.asker-not-entitled', details: { reason: 'no-role' } },
  });
  await setEnd(null);
  expect((await api.as('administrator').call(repeatJob, { params: { id } })).status).toBe(200);
  expect((await untilJobIs(id, 'done')).result).toEqual({ paperId: paper.id });
  await runner.close();
});

it('a paper on very many tasks is left to a job, which makes it and its files once', async () => {
  // Entries of the register alone: how many there are decides, whatever they say.
  await sql`
    insert into document_item
    select copied.* from document_item as item, generate_series(1, 1600) as number,
      jsonb_populate_record(item, jsonb_build_object('id', gen_random_uuid(), 'item_key', 'copy-' || number)) as copied
    where item.id = (select id from document_item where kind = 'task' limit 1)
  `.execute(api.db);
  const request = { kind: 'progress-report', period: '2025', plan: null } as const;
  const writeId = newId();
  expect((await make(request, writeId)).problem?.code).toBe('official-document.too-long');
  const start = () => api.as('coordinator').call(startPaper, { body: { request, writeId } });
  const { id } = (await start()).body.job;
  expect((await start()).body.job.id).toBe(id);
  const noted = async (action: string, subject: string): Promise<number> => {
    const events = await api.db
      .selectFrom('audit_event')
      .select('sequence')
      .where('action', '=', action)
      .where('subject', '=', subject)
      .execute();
    return events.length;
  };
  expect(await noted('official-document.start', `job:${id}`)).toBe(1);
  await setEnd('2025-01-01');
  const runner = runJobs();
  const until = (state: string) => untilJobIs(id, state);
  // The role ended while the job waited: what counts is what the person is when it runs.
  expect((await until('refused')).refusal).toEqual({
    ...{ code: 'job.asker-not-entitled', details: { reason: 'no-role' } },
  });
  await setEnd(null);
  expect((await api.as('administrator').call(repeatJob, { params: { id } })).status).toBe(200);
  const { result } = await until('done');
  const paperId = String(result?.paperId);
  expect((await make(request, writeId)).body.id).toBe(paperId);
  const view = await api.as('coordinator').call(getPaper, { params: { id: paperId } });
  expect(view.body.renderings).toHaveLength(1);
  const { rows } = await sql<{ format: string }>`
    select format from rendered_file where official_document_id = ${paperId} order by format`.execute(api.db);
  expect(rows.map(({ format }) => format)).toEqual(['docx', 'html', 'pdf']);
  expect(view.body.renderings[0]?.files).toEqual(['docx', 'html', 'pdf']);
  expect(wordsOf(await fileOf(paperId, 'docx'))).toContain('BÁO CÁO');
  await runner.close();
  const startFile = () =>
    api
      .as('coordinator')
      .call(startPaperFile, { params: { id: paperId }, body: { format: 'xlsx', rendering: 1 } });
  expect((await startFile()).body.job.id).toBe((await startFile()).body.job.id);
  expect(await noted('official-document.start-file', `official-document:${paperId}`)).toBe(1);
});
