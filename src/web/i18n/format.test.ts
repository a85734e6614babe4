import { describe, expect, it } from 'vitest';
import { buildFormat } from './format.ts';

const vi = buildFormat('vi');
const en = buildFormat('en');

describe('Vietnamese forms', () => {
  it('writes numbers with a point for thousands and a comma for decimals', () => {
    expect(vi.number('1308.9')).toBe('1.308,9');
    expect(vi.number(5000)).toBe('5.000');
    expect(vi.number('-12.5')).toBe('\u221212,5');
  });

  it('cuts what has no end of decimals, and adds none', () => {
    expect(vi.number('64.159292', { atMost: 2 })).toBe('64,16');
    expect(vi.number('60', { atMost: 2 })).toBe('60');
    expect(vi.number('64.159292')).toBe('64,159292');
  });

  it('keeps a thin space before the percent sign', () => {
    expect(vi.percent('57.6')).toBe('57,6\u202f%');
  });

  it('publishes points with two decimals, rounded half away from zero from the exact text', () => {
    expect(vi.points('14.9125')).toBe('14,91');
    expect(vi.points('1.005')).toBe('1,01');
    expect(vi.points('817.41')).toBe('817,41');
  });

  it('writes a range of points, and one figure when both ends read alike', () => {
    expect(vi.pointsRange('625.636', '647.4')).toBe('625,64–647,40');
    expect(vi.pointsRange('14.9125', '14.91')).toBe('14,91');
  });

  it('gives a gain its sign and nothing to zero', () => {
    expect(vi.signedPoints('20')).toBe('+20,00');
    expect(vi.signedPoints('-40.164')).toBe('\u221240,16');
    expect(vi.signedPoints('0.001')).toBe('0,00');
  });

  it('writes a difference once where both bounds moved alike, else from the smaller to the larger', () => {
    expect(vi.signedPointsRange('10', '10.001')).toBe('+10,00');
    expect(vi.signedPointsRange('38.74', '38.73')).toBe('+38,73 đến +38,74');
    expect(vi.signedPointsRange('3', '-6')).toBe('\u22126,00 đến +3,00');
    expect(buildFormat('en').signedPointsRange('-6', '3')).toBe('\u22126.00 to +3.00');
  });

  it('writes days and periods as offices do', () => {
    expect(vi.day('2026-12-20')).toBe('20/12/2026');
    expect(vi.period('2026-Q2')).toBe('Quý II/2026');
    expect(vi.period('2026-H1')).toBe('6 tháng đầu năm 2026');
    expect(vi.period('2026-05')).toBe('tháng 5/2026');
    expect(vi.period('2026')).toBe('năm 2026');
    expect(vi.period('2026-03-31')).toBe('31/03/2026');
  });

  it('shows an instant in the time of the province', () => {
    expect(vi.instant('2026-12-19T18:05:00Z')).toBe('01:05 20/12/2026');
  });

  it('joins items as a sentence does', () => {
    expect(vi.list(['6.1', '6.2', '6.3'])).toBe('6.1, 6.2 và 6.3');
  });
});

describe('English forms', () => {
  it('follows ISO for days and British English for numbers', () => {
    expect(en.number('1308.9')).toBe('1,308.9');
    expect(en.day('2026-12-20')).toBe('2026-12-20');
    expect(en.period('2026-Q2')).toBe('Q2 2026');
  });
});
