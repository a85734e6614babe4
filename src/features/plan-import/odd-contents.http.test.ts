import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '#test/api.ts';
import { writeInventedPlan } from '#test/invented-plan.ts';
import { listFindings } from '#features/consistency/contract.ts';
import { ensureOrganizations } from '#features/organization/service.ts';
import { getOverview } from '#features/overview/contract.ts';
import { getDocument, listGaps, listTargets } from '#features/plan/contract.ts';
import { referenceOrganizations } from '#server/reference/organizations.ts';
import { acceptPlanImport, getPlanImport, uploadPlan } from './contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  const { db, clock } = api;
  await ensureOrganizations({ db, clock, accountId: null, actor: 'test' }, referenceOrganizations);
});
afterAll(() => api.close());

const coordinator = () => api.as('coordinator');

/** Uploads an invented plan with a section of odd contents behind it, and accepts all of it. */
const enter = async (number: string, ...odd: readonly string[]) => {
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
    viewer.call(getDocument, { params: { id: documentId } }),
  ]);
  return answers.map(({ status }) => status);
};
const ALL_FINE = [200, 200, 200, 200, 200];

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
  ])('%s keeps it in its words, warns, and breaks no page', async (what, heading, line) => {
    const { preview, accepted, documentId } = await enter(`LE-${String(what.length)}`, heading, line);
    expect(preview.warnings.map(({ code }) => code)).toContain('number.unread');
    expect(accepted.status).toBe(200);
    expect(await statusesOfPages(documentId)).toEqual(ALL_FINE);
  });

  it('keeps a rank that is no whole number as words', async () => {
    const { accepted, documentId } = await enter(
      'XH-1',
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

const MEASURE = {
  ...{ label: '2026', raw: '', comparator: '=', values: null, unit: '%', start: null, end: null },
};

describe('registers that already keep a number of more digits than any reader takes', () => {
  it('still show every page', async () => {
    const { documentId } = await enter('CU-1', AIM, '- Tỷ lệ hồ sơ nộp trực tuyến đạt 70%.');
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
