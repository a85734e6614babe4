import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFramework, group, leaf } from '#test/scoring-framework.ts';
import { type DataValue, NOT_APPLICABLE, reported } from './data-value.ts';
import { buildLeagueColumn, countOpenIndicators, listShares } from './league-table.ts';
import type { ScoringPolicies } from './policies.ts';
import { scoreLeague } from './score-league.ts';

const POLICIES: ScoringPolicies = {
  rounding: { places: 2, mode: 'half-up' },
  notApplicable: 'excluded',
  redistributeFrom: 1,
  zeroDenominator: 'zero',
};
const framework = buildFramework(
  [group('1', '60', [leaf('1.1', '20'), leaf('1.2', '40')]), group('2', '40', [leaf('2.1', '40')])],
  POLICIES,
);

type Figures = Readonly<Record<string, string | DataValue>>;
const valuesOf = (figures: Figures) =>
  new Map(
    Object.entries(figures).map(([item, value]) => [
      item,
      typeof value === 'string' ? reported(value) : value,
    ]),
  );
const leagueOf = (subjects: Readonly<Record<string, Figures>>) =>
  scoreLeague(
    framework,
    new Map(Object.entries(subjects).map(([code, figures]) => [code, valuesOf(figures)])),
  );

const later = leagueOf({
  a: { '1.1': '50', '1.2': '50', '2.1': '50' },
  b: { '1.1': '100', '1.2': '80', '2.1': '90' },
  c: { '1.1': '50', '1.2': '50', '2.1': '50' },
  // What is not reported is not certain.
  d: { '1.1': '100', '1.2': '100' },
});
const earlier = {
  framework,
  scores: leagueOf({
    a: { '1.1': '90', '1.2': '90', '2.1': '90' },
    b: { '1.1': '10', '1.2': '10', '2.1': '10' },
    c: { '1.1': '20', '1.2': '20', '2.1': '20' },
  }),
};

const labels = (column: ReturnType<typeof buildLeagueColumn>) =>
  [...column.places].map(([code, { label, change }]) => `${code} ${label} ${String(change)}`);

describe('a column of a league', () => {
  it('ranks by certain points, shares places, and tells places won since the earlier year', () => {
    const column = buildLeagueColumn(framework, later, null, earlier);
    expect(labels(column)).toEqual(['b 1 2', 'd 2 null', 'a =3 -2', 'c =3 -1']);
    expect(column.places.get('d')).toMatchObject({
      points: { low: '60.00', high: '100.00' },
      maximum: '100.00',
      percent: '60.00',
    });
    expect(column.byPercent).toBe(false);
  });

  it('ranks by a component as well', () => {
    expect(labels(buildLeagueColumn(framework, later, '1.2', earlier))).toEqual([
      'd 1 null',
      'b 2 1',
      'a =3 -2',
      'c =3 -1',
    ]);
  });

  it('compares shares where subjects have different points at stake, and leaves out who is not asked', () => {
    const scores = leagueOf({
      a: { '1.1': '50', '1.2': '50', '2.1': '50' },
      // Without main indicator 2 there are 60 points at stake: 48 of them are more than half of 100.
      b: { '1.1': '80', '1.2': '80', '2.1': NOT_APPLICABLE },
    });
    const whole = buildLeagueColumn(framework, scores, null);
    expect(whole.byPercent).toBe(true);
    expect(labels(whole)).toEqual(['b 1 null', 'a 2 null']);
    expect(whole.places.get('b')).toMatchObject({
      points: { low: '48.00' },
      maximum: '60.00',
      percent: '80.00',
    });
    expect(labels(buildLeagueColumn(framework, scores, '2'))).toEqual(['a 1 null']);
  });

  it('tells where each stood then, and who stands no more', () => {
    const column = buildLeagueColumn(framework, earlier.scores, null, { framework, scores: later });
    expect([...column.places].map(([code, place]) => [code, place.earlier?.label, place.change])).toEqual([
      ['a', '=3', 2],
      ['c', '=3', 1],
      ['b', '1', -2],
    ]);
    expect(column.departed).toEqual([{ code: 'd', rank: 2, label: '2' }]);
    expect(buildLeagueColumn(framework, later, null).departed).toEqual([]);
  });

  it('ranks what was by the framework of then: its ties, its rounding, its maxima', () => {
    const then = { ...framework, policies: { ...POLICIES, ties: 'average' as const } };
    const column = buildLeagueColumn(framework, later, null, { framework: then, scores: later });
    expect(column.places.get('a')).toMatchObject({ label: '=3', earlier: { rank: 3.5, label: '=3.5' } });
    expect(column.places.get('a')?.change).toBe(0.5);
  });

  it('changes by what is left on the way back, and by nothing in sum when the same stand without ties', () => {
    const points = fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 });
    const scoresOf = (figures: readonly number[]) =>
      leagueOf(
        Object.fromEntries(
          figures.map((figure, place) => [
            String(place),
            { '1.1': String(figure), '1.2': String(figure), '2.1': String(figure) },
          ]),
        ),
      );
    fc.assert(
      fc.property(points, points, fc.constantFrom(null, '1', '1.2', '2'), (one, other, code) => {
        const [first, second] = [scoresOf(one), scoresOf(other)];
        const forth = buildLeagueColumn(framework, second, code, { framework, scores: first });
        const back = buildLeagueColumn(framework, first, code, { framework, scores: second });
        const changes = [...forth.places].map(([subject, { change, earlier: stood }]) => {
          expect(stood?.label).toBe(back.places.get(subject)?.label);
          expect(change! + back.places.get(subject)!.change!).toBe(0);
          return change!;
        });
        expect(changes.reduce((sum, change) => sum + change, 0)).toBe(0);
      }),
      { numRuns: 50 },
    );
  });

  it('is empty for a league without subjects or a component that is not there', () => {
    expect(buildLeagueColumn(framework, new Map(), null).places.size).toBe(0);
    expect(buildLeagueColumn(framework, later, '9').places.size).toBe(0);
  });
});

describe('shares for intervals of ranks', () => {
  it('are what is certain; what does not apply has none', () => {
    const scores = leagueOf({ a: { '1.1': '50', '2.1': NOT_APPLICABLE } });
    expect(listShares(scores, ['1.1', '1.2', '2.1'])).toEqual([[0.5, 0, null]]);
    expect(countOpenIndicators(scores.get('a')!)).toBe(1);
  });
});
