import { once } from 'node:events';
import { EXIT } from './cli/cli-context.ts';
import { demonstrationAccounts } from './compose.ts';
import { readConfig, type Config } from './config.ts';
import { StartProblem } from './start-problem.ts';
import { startSystem, type RunningSystem } from './start-system.ts';

// One Ctrl-C arrives twice under npm: from the terminal and passed on by npm.
const ECHO_MILLISECONDS = 500;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

const closingLine = ({ profile }: Config, { address }: RunningSystem): string => {
  if (profile !== 'demonstration') return `Sen Số serves on ${address}`;
  const accounts = demonstrationAccounts.map(({ username, password }) => `${username} / ${password}`);
  return `Sen Số serves on ${address} (demonstration). Accounts: ${accounts.join(', ')}`;
};

/** Answers what the first signal to stop aborts; a second one ends the process at once. */
const listenForStop = (): AbortSignal => {
  const stopping = new AbortController();
  let stoppingSince: number | undefined;
  const stop = (): void => {
    if (stoppingSince !== undefined) {
      if (performance.now() - stoppingSince < ECHO_MILLISECONDS) return;
      complain('Stopped at once. The next start tidies up.');
      process.exit(130);
    }
    stoppingSince = performance.now();
    say('Stopping; press Ctrl-C again to stop at once');
    stopping.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  return stopping.signal;
};

const endWithoutDatabase = (reason: string): void => {
  complain(
    `The database server ended again and again, so Sen Số ends too. Its log is server.log in the data directory. ${reason}`,
  );
  process.exit(EXIT.systemFault);
};

const serveUntil = async (stopping: AbortSignal): Promise<void> => {
  const config = readConfig(process.env);
  const report = (line: string): void => say(`  ${line}`);
  const system = await startSystem(config, { report, onLost: endWithoutDatabase, stopping });
  if (!stopping.aborted) {
    say(closingLine(config, system));
    await once(stopping, 'abort');
  }
  await system.stop();
};

const stopping = listenForStop();
const exitCodeOf = (error: unknown): number => {
  if (stopping.aborted && error === stopping.reason) {
    say('Stopped before it served. The next start goes on from here.');
    return EXIT.done;
  }
  complain(
    error instanceof StartProblem ? error.message : String(error instanceof Error ? error.stack : error),
  );
  return error instanceof StartProblem ? EXIT.refused : EXIT.systemFault;
};

process.exit(await serveUntil(stopping).then(() => EXIT.done, exitCodeOf));
