import { v7 as newId } from 'uuid';
import { putAssetEntry } from '#features/asset-register/contract.ts';
import { addEntryEvidenceFile } from '#features/asset-register/evidence-contract.ts';
import type { AccessCase, Relation } from './access-case.ts';
import type { TestApi } from './api.ts';
import { pdfFile } from './evidence-files.ts';

// The demonstration's first reporter and approver hold their roles for STP.
const OWNERS: readonly {
  readonly code: string;
  readonly account: string;
  readonly relations: readonly Relation[];
}[] = [
  { code: 'STP', account: 'stp-can-bo', relations: ['own'] },
  { code: 'SNV', account: 'snv-can-bo', relations: ['other'] },
];
const REGISTER = 'ai-applications';

const entryOf = (organization: string) => ({
  ...{ organization, name: `Trợ lý ${newId()}`, reason: null, version: 0, writeId: newId() },
  values: { purpose: 'Trả lời câu hỏi', serves: 'officials', state: 'operating' },
});

const casesWithEntry = (
  api: TestApi,
  name: string,
  input: () => AccessCase['input'],
): Promise<readonly AccessCase[]> =>
  Promise.all(
    OWNERS.map(async ({ code, account, relations }) => {
      const params = { register: REGISTER, id: newId() };
      await api.asAccount(account).call(putAssetEntry, { params, body: entryOf(code) });
      return { name: `${name} of ${code}`, relations, input: { params, ...input() } };
    }),
  );

/** Reading an entry. */
export const readEntries = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesWithEntry(api, 'an entry', () => ({}));

/** Adding an entry. */
export const writeEntries = (): Promise<readonly AccessCase[]> =>
  Promise.resolve(
    OWNERS.map(({ code, relations }) => ({
      ...{ name: `a new entry of ${code}`, relations },
      input: { params: { register: REGISTER, id: newId() }, body: entryOf(code) },
    })),
  );

/** Retiring an entry. */
export const retireEntries = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesWithEntry(api, 'an entry', () => ({
    body: { retiredOn: '2026-11-30', reason: 'đã thay thế', version: 1, writeId: newId() },
  }));

/** Sending a file for an entry. */
export const sendEntryFiles = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesWithEntry(api, 'a file for an entry', () => ({
    query: { writeId: newId() },
    file: { name: 'a.pdf', content: pdfFile() },
  }));

/** Naming a page for an entry. */
export const nameEntryEvidence = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesWithEntry(api, 'a page for an entry', () => ({
    body: { reference: { kind: 'link', url: 'https://dongthap.gov.vn/', title: '' }, writeId: newId() },
  }));

/** Attaching nothing, which is permitted to whom attaching is. */
export const attachEntryEvidence = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesWithEntry(api, 'attaching to an entry', () => ({ body: { attach: [], detach: [] } }));

/** Reading the file behind an entry. */
export const readEntryFiles = async (api: TestApi): Promise<readonly AccessCase[]> => {
  const cases = await casesWithEntry(api, 'the file behind an entry', () => ({}));
  return Promise.all(
    cases.map(async ({ input: { params = {} }, ...rest }, place) => {
      const sent = { params, query: { writeId: newId() }, file: { name: 'a.pdf', content: pdfFile() } };
      const { body } = await api.asAccount(OWNERS[place]?.account ?? '').call(addEntryEvidenceFile, sent);
      return { ...rest, input: { params: { ...params, evidenceId: body.items[0]?.id ?? '' } } };
    }),
  );
};
