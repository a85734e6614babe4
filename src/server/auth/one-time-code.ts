import { createHash, randomBytes } from 'node:crypto';

// Without 0, 1, I and O, which are taken for each other on paper.
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 16;
const GROUP = 4;

/** Makes a code of 80 random bits that can be copied from paper: `K7QM-2XPD-…`. */
export const newOneTimeCode = (): string => {
  const letters = Array.from(randomBytes(LENGTH), (byte) => LETTERS[byte % LETTERS.length] ?? '').join('');
  return (letters.match(new RegExp(`.{${String(GROUP)}}`, 'g')) ?? []).join('-');
};

/** What the database keeps of a code, however it was typed. A fast hash is enough: 80 random bits can't be guessed. */
export const hashOneTimeCode = (code: string): string =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^0-9A-Z]/g, ''))
    .digest('hex');
