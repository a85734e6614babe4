import { describe, expect, it } from 'vitest';
import type { Actor } from '#core/access/access.ts';
import type { Role } from '#core/access/permissions.ts';
import { BLANK, reported } from '#core/scoring/data-value.ts';
import { findSumRefusal, isSumOpen, type SumChoice, type SumDecision } from './sum-decision.ts';

const holding = (role: Role): Actor => ({
  accountId: 'somebody',
  holdings: [{ role, organizationCode: null }],
});
const first = (decision: SumDecision): SumChoice => ({ decision, wasWritten: false });
const withGaps = { accepted: 98, asked: 102, value: reported('1308.9') };

describe('a sum with gaps', () => {
  it('is settled by the coordinator once its round is locked', () => {
    for (const decision of ['write', 'leave'] as const) {
      expect(findSumRefusal('locked', withGaps, first(decision), holding('coordinator'))).toBeUndefined();
      expect(findSumRefusal('open', withGaps, first(decision), holding('coordinator'))?.code).toBe(
        'round.wrong-state',
      );
      expect(findSumRefusal('published', withGaps, first(decision), holding('coordinator'))?.code).toBe(
        'round.wrong-state',
      );
      expect(findSumRefusal('locked', withGaps, first(decision), holding('leader'))?.code).toBe(
        'access.denied',
      );
      expect(findSumRefusal('locked', withGaps, first(decision), undefined)?.code).toBe('access.denied');
    }
  });

  it('that has no number is left, never written as zero', () => {
    const empty = { accepted: 0, asked: 102, value: BLANK };
    expect(findSumRefusal('locked', empty, first('write'), holding('coordinator'))?.code).toBe(
      'sum.nothing-to-decide',
    );
    expect(findSumRefusal('locked', empty, first('leave'), holding('coordinator'))).toBeUndefined();
  });

  it('is no question where all parts were accepted', () => {
    const whole = { ...withGaps, accepted: 102 };
    expect(isSumOpen('locked', whole)).toBe(false);
    expect(isSumOpen('locked', withGaps)).toBe(true);
    expect(isSumOpen('open', withGaps)).toBe(false);
    expect(findSumRefusal('locked', whole, first('leave'), holding('coordinator'))?.code).toBe(
      'sum.nothing-to-decide',
    );
  });

  it('that was written can be written anew, and not be said to be left out while it counts', () => {
    const coordinator = holding('coordinator');
    const again = (decision: SumDecision): SumChoice => ({ decision, wasWritten: true });
    expect(findSumRefusal('locked', withGaps, again('write'), coordinator)).toBeUndefined();
    expect(findSumRefusal('locked', withGaps, again('leave'), coordinator)?.code).toBe('sum.already-written');
  });
});
