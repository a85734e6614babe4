import { describe, expect, it } from 'vitest';
import { base32, computeCode, findTimeStep, newTotpSecret, timeStepOf, totpAddress } from './totp.ts';

const SECRET = Buffer.from('12345678901234567890');

describe('one-time codes', () => {
  // RFC 6238, appendix B, SHA-1; its codes have eight digits, of which the last six are ours.
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('at %i seconds the code is that of the standard', (seconds, code) => {
    expect(computeCode(SECRET, timeStepOf(seconds * 1000))).toBe(code.slice(2));
  });

  it('count one step early and late, and no further', () => {
    const now = 1_700_000_010_000;
    const at = (steps: number) => findTimeStep(SECRET, computeCode(SECRET, timeStepOf(now) + steps), now);
    expect([-2, -1, 0, 1, 2].map((steps) => at(steps) !== undefined)).toEqual([
      ...[false, true, true, true, false],
    ]);
    expect(findTimeStep(SECRET, '12345', now)).toBeUndefined();
  });

  it('the address of the QR code carries the secret, who it is for and the form of the codes', () => {
    // The worked example of RFC 4648 without its padding.
    expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
    expect(totpAddress(SECRET, 'Sen Số', 'stp-can-bo')).toBe(
      'otpauth://totp/Sen%20S%E1%BB%91:stp-can-bo?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Sen%20S%E1%BB%91&algorithm=SHA1&digits=6&period=30',
    );
    expect(newTotpSecret()).toHaveLength(20);
  });
});
