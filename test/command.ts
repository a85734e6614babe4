import { Command } from 'commander';
import type { Clock } from '#core/kernel/clock.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import type { CliContext } from '#server/cli/cli-context.ts';
import type { Db } from '#server/db/database.ts';

/** Where a command runs. */
interface Surroundings {
  readonly db: Db;
  readonly clock: Clock;
}

const quieten = (command: Command): void => {
  command.exitOverride().configureOutput({ writeErr: () => undefined });
  command.commands.forEach(quieten);
};

/**
 * Runs a command on a database of a test: what it printed for people and for machines, and what it refused. Wrong usage
 * throws.
 */
export const runCommand = async (
  register: (program: Command, context: CliContext) => void,
  { db, clock }: Surroundings,
  ...words: readonly string[]
) => {
  const lines: string[] = [];
  const refusals: Refusal[] = [];
  let value: unknown;
  const program = new Command();
  register(program, {
    isJson: () => false,
    out: (line) => void lines.push(line),
    err: () => undefined,
    print: (printed, build) => {
      value = printed;
      lines.push(...build());
    },
    refuse: (refusal, said = []) => {
      refusals.push(refusal);
      lines.push(...said);
    },
    openDatabase: () => Promise.resolve(db),
    clock,
  });
  quieten(program);
  await program.parseAsync(words, { from: 'user' });
  return { text: lines.join('\n'), value, refusals };
};
