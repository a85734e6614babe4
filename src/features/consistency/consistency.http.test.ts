import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApi } from '#test/api.ts';
import { startApiWithOrganizations } from '#test/api-with-organizations.ts';
import { writeInventedPlan, type InventedPlan } from '#test/invented-plan.ts';
import { acceptPlanImport, uploadPlan } from '#features/plan-import/contract.ts';
import { getPlanImport } from '#features/plan-import/contract.ts';
import { getOverview } from '#features/overview/contract.ts';
import { readXlsx } from '#server/xlsx/read-xlsx.ts';
import { isRefusal } from '#core/kernel/refusal.ts';
import { decideFinding, exportFindings, getFinding, listFindings } from './contract.ts';
import { decideMeasureLink, listLinkedMeasures, listMeasureLinks } from './link-contract.ts';

const MEASURE = 'Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử';

let api: TestApi;
beforeAll(async () => {
  api = await startApiWithOrganizations();
});
afterAll(() => api.close());

const enter = async (plan: InventedPlan): Promise<string> => {
  const text = writeInventedPlan(plan).replace('Tỷ lệ ao sen có bản đồ số', MEASURE);
  const file = { name: `ke-hoach-${plan.number ?? ''}.md`, content: Buffer.from(text) };
  const { body } = await api.as('coordinator').call(uploadPlan, { file });
  const params = { id: body.import.id };
  const preview = await api.as('coordinator').call(getPlanImport, { params });
  const replaced = preview.body.items
    .filter(({ match }) => match === 'differs')
    .map((item) => item.readingId);
  const accepted = await api
    .as('coordinator')
    .call(acceptPlanImport, { params, body: { excluded: [], replaced } });
  return accepted.body.import.documentId ?? '';
};

const find = async (query: Record<string, string> = {}) =>
  (await api.as('viewer').call(listFindings, { query })).body;

describe('contradictions between registered plans', () => {
  it('need a session and are shown to both roles', async () => {
    expect((await api.as(undefined).call(listFindings)).status).toBe(401);
    expect((await api.as('viewer').call(listFindings)).status).toBe(200);
    expect((await api.as('coordinator').call(listFindings)).status).toBe(200);
  });

  it('appear as soon as a second plan says something else, and lead to both places', async () => {
    const first = await enter({ number: '501', firstTarget: '87%' });
    expect((await find()).total).toBe(0);

    const second = await enter({ number: '502', subject: 'Sen số hai năm 2026', firstTarget: '≥ 85%' });
    const { items, total, byKind } = await find();
    expect(total).toBe(1);
    expect(byKind).toEqual([{ kind: 'target-conflict', count: 1 }]);
    expect(items[0]).toMatchObject({
      kind: 'target-conflict',
      severity: 'high',
      year: 2026,
      difference: '2',
    });
    const sides = items[0]?.statements.map(({ place, document, value, comparator }) => ({
      document: [place.documentId, document.docNumber],
      says: [comparator, value],
    }));
    expect(sides).toHaveLength(2);
    expect(sides).toContainEqual({ document: [first, '501/KH-UBND'], says: ['=', '87'] });
    expect(sides).toContainEqual({ document: [second, '502/KH-UBND'], says: ['>=', '85'] });
  });

  it('can be asked for by kind, gravity, document and item', async () => {
    const [finding] = (await find()).items;
    const place = finding!.statements[0]!.place;
    expect((await find({ kind: 'target-conflict', severity: 'high' })).total).toBe(1);
    expect((await find({ documentId: place.documentId })).total).toBe(1);
    expect((await find({ itemId: place.id })).total).toBe(1);
    const none = await find({ severity: 'low' });
    expect(none).toMatchObject({ items: [], total: 0 });
    expect(none.byKind).toEqual([{ kind: 'target-conflict', count: 1 }]);
  });

  it('refuses a kind that does not exist', async () => {
    const { status, problem } = await api.as('viewer').call(listFindings, { query: { kind: 'quarrel' } });
    expect(status).toBe(400);
    expect(problem?.code).toBe('request.invalid');
  });
});

