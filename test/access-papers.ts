import { v7 as newId } from 'uuid';
import { makePaper } from '#features/official-document/contract.ts';
import type { AccessCase, Relation } from './access-case.ts';
import type { TestApi } from './api.ts';

// The demonstration's first reporter and approver hold their roles for STP.
const ISSUERS: readonly { readonly code: string; readonly relations: readonly Relation[] }[] = [
  { code: 'STP', relations: ['own'] },
  { code: 'SNV', relations: ['other'] },
];

const orderOf = (organization: string) => ({
  request: { kind: 'agency-report' as const, organization, period: '2026' },
  writeId: newId(),
});

/** Making an agency's own report. */
export const makePapers = (): Promise<readonly AccessCase[]> =>
  Promise.resolve(
    ISSUERS.map(({ code, relations }) => ({
      ...{ name: `a report of ${code}`, relations, input: { body: orderOf(code) } },
    })),
  );

const casesWithPaper = (api: TestApi, input: AccessCase['input']): Promise<readonly AccessCase[]> =>
  Promise.all(
    ISSUERS.map(async ({ code, relations }) => {
      const made = await api.as('coordinator').call(makePaper, { body: orderOf(code) });
      return { name: `a report of ${code}`, relations, input: { ...input, params: { id: made.body.id } } };
    }),
  );

/** Looking at an agency's report. */
export const readPapers = (api: TestApi): Promise<readonly AccessCase[]> => casesWithPaper(api, {});

/** Taking an agency's report out as a file. */
export const readPaperFiles = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesWithPaper(api, { query: { format: 'html' } });
