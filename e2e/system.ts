import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The real process, started as `npm start` starts it, on data of its own. */
export interface SystemProcess {
  readonly address: string;
  readonly pid: number;
  /** Ends it as Ctrl-C does, and answers the exit code. */
  readonly stop: () => Promise<number | null>;
  /** Ends it as a power cut does. */
  readonly kill: () => Promise<void>;
}

/** A folder for data that the database server's user can enter. */
export const makeDataDirectory = (): { readonly path: string; readonly remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), 'senso-e2e-'));
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

const SERVING = /serves on (http:\S+)/;

const waitForLine = (child: ChildProcess, line: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let output = '';
    const listen = (chunk: Buffer): void => {
      output += chunk.toString();
      const found = line.exec(output);
      if (found) resolve(found[1] ?? '');
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`The system ended with ${String(code)}:\n${output}`)));
  });

/** Starts the built server on a free port and waits until it serves, or until it has said what is awaited. */
export const startSystemProcess = async (
  dataDirectory: string,
  environment: Readonly<Record<string, string>> = {},
  awaited: RegExp = SERVING,
): Promise<SystemProcess> => {
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', SENSO_DATA_DIR: dataDirectory, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const address = await waitForLine(child, awaited);
  return {
    address,
    pid: child.pid ?? 0,
    stop: () => {
      child.kill('SIGINT');
      return ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
