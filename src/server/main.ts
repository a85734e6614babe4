import { demonstrationAccounts } from './compose.ts';
import { readConfig, type Config } from './config.ts';
import { StartProblem } from './start-problem.ts';
import { startSystem, type RunningSystem } from './start-system.ts';

const SYSTEM_FAULT = 3;
// One Ctrl-C arrives twice under npm: from the terminal and passed on by npm.
const ECHO_MILLISECONDS = 500;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

const closingLine = ({ profile }: Config, { address }: RunningSystem): string => {
  if (profile !== 'demonstration') return `Sen Số serves on ${address}`;
  const accounts = demonstrationAccounts.map(({ username, password }) => `${username} / ${password}`);
  return `Sen Số serves on ${address} (demonstration). Accounts: ${accounts.join(', ')}`;
};

const stopOnSignals = (system: RunningSystem): void => {
  let stoppingSince: number | undefined;
  const stop = (): void => {
    if (stoppingSince !== undefined) {
      if (performance.now() - stoppingSince < ECHO_MILLISECONDS) return;
      complain('Stopped at once. The next start tidies up.');
      process.exit(130);
    }
    stoppingSince = performance.now();
    say('Stopping; press Ctrl-C again to stop at once');
    system.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        complain(String(error));
        process.exit(SYSTEM_FAULT);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
};

const endWithoutDatabase = (reason: string): void => {
  complain(
    `The database server ended again and again, so Sen Số ends too. Its log is server.log in the data directory. ${reason}`,
  );
  process.exit(SYSTEM_FAULT);
};

try {
  const config = readConfig(process.env);
  const system = await startSystem(config, (line) => say(`  ${line}`), endWithoutDatabase);
  stopOnSignals(system);
  say(closingLine(config, system));
} catch (error) {
  complain(
    error instanceof StartProblem ? error.message : String(error instanceof Error ? error.stack : error),
  );
  process.exit(error instanceof StartProblem ? 1 : SYSTEM_FAULT);
}
