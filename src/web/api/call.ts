import type { z } from 'zod';
import type { Route } from '#contract/route.ts';
import { isRefusalCode, ProblemError } from './problem-error.ts';

type InputOf<Schema> = Schema extends z.ZodType<unknown, infer Input> ? Input : undefined;

/** What is asked for under a key: nothing when the route declares no schema, optional when all of it is. */
type Given<Key extends string, Schema, Input = InputOf<Schema>> = unknown extends Input
  ? Readonly<Partial<Record<Key, undefined>>>
  : Partial<Input> extends Input
    ? Readonly<Partial<Record<Key, Input>>>
    : Readonly<Record<Key, Input>>;

type Declared<T> = Exclude<T, undefined | 'multipart'>;

/** What a route asks for: parameters, query and body as its contract says, one file when it takes an upload. */
export type CallInput<R extends Route> = Given<'params', Declared<R['params']>> &
  Given<'query', Declared<R['query']>> &
  Given<'body', Declared<R['body']>> & { readonly file?: File; readonly signal?: AbortSignal };

interface LooseInput {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly file?: File;
  readonly signal?: AbortSignal;
}

const entriesOf = (record: unknown): readonly (readonly [string, unknown])[] =>
  typeof record === 'object' && record !== null ? Object.entries(record) : [];

const isGiven = (value: unknown): value is string | number | boolean =>
  value !== undefined && value !== null && value !== '';

/** The address of a route with its parameters and query filled in. Lists repeat their key. */
export const addressOf = (route: Route, input: Pick<LooseInput, 'params' | 'query'>): string => {
  const params = new Map(entriesOf(input.params));
  const path = route.path.replace(/:([A-Za-z]+)/g, (_, name: string) =>
    encodeURIComponent(String(params.get(name))),
  );
  const query = new URLSearchParams(
    entriesOf(input.query).flatMap(([key, value]) =>
      (Array.isArray(value) ? (value as unknown[]) : [value])
        .filter(isGiven)
        .map((item) => [key, String(item)]),
    ),
  ).toString();
  return `/api/v1${path}${query === '' ? '' : `?${query}`}`;
};

const contentOf = (input: LooseInput): Pick<RequestInit, 'body' | 'headers'> => {
  if (input.file) {
    const form = new FormData();
    form.append('file', input.file);
    return { body: form };
  }
  if (input.body === undefined) return {};
  return { body: JSON.stringify(input.body), headers: { 'content-type': 'application/json' } };
};

/** Whether only the address is wrong: nothing can have an id of another form. */
const isOnlyAddress = (details: unknown): boolean => {
  const fields: unknown = new Map(entriesOf(details)).get('fields');
  return (
    Array.isArray(fields) &&
    fields.length > 0 &&
    fields.every((one) => String(new Map(entriesOf(one)).get('field')).startsWith('params.'))
  );
};

/** Reads problem details. An answer that carries none comes from something in between, such as a proxy. */
const readProblem = async (response: Response): Promise<ProblemError> => {
  const found: unknown = await response.json().catch(() => undefined);
  const problem = new Map(entriesOf(found));
  const code = problem.get('code');
  const requestId = problem.get('requestId');
  if (code === 'request.invalid' && isOnlyAddress(problem.get('details'))) {
    return new ProblemError('record.not-found', {});
  }
  return new ProblemError(
    isRefusalCode(code) ? code : response.status === 503 ? 'server.unavailable' : 'server.error',
    Object.fromEntries(entriesOf(problem.get('details'))),
    typeof requestId === 'string' ? requestId : undefined,
  );
};

const send = async (address: string, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(address, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ProblemError('network.unreachable', {});
  }
};

/** Reads a file that a route answers with as text, to be shown. Throws a `ProblemError`. */
export const readText = async (address: string, signal: AbortSignal): Promise<string> => {
  const response = await send(address, { credentials: 'same-origin', signal });
  if (!response.ok) throw await readProblem(response);
  return response.text();
};

/** Calls a route of the contract. Gives its response, or throws a `ProblemError`. */
export const call = async <R extends Route>(
  route: R,
  ...[input]: Partial<CallInput<R>> extends CallInput<R> ? [input?: CallInput<R>] : [input: CallInput<R>]
): Promise<z.output<R['response']>> => {
  const given: LooseInput = input ?? {};
  const response = await send(addressOf(route, given), {
    method: route.method,
    credentials: 'same-origin',
    ...(given.signal && { signal: given.signal }),
    ...contentOf(given),
  });
  if (!response.ok) throw await readProblem(response);
  // Safe: the server strips and checks its answer with this very schema before it sends it.
  return (await response.json()) as z.output<R['response']>;
};
