import { describe, expect, it } from 'vitest';
import { isRefusal } from '#core/kernel/refusal.ts';
import { plainDate } from '#core/kernel/plain-date.ts';
import type { DataItem, DataValue } from '#core/scoring/data-value.ts';
import {
  decideDelivery,
  type DeliveryAddress,
  type DeliveryScope,
  type DeliveryTarget,
  findDeliveryRefusal,
  findDeliveryTarget,
  isTokenAlive,
  type StandingAnswer,
} from './delivery.ts';
import { readDhis2Period } from './dhis2-period.ts';

const TARGET: DeliveryTarget = {
  ...{ submissionId: 's', organization: 'STP', roundId: 'r', framework: 'dti', period: '2026-Q1' },
  ...{ subject: 'STP', item: '6.5.n' },
};
const SCOPE: DeliveryScope = { organizations: ['STP'], frameworks: null, items: null, roundId: null };
const ADDRESS: DeliveryAddress = {
  ...{ organization: 'STP', item: '6.5.n', period: '2026-Q1' },
  ...{ subject: null, framework: null, roundId: null },
};

const codeOf = <Found extends object>(found: Found | string | undefined) =>
  typeof found === 'object' && isRefusal(found) ? found.code : found;

describe('the figure that a delivery means', () => {
  const find = (scope: Partial<DeliveryScope>, address: Partial<DeliveryAddress>, targets = [TARGET]) =>
    codeOf(findDeliveryTarget({ ...SCOPE, ...scope }, { ...ADDRESS, ...address }, targets));

  it('is found within the scope, and outside it refused whether it is there or not', () => {
    expect(find({}, {})).toEqual(TARGET);
    expect(find({ items: ['6.5.n'], frameworks: ['dti'], roundId: 'r' }, {})).toEqual(TARGET);
    expect(find({}, { organization: 'SYT' })).toBe('delivery.out-of-scope');
    expect(find({ items: ['1.1'] }, {})).toBe('delivery.out-of-scope');
    expect(find({ frameworks: ['other'] }, {})).toBe('delivery.out-of-scope');
    expect(find({ roundId: 'q' }, {})).toBe('delivery.out-of-scope');
  });

  it('must be asked for by exactly one open round', () => {
    expect(find({}, { period: '2026-Q2' })).toBe('delivery.no-open-round');
    const other = { ...TARGET, roundId: 'q', framework: 'other' };
    expect(find({}, {}, [TARGET, other])).toBe('delivery.ambiguous-round');
    expect(find({}, { framework: 'other' }, [TARGET, other])).toEqual(other);
    expect(find({ frameworks: ['dti'] }, {}, [TARGET, other])).toEqual(TARGET);
  });
});

describe('a delivered figure', () => {
  const COUNT: DataItem = {
    ...{ code: '6.5.n', kind: 'number', name: { vi: '', en: '' }, unit: { vi: '', en: '' } },
    ...{ whole: true, minimum: null, maximum: null },
  };
  const value = (text: string): DataValue => ({ state: 'value', value: text, comparator: '=' });
  const decide = (standing: StandingAnswer | undefined, delivered = value('5')) =>
    codeOf(decideDelivery(COUNT, delivered, standing, 'lgsp'));
  const standing = (kind: StandingAnswer['kind'], sourceId: string | null = null, given = value('4')) => ({
    ...{ value: given, kind, sourceId },
  });

  it('takes the place of nothing, of what was filled in as known, and of what the same source delivered', () => {
    expect(decide(undefined)).toBe('take');
    expect(decide(standing('typed', null, { state: 'blank' }))).toBe('take');
    expect(decide(standing('known'))).toBe('take');
    expect(decide(standing('delivery', 'lgsp'))).toBe('take');
  });

  it('never takes the place of what a person gave or another source delivered', () => {
    expect(decide(standing('typed'))).toBe('delivery.typed-by-person');
    expect(decide(standing('workbook'))).toBe('delivery.typed-by-person');
    expect(decide(standing('typed', null, { state: 'not-applicable' }))).toBe('delivery.typed-by-person');
    expect(decide(standing('delivery', 'other'))).toBe('delivery.other-source');
  });

  it('changes nothing where it says the same, however it is written', () => {
    expect(decide(standing('typed', null, value('5.0')))).toBe('unchanged');
    expect(decide(undefined, { state: 'blank' })).toBe('unchanged');
  });

  it('lands in a draft alone, not in what waits for a signature', () => {
    expect(findDeliveryRefusal({ state: 'draft', takesFigures: true })).toBeUndefined();
    expect(findDeliveryRefusal({ state: 'returned', takesFigures: true })).toBeUndefined();
    expect(findDeliveryRefusal({ state: 'ready', takesFigures: true })?.code).toBe('submission.wrong-state');
    expect(findDeliveryRefusal({ state: 'draft', takesFigures: false })?.code).toBe('round.closed');
  });
});

describe('a token', () => {
  it('lasts through its last day, unless it was revoked', () => {
    const token = { expiresOn: plainDate('2026-11-22'), revokedAt: null };
    expect(isTokenAlive(token, plainDate('2026-11-22'))).toBe(true);
    expect(isTokenAlive(token, plainDate('2026-11-23'))).toBe(false);
    expect(isTokenAlive({ ...token, revokedAt: '2026-11-20T00:00:00Z' }, plainDate('2026-11-21'))).toBe(
      false,
    );
  });
});

describe('a period of DHIS2', () => {
  it.each([
    ['2026', '2026'],
    ['2026Q1', '2026-Q1'],
    ['2026S2', '2026-H2'],
    ['202605', '2026-05'],
    ['202613', undefined],
    ['2026W12', undefined],
    ['20260501', undefined],
  ])('%s is %s', (text, period) => {
    expect(readDhis2Period(text)).toBe(period);
  });
});
