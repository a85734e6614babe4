import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawValue, forecastSeries, intervalOf, type Observation } from './forecast-series.ts';
import { endOfPeriod, isPeriod, listQuartersAfter, period } from './period.ts';
import { createRandomSource } from '#core/kernel/random-source.ts';
import { drawNormal } from './random-draws.ts';
import { studentQuantile } from './student-quantile.ts';

const PERCENT = { low: 0, high: 100 };

const quarters = (...values: readonly number[]): readonly Observation[] =>
  values.map((value, place) => ({ time: 2026 + place / 4, value }));

describe('a period', () => {
  it.each([
    ['2025', 2026],
    ['2026-Q1', 2026.25],
    ['2026-Q4', 2027],
  ])('%s ends at %s', (text, end) => expect(endOfPeriod(period(text))).toBe(end));

  it.each(['2026-Q5', '26', '2026-1', ''])('%j is none', (text) => expect(isPeriod(text)).toBe(false));

  it('is followed by the quarters of its year', () => {
    expect(listQuartersAfter(2026.5, 2026)).toEqual(['2026-Q3', '2026-Q4']);
    expect(listQuartersAfter(2027, 2026)).toEqual([]);
  });
});

describe('a forecast of a series', () => {
  it('says nothing without an observation, and keeps a single one without an interval', () => {
    expect(forecastSeries([], 2027, PERCENT)).toBeUndefined();
    const held = forecastSeries(quarters(42), 2027, PERCENT)!;
    expect(held).toEqual({ method: 'held', expected: 42 });
    expect(intervalOf(held, 0.8, PERCENT)).toBeUndefined();
  });

  it('lets two observations say anything from standing still to twice the pace', () => {
    expect(forecastSeries(quarters(40, 44), 2026.5, PERCENT)).toEqual({
      ...{ method: 'two-points', expected: 48, low: 44, high: 52 },
    });
    expect(forecastSeries(quarters(90, 98), 2026.5, PERCENT)).toMatchObject({ expected: 100, high: 100 });
  });

  it('goes on with the mean pace of three or more, with the error of a random walk with drift', () => {
    // Changes 2, 4 around a pace of 3 a quarter: s² = (1² + 1²) ÷ 0.25 ÷ 1 = 8 a year; h = 0.25, T = 0.5.
    const forecast = forecastSeries(quarters(10, 12, 16), 2026.75, PERCENT)!;
    expect(forecast).toMatchObject({ method: 'drift', expected: 19, degrees: 1 });
    const interval = intervalOf(forecast, 0.8, PERCENT)!;
    const error = Math.sqrt(8 * (0.25 + 0.25 ** 2 / 0.5));
    expect(interval.high).toBeCloseTo(19 + 3.077_683_5 * error, 5);
  });

  it('never leaves its bounds, is wider for a higher probability, and draws within them', () => {
    const values = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 999 }), (found, seed) => {
        const observations = quarters(...found);
        const forecast = forecastSeries(observations, observations.at(-1)!.time + 0.5, PERCENT)!;
        const drawn = drawValue(forecast, PERCENT, createRandomSource(seed));
        const [narrow, wide] = [0.5, 0.95].map((chance) => intervalOf(forecast, chance, PERCENT));
        const isWider = !narrow || !wide || (wide.low <= narrow.low && wide.high >= narrow.high);
        return drawn >= 0 && drawn <= 100 && forecast.expected >= 0 && forecast.expected <= 100 && isWider;
      }),
    );
  });
});

describe("Student's distribution", () => {
  it.each([
    [0.9, 1, 3.0777],
    [0.9, 2, 1.8856],
    [0.9, 3, 1.6377],
    [0.975, 10, 2.2281],
    [0.95, 30, 1.6973],
  ])('has its quantile of %s with %s degrees at %s, as printed tables say', (probability, degrees, value) =>
    expect(studentQuantile(probability, degrees)).toBeCloseTo(value, 4),
  );
});

describe('drawn numbers', () => {
  it('are the same for the same seed and others for another', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, createRandomSource(seed));
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('are spread evenly, and normally where that is asked', () => {
    const random = createRandomSource(11);
    const even = Array.from({ length: 20_000 }, random);
    expect(even.reduce((sum, value) => sum + value, 0) / even.length).toBeCloseTo(0.5, 1);
    const normal = Array.from({ length: 20_000 }, () => drawNormal(random));
    expect(normal.reduce((sum, value) => sum + value ** 2, 0) / normal.length).toBeCloseTo(1, 1);
  });
});
