import { createInterface } from 'node:readline';
import { Writable, type Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

const readHidden = (input: Readable): Promise<string> =>
  new Promise((resolve) => {
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    const lines = createInterface({ input, output: nowhere, terminal: true });
    let line = '';
    lines.once('line', (typed) => {
      line = typed;
      lines.close();
    });
    lines.once('SIGINT', () => {
      lines.close();
      process.kill(process.pid, 'SIGINT');
    });
    lines.once('close', () => resolve(line));
  });

/**
 * Reads a password: asked for and typed unseen at a terminal, otherwise the first line of what is piped in.
 * It is no option of a command: the list of processes and the shell's history would show it.
 */
export const readPassword = async (
  input: Readable & { readonly isTTY?: boolean },
  /** What is said at a terminal before the person types. */
  question: string,
  say: (text: string) => void,
): Promise<string> => {
  if (input.isTTY !== true) return (await text(input)).split(/\r?\n/)[0] ?? '';
  say(`${question}: `);
  const password = await readHidden(input);
  say('\n');
  return password;
};
