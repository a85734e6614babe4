import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApi } from '#test/api.ts';
import { startApiWithOrganizations } from '#test/api-with-organizations.ts';
import { writeInventedPlan } from '#test/invented-plan.ts';
import { listFindings } from '#features/consistency/contract.ts';
import { getOrganization } from '#features/organization/contract.ts';
import { getOverview } from '#features/overview/contract.ts';
import {
  getDocument,
  getDocumentContents,
  listGaps,
  listTargets,
  listTasks,
} from '#features/plan/contract.ts';
import { acceptPlanImport, getPlanImport, uploadPlan } from '#features/plan-import/contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApiWithOrganizations();
});
afterAll(() => api.close());

const coordinator = () => api.as('coordinator');

let count = 0;

/** Uploads an invented plan with a section of odd contents behind it, and accepts all of it. */
const enter = async (...odd: readonly string[]) => {
  count += 1;
  const number = String(count);
  const content = new TextEncoder().encode(`${writeInventedPlan({ number })}\n${odd.join('\n\n')}\n`);
  const { body } = await coordinator().call(uploadPlan, { file: { name: `${number}.md`, content } });
  const params = { id: body.import.id };
  const shown = await coordinator().call(getPlanImport, { params });
  const accepted = await coordinator().call(acceptPlanImport, {
    params,
    body: { excluded: [], replaced: [] },
  });
  return {
    preview: shown.body,
    accepted,
    documentId: accepted.status === 200 ? (accepted.body.import.documentId ?? '') : '',
  };
};

const statusesOfPages = async (documentId: string) => {
  const viewer = api.as('viewer');
  const answers = await Promise.all([
    viewer.call(getOverview),
    viewer.call(listFindings),
    viewer.call(listTargets),
    viewer.call(listGaps),
    viewer.call(listTasks),
    viewer.call(getOrganization, { params: { code: 'SNV' } }),
    viewer.call(getDocument, { params: { id: documentId } }),
    viewer.call(getDocumentContents, { params: { id: documentId } }),
  ]);
  return answers.map(({ status }) => status);
};
const ALL_FINE = [200, 200, 200, 200, 200, 200, 200, 200];

const AIM = 'I. MỤC TIÊU';
const RESULT = 'II. KẾT QUẢ ĐẠT ĐƯỢC';
const LONG = `0,${'0'.repeat(30)}1`;

describe('a plan with figures that no register can keep', () => {
  it.each([
    ['a share with 31 decimals', AIM, `- Tỷ lệ hồ sơ nộp đạt ${LONG}%.`],
    ['a count of 40 digits', AIM, `- Trồng tối thiểu ${'9'.repeat(40)} ao sen.`],
    ['a level of 400 digits', AIM, `- Hệ thống đạt cấp độ ${'9'.repeat(400)}.`],
    ['a share of digits that no computer number holds', AIM, '- Tỷ lệ hồ sơ nộp đạt 12,345678901234567891%.'],
    ['a result with 31 decimals', RESULT, `- Tỷ lệ hồ sơ nộp đạt ${LONG}%.`],
  ])('%s keeps it in its words, warns, and breaks no page', async (_what, heading, line) => {
    const { preview, accepted, documentId } = await enter(heading, line);
    expect(preview.warnings.map(({ code }) => code)).toContain('number.unread');
    expect(accepted.status).toBe(200);
    expect(await statusesOfPages(documentId)).toEqual(ALL_FINE);
  });

  it('keeps a rank that is no whole number as words', async () => {
    const { accepted, documentId } = await enter(
      '**Bảng 1. Điểm và xếp hạng**',
      [
        '| STT | Chỉ số | Điểm tối đa | Điểm đạt được | Xếp hạng |',
        '|---|---|---|---|---|',
        '| 1 | Nhận thức số | 100 | 73,5 | 5,5 |',
        '| 2 | Thể chế số | 100 | 80 | 99999999999999999999/63 |',
      ].join('\n'),
    );
    expect(accepted.status).toBe(200);
    expect(await statusesOfPages(documentId)).toEqual(ALL_FINE);
  });
});

const tasksDue = (time: string): string =>
  [
    '| TT | Nhiệm vụ | Cơ quan chủ trì | Kết quả | Thời gian thực hiện |',
    '|----|----------|-----------------|---------|---------------------|',
    `| 1 | Trồng thêm một ao sen trắng | Sở Nội vụ | Ao sen | ${time} |`,
  ].join('\n');

