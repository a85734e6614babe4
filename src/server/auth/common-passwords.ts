import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#server/project-root.ts';

/** Bytes that are kept of each SHA-256: of 140 000 passwords, one other text in eight million is taken for one of them. */
export const PREFIX_BYTES = 5;

/** What the list keeps of a password in lower case. */
export const prefixOf = (password: string): Buffer =>
  createHash('sha256').update(password).digest().subarray(0, PREFIX_BYTES);

let list: Buffer | undefined;

const readList = (): Buffer =>
  (list ??= readFileSync(join(projectRoot, 'data', 'passwords', 'common-passwords.bin')));

/** Whether a password, in any case, is among those that people use most and attackers try first. Asks no network. */
export const isCommonPassword = (password: string): boolean => {
  const prefixes = readList();
  const wanted = prefixOf(password.toLowerCase());
  let low = 0;
  let high = prefixes.length / PREFIX_BYTES;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const start = middle * PREFIX_BYTES;
    const order = wanted.compare(prefixes, start, start + PREFIX_BYTES);
    if (order === 0) return true;
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  return false;
};
