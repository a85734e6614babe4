import { Command } from 'commander';
import { registerFeatureCommands } from '#server/compose-cli.ts';
import { productVersion } from '#server/project-root.ts';
import type { CliContext } from './cli-context.ts';
import { both } from './messages.ts';
import { register as registerBackup } from './backup.command.ts';
import { register as registerMigrate } from './migrate.command.ts';

/** Builds the command line with all commands. */
export const buildProgram = (context: CliContext): Command => {
  const program = new Command('senso')
    .description(both('program'))
    .version(productVersion)
    .option('--json', both('json'))
    .addHelpText('after', `\n${both('exitCodes')}`)
    .showHelpAfterError()
    .exitOverride();
  registerMigrate(program, context);
  registerBackup(program, context);
  registerFeatureCommands(program, context);
  for (const command of program.commands) takeJson(command);
  return program;
};

// `--json` is understood before and after the command's name.
const takeJson = (command: Command): void => {
  if (!command.options.some(({ long }) => long === '--json')) command.option('--json', both('json'));
  command.exitOverride().showHelpAfterError();
  for (const child of command.commands) takeJson(child);
};
