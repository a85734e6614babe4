import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSingleSignOn } from '#server/auth/single-sign-on.ts';
import { startTestApi, type Browser, type TestApi } from '#test/api.ts';
import { startOpenIdProvider, type TestProvider } from '#test/openid-provider.ts';
import { getSystem } from '#features/system/contract.ts';
import { getAccount, grantRole, listAccounts, setAccountState } from './administration-contract.ts';
import { getSession, signIn, signOut } from './contract.ts';
import { beginSingleSignOn, completeSingleSignOn } from './own-account-contract.ts';
import { v7 as newId } from 'uuid';

const PUBLIC_URL = 'https://senso.dongthap.example';

let provider: TestProvider;
let api: TestApi;
beforeAll(async () => {
  provider = await startOpenIdProvider(PUBLIC_URL);
  const { issuer, clientId, clientSecret } = provider;
  api = await startTestApi({
    demonstration: true,
    // The provider's clock is this machine's.
    now: new Date().toISOString(),
    authentication: {
      singleSignOn: openSingleSignOn({
        ...{ issuer, clientId, clientSecret, name: 'Cổng của tỉnh', publicUrl: PUBLIC_URL },
        ...{ usernameClaim: 'preferred_username', organizationClaim: 'department' },
        ...{ requiredContext: undefined, createsAccounts: true },
      }),
    },
  });
});
afterAll(async () => {
  await api.close();
  await provider.close();
});

const goThere = async (browser: Browser, id: string): Promise<URL> => {
  const { body } = await browser.call(beginSingleSignOn);
  return provider.signIn(body.address, id);
};

const comeBack = (browser: Browser, address: URL) =>
  browser.call(completeSingleSignOn, { body: { query: address.search } });

const enter = async (browser: Browser, id: string) => comeBack(browser, await goThere(browser, id));

test('the sign-in page is told what the provider is called', async () => {
  const { body } = await api.as(undefined).call(getSystem);
  expect(body.singleSignOn).toEqual({ name: 'Cổng của tỉnh' });
});

test('a known user name comes in, by the code flow with PKCE, state and nonce, and is bound to the provider’s id', async () => {
  provider.people.set('p-1', { preferred_username: 'stp-can-bo', name: 'Cán bộ' });
  const browser = api.browser();
  const { body } = await browser.call(beginSingleSignOn);
  const asked = new URL(body.address).searchParams;
  expect(asked.get('response_type')).toBe('code');
  expect(asked.get('code_challenge_method')).toBe('S256');
  for (const name of ['state', 'nonce', 'code_challenge'])
    expect(asked.get(name)?.length).toBeGreaterThan(30);
  const back = await provider.signIn(body.address, 'p-1');
  expect(`${back.origin}${back.pathname}`).toBe(`${PUBLIC_URL}/dang-nhap/tro-ve`);
  const entered = await comeBack(browser, back);
  expect(entered.body).toMatchObject({
    account: { username: 'stp-can-bo' },
    holdings: [{ role: 'reporter' }],
  });
  expect((await browser.call(getSession)).status).toBe(200);
  // The name changes there; the person stays the same here.
  provider.people.set('p-1', { preferred_username: 'quan-tri' });
  expect((await enter(api.browser(), 'p-1')).body.account.username).toBe('stp-can-bo');
  // Somebody else gets the name there, and not the account here.
  provider.people.set('p-2', { preferred_username: 'stp-can-bo' });
  expect((await enter(api.browser(), 'p-2')).problem).toMatchObject({
    code: 'single-sign-on.failed',
    details: { reason: 'unknown-account' },
  });
});

test('who is new gets an account without a role and waits for one', async () => {
  const person = { preferred_username: 'Nguoi.Moi', name: 'Người Mới', email: 'moi@dongthap.example' };
  provider.people.set('p-3', { ...person, department: 'Sở Tư pháp' });
  expect((await enter(api.browser(), 'p-3')).problem?.code).toBe('session.no-role');
  const { items } = (await api.as('administrator').call(listAccounts)).body;
  const added = items.find(({ username }) => username === 'nguoi.moi');
  expect(added).toMatchObject({
    ...{ displayName: 'Người Mới', email: 'moi@dongthap.example', state: 'active', holdings: [] },
    organization: { code: 'STP', name: 'Sở Tư pháp' },
  });
  const params = { id: added?.id ?? '' };
  const holding = { role: 'reporter', organizationCode: 'STP', validFrom: api.clock.today(), validTo: null };
  await api.as('administrator').call(grantRole, { params, body: { ...holding, writeId: newId() } });
  expect((await enter(api.browser(), 'p-3')).body.holdings).toMatchObject([{ role: 'reporter' }]);
  const { body } = await api.as('administrator').call(getAccount, { params });
  expect(body.identityIssuers).toEqual([provider.issuer]);
  // Without a password there is no other way in.
  const byPassword = await api.browser().call(signIn, { body: { username: 'nguoi.moi', password: 'any' } });
  expect(byPassword.problem?.code).toBe('session.invalid-credentials');
  await api.as('administrator').call(setAccountState, { params, body: { isDisabled: true } });
  expect((await enter(api.browser(), 'p-3')).problem?.details).toEqual({ reason: 'disabled' });
});

