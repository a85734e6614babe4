import { join } from 'node:path';
import type { Command } from 'commander';
import { isRefusal } from '#core/kernel/refusal.ts';
import { restoreBackup, type RestoreSummary } from '#server/backup/restore-backup.ts';
import { takeBackup } from '#server/backup/take-backup.ts';
import { type Config, readConfig } from '#server/config.ts';
import { type DatabaseServer, openDatabaseServer } from '#server/db/open-server.ts';
import { filesDirectory } from '#server/files/evidence-files.ts';
import { openFileStore } from '#server/files/file-store.ts';
import { productVersion } from '#server/project-root.ts';
import type { CliContext } from './cli-context.ts';
import { both, bothAbout } from './messages.ts';

// Whoever gives the key by a variable keeps it elsewhere, and backs it up there.
const keyFileOf = ({ authentication, dataDirectory }: Config): string | undefined =>
  authentication.secretKey === undefined ? join(dataDirectory, 'secret-key') : undefined;

const withServer = async <Answer>(
  context: CliContext,
  whenInUse: 'join' | 'refuse',
  use: (config: Config, server: DatabaseServer) => Promise<Answer>,
): Promise<Answer> => {
  const config = readConfig(process.env);
  const server = await openDatabaseServer(config, { report: context.err, whenInUse });
  try {
    return await use(config, server);
  } finally {
    await server.stop();
  }
};

const backUp = (context: CliContext, path: string) =>
  withServer(context, 'join', async (config, { address }) => {
    const files = await openFileStore(filesDirectory(config.dataDirectory));
    const { profile } = config;
    const source = { address, files, keyFile: keyFileOf(config), profile, version: productVersion };
    return takeBackup({ ...source, clock: context.clock }, path);
  });

const restore = (context: CliContext, path: string) =>
  withServer(context, 'refuse', async (config, { address }) => {
    const files = await openFileStore(filesDirectory(config.dataDirectory));
    return restoreBackup(path, { address, files, keyFile: keyFileOf(config) });
  });

// What an operator writes down beside the file.
const told = (
  name: string,
  { rows, files, auditHead }: Pick<RestoreSummary, 'rows' | 'files' | 'auditHead'>,
): string =>
  [
    name,
    `database ${String(rows)}`,
    `evidence ${String(files)}`,
    `audit ${auditHead.position}:${auditHead.hash}`,
  ].join(' · ');

/** `senso backup` and `senso restore` */
export const register = (program: Command, context: CliContext): void => {
  program
    .command('backup <file>')
    .description(both('backup'))
    .action(async (file: string) => {
      const taken = await backUp(context, file);
      if (isRefusal(taken)) return context.refuse(taken);
      context.print(taken, () => bothAbout('backedUp', told(taken.path, taken)));
    });
  program
    .command('restore <file>')
    .description(both('restore'))
    .action(async (file: string) => {
      const restored = await restore(context, file);
      if (isRefusal(restored)) return context.refuse(restored);
      context.print(restored, () => bothAbout('restored', told(restored.takenAt, restored)));
    });
};
