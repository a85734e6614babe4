import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PERMISSIONS, ROLES, type Role } from '#core/access/permissions.ts';
import type { Route } from '#contract/route.ts';
import { demonstrationAccounts } from '#features/account/demonstration.ts';
import { ensureDemonstrationAccounts } from '#features/account/service.ts';
import { routes } from '#server/compose.ts';
import { processCaller } from '#server/db/audit.ts';
import { loadReference } from '#server/load-reference.ts';
import type { Relation } from './access-case.ts';
import { ACCESS_ROUTES, PUBLIC, type RouteAccess } from './access-routes.ts';
import { startTestApi, type CallInput, type TestApi } from './api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ triesAccess: true });
  const { db, clock } = api;
  await loadReference(db, clock);
  await ensureDemonstrationAccounts({ db, clock, caller: processCaller('test') }, demonstrationAccounts);
});
afterAll(() => api.close());

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
const byName = new Map(routes.map(({ route }) => [nameOf(route), route]));

// The oracle: one look at the words of the table.
const mayCall = (who: string, role: Role, relations?: readonly Relation[]): boolean =>
  who.split(' ').some((word) => {
    const [named, extent] = word.split(':');
    return named === role && (extent === undefined || !relations || relations.some((one) => one === extent));
  });

const WRONG_ID = '00000000-0000-4000-8000-000000000000';
const inputFor = (route: Route): CallInput => ({
  params: Object.fromEntries([...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, WRONG_ID])),
});

// Some calls end the session of their caller.
const call = async (role: Role, route: Route, input: CallInput) => {
  const answer = await api.as(role).call(route, input);
  if (answer.problem?.code !== 'session.required') return answer;
  api.forgetSession(role);
  return api.as(role).call(route, input);
};

const codeOf = async (role: Role, route: Route, input: CallInput): Promise<string | undefined> =>
  (await call(role, route, input)).problem?.code;

const isDenied = (code: string | undefined): boolean =>
  code === 'access.denied' || code === 'session.required';

const tryWithoutSession = async (route: Route, access: RouteAccess): Promise<void> => {
  const { problem } = await api.as(undefined).call(route, inputFor(route));
  expect(problem?.code === 'session.required', `${nameOf(route)} without a session`).toBe(access !== PUBLIC);
};

const tryRoles = async (route: Route, who: string): Promise<void> => {
  for (const role of ROLES) {
    const code = await codeOf(role, route, inputFor(route));
    const told = `${nameOf(route)} called by a ${role} answers ${String(code)}; test/access-routes.ts: ${who}`;
    expect(isDenied(code), told).toBe(who !== PUBLIC && !mayCall(who, role));
  }
};

const tryCases = async (route: Route, access: Exclude<RouteAccess, string>): Promise<void> => {
  for (const role of ROLES) {
    for (const { name, relations, input, who = access.who } of await access.cases(api)) {
      const code = await codeOf(role, route, input);
      expect(code, `${nameOf(route)}, ${name}: the input must fit the contract`).not.toBe('request.invalid');
      // What is not theirs people need not even be told of.
      const isRefused = isDenied(code) || code === 'record.not-found';
      const told = `${nameOf(route)}, ${name}, called by a ${role} answers ${String(code)}; the table says: ${who}`;
      expect(isRefused, told).toBe(!mayCall(who, role, relations));
    }
  }
};

describe('who may call which route', () => {
  it('is written for every route of the product, and for none that is gone', () => {
    const missing = [...byName.keys()].filter((name) => !(name in ACCESS_ROUTES));
    const gone = Object.keys(ACCESS_ROUTES).filter((name) => !byName.has(name));
    const told = 'Write in ACCESS_ROUTES of test/access-routes.ts who may call these routes, one line each';
    expect(missing, told).toEqual([]);
    expect(gone, 'Take these lines out of ACCESS_ROUTES in test/access-routes.ts').toEqual([]);
  });

  it('says for a route that reaches not everybody’s records how far each role reaches', () => {
    const narrow = [...byName].filter(([, { access }]) =>
      Object.values(PERMISSIONS).some(
        (actions) =>
          access !== 'public' && access !== 'token' && !['all', undefined].includes(actions[access]),
      ),
    );
    const unsaid = narrow.map(([name]) => name).filter((name) => typeof ACCESS_ROUTES[name] === 'string');
    expect(unsaid, 'Give these routes in test/access-routes.ts cases of own and other organizations').toEqual(
      [],
    );
  });

  it.each(Object.entries(ACCESS_ROUTES))('%s', async (name, access) => {
    const route = byName.get(name);
    if (!route) return;
    await tryWithoutSession(route, access);
    await tryRoles(route, typeof access === 'string' ? access : access.who);
    if (typeof access !== 'string') await tryCases(route, access);
  });
});
