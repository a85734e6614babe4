import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, sum, withoutResidue } from '#core/kernel/decimal.ts';
import { POLICIES } from '#test/scoring-rules.ts';
import { buildFramework, group, leaf } from '#test/scoring-framework.ts';
import { NOT_APPLICABLE, reported } from './data-value.ts';
import { distributePoints } from './distribute-points.ts';
import { computeIndexScore } from './evaluate.ts';
import type { ScoringPolicies } from './policies.ts';
import { buildLeague, scoreLeague } from './score-league.ts';

const framework = (policies: Partial<ScoringPolicies>) =>
  buildFramework(
    [
      group('1', '30', [leaf('1.1', '10'), leaf('1.2', '20')]),
      group('2', '70', [leaf('2.0', '0'), leaf('2.1', '50'), leaf('2.2', '20')]),
    ],
    { ...POLICIES, ...policies },
  );

const pointsWithout = (
  policies: Partial<ScoringPolicies>,
  ...missing: readonly string[]
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...distributePoints(framework(policies), (code) => !missing.includes(code))].map(([code, points]) => [
      code,
      withoutResidue(points).toFixed(),
    ]),
  );

describe('points of what does not apply', () => {
  it('go to the siblings in equal parts, but not to one that has none', () => {
    expect(pointsWithout({ notApplicable: 'redistributed' }, '2.2')).toMatchObject({
      '2': '70',
      '2.0': '0',
      '2.1': '70',
    });
  });

  it('scale the siblings to the maximum of the group', () => {
    const wide = buildFramework(
      [group('1', '60', [leaf('1.1', '10'), leaf('1.2', '20'), leaf('1.3', '30')])],
      { ...POLICIES, notApplicable: 'excluded' },
    );
    const points = distributePoints(wide, (code) => code !== '1.3');
    expect(points.get('1.1')?.toFixed()).toBe('20');
    expect(points.get('1.2')?.toFixed()).toBe('40');
  });

  it('are lost above the level that keeps them', () => {
    expect(pointsWithout({ notApplicable: 'redistributed' }, '1.1', '1.2')).toMatchObject({
      '1': '0',
      '2': '70',
    });
    const whole = pointsWithout({ notApplicable: 'redistributed', redistributeFrom: 0 }, '1.1', '1.2');
    expect(whole).toMatchObject({ '1': '0', '2': '100' });
  });

  it('keep the total, however they are shared out', () => {
    const policy = fc.constantFrom('excluded' as const, 'redistributed' as const);
    const missing = fc.subarray(['1.1', '1.2', '2.1', '2.2'], { maxLength: 3 });
    fc.assert(
      fc.property(policy, missing, (notApplicable, codes) => {
        const shared = framework({ notApplicable, redistributeFrom: 0 });
        const points = distributePoints(shared, (code) => !codes.includes(code));
        const total = sum(shared.components.map(({ code }) => points.get(code) ?? decimal(0)));
        expect(withoutResidue(total).toFixed()).toBe('100');
      }),
    );
  });
});

describe('a score with shared-out points', () => {
  const values = new Map([
    ['1.1', reported('50')],
    ['1.2', NOT_APPLICABLE],
    ['2.0', reported('100')],
    ['2.1', reported('100')],
    ['2.2', reported('0')],
  ]);

  it('counts the rest at its new maximum', () => {
    const score = computeIndexScore(framework({ notApplicable: 'excluded' }), values);
    expect(score.byCode.get('1.1')?.points.low.toFixed()).toBe('15');
    expect(score.byCode.get('1.2')?.maximum.toFixed()).toBe('0');
    expect(score.points.low.toFixed()).toBe('65');
    expect(score.maximum.toFixed()).toBe('100');
  });

  it('leaves out what is not asked of a subject, and counts what weighs more for it', () => {
    const changes = new Map([
      ['1', { factor: '1.2' }],
      ['2.1', { deactivated: true }],
    ]);
    const score = computeIndexScore(framework({ notApplicable: 'redistributed' }), values, { changes });
    expect(score.byCode.get('1')?.maximum.toFixed()).toBe('36');
    expect(score.byCode.get('2.1')?.state).not.toBe('range');
    expect(score.byCode.get('2.2')?.maximum.toFixed()).toBe('70');
    expect(score.maximum.toFixed()).toBe('106');
  });
});

it('adds up what is shown where the framework rounds at each level', () => {
  const cent = { places: 2, mode: 'half-up' } as const;
  const rounded = buildFramework(
    [group('1', '100', [leaf('1.1', '33'), leaf('1.2', '33'), leaf('1.3', '34')])],
    { ...POLICIES, levelRounding: [cent, cent, cent] },
  );
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 3, maxLength: 3 }), (rates) => {
      const given = new Map(
        rates.map((rate, place) => [`1.${String(place + 1)}`, reported(decimal(rate).div(1000).toFixed())]),
      );
      const score = computeIndexScore(rounded, given);
      const shown = sum([1, 2, 3].map((place) => score.byCode.get(`1.${String(place)}`)!.points.low));
      expect(score.points.low.toFixed(2)).toBe(shown.toFixed(2));
      expect(score.points.low.decimalPlaces()).toBeLessThanOrEqual(2);
    }),
  );
});

describe('a league', () => {
  const best = buildFramework([leaf('1', '40', 'normalised-to-best')], POLICIES);
  const league = new Map([
    ['X', new Map([['1', reported('12')]])],
    ['Y', new Map([['1', reported('3')]])],
    ['Z', new Map([['1', reported('50', '>=')]])],
    ['W', new Map()],
  ]);

  it('compares with the best whose figure is known', () => {
    const scores = scoreLeague(best, league);
    expect(scores.get('X')?.points.low.toFixed()).toBe('40');
    expect(scores.get('Y')?.points.low.toFixed()).toBe('10');
    expect(scores.get('W')?.points.high.toFixed()).toBe('40');
  });

  it('has no best while nobody has a figure', () => {
    const indicator = best.components[0]!;
    const rule = indicator.kind === 'indicator' ? indicator.rule : undefined;
    if (rule?.kind !== 'normalised-to-best') throw new Error('not the rule');
    expect(buildLeague(best, new Map([['W', new Map()]])).bestOf(rule.measure)).toBeUndefined();
  });
});