test('who comes by while an account is shut out is not bound to it', async () => {
  provider.people.set('p-9', { preferred_username: 'giam-sat' });
  const { items } = (await api.as('administrator').call(listAccounts)).body;
  const params = { id: items.find(({ username }) => username === 'giam-sat')?.id ?? '' };
  const shutOut = (isDisabled: boolean) =>
    api.as('administrator').call(setAccountState, { params, body: { isDisabled } });
  await shutOut(true);
  expect((await enter(api.browser(), 'p-9')).problem?.details).toEqual({ reason: 'disabled' });
  await shutOut(false);
  expect((await api.as('administrator').call(getAccount, { params })).body.identityIssuers).toEqual([]);
});

test('what another browser, another answer or a second time brings is refused', async () => {
  provider.people.set('p-4', { preferred_username: 'snv-can-bo' });
  const browser = api.browser();
  const back = await goThere(browser, 'p-4');
  // A link that somebody else was sent: no cookie, or that of another journey.
  expect((await comeBack(api.browser(), back)).problem?.details).toEqual({ reason: 'expired' });
  const other = api.browser();
  await other.call(beginSingleSignOn);
  expect((await comeBack(other, back)).problem?.details).toEqual({ reason: 'not-verified' });
  const forged = new URL(back);
  forged.searchParams.set('code', 'a code that the provider never gave');
  const third = api.browser();
  const { body } = await third.call(beginSingleSignOn);
  forged.searchParams.set('state', new URL(body.address).searchParams.get('state') ?? '');
  expect((await comeBack(third, forged)).problem?.code).toBe('single-sign-on.failed');
  expect((await comeBack(browser, back)).status).toBe(200);
  expect((await comeBack(browser, back)).problem?.details).toEqual({ reason: 'expired' });
  const refused = new URL(`${PUBLIC_URL}/dang-nhap/tro-ve?error=access_denied`);
  const fourth = api.browser();
  const begun = await fourth.call(beginSingleSignOn);
  refused.searchParams.set('state', new URL(begun.body.address).searchParams.get('state') ?? '');
  refused.searchParams.set('iss', provider.issuer);
  expect((await comeBack(fourth, refused)).problem?.details).toEqual({ reason: 'refused-by-provider' });
});

test('an id token that says something else than the provider signed is refused', async () => {
  provider.people.set('p-5', { preferred_username: 'snv-lanh-dao' });
  const say = (claims: object) => (idToken: string) => {
    const [head = '', payload = '', signature = ''] = idToken.split('.');
    const said = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...said, ...claims })).toString('base64url');
    return [head, forged, signature].join('.');
  };
  for (const claims of [{ preferred_username: 'quan-tri' }, { nonce: 'another' }, { aud: 'another' }]) {
    provider.forge = say(claims);
    expect((await enter(api.browser(), 'p-5')).problem?.details).toEqual({ reason: 'not-verified' });
  }
  provider.forge = undefined;
  expect((await enter(api.browser(), 'p-5')).status).toBe(200);
});

test('signing out ends the session here and leads to the end of the provider’s', async () => {
  const browser = api.browser();
  await enter(browser, 'p-4');
  const { body } = await browser.call(signOut);
  const end = new URL(body.continueAt ?? '');
  expect(end.origin).toBe(provider.issuer);
  expect(end.searchParams.get('post_logout_redirect_uri')).toBe(`${PUBLIC_URL}/dang-nhap`);
  expect((await fetch(end, { redirect: 'manual' })).status).toBe(200);
  expect((await browser.call(getSession)).status).toBe(401);
  const byPassword = api.browser();
  await byPassword.call(signIn, { body: { username: 'snv-can-bo', password: 'sen-so-snv-can-bo' } });
  expect((await byPassword.call(signOut)).body.continueAt).toBeNull();
});

test('a provider that is away is said to be away, and the system serves on', async () => {
  const singleSignOn = openSingleSignOn({
    ...{ issuer: 'http://127.0.0.1:9', clientId: 'senso', clientSecret: 'any', name: 'Vắng' },
    ...{ usernameClaim: 'sub', organizationClaim: undefined, requiredContext: undefined },
    ...{ createsAccounts: false, publicUrl: PUBLIC_URL },
  });
  expect(await singleSignOn.begin()).toMatchObject({
    ...{ code: 'single-sign-on.failed', details: { reason: 'unreachable' } },
  });
  expect(await singleSignOn.findSignOutAddress()).toBeUndefined();
});

test('nothing of what the provider handed over stands in the trail', async () => {
  const { rows } = await sql<{ text: string }>`
    select audit_event::text as text from audit_event where subject like 'single-sign-on%'
    or action in ('session.open', 'account.link-identity')`.execute(api.db);
  const everything = rows.map(({ text }) => text).join('\n');
  expect(everything).toContain('single-sign-on');
  expect(everything).not.toMatch(/eyJ|code=|moi@dongthap/);
});
