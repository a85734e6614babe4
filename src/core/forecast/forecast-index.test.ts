import { describe, expect, it } from 'vitest';
import { createRandomSource } from '#core/kernel/random-source.ts';
import { isRefusal } from '#core/kernel/refusal.ts';
import { NOT_APPLICABLE, reported } from '#core/scoring/data-value.ts';
import { POLICIES } from '#test/scoring-rules.ts';
import { buildFramework, group, leaf } from '#test/scoring-framework.ts';
import { forecastIndex } from './forecast-index.ts';
import { period } from './period.ts';

const components = [group('1', '100', [leaf('1.1', '40'), leaf('1.2', '60')])];

describe('a forecast of the index', () => {
  it.each(['zero', 'excluded', 'redistributed'] as const)(
    'begins at the points of the rules where an indicator does not apply: %s',
    (notApplicable) => {
      const outcome = forecastIndex(
        {
          framework: buildFramework(components, { ...POLICIES, notApplicable }),
          values: new Map([
            ['1.1', NOT_APPLICABLE],
            ['1.2', reported('50')],
          ]),
          periodValues: [{ item: '1.2', period: period('2026-Q1'), value: '60' }],
          ...{ inferredItems: new Set<string>(), simulatedItems: new Set<string>() },
        },
        { goal: null, draws: 50, inferredHolds: 1, openRandom: () => createRandomSource(1) },
      );
      if (isRefusal(outcome)) throw new Error(outcome.code);
      const past = outcome.periods.flatMap(({ observed, mean }) => (observed ? [{ observed, mean }] : []));
      expect(past.length).toBeGreaterThan(0);
      for (const { observed, mean } of past) expect(mean).toBeCloseTo(observed.low.toNumber(), 9);
      expect(past[0]?.observed.low.toFixed()).toBe(notApplicable === 'zero' ? '30' : '50');
    },
  );
});
