import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const isProjectRoot = (directory: string): boolean => {
  const manifest = join(directory, 'package.json');
  if (!existsSync(manifest)) return false;
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'senso';
};

const findUpwards = (directory: string): string => {
  if (isProjectRoot(directory)) return directory;
  const parent = dirname(directory);
  if (parent === directory) throw new Error('The package.json of senso is not above this module');
  return findUpwards(parent);
};

/** Absolute path of the project's folder, the same from the sources and from the built bundle. */
export const projectRoot = findUpwards(dirname(fileURLToPath(import.meta.url)));

/** Version of the product, as in package.json. */
export const productVersion = (
  JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }
).version;
