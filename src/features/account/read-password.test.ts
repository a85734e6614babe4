import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { readPassword } from './read-password.ts';

test('at a terminal the password is asked for and shown nowhere', async () => {
  const terminal = Object.assign(new PassThrough(), { isTTY: true });
  let shown = '';
  const password = readPassword(terminal, 'Mật khẩu', (text) => (shown += text));
  terminal.write('một mật khẩu dài\r');
  expect(await password).toBe('một mật khẩu dài');
  expect(shown).toBe('Mật khẩu: \n');
});

test('what is piped in is read without a word', async () => {
  const pipe = new PassThrough();
  let shown = '';
  pipe.end('một mật khẩu dài\r\nnot this\n');
  expect(await readPassword(pipe, 'Mật khẩu', (text) => (shown += text))).toBe('một mật khẩu dài');
  expect(shown).toBe('');
});
