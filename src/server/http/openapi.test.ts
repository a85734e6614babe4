import { Validator } from '@seriousme/openapi-schema-validator';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildOpenApi } from '#contract/openapi.ts';
import { routes } from '#server/compose.ts';
import { productVersion, projectRoot } from '#server/project-root.ts';

const description = buildOpenApi(
  routes.map(({ route }) => route),
  productVersion,
);

test('the description is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  const result = await validator.validate(structuredClone(description));
  expect(result.errors).toBeUndefined();
  expect(result.valid).toBe(true);
  expect(validator.version).toBe('3.1');
});

test('the checked-in description is that of the code: run "node scripts/write-openapi.mjs" after a change of the API', () => {
  const checkedIn: unknown = JSON.parse(readFileSync(join(projectRoot, 'openapi.json'), 'utf8'));
  expect(checkedIn).toEqual(JSON.parse(JSON.stringify(description)));
});

test('no operation is said to have come with a version that is not there yet', () => {
  const parts = (version: string): readonly number[] => version.split('.').map(Number);
  const isLater = (one: readonly number[], other: readonly number[]): boolean => {
    const at = one.findIndex((part, place) => part !== other[place]);
    return at >= 0 && (one[at] ?? 0) > (other[at] ?? 0);
  };
  const later = routes.filter(({ route }) => isLater(parts(route.since), parts(productVersion)));
  expect(later.map(({ route }) => `${route.operationId} ${route.since}`)).toEqual([]);
});

test('each operation has a name of its own', () => {
  const names = routes.map(({ route }) => route.operationId);
  expect(new Set(names).size).toBe(names.length);
});

test('every reference leads to a component', () => {
  const text = JSON.stringify(description);
  const names = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
  const components = (description.components as { schemas: Record<string, unknown> }).schemas;
  expect(names.filter((name) => !Object.hasOwn(components, name!))).toEqual([]);
});

test('every component says what it is and does not just refer to itself', () => {
  const { schemas } = description.components as { schemas: Record<string, { $ref?: string }> };
  const empty = Object.entries(schemas).filter(([name, { $ref }]) => $ref === `#/components/schemas/${name}`);
  expect(empty.map(([name]) => name)).toEqual([]);
});
