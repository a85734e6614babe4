// Writes openapi.json, the checked-in description of the API.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { register } from 'tsx/esm/api';
import { root } from './prepare.mjs';

register();
const { buildOpenApi } = await import('#contract/openapi.ts');
const { routes } = await import('#server/compose.ts');
const { productVersion } = await import('#server/project-root.ts');

const description = buildOpenApi(
  routes.map(({ route }) => route),
  productVersion,
);
writeFileSync(join(root, 'openapi.json'), `${JSON.stringify(description, null, 2)}\n`);
