import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import { processCaller } from '#server/db/audit.ts';
import { startTestApi, type Caller, type TestApi } from '#test/api.ts';
import * as administration from './administration-contract.ts';
import { getSession, signIn } from './contract.ts';
import { delegateRole, getOwnAccount } from './own-account-contract.ts';
import { addAccount } from './service.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const PASSWORD = 'ngỗng tím ăn cỏ ven đê';
const ADMINISTRATOR = { role: 'administrator', organizationCode: null } as const;

const add = async (username: string, role: 'administrator' | 'auditor' = 'administrator') => {
  const added = await addAccount(
    { db: api.db, clock: api.clock, caller: processCaller('test') },
    {
      ...{ username, displayName: `Người ${username}`, password: PASSWORD },
      holdings: [{ role, organizationCode: null }],
    },
  );
  if ('refused' in added) throw new Error(added.code);
  const browser = api.browser();
  await browser.call(signIn, { body: { username, password: PASSWORD } });
  return { id: added.accountId, browser };
};

const shutOut = ({ browser }: { readonly browser: Caller }, { id }: { readonly id: string }) =>
  browser.call(administration.setAccountState, { params: { id }, body: { isDisabled: true } });

const accountIdOf = async (username: string): Promise<string> => {
  const { items } = (await api.as('administrator').call(administration.listAccounts)).body;
  return items.find((account) => account.username === username)?.id ?? '';
};

test('who was invited and never came in is no administrator to leave the system to', async () => {
  const { body } = await api.as('administrator').call(administration.addAccount, {
    body: {
      ...{ username: 'chua.vao', displayName: 'Người chưa vào', email: null, phone: null },
      holdings: [{ ...ADMINISTRATOR, validFrom: '2026-01-01', validTo: null }],
      ...{ organizationCode: null, writeId: newId() },
    },
  });
  const last = { id: await accountIdOf('quan-tri'), browser: api.as('administrator') };
  expect((await shutOut(last, last)).problem?.code).toBe('account.last-administrator');
  expect((await shutOut(last, body)).status).toBe(200);
});

test('what somebody lent who is shut out is held by nobody', async () => {
  const lender = await add('cho.muon');
  const borrower = await add('duoc.muon', 'auditor');
  const [lendable] = (await lender.browser.call(getOwnAccount)).body.lendable;
  const today = plainDate(api.clock.today());
  const lent = await lender.browser.call(delegateRole, {
    body: {
      ...{ holdingId: lendable?.holding.id, toAccountId: borrower.id, writeId: newId() },
      ...{ validFrom: today, validTo: plainDate('2099-12-31') },
    },
  });
  expect(lent.problem).toBeUndefined();
  const actions = async () => (await borrower.browser.call(getSession)).body.permittedActions;
  expect(await actions()).toContain('account.write');
  await shutOut({ browser: api.as('administrator') }, lender);
  expect(await actions()).not.toContain('account.write');
});

test('of two administrators who shut each other out at the same moment one stays', async () => {
  const first = await add('quan.tri.mot');
  const second = await add('quan.tri.hai');
  await shutOut(first, { id: await accountIdOf('quan-tri') });
  // Each waits for its own account before it looks who is left.
  const answers = await api.db.transaction().execute(async (tx) => {
    const ids = [first.id, second.id];
    await tx.selectFrom('account').select('account_id').where('account_id', 'in', ids).forUpdate().execute();
    const both = [shutOut(first, second), shutOut(second, first)];
    await waitUntilBothWait();
    return both;
  });
  const outcomes = (await Promise.all(answers)).map(({ problem }) => problem?.code ?? 'done');
  expect(outcomes.sort()).toEqual(['account.last-administrator', 'done']);
});

const waitUntilBothWait = async (): Promise<void> => {
  for (;;) {
    const { rows } = await sql<{ waiting: number }>`
      select count(*)::int as waiting from pg_locks where not granted`.execute(api.db);
    if ((rows[0]?.waiting ?? 0) >= 2) return;
  }
};
