import { z } from 'zod';
import { REFUSAL_STATUS, type RefusalCode } from '#core/kernel/codes.ts';
import type { Route } from './route.ts';
import { Problem } from './schemas.ts';

type Json = Readonly<Record<string, unknown>>;
type Direction = 'input' | 'output';

const componentAddress = (id: string): string => `#/components/schemas/${id}`;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Described {
  readonly schema: Json;
  readonly components: Json;
}

// `id`, `$id` and `$schema` name a schema; in OpenAPI its place among the components does.
const withoutIdentity = ({ id: _id, $id, $schema, $defs, ...schema }: Record<string, unknown>): Json =>
  schema;

const rewriteReferences = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(rewriteReferences);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      key === '$ref' && typeof member === 'string' && member.startsWith('#/$defs/')
        ? componentAddress(member.slice('#/$defs/'.length))
        : rewriteReferences(member),
    ]),
  );
};

const describe = (schema: z.ZodType, io: Direction): Described => {
  const found = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' });
  const members = isRecord(found.$defs) ? found.$defs : {};
  const components = Object.fromEntries(
    Object.entries(members).map(([id, member]) => [id, rewriteReferences(withoutIdentity(member as Json))]),
  );
  const own = rewriteReferences(withoutIdentity(found)) as Json;
  // A schema that has a name is told as a reference to itself among its definitions.
  const id = schema.meta()?.id;
  if (id === undefined) return { schema: own, components };
  return { schema: { $ref: componentAddress(id) }, components: { [id]: own, ...components } };
};

const parametersOf = (place: 'path' | 'query', schema: z.ZodType | undefined): readonly Json[] => {
  if (!schema) return [];
  if (!(schema instanceof z.ZodObject)) throw new Error(`Parameters in the ${place} must be an object`);
  return Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, member]) => ({
    name,
    in: place,
    required: place === 'path' || !member.safeParse(undefined).success,
    schema: describe(member, 'input').schema,
  }));
};

const listMembers = (schema: z.ZodType | undefined): readonly z.ZodType[] =>
  schema instanceof z.ZodObject ? Object.values<z.ZodType>(schema.shape) : [];

const FILE_BODY: Json = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
        required: ['file'],
      },
    },
  },
};

const bodyOf = (body: Route['body']): Json => {
  if (body === undefined) return {};
  if (body === 'multipart') return { requestBody: FILE_BODY };
  return {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: describe(body, 'input').schema } },
    },
  };
};

const needsSession = ({ access }: Route): boolean => access !== 'public' && access !== 'token';

const securityOf = ({ access }: Route): Json => {
  if (access === 'public') return { security: [] };
  return access === 'token' ? { security: [{ token: [] }] } : { 'x-action': access };
};

// Names what would be done again: a retry with the same key does nothing twice.
const IDEMPOTENCY_KEY: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 8, maxLength: 200 },
};

const commonRefusals = (route: Route): readonly RefusalCode[] => [
  'request.invalid',
  'request.too-many',
  'server.error',
  ...(needsSession(route) ? (['session.required', 'access.denied'] as const) : []),
  ...(route.method === 'GET' ? [] : (['request.foreign-origin'] as const)),
];

const problemsOf = (route: Route): Json => {
  const codes = [...new Set([...commonRefusals(route), ...(route.refusals ?? [])])].sort();
  const statuses = [...new Set(codes.map((code) => REFUSAL_STATUS[code]))].sort();
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: codes.filter((code) => REFUSAL_STATUS[code] === status).join(', '),
        content: { 'application/problem+json': { schema: { $ref: componentAddress('Problem') } } },
      },
    ]),
  );
};

const answerOf = (route: Route): Json =>
  route.answers === 'file'
    ? { 'application/octet-stream': {} }
    : { 'application/json': { schema: describe(route.response, 'output').schema } };

const operationOf = (route: Route): Json => ({
  operationId: route.operationId,
  summary: route.summary,
  tags: [route.path.split('/')[1]],
  'x-since': route.since,
  ...securityOf(route),
  parameters: [
    ...parametersOf('path', route.params),
    ...parametersOf('query', route.query),
    ...(route.access === 'token' ? [IDEMPOTENCY_KEY] : []),
  ],
  ...bodyOf(route.body),
  responses: {
    '200': {
      description: 'Done',
      content: answerOf(route),
    },
    ...problemsOf(route),
  },
});

const pathOf = (route: Route): string => `/api/v1${route.path.replace(/:([A-Za-z]+)/g, '{$1}')}`;

const pathsOf = (routes: readonly Route[]): Json =>
  Object.fromEntries(
    [...new Set(routes.map(pathOf))]
      .sort()
      .map((path) => [
        path,
        Object.fromEntries(
          routes
            .filter((route) => pathOf(route) === path)
            .map((route) => [route.method.toLowerCase(), operationOf(route)]),
        ),
      ]),
  );

const componentsOf = (routes: readonly Route[]): Json => {
  const described = routes.flatMap((route) => [
    ...[...listMembers(route.params), ...listMembers(route.query)].map((member) => describe(member, 'input')),
    ...(route.body instanceof z.ZodType ? [describe(route.body, 'input')] : []),
    ...(route.answers === 'file' ? [] : [describe(route.response, 'output')]),
  ]);
  const all = [describe(Problem, 'output'), ...described].flatMap(({ components }) =>
    Object.entries(components),
  );
  return Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
};

/** Describes the routes as an OpenAPI 3.1 document; schemas with an `id` become named components. */
export const buildOpenApi = (routes: readonly Route[], version: string): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Sen Số',
    version,
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  security: [{ session: [] }],
  paths: pathsOf(routes),
  components: {
    schemas: componentsOf(routes),
    securitySchemes: {
      session: { type: 'apiKey', in: 'cookie', name: 'senso_session' },
      token: { type: 'http', scheme: 'bearer' },
    },
  },
});
