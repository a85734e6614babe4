import { describe, expect, it } from 'vitest';
import { addsUpAsShown } from './sum-as-shown.ts';

const points = (low: string, high = low) => ({ low, high });

describe('points as shown', () => {
  it('add up, or miss the total by what rounding took', () => {
    expect(addsUpAsShown([points('0.1'), points('0.2', '0.3')], points('0.3', '0.4'))).toBe(true);
    expect(addsUpAsShown([points('14.91'), points('5.34')], points('20.26'))).toBe(false);
    expect(addsUpAsShown([points('1', '2')], points('1', '2.01'))).toBe(false);
  });
});
