import { describe, expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import { findDelegationFault, type DelegationWish, type OwnedHolding } from './delegation.ts';

const today = plainDate('2026-11-22');
const holding: OwnedHolding = {
  ...{ accountId: 'an', validFrom: plainDate('2026-11-01'), validTo: plainDate('2026-12-31') },
  ...{ delegatedFrom: null, endedAt: null },
};
const wish: DelegationWish = {
  ...{ lenderId: 'an', borrowerId: 'binh', isColleague: true },
  ...{ validFrom: today, validTo: plainDate('2026-12-31') },
};
const faultOf = (of: Partial<OwnedHolding>, asked: Partial<DelegationWish> = {}) =>
  findDelegationFault({ ...holding, ...of }, { ...wish, ...asked }, today);

describe('lending a role for an absence', () => {
  it('goes from today to the last day on which it is held', () => {
    expect(faultOf({})).toBeUndefined();
    expect(faultOf({ validTo: null }, { validTo: plainDate('2030-01-01') })).toBeUndefined();
    expect(faultOf({}, { validTo: plainDate('2027-01-01') })).toBe('longer-than-held');
    expect(faultOf({ validFrom: plainDate('2026-12-01') })).toBe('longer-than-held');
    expect(faultOf({}, { validFrom: plainDate('2026-11-21') })).toBe('in-the-past');
    expect(faultOf({}, { validFrom: plainDate('2026-12-05'), validTo: plainDate('2026-12-04') })).toBe(
      'ends-before-it-begins',
    );
  });

  it('is for what is one’s own and in force, and for a colleague', () => {
    expect(faultOf({ accountId: 'chi' })).toBe('not-own');
    expect(faultOf({ endedAt: '2026-11-20T00:00:00.000Z' })).toBe('not-own');
    expect(faultOf({ delegatedFrom: 'another holding' })).toBe('lent-itself');
    expect(faultOf({}, { borrowerId: 'an' })).toBe('to-oneself');
    expect(faultOf({}, { isColleague: false })).toBe('other-organization');
  });
});
