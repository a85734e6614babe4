import { en } from '#web/i18n/en.ts';
import { vi } from '#web/i18n/vi.ts';
import type { Refusal } from '#core/kernel/refusal.ts';
import { systemClock } from '#server/clock.ts';
import { readConfig } from '#server/config.ts';
import { openAsApplication } from '#server/db/connect.ts';
import type { Db } from '#server/db/database.ts';
import { migrate } from '#server/db/migrate.ts';
import { openDatabaseServer } from '#server/db/open-server.ts';
import { EXIT, type CliContext } from './cli-context.ts';

/** A context with the means to give back what its command has opened. */
export interface OpenContext {
  readonly context: CliContext;
  readonly close: () => Promise<void>;
}

const inWords = ({ code, details }: Refusal): readonly string[] =>
  [vi, en].map(({ problems }) => {
    const { what, mend } = problems[code];
    return [what, mend].map((part) => (typeof part === 'string' ? part : part(details))).join(' ');
  });

const openDatabase = async (err: (line: string) => void): Promise<{ db: Db; close: () => Promise<void> }> => {
  const config = readConfig(process.env);
  const server = await openDatabaseServer(config, { report: err, whenInUse: 'join' });
  try {
    await migrate(server.address);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const { db, close } = openAsApplication(server.applicationAddress);
  return {
    db,
    close: async () => {
      await close();
      await server.stop();
    },
  };
};

// `senso … | head`: who reads our output may have seen enough. The command itself still ends what it began.
const bearClosedPipe = (stream: NodeJS.WriteStream): void => {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
};

/** Makes the context of one run of the command line. */
export const openContext = (isJson: () => boolean): OpenContext => {
  [process.stdout, process.stderr].forEach(bearClosedPipe);
  const out = (line: string): void => void process.stdout.write(`${line}\n`);
  const err = (line: string): void => void process.stderr.write(`${line}\n`);
  let opening: ReturnType<typeof openDatabase> | undefined;
  const print: CliContext['print'] = (value, lines) => {
    if (isJson()) out(JSON.stringify(value, null, 2));
    else lines().forEach(out);
  };
  return {
    context: {
      ...{ isJson, out, err, print },
      refuse: (refusal, words = inWords(refusal)) => {
        const { code, details } = refusal;
        process.exitCode = EXIT.refused;
        if (isJson()) return out(JSON.stringify({ refused: { code, details } }, null, 2));
        words.forEach(err);
        err(`${code} ${JSON.stringify(details)}`);
      },
      openDatabase: async () => {
        opening ??= openDatabase(err);
        return (await opening).db;
      },
      clock: systemClock,
    },
    close: async () => {
      // What could not be opened has been told by the command that asked for it.
      const opened = await opening?.catch(() => undefined);
      await opened?.close();
    },
  };
};
