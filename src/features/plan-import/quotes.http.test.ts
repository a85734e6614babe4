import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '#test/api.ts';
import { inventedPlanFile, writeInventedPlan } from '#test/invented-plan.ts';
import { buildAgencyDirectory } from '#core/organization/directory.ts';
import { REGISTER_KINDS } from '#core/plan/plan-item.ts';
import { readPlan } from '#core/plan-reading/read-plan.ts';
import { getDocument, getPlanItem, listDocuments, listTasks } from '#features/plan/contract.ts';
import { listReviewedReadings } from '#server/demonstration/reviewed-readings.ts';
import { referenceOrganizations } from '#server/reference/organizations.ts';
import { acceptPlanImport, getPlanImport, uploadPlan } from './contract.ts';
import { acceptImport } from './accept-import.ts';
import { offerReviewedReading } from './offer/offer-plan.ts';
import { processCaller } from '#server/db/audit.ts';

const EVERYTHING = { excluded: [], replaced: [] };
// Real documents are kept outside the project; where they are at hand, they are imported too.
const PLANS = '../shared/plans';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const coordinator = () => api.as('coordinator');

/** A reading as people keep it after review: without the words of the document. */
const reviewedReading = (number: string) => {
  const agencies = buildAgencyDirectory(referenceOrganizations);
  const reading = readPlan(writeInventedPlan({ number }), { agencies, fileName: 'sen.md' });
  const withoutWords = <Item>(items: readonly Item[]): readonly Item[] =>
    items.map((item) => ({ ...item, quote: '', continuation: [] }));
  return {
    ...reading,
    targets: withoutWords(reading.targets),
    tasks: withoutWords(reading.tasks),
    citedDocuments: withoutWords(reading.citedDocuments),
  };
};

const enterReviewed = async (number: string): Promise<void> => {
  const context = { db: api.db, clock: api.clock, accountId: null, caller: processCaller('test') };
  const file = { name: 'sen.json', content: new TextEncoder().encode(`reviewed ${number}`) };
  const offered = await offerReviewedReading(context, file, reviewedReading(number));
  if ('refused' in offered) throw new Error(offered.code);
  await acceptImport(context, offered.importId, EVERYTHING);
};

describe('a document of which only a reviewed reading is registered', () => {
  it('has items with their places and without quotes, which it gains when it is imported itself, none doubled', async () => {
    await enterReviewed('700');
    const { body: documents } = await coordinator().call(listDocuments);
    const document = documents.items.find(({ docNumber }) => docNumber === '700/KH-UBND');
    expect(document).toMatchObject({ origin: 'reviewed-reading', hasText: false });
    const query = { document: document?.id ?? '' };
    const before = (await coordinator().call(listTasks, { query })).body.items;
    expect(before.map(({ hasQuote }) => hasQuote)).toEqual([false, false, false]);

    const { body } = await coordinator().call(uploadPlan, { file: inventedPlanFile({ number: '700' }) });
    const params = { id: body.import.id };
    const preview = (await coordinator().call(getPlanImport, { params })).body;
    expect(preview.counts).toEqual({ new: 0, same: 0, 'gains-quote': 7, differs: 0 });
    const accepted = await coordinator().call(acceptPlanImport, { params, body: EVERYTHING });
    expect(accepted.body.import.outcome).toMatchObject({ added: 0, quoted: 7, replaced: 0 });

    const after = (await coordinator().call(listTasks, { query })).body.items;
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after.map(({ hasQuote }) => hasQuote)).toEqual([true, true, true]);
    const item = await coordinator().call(getPlanItem, { params: { id: after[0]?.id ?? '' } });
    expect(item.body.quote).toContain('Lập bản đồ số các ao sen trong tỉnh');
    expect(item.body.history.map(({ change }) => change)).toEqual(['registered', 'quoted']);
    const view = await coordinator().call(getDocument, { params: { id: document?.id ?? '' } });
    expect(view.body).toMatchObject({ origin: 'document', hasText: true });
  });
});

const plans = existsSync(PLANS) ? readdirSync(PLANS).filter((name) => name.endsWith('.txt')) : [];

/** What a person sees of a document in the registers of targets, tasks, projects and gaps. */
const listRegistered = async (documentId: string) => {
  const { body } = await coordinator().call(getDocument, { params: { id: documentId } });
  return body.outline.filter(({ kind }) => (REGISTER_KINDS as readonly string[]).includes(kind));
};

// Reviewers put scanned words right and name a thing more fully; its values are those of the document.
const WORDING = ['name', 'expectedResult'];

const title = plans.length > 0 ? 'whose readings were reviewed' : `are not imported: ${PLANS} is not here`;

describe(`the documents of the demonstration province, ${title}`, () => {
  it.each(plans)('%s fills the registers with its quotes and changes nothing else', async (name) => {
    const file = { name, content: readFileSync(`${PLANS}/${name}`) };
    const { body } = await coordinator().call(uploadPlan, { file });
    const params = { id: body.import.id };
    const preview = (await coordinator().call(getPlanImport, { params })).body;
    const documentId = preview.document?.id ?? '';
    const registered = await listRegistered(documentId);
    const read = preview.items.filter(({ kind }) => (REGISTER_KINDS as readonly string[]).includes(kind));
    expect(registered.length).toBeGreaterThan(0);
    expect(read.filter(({ match }) => match === 'new')).toEqual([]);
    expect(preview.missing).toEqual([]);
    const changed = read.flatMap(({ name: item, differences }) =>
      differences.filter(({ field }) => !WORDING.includes(field)).map((difference) => ({ item, difference })),
    );
    expect(changed).toEqual([]);

    const accepted = await coordinator().call(acceptPlanImport, { params, body: EVERYTHING });
    expect(accepted.body.import.documentId).toBe(documentId);
    const after = await listRegistered(documentId);
    expect(after.map(({ id }) => id).toSorted()).toEqual(registered.map(({ id }) => id).toSorted());
    expect(after.filter(({ hasQuote }) => !hasQuote)).toEqual([]);

    const again = await coordinator().call(uploadPlan, { file });
    expect(again.body).toEqual({ import: accepted.body.import, repeated: true });
    const { counts } = (await coordinator().call(getPlanImport, { params })).body;
    expect([counts.new, counts['gains-quote']]).toEqual([0, 0]);
  });

  it('stay five, with as many items in every register as were reviewed', async () => {
    const reviewed = await listReviewedReadings();
    const { body } = await coordinator().call(listDocuments);
    const documents = body.items.filter(({ docNumber }) => docNumber !== '700/KH-UBND');
    expect(documents).toHaveLength(reviewed.length);
    const inRegisters = REGISTER_KINDS.map((kind) =>
      documents.reduce((total, { counts }) => total + counts[kind], 0),
    );
    expect(inRegisters).toEqual(
      (['targets', 'tasks', 'projects', 'gaps'] as const).map((register) =>
        reviewed.reduce((total, { reading }) => total + reading[register].length, 0),
      ),
    );
  });
});
