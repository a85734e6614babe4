import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '#server/start-problem.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** Keeps short secrets that must be read again, so that a copy of the database alone does not give them away. */
export interface SecretBox {
  /** Seals a secret for one purpose. */
  readonly seal: (secret: Uint8Array, purpose: string) => string;
  /** What was sealed for the purpose; undefined when it was not, was changed, or was sealed with another key. */
  readonly open: (sealed: string, purpose: string) => Buffer | undefined;
}

/** Makes a box with a key of 256 bits (AES-256-GCM). */
export const openSecretBox = (key: Uint8Array): SecretBox => ({
  seal: (secret, purpose) => {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(purpose));
    const text = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
  },
  open: (sealed, purpose) => {
    const bytes = Buffer.from(sealed, 'base64url');
    if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
    try {
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.from(purpose))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    } catch {
      return undefined;
    }
  },
});

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

const readOrMakeKey = (file: string): Buffer => {
  try {
    return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  const key = randomBytes(KEY_BYTES);
  // Of two that start at once the second reads what the first has written.
  try {
    writeFileSync(file, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
    chmodSync(file, 0o600);
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  }
};

/** The key that the operator gave, or that of the data directory, which is made at the first start. */
export const loadSecretKey = (given: string | undefined, dataDirectory: string): Buffer => {
  if (given !== undefined) return Buffer.from(given, 'base64');
  const file = join(dataDirectory, 'secret-key');
  mkdirSync(dataDirectory, { recursive: true });
  const key = readOrMakeKey(file);
  if (key.length !== KEY_BYTES) {
    throw new StartProblem(`${file} does not hold a key of ${String(KEY_BYTES)} bytes in base 64.`);
  }
  return key;
};