describe('a decision about a contradiction', () => {
  const DONE = 'Đã thống nhất lấy theo kế hoạch 501.';
  const theOne = async () => (await find()).items[0]!;
  const decide = async (
    change: Partial<{ decision: string; note: string; version: number; writeId: string }> = {},
    fingerprint?: string,
  ) => {
    const finding = await theOne();
    const body = {
      decision: 'resolved',
      note: DONE,
      version: finding.version,
      writeId: randomUUID(),
      ...change,
    };
    const params = { fingerprint: fingerprint ?? finding.fingerprint };
    return api.as('coordinator').call(decideFinding, { params, body });
  };

  it('is kept with its note and who made it, takes the contradiction from the overview, and stands in the audit trail', async () => {
    const open = await theOne();
    expect(open).toMatchObject({ state: 'open', decision: null, version: 0, outdated: null });
    expect(open.leads).toMatchObject([{ code: 'SKHCN' }]);
    const before = await api.as('viewer').call(getOverview);
    expect(before.body.contradictions.total).toBe(1);

    const { status, body } = await decide();
    expect(status).toBe(200);
    expect(body.finding).toMatchObject({ state: 'resolved', version: 1, decision: { note: DONE } });
    expect((await find({ state: 'open' })).total).toBe(0);
    expect((await find({ state: 'resolved', agency: 'SKHCN' })).total).toBe(1);
    expect((await api.as('viewer').call(getOverview)).body.contradictions.total).toBe(0);
    const event = await api.db
      .selectFrom('audit_event')
      .select(['subject', 'details'])
      .where('action', '=', 'finding.decide')
      .executeTakeFirstOrThrow();
    expect(event.subject).toBe(`finding:${open.fingerprint}`);
    expect(event.details).toMatchObject({ after: { decision: 'resolved', note: DONE } });
  });

  it('is made once for one write, and not on what somebody else decided meanwhile', async () => {
    const { fingerprint } = await theOne();
    const writeId = randomUUID();
    const accept = { decision: 'accepted', note: 'Hai kế hoạch có phạm vi khác nhau.', version: 1, writeId };
    expect((await decide(accept)).body.finding.version).toBe(2);
    expect((await decide(accept)).body.finding.version).toBe(2);
    expect((await decide({ ...accept, note: 'Khác' })).problem?.code).toBe('edit.conflict');
    expect((await decide({ version: 1 })).problem?.code).toBe('edit.conflict');
    expect((await decide({ note: '  ' })).status).toBe(400);
    expect((await decide({}, 'f'.repeat(64))).problem?.code).toBe('finding.changed');
    const { body } = await api.as('viewer').call(getFinding, { params: { fingerprint } });
    expect(body.decisions.map(({ decision }) => decision)).toEqual(['accepted', 'resolved']);
    expect(body.quotes).toHaveLength(2);
    expect(body.quotes.every(({ quote }) => quote?.includes(MEASURE))).toBe(true);
  });

  it('leaves with its document as a row for each side of a workbook', async () => {
    const { bytes } = await api.as('viewer').call(exportFindings, { query: { state: 'accepted' } });
    const sheets = readXlsx(bytes);
    if (isRefusal(sheets)) throw new Error(sheets.code);
    const rows = sheets[0]!.rows.map((row) => row.map((cell) => (cell.kind === 'text' ? cell.text : '')));
    expect(rows).toHaveLength(3);
    expect(rows[1]!.join('|')).toContain('Kế hoạch số 501/KH-UBND');
    expect(rows[2]!.join('|')).toContain('Hai kế hoạch có phạm vi khác nhau.');
    const scope = sheets[1]!.rows.map((row) => row.map((cell) => (cell.kind === 'text' ? cell.text : '')));
    expect(scope.at(-1)).toEqual(['Phạm vi', 'tình trạng chấp nhận']);
  });

  it('holds after the documents are imported again, and ends when a value changes, which is told', async () => {
    const { fingerprint } = await theOne();
    await enter({
      number: '502',
      subject: 'Sen số hai năm 2026',
      firstTarget: '≥ 85%',
      strangeAgency: 'Viện Sen',
    });
    expect(await theOne()).toMatchObject({ fingerprint, state: 'accepted' });

    await enter({
      number: '502',
      subject: 'Sen số hai năm 2026',
      firstTarget: '≥ 83%',
      strangeAgency: 'Viện Sen',
    });
    const changed = await theOne();
    expect(changed.fingerprint).not.toBe(fingerprint);
    expect(changed).toMatchObject({
      ...{ state: 'open', decision: null, version: 0 },
      outdated: { decision: 'accepted', note: 'Hai kế hoạch có phạm vi khác nhau.' },
    });

    await enter({
      number: '502',
      subject: 'Sen số hai năm 2026',
      firstTarget: '≥ 85%',
      strangeAgency: 'Viện Hoa sen',
    });
    expect(await theOne()).toMatchObject({ fingerprint, state: 'accepted', version: 2 });
    expect((await decide({ decision: 'reopened', note: 'Xem lại.' })).body.finding.state).toBe('open');
  });
});

