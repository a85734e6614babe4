import type { Command } from 'commander';
import { readConfig } from '#server/config.ts';
import { migrate } from '#server/db/migrate.ts';
import { openDatabaseServer } from '#server/db/open-server.ts';
import type { CliContext } from './cli-context.ts';
import { both, bothAbout } from './messages.ts';

/** `senso migrate` */
export const register = (program: Command, context: CliContext): void => {
  program
    .command('migrate')
    .description(both('migrate'))
    .action(async () => {
      const server = await openDatabaseServer(readConfig(process.env), {
        report: context.err,
        whenInUse: 'join',
      });
      try {
        const applied = await migrate(server.address);
        context.print({ applied }, () =>
          applied.length > 0 ? bothAbout('migrated', applied.join(', ')) : [both('alreadyNewest')],
        );
      } finally {
        await server.stop();
      }
    });
};
