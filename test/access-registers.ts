import { v7 as newId } from 'uuid';
import { putAssetEntry } from '#features/asset-register/contract.ts';
import type { AccessCase, Relation } from './access-case.ts';
import type { TestApi } from './api.ts';

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
