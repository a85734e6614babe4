import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Seconds for which a code is shown. */
const STEP_SECONDS = 30;
const DIGITS = 6;
// Clocks of telephones are a little wrong.
const STEPS_EITHER_WAY = 1;
// RFC 4226 recommends 160 bits.
const SECRET_BYTES = 20;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Makes a secret for time-based one-time codes. */
export const newTotpSecret = (): Buffer => randomBytes(SECRET_BYTES);

/** Base 32 without padding (RFC 4648), as authenticator applications take a secret that is typed. */
export const base32 = (bytes: Uint8Array): string => {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => BASE32[parseInt(group.padEnd(5, '0'), 2)] ?? '').join('');
};

/** The time step of an instant in milliseconds since the epoch. */
export const timeStepOf = (milliseconds: number): number => Math.floor(milliseconds / 1000 / STEP_SECONDS);

/** The code of a time step: HOTP of RFC 4226 with SHA-1, over the step as RFC 6238 has it. */
export const computeCode = (secret: Uint8Array, timeStep: number): string => {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(timeStep));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
};

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** The time step, near the instant, whose code this is; undefined for a wrong code. */
export const findTimeStep = (secret: Uint8Array, code: string, milliseconds: number): number | undefined => {
  const now = timeStepOf(milliseconds);
  const near = Array.from({ length: 2 * STEPS_EITHER_WAY + 1 }, (_, index) => now - STEPS_EITHER_WAY + index);
  return near.find((step) => isSame(computeCode(secret, step), code));
};

/** The address that an authenticator application reads from a QR code. */
export const totpAddress = (secret: Uint8Array, issuer: string, username: string): string => {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(username)}`;
  const query = new URLSearchParams({ secret: base32(secret), issuer, algorithm: 'SHA1' });
  return `otpauth://totp/${label}?${query.toString().replaceAll('+', '%20')}&digits=${String(DIGITS)}&period=${String(STEP_SECONDS)}`;
};