describe('a plan with times that no calendar has', () => {
  it.each([
    ['a day of the year 0', '30/6/0000'],
    ['a month of the year 0', 'Tháng 12/0000'],
    ['a month of the year 0 alone', '12/0000'],
    ['a day of the year 12', 'Trước ngày 30/6/0012'],
    ['a day that February lacks', '30/02/2026'],
    ['a year like a number', 'Năm 0202'],
  ])('%s keeps them in their words, warns, and breaks no page', async (_what, time) => {
    const { preview, accepted, documentId } = await enter(tasksDue(time));
    expect(preview.warnings).toContainEqual(expect.objectContaining({ code: 'date.unread' }));
    expect(accepted.status).toBe(200);
    expect(await statusesOfPages(documentId)).toEqual(ALL_FINE);
    const { body } = await api.as('viewer').call(listTasks, { query: { document: documentId } });
    const task = body.items.find(({ name }) => name.startsWith('Trồng thêm'));
    expect(task?.due).toMatchObject({ raw: time, end: null });
  });

  it('a report that is due each year on a day that most years lack', async () => {
    const { accepted, documentId } = await enter(
      'III. TỔ CHỨC THỰC HIỆN',
      '1. Sở Nội vụ báo cáo UBND tỉnh kết quả cả năm trước ngày 29/02 hằng năm.',
      '2. Sở Nội vụ báo cáo Bộ Nội vụ kết quả cả năm trước ngày 15/02 hằng năm.',
    );
    expect(accepted.status).toBe(200);
    expect(await statusesOfPages(documentId)).toEqual(ALL_FINE);
  });

  it('in its head: the year stays open', async () => {
    const plan = writeInventedPlan({ number: '91' }).replace('01 năm 2026', '01 năm 0012');
    const content = new TextEncoder().encode(plan);
    const { body } = await coordinator().call(uploadPlan, { file: { name: 'nam-0.md', content } });
    const accepted = await coordinator().call(acceptPlanImport, {
      params: { id: body.import.id },
      body: { excluded: [], replaced: [] },
    });
    expect(accepted.status).toBe(200);
    expect(await statusesOfPages(accepted.body.import.documentId ?? '')).toEqual(ALL_FINE);
  });

  it('is accepted when it was read while the reader still took them for days', async () => {
    const content = new TextEncoder().encode(`${writeInventedPlan({ number: '92' })}\n${tasksDue('Quý I')}`);
    const { body } = await coordinator().call(uploadPlan, { file: { name: 'cu.md', content } });
    const changed = await sql`update plan_import set reading =
      replace(reading::text, '2026-01-01', '0000-01-01')::jsonb where id = ${body.import.id}
        and reading::text like '%2026-01-01%'`.execute(api.db);
    expect(changed.numAffectedRows).toBe(1n);
    const params = { id: body.import.id };
    expect((await coordinator().call(getPlanImport, { params })).status).toBe(200);
    const accepted = await coordinator().call(acceptPlanImport, {
      params,
      body: { excluded: [], replaced: [] },
    });
    expect(accepted.status).toBe(200);
    expect(await statusesOfPages(accepted.body.import.documentId ?? '')).toEqual(ALL_FINE);
  });
});

describe('a registered document of a year that no calendar has', () => {
  it('breaks no page', async () => {
    const { documentId } = await enter(tasksDue('Quý I'));
    await api.db.updateTable('document').set({ year: 0, issue_date: null }).execute();
    expect(await statusesOfPages(documentId)).toEqual(ALL_FINE);
    await api.db.updateTable('document').set({ year: 12, issue_date: null }).execute();
    expect(await statusesOfPages(documentId)).toEqual(ALL_FINE);
  });
});

const MEASURE = {
  ...{ label: '2026', raw: '', comparator: '=', values: null, unit: '%', start: null, end: null },
};

describe('registers that already keep a number of more digits than any reader takes', () => {
  it('still show every page', async () => {
    const { documentId } = await enter(AIM, '- Tỷ lệ hồ sơ nộp trực tuyến đạt 70%.');
    const long = `0.${'0'.repeat(34)}1`;
    await api.db
      .updateTable('target')
      .set({ value: long, phases: JSON.stringify([{ ...MEASURE, value: long }]) as never })
      .where('item_id', 'in', (items) =>
        items.selectFrom('document_item').select('id').where('document_id', '=', documentId),
      )
      .execute();
    expect(await statusesOfPages(documentId)).toEqual(ALL_FINE);
    const { body } = await api.as('viewer').call(listTargets);
    expect(body.items.map(({ value }) => value)).toContain(long);
  });
});
