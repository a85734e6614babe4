import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallResult, TestApi } from '#test/api.ts';
import { startApiWithOrganizations } from '#test/api-with-organizations.ts';
import { filesOf } from '#test/fuzz/plan-files.ts';
import { inventedPlanFile, writeInventedPlan, type InventedPlan } from '#test/invented-plan.ts';
import { toTcvn3 } from '#test/to-tcvn3.ts';
import { getDocument, getPlanItem, listDocuments, listTargets, listTasks } from '#features/plan/contract.ts';
import { search } from '#features/search/contract.ts';
import {
  acceptPlanImport,
  discardPlanImport,
  getPlanImport,
  listPlanImports,
  uploadPlan,
  type PlanImportDecisions,
} from './contract.ts';

const EVERYTHING: PlanImportDecisions = { excluded: [], replaced: [] };

let api: TestApi;
beforeAll(async () => {
  api = await startApiWithOrganizations();
});
afterAll(() => api.close());

const coordinator = () => api.as('coordinator');

const upload = (plan: InventedPlan, name?: string) =>
  coordinator().call(uploadPlan, { file: inventedPlanFile(plan, name) });

const preview = async (id: string) => (await coordinator().call(getPlanImport, { params: { id } })).body;

const accept = (id: string, decisions = EVERYTHING): Promise<CallResult<typeof acceptPlanImport>> =>
  coordinator().call(acceptPlanImport, { params: { id }, body: decisions });

const enter = async (plan: InventedPlan, name?: string): Promise<string> => {
  const { body } = await upload(plan, name);
  const accepted = await accept(body.import.id);
  return accepted.body.import.documentId ?? '';
};

const tasksOf = async (document: string) =>
  (await coordinator().call(listTasks, { query: { document } })).body.items;
const targetsOf = async (document: string) =>
  (await coordinator().call(listTargets, { query: { document } })).body.items;

describe('a plan that is offered', () => {
  it('is read into a draft that shows every statement beside its lines and changes nothing', async () => {
    const { status, body } = await upload({ number: '1' });
    expect(status).toBe(200);
    expect(body.repeated).toBe(false);
    expect(body.import).toMatchObject({ state: 'draft', docNumber: '1/KH-UBND', documentId: null });
    const shown = await preview(body.import.id);
    expect(shown.document).toBeNull();
    const task = shown.items.find(({ name }) => name.startsWith('Lập bản đồ số'));
    expect(task).toMatchObject({ kind: 'task', match: 'new', itemId: null, summary: 'Quý II/2026' });
    const [line] = task?.lines ?? [];
    expect(shown.lines?.[(line ?? 0) - 1]).toContain('Lập bản đồ số các ao sen');
    const documents = await coordinator().call(listDocuments);
    expect(documents.body.items.map(({ docNumber }) => docNumber)).not.toContain('1/KH-UBND');
  });

  it('names the agencies that nobody knows, as the plan writes them', async () => {
    const { body } = await upload({ number: '2', strangeAgency: 'Viện Nghiên cứu Hoa súng' });
    expect((await preview(body.import.id)).unknownAgencies).toContainEqual({
      nameAsWritten: 'Viện Nghiên cứu Hoa súng',
      count: 1,
    });
  });

  it('gives the earlier draft when the very same file is offered again', async () => {
    const first = await upload({ number: '3' });
    const second = await upload({ number: '3' }, 'other-name.md');
    expect(second.body).toEqual({ import: first.body.import, repeated: true });
  });

  it('is stored once when it is offered twice at the same time', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => upload({ number: '4' })));
    expect(new Set(answers.map(({ body }) => body.import.id)).size).toBe(1);
    expect(answers.filter(({ body }) => !body.repeated)).toHaveLength(1);
  });

  it('can be put aside and offered anew', async () => {
    const first = await upload({ number: '5' });
    const { id } = first.body.import;
    const discarded = await coordinator().call(discardPlanImport, { params: { id } });
    expect(discarded.body.import.state).toBe('discarded');
    expect((await accept(id)).problem?.code).toBe('plan-import.discarded');
    const second = await upload({ number: '5' });
    expect(second.body.repeated).toBe(false);
    expect(second.body.import.id).not.toBe(id);
  });
});

