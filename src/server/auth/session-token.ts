import { createHash, randomBytes } from 'node:crypto';

/** Makes an opaque token of 256 random bits. */
export const newSessionToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a token. A fast hash is enough: 256 random bits can't be guessed. */
export const hashSessionToken = (token: string): string => createHash('sha256').update(token).digest('hex');
