import { hash, verify, type Options } from '@node-rs/argon2';

// OWASP's second recommendation for Argon2id (the library's default algorithm): 19 MiB, two passes.
const ARGON2ID = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const satisfies Options;

/** Hashes a password with Argon2id and a random salt, to the PHC string format. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), ARGON2ID);

let hashOfNobody: Promise<string> | undefined;

/**
 * Whether the password belongs to the hash. Without a hash the answer is no after the same work,
 * so that the time tells nobody which accounts exist.
 */
export const verifyPassword = async (
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> => {
  hashOfNobody ??= hashPassword('an account that does not exist');
  const matches = await verify(passwordHash ?? (await hashOfNobody), password.normalize('NFC'));
  return matches && typeof passwordHash === 'string';
};
