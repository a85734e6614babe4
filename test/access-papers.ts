import { v7 as newId } from 'uuid';
import { hashFacts } from '#features/official-document/make-paper.ts';
import { insertRendering } from '#features/official-document/rendering-store.ts';
import { insertPaper } from '#features/official-document/store.ts';
import type { AccessCase, Relation } from './access-case.ts';
import type { TestApi } from './api.ts';

// The demonstration's first reporter and approver hold their roles for STP.
export const ISSUERS: readonly { readonly code: string; readonly relations: readonly Relation[] }[] = [
  { code: 'STP', relations: ['own'] },
  { code: 'SNV', relations: ['other'] },
];

const orderOf = (organization: string) => ({
  request: { kind: 'agency-report' as const, organization, period: '2026' },
  writeId: newId(),
});

/** Making an agency's own report, and a letter in the name of the province. */
export const makePapers = (): Promise<readonly AccessCase[]> => {
  const request = { kind: 'findings-letter', documentId: null, within: {} };
  return Promise.resolve([
    ...ISSUERS.map(({ code, relations }) => ({
      ...{ name: `a report of ${code}`, relations, input: { body: orderOf(code) } },
    })),
    {
      ...{ name: 'a letter of the province', relations: ['other'] },
      input: { body: { request, writeId: newId() } },
    },
  ]);
};

/** Keeps a paper as if it had been made: the registers here have no tasks to tell of. */
export const keepPaper = async ({ db }: TestApi, organizationCode: string): Promise<string> => {
  const { account_id: madeBy } = await db
    .selectFrom('account')
    .select('account_id')
    .executeTakeFirstOrThrow();
  const facts = JSON.stringify({
    ...{
      kind: 'agency-report',
      province: 'Đồng Tháp',
      period: { kind: 'year', year: 2026 },
      asOf: '2026-11-22',
    },
    ...{ plans: [], isWholeRegister: true, tasks: [], targets: [] },
    agency: { name: 'Sở Tư pháp', kind: 'department', abbreviation: null },
  });
  const { request, writeId } = orderOf(organizationCode);
  const id = newId();
  const madeAt = '2026-11-22T02:00:00.000Z';
  await db.transaction().execute(async (tx) => {
    await insertPaper(tx, {
      ...{ id, organizationCode, facts, factsHash: hashFacts(facts), request, writeId, madeBy, madeAt },
      ...{ kind: request.kind, title: 'Báo cáo', period: request.period, simulated: false },
    });
    await insertRendering(tx, {
      ...{ paperId: id, version: 1, number: null, series: null, issuedOn: null, signing: null },
      ...{ templateId: null, writeId, madeAt, madeBy },
    });
  });
  return id;
};

const casesWithPaper = (api: TestApi, input: AccessCase['input']): Promise<readonly AccessCase[]> =>
  Promise.all(
    ISSUERS.map(async ({ code, relations }) => ({
      ...{ name: `a report of ${code}`, relations },
      input: { ...input, params: { id: await keepPaper(api, code) } },
    })),
  );

/** Looking at an agency's report. */
export const readPapers = (api: TestApi): Promise<readonly AccessCase[]> => casesWithPaper(api, {});

/** Taking an agency's report out as a file. */
export const readPaperFiles = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesWithPaper(api, { query: { format: 'html' } });

/** Numbering an agency's report. */
export const issuePapers = async (api: TestApi): Promise<readonly AccessCase[]> => {
  const given = { number: null, issuedOn: null, signing: null, templateId: null, version: 1 };
  const cases = await casesWithPaper(api, {});
  return cases.map((one) => ({
    ...one,
    input: { ...one.input, body: { ...given, writeId: newId() } },
  }));
};

/** Having a file of an agency's report made as a job. */
export const startPaperFiles = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesWithPaper(api, { body: { format: 'html', rendering: 1 } });