describe('a link of measures', () => {
  const findPair = async () => {
    const { body } = await api.as('viewer').call(listMeasureLinks);
    return body.items.find(({ one, other }) => one.name === MEASURE && other.name === MEASURE)!;
  };
  const decide = async (
    decision: string,
    change: { readonly version?: number; readonly writeId?: string } = {},
  ) => {
    const { one, other, version } = await findPair();
    const body = { one: one.key, other: other.key, decision, version, writeId: randomUUID(), ...change };
    return api.as('coordinator').call(decideMeasureLink, { body });
  };

  it('is proposed with its reasons and what both say', async () => {
    const pair = await findPair();
    expect(pair).toMatchObject({ state: 'proposed', version: 0, score: 1 });
    expect(pair.reasons).toEqual(expect.arrayContaining(['same-words', 'same-unit', 'same-lead']));
    expect([...pair.one.values, ...pair.other.values].map(({ value }) => value).toSorted()).toEqual([
      '85',
      '87',
    ]);
  });

  it('keeps apart what was refused, and brings it back when the word is taken back', async () => {
    const writeId = randomUUID();
    expect((await decide('refused', { version: 0, writeId })).body.link).toMatchObject({
      state: 'refused',
      version: 1,
    });
    expect((await decide('refused', { version: 0, writeId })).body.link.version).toBe(1);
    expect((await decide('confirmed', { version: 0 })).problem?.code).toBe('edit.conflict');
    expect((await find()).total).toBe(0);
    expect((await decide('withdrawn')).body.link.state).toBe('proposed');
    expect((await find()).total).toBe(1);
  });

  it('is shown at its items once it is confirmed, also after a further import', async () => {
    expect((await decide('confirmed')).body.link.state).toBe('confirmed');
    await enter({
      number: '502',
      subject: 'Sen số hai năm 2026',
      firstTarget: '≥ 86%',
      strangeAgency: 'Viện Sen',
    });
    const { one } = await findPair();
    const linked = await api.as('viewer').call(listLinkedMeasures, { params: { id: one.itemId! } });
    expect(linked.body.items.map(({ values }) => values[0]?.value).toSorted()).toEqual(['86', '87']);
    expect(linked.body.proposed).toBe(0);
    const unknown = {
      one: 'target|a',
      other: 'target|b',
      decision: 'confirmed',
      version: 0,
      writeId: randomUUID(),
    };
    const { problem } = await api.as('coordinator').call(decideMeasureLink, { body: unknown });
    expect(problem?.code).toBe('record.not-found');
  });
});
