import { describe, expect, it } from 'vitest';
import agencyFramework from '#data/frameworks/dti-agency-2025.json' with { type: 'json' };
import { type DataValues, reported } from '#core/scoring/data-value.ts';
import type { Framework } from '#core/scoring/framework.ts';
import { buildLeagueColumn } from '#core/scoring/league-table.ts';
import { scoreLeague } from '#core/scoring/score-league.ts';
import type { League } from '#features/ranking/contract.ts';
import { openLeague } from './league-of-others.ts';
import { findRank } from './rank-in-league.ts';

const framework = agencyFramework as unknown as Framework;
const SUBJECT = 'b';
// Connection per officer is measured by the best of all.
const figuresOf = (bandwidth: string, trained: string): DataValues =>
  new Map([
    ['3.2.a', reported(bandwidth)],
    ['staff', reported('10')],
    ['1.4.a', reported(trained)],
    ['1.4.b', reported('10')],
  ]);
const all = new Map([
  ['a', figuresOf('100', '4')],
  [SUBJECT, figuresOf('60', '5')],
  ['c', figuresOf('90', '3')],
]);

const itemsOf = (values: DataValues) => [...values].map(([item, value]) => ({ item, value }));
const sheet = {
  framework,
  subject: { code: SUBJECT, name: 'B' },
  year: 2025,
  values: itemsOf(all.get(SUBJECT)!).map((value) => ({ ...value, origin: 'entered' })),
  others: [...all]
    .filter(([code]) => code !== SUBJECT)
    .map(([subject, values]) => ({ subject, values: itemsOf(values) })),
};

const COLUMNS = [null, '1', '3'] as const;
const present = scoreLeague(framework, all);
const columns = COLUMNS.map((code) => buildLeagueColumn(framework, present, code));
const league = {
  ties: 'minimum',
  columns: columns.map(({ componentCode, byPercent }) => ({ componentCode, byPercent })),
  rows: [...all.keys()].map((code) => ({
    subject: { code },
    places: columns.map(({ places }) => places.get(code) ?? null),
  })),
} as unknown as League;

/** The place by a change of the subject's bandwidth, and the place when the whole league is scored anew. */
const rankWith = (bandwidth: string) => {
  const values = figuresOf(bandwidth, '5');
  const others = openLeague(sheet);
  const whole = scoreLeague(framework, new Map([...all, [SUBJECT, values]]));
  const score = whole.get(SUBJECT)!;
  const bests = others.bestsWith(values);
  return COLUMNS.map((code) => ({
    found: findRank(league, code, {
      ...{ framework, subject: SUBJECT, score, others: others.scoresAgainst(bests) },
    }),
    expected: {
      label: buildLeagueColumn(framework, whole, code).places.get(SUBJECT)!.label,
      of: 3,
    },
  }));
};

describe('the place that a what-if would have', () => {
  it.each(['60', '10', '95', '100', '101', '5000'])(
    'with %s Mbit/s is the one of the whole league scored anew, overall and by main indicator',
    (bandwidth) => {
      for (const { found, expected } of rankWith(bandwidth)) expect(found).toEqual(expected);
    },
  );

  it('leaves the others alone until a best changes, and then moves their points', () => {
    const others = openLeague(sheet);
    expect(others.scoresAgainst(others.bestsWith(figuresOf('99', '5')))).toBeUndefined();
    const moved = others.scoresAgainst(others.bestsWith(figuresOf('500', '5')));
    expect([...moved!.keys()]).toEqual(['a', 'c']);
    const then = moved!.get('a')!.byCode.get('3.2')!.points.low;
    expect(then.lessThan(present.get('a')!.byCode.get('3.2')!.points.low)).toBe(true);
  });

  it('is none for who stands alone or is not asked', () => {
    const score = present.get(SUBJECT)!;
    const standing = { framework, subject: SUBJECT, score, others: undefined };
    const alone = { ...league, rows: league.rows.filter(({ subject }) => subject.code === SUBJECT) };
    expect(findRank(alone, null, standing)).toBeUndefined();
    expect(findRank(league, '9', standing)).toBeUndefined();
  });
});
