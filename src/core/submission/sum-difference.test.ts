import { describe, expect, it } from 'vitest';
import { BLANK, NOT_APPLICABLE, reported } from '#core/scoring/data-value.ts';
import { findSumDifference } from './sum-difference.ts';

const sum = (value: string, accepted = 102) => ({ accepted, asked: 102, value: reported(value) });

describe('the sum of communes beside the province’s own figure', () => {
  it('is said to differ by exactly what it differs', () => {
    expect(findSumDifference(sum('1308.9'), reported('1308.8'))).toBe('0.1');
    expect(findSumDifference(sum('1300'), reported('1308.9'))).toBe('-8.9');
    expect(findSumDifference(sum('1308.90'), reported('1308.9'))).toBeNull();
  });

  it('is expected to be smaller while parts are missing, never larger', () => {
    expect(findSumDifference(sum('1300', 98), reported('1308.9'))).toBeNull();
    expect(findSumDifference(sum('1400', 98), reported('1308.9'))).toBe('91.1');
  });

  it('is compared with numbers alone', () => {
    for (const own of [null, BLANK, NOT_APPLICABLE, reported('1000', '<')]) {
      expect(findSumDifference(sum('1300'), own)).toBeNull();
    }
    expect(findSumDifference({ accepted: 102, asked: 102, value: BLANK }, reported('1'))).toBeNull();
  });
});