describe('a plan that is accepted', () => {
  it('enters the registers with its values, agencies, due rules and quotes', async () => {
    const document = await enter({ number: '10' });
    const targets = await targetsOf(document);
    expect(targets.map(({ name, value, unit }) => [name, value, unit])).toEqual([
      ['Tỷ lệ ao sen có bản đồ số', '80', '%'],
      ['Tỷ lệ công chức biết trồng sen', '100', '%'],
      ['Tỷ lệ hộ dân bán hạt sen trên sàn thương mại điện tử', '60.5', '%'],
    ]);
    const [first, second] = await tasksOf(document);
    expect(first?.due).toMatchObject({ kind: 'quarter', lastDay: '2026-06-30' });
    expect(first?.standing).toEqual({ state: 'overdue', lastDay: '2026-06-30' });
    expect(first?.agencies).toContainEqual(
      expect.objectContaining({ role: 'lead', organizationCode: 'SKHCN', name: 'Sở Khoa học và Công nghệ' }),
    );
    expect([second?.due?.kind, second?.standing?.state]).toEqual(['ongoing', 'not-yet-due']);
    expect(second?.agencies).toContainEqual(
      expect.objectContaining({ organizationCode: null, name: 'Viện Nghiên cứu Hoa sen' }),
    );
    const view = await coordinator().call(getPlanItem, { params: { id: first?.id ?? '' } });
    expect(view.body.quote).toContain('Lập bản đồ số các ao sen trong tỉnh');
    expect(view.body.excerpt?.lines.join('\n')).toContain('Mở lớp dạy trồng sen trên mạng');
  });

  it('leaves out what the person excluded', async () => {
    const { body } = await upload({ number: '11' });
    const shown = await preview(body.import.id);
    const excluded = shown.items.filter(({ kind }) => kind === 'task').map(({ readingId }) => readingId);
    const accepted = await accept(body.import.id, { excluded, replaced: [] });
    expect(accepted.body.import.outcome).toMatchObject({ excluded: 3, unchanged: 0 });
    expect(await tasksOf(accepted.body.import.documentId ?? '')).toEqual([]);
  });

  it('refuses decisions about statements that the file does not have', async () => {
    const { body } = await upload({ number: '12' });
    const refused = await accept(body.import.id, { excluded: ['K-999'], replaced: [] });
    expect(refused.status).toBe(422);
    expect(refused.problem).toMatchObject({ code: 'plan-import.unknown-item', details: { ids: ['K-999'] } });
    expect((await preview(body.import.id)).import.state).toBe('draft');
  });

  it('stays as it is when it is accepted again, and says so when the decisions differ', async () => {
    const { body } = await upload({ number: '13' });
    const { id } = body.import;
    const first = await accept(id);
    const again = await accept(id);
    expect(again.body).toEqual(first.body);
    const other = await accept(id, { excluded: ['K-001'], replaced: [] });
    expect(other.status).toBe(409);
    expect(other.problem?.code).toBe('plan-import.already-accepted');
    expect(await tasksOf(first.body.import.documentId ?? '')).toHaveLength(3);
  });

  it('enters once when it is accepted many times at the same moment', async () => {
    const { body } = await upload({ number: '14' });
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => accept(body.import.id)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const documentId = answers[0]?.body.import.documentId ?? '';
    expect(await tasksOf(documentId)).toHaveLength(3);
    expect(await targetsOf(documentId)).toHaveLength(3);
  });

  it('enters once when two files of one document are accepted at the same moment', async () => {
    const first = await upload({ number: '16' });
    const second = await upload({ number: '16', extraTasks: ['Vẽ logo hoa sen'] });
    const answers = await Promise.all([accept(first.body.import.id), accept(second.body.import.id)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const [documentId, other] = answers.map(({ body }) => body.import.documentId);
    expect(other).toBe(documentId);
    expect(await tasksOf(documentId ?? '')).toHaveLength(4);
    expect(await targetsOf(documentId ?? '')).toHaveLength(3);
  });

  it('leaves its trace in the audit trail, once for each deed', async () => {
    const { body } = await upload({ number: '15' });
    await accept(body.import.id);
    await accept(body.import.id);
    const events = await api.db
      .selectFrom('audit_event')
      .select('action')
      .where('subject', '=', `plan-import:${body.import.id}`)
      .orderBy('sequence')
      .execute();
    expect(events.map(({ action }) => action)).toEqual(['plan-import.offer', 'plan-import.accept']);
  });
});

describe('another file of a registered document', () => {
  const nameOf = ({ name }: { readonly name: string }) => name;

  it('adds only what is new and keeps registered values unless told otherwise', async () => {
    const document = await enter({ number: '20' });
    const second = await upload({ number: '20', firstTarget: '85%', extraTasks: ['Vẽ logo hoa sen'] });
    const shown = await preview(second.body.import.id);
    expect(shown.document?.id).toBe(document);
    expect(shown.items.filter(({ match }) => match === 'new').map(nameOf)).toEqual(['Vẽ logo hoa sen']);
    const [differing] = shown.items.filter(({ match }) => match === 'differs');
    expect(differing?.differences).toEqual([{ field: 'value', registered: '80', read: '85' }]);
    const accepted = await accept(second.body.import.id);
    expect(accepted.body.import.documentId).toBe(document);
    expect(await tasksOf(document)).toHaveLength(4);
    expect((await targetsOf(document)).map(({ value }) => value)).toEqual(['80', '100', '60.5']);
  });

  it('replaces a value when the person says so, and keeps what was before in the history', async () => {
    const document = await enter({ number: '21' });
    const [before] = await targetsOf(document);
    const second = await upload({ number: '21', firstTarget: 'trên 85%' });
    const shown = await preview(second.body.import.id);
    const replaced = shown.items.filter(({ match }) => match === 'differs').map((item) => item.readingId);
    await accept(second.body.import.id, { excluded: [], replaced });
    const [after] = await targetsOf(document);
    expect(after).toMatchObject({ id: before?.id, value: '85', comparator: '>' });
    const view = await coordinator().call(getPlanItem, { params: { id: after?.id ?? '' } });
    expect(view.body.history.map(({ change }) => change)).toEqual(['registered', 'replaced']);
  });

  it('says which registered items it lacks, and leaves them', async () => {
    const document = await enter({ number: '22', extraTasks: ['Vẽ logo hoa sen'] });
    const second = await upload({ number: '22' });
    const shown = await preview(second.body.import.id);
    expect(shown.missing.map(nameOf)).toEqual(['Vẽ logo hoa sen']);
    await accept(second.body.import.id);
    expect((await tasksOf(document)).map(nameOf)).toContain('Vẽ logo hoa sen');
  });

  it('finds nothing new in the same document as a Word file, a PDF or a page', async () => {
    const document = await enter({ number: '23' });
    const files = filesOf(writeInventedPlan({ number: '23' }));
    for (const format of ['docx', 'pdf', 'html'] as const) {
      const file = { name: `23.${format}`, content: files.get(format) ?? new Uint8Array() };
      const { body } = await coordinator().call(uploadPlan, { file });
      const shown = await preview(body.import.id);
      const strange = shown.items.filter(({ match }) => match === 'new' || match === 'differs').map(nameOf);
      expect([format, shown.document?.id, strange, shown.missing]).toEqual([format, document, [], []]);
    }
  });

  it('gives a draft its number, fills what was blank, and is the same document from then on', async () => {
    const subject = 'Đưa máy bay vào ruộng súng năm 2026';
    const draft = await enter({ number: '…', subject });
    const headOf = async (id: string) => (await coordinator().call(getDocument, { params: { id } })).body;
    expect(await headOf(draft)).toMatchObject({ docNumber: null, isDraft: true });
    const issued = await enter({ number: '24', subject });
    expect(issued).toBe(draft);
    expect(await headOf(draft)).toMatchObject({
      docNumber: '24/KH-UBND',
      isDraft: false,
      subjectLine: subject,
    });
    const found = await coordinator().call(search, { query: { q: '24/KH-UBND' } });
    expect(JSON.stringify(found.body.groups)).toContain(draft);
    const copy = await enter({ number: '24', subject, extraTasks: ['Vẽ logo hoa súng'] });
    expect(copy).toBe(draft);
    expect(await tasksOf(draft)).toHaveLength(4);
    const events = await api.db
      .selectFrom('audit_event')
      .select('details')
      .where('action', '=', 'plan-import.accept')
      .orderBy('sequence', 'desc')
      .limit(2)
      .execute();
    expect(events[0]?.details).toMatchObject({ completedHead: [] });
    expect(events[1]?.details).toMatchObject({ completedHead: ['docNumber', 'docNumberRaw', 'isDraft'] });
  });

  it('is the same document in an old code set that knows no capitals with tones', async () => {
    const document = await enter({ number: '66' });
    const content = toTcvn3(writeInventedPlan({ number: '66' }));
    const { body } = await coordinator().call(uploadPlan, { file: { name: 'tcvn3.txt', content } });
    expect(body.import).toMatchObject({ encoding: 'tcvn3', docType: 'Kế hoạch', docNumber: '66/KH-UBND' });
    const shown = await preview(body.import.id);
    expect(shown.document?.id).toBe(document);
    expect(shown.counts.new).toBe(0);
  });

  it('is another document when only the year differs, for numbers begin anew each year', async () => {
    const first = await enter({ number: '23', year: 2025 });
    const second = await enter({ number: '23', year: 2026 });
    expect(second).not.toBe(first);
  });
});

describe('what may not be done', () => {
  const routes = [
    ['uploadPlan', uploadPlan],
    ['listPlanImports', listPlanImports],
    ['getPlanImport', getPlanImport],
    ['acceptPlanImport', acceptPlanImport],
    ['discardPlanImport', discardPlanImport],
  ] as const;
  const params = { id: '01900000-0000-7000-8000-000000000000' };

  it.each(routes)('%s is denied to a viewer and to nobody', async (_name, route) => {
    const asViewer = await api.as('viewer').call(route, { params, body: EVERYTHING });
    expect([asViewer.status, asViewer.problem?.code]).toEqual([403, 'access.denied']);
    const asNobody = await api.as(undefined).call(route, { params, body: EVERYTHING });
    expect([asNobody.status, asNobody.problem?.code]).toEqual([401, 'session.required']);
  });

  it.each([
    ['getPlanImport', getPlanImport],
    ['acceptPlanImport', acceptPlanImport],
    ['discardPlanImport', discardPlanImport],
  ] as const)('%s finds no import that is not there', async (_name, route) => {
    const answer = await coordinator().call(route, { params, body: EVERYTHING });
    expect([answer.status, answer.problem?.code]).toEqual([404, 'record.not-found']);
  });
});
