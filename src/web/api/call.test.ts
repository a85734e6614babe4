import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { route } from '#contract/route.ts';
import { addressOf, call } from './call.ts';

const getItem = route({
  method: 'GET',
  path: '/items/:id',
  operationId: 'getItem',
  summary: 'An item',
  access: 'plan.read',
  params: z.object({ id: z.string() }),
  query: z.object({ kind: z.array(z.string()).optional(), text: z.string().optional() }),
  response: z.object({ name: z.string() }),
  since: '0.1.0',
});

const answer = (response: Response) => {
  vi.stubGlobal('fetch', async () => response);
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the address of a route', () => {
  it('escapes parameters, repeats lists and leaves out what is not given', () => {
    const input = { params: { id: 'a/b' }, query: { kind: ['x', 'y'], text: '' } };
    expect(addressOf(getItem, input)).toBe('/api/v1/items/a%2Fb?kind=x&kind=y');
  });
});

describe('a call', () => {
  const input = { params: { id: '1' }, query: {} };

  it('gives the response of the contract', async () => {
    answer(Response.json({ name: 'Sen' }));
    expect(await call(getItem, input)).toEqual({ name: 'Sen' });
  });

  it('throws the refusal with its code, facts and request id', async () => {
    const problem = { code: 'value.out-of-range', details: { maximum: '100' }, requestId: 'r1' };
    answer(Response.json(problem, { status: 422 }));
    await expect(call(getItem, input)).rejects.toMatchObject(problem);
  });

  it('takes an id that can be none for one that nothing has', async () => {
    const refusal = (...fields: string[]) => {
      const details = { fields: fields.map((field) => ({ field, problem: 'invalid_format' })) };
      answer(Response.json({ code: 'request.invalid', details }, { status: 400 }));
    };
    refusal('params.id');
    await expect(call(getItem, input)).rejects.toMatchObject({ code: 'record.not-found' });
    refusal('params.id', 'query.kind');
    await expect(call(getItem, input)).rejects.toMatchObject({ code: 'request.invalid' });
  });

  it('treats an answer that is not ours as a fault of the server', async () => {
    answer(new Response('<html>Bad gateway</html>', { status: 502 }));
    await expect(call(getItem, input)).rejects.toMatchObject({ code: 'server.error' });
  });

  it('tells an unreachable server from one that refuses', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('fetch failed')));
    await expect(call(getItem, input)).rejects.toMatchObject({ code: 'network.unreachable' });
  });
});
