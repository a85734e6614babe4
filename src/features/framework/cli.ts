import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { v7 as newId } from 'uuid';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { checkFramework } from '#core/scoring/check-framework.ts';
import type { Framework } from '#core/scoring/framework.ts';
import type { CliContext } from '#server/cli/cli-context.ts';
import { both, bothAbout } from '#server/cli/messages.ts';
import type { Db } from '#server/db/database.ts';
import type { GivenFile } from '#server/read/file-reader.ts';
import { readFrameworkFile } from '#server/read/read-framework-file.ts';
import { comparisonLines, findingLines, refusalLines } from './cli-lines.ts';
import { compareVersions } from './compare.ts';
import { type FileFormat, writeFrameworkFile } from './framework-file.ts';
import { importFramework } from './service.ts';
import { type FrameworkKey, listStoredFrameworks } from './store.ts';
import { findFrameworkVersion } from './views.ts';
import { processCaller } from '#server/db/audit.ts';

const readVersion = (text: string): number => {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError(text);
  return Number(text);
};

const openFile = async (path: string): Promise<GivenFile | Refusal> => {
  try {
    return { name: basename(path), content: await readFile(path) };
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return refuse('file.unreadable', { path, reason: missing ? 'missing' : 'fault' });
  }
};

const readPath = async (path: string): Promise<Framework | Refusal> => {
  const file = await openFile(path);
  return isRefusal(file) ? file : readFrameworkFile(file);
};

/** `code` means its newest version, `code@2` the second. */
const findKey = async (db: Db, name: string, version?: number): Promise<FrameworkKey | Refusal> => {
  const [code = '', stated] = name.split('@');
  const wanted = version ?? (stated === undefined ? undefined : readVersion(stated));
  const versions = await listStoredFrameworks(db, code);
  const found = versions.find((one) =>
    wanted === undefined ? one.state !== 'discarded' : one.version === wanted,
  );
  return found
    ? { code, version: found.version }
    : refuse('record.not-found', {
        kind: 'framework',
        code,
        ...(wanted !== undefined && { version: wanted }),
      });
};

const formatOf = (path: string): FileFormat => {
  const format = /\.(json|xlsx)$/i.exec(path)?.[1]?.toLowerCase();
  if (format !== 'json' && format !== 'xlsx') throw new InvalidArgumentError(path);
  return format;
};

const nameOf = ({ code, version }: FrameworkKey): string => `${code}@${String(version)}`;

interface ExportOptions {
  readonly version?: number;
  readonly out?: string;
}

const registerExport = (framework: Command, context: CliContext): void => {
  framework
    .command('export <code>')
    .description(both('frameworkExport'))
    .option('--version <version>', both('frameworkVersion'), readVersion)
    .option('--out <file>', both('frameworkOut'))
    .action(async (code: string, { version, out }: ExportOptions) => {
      const format = out === undefined ? 'json' : formatOf(out);
      const db = await context.openDatabase();
      const key = await findKey(db, code, version);
      if (isRefusal(key)) return context.refuse(key);
      const found = await findFrameworkVersion(db, key);
      if (isRefusal(found)) return context.refuse(found);
      if (out === undefined) {
        return context.print(found.framework, () => [JSON.stringify(found.framework, null, 2)]);
      }
      await writeFile(out, writeFrameworkFile(found.framework, format).content);
      context.print({ ...key, file: out }, () => bothAbout('frameworkWritten', out));
    });
};

const registerImport = (framework: Command, context: CliContext): void => {
  framework
    .command('import <file>')
    .description(both('frameworkImport'))
    .action(async (path: string) => {
      const read = await readPath(path);
      if (isRefusal(read)) return context.refuse(read, refusalLines(read));
      const db = await context.openDatabase();
      const taken = await importFramework(
        { db, clock: context.clock, accountId: null, caller: processCaller('command line') },
        read,
        newId(),
      );
      context.print(taken, () =>
        bothAbout(taken.repeated ? 'frameworkRepeated' : 'frameworkTaken', nameOf(taken)),
      );
    });
};

const registerCheck = (framework: Command, context: CliContext): void => {
  framework
    .command('check <file>')
    .description(both('frameworkCheck'))
    .action(async (path: string) => {
      const read = await readPath(path);
      if (isRefusal(read)) return context.refuse(read, refusalLines(read));
      const findings = checkFramework(read);
      context.print({ code: read.code, version: read.version, findings }, () => findingLines(findings));
    });
};

const registerDiff = (framework: Command, context: CliContext): void => {
  framework
    .command('diff <before> <after>')
    .description(both('frameworkDiff'))
    .action(async (before: string, after: string) => {
      const db = await context.openDatabase();
      const [one, other] = [await findKey(db, before), await findKey(db, after)];
      if (isRefusal(one)) return context.refuse(one);
      if (isRefusal(other)) return context.refuse(other);
      const comparison = await compareVersions(db, one, other);
      if (isRefusal(comparison)) return context.refuse(comparison);
      context.print(comparison, () => comparisonLines(comparison));
    });
};

/** `senso framework export`, `import`, `check` and `diff` */
export const register = (program: Command, context: CliContext): void => {
  const framework = program.command('framework').description(both('framework'));
  registerExport(framework, context);
  registerImport(framework, context);
  registerCheck(framework, context);
  registerDiff(framework, context);
};
