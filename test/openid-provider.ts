import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

/** Whom the provider knows: its own id for the person, and what it says of him or her. */
export type ProvidedPerson = Readonly<Record<string, string>>;

export interface TestProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** People by the provider's own ids. Tests may change what the provider says of them. */
  readonly people: Map<string, ProvidedPerson>;
  /** What the provider does to its id tokens before it hands them out: nothing, unless a test has it forge them. */
  forge: ((idToken: string) => string) | undefined;
  /** Signs a person in at an address of the provider, as a browser does; answers the address to which it leads back. */
  readonly signIn: (address: string, id: string) => Promise<URL>;
  readonly close: () => Promise<void>;
}

const CLIENT = { id: 'senso', secret: 'the secret of a provider in tests' } as const;

/** A browser that walks through the provider's pages until it is sent elsewhere. */
const walk = async (issuer: string, address: string, id: string): Promise<URL> => {
  const cookies = new Map<string, string>();
  const send = async (target: URL, body?: URLSearchParams): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(target, {
      redirect: 'manual',
      headers: { cookie },
      ...(body && { method: 'POST', body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const place = pair.indexOf('=');
      cookies.set(pair.slice(0, place), pair.slice(place + 1));
    }
    return response;
  };
  let target = new URL(address);
  let body: URLSearchParams | undefined;
  for (let step = 0; step < 20; step += 1) {
    if (target.origin !== new URL(issuer).origin) return target;
    const response = await send(target, body);
    body = undefined;
    const location = response.headers.get('location');
    if (location !== null) {
      target = new URL(location, target);
      continue;
    }
    const page = await response.text();
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
    if (action === undefined) throw new Error(`The provider leads nowhere from ${target.href}: ${page}`);
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? '';
    body = new URLSearchParams({ prompt, login: id, password: 'any' });
    target = new URL(action, target);
  }
  throw new Error('The provider leads in circles');
};

/** Starts an OpenID provider on this machine that sends browsers back to the given address. */
export const startOpenIdProvider = async (publicUrl: string): Promise<TestProvider> => {
  const people = new Map<string, ProvidedPerson>();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${publicUrl}/dang-nhap/tro-ve`],
        post_logout_redirect_uris: [`${publicUrl}/dang-nhap`],
      },
    ],
    claims: { openid: ['sub'], email: ['email'], profile: ['name', 'preferred_username', 'department'] },
    findAccount: (_context: unknown, id: string) => {
      const person = people.get(id);
      return person && { accountId: id, claims: () => ({ sub: id, ...person }) };
    },
    cookies: { keys: ['a key for tests'] },
  });
  const started: TestProvider = {
    ...{ issuer, people, clientId: CLIENT.id, clientSecret: CLIENT.secret, forge: undefined },
    signIn: (address, id) => walk(issuer, address, id),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
  provider.use(async (context, next) => {
    await next();
    const body: unknown = context.body;
    if (!started.forge || typeof body !== 'object' || body === null || !('id_token' in body)) return;
    context.body = { ...body, id_token: started.forge(String(body.id_token)) };
  });
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));
  return started;
};
