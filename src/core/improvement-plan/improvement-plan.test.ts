import { describe, expect, it } from 'vitest';
import { decimal } from '#core/kernel/decimal.ts';
import { reported, type DataItem, type DataValues } from '#core/scoring/data-value.ts';
import { findResponseCurve } from '#core/scoring/response-curve.ts';
import type { RatioMeasure, Rule } from '#core/scoring/rule.ts';
import { NO_SETTINGS, priceOptions } from './effort.ts';
import type { ImprovementOption, Stretch } from './improvement-option.ts';
import { findWay } from './measure-way.ts';
import { findPointsOfRank } from './points-of-rank.ts';

const text = (vi: string) => ({ vi, en: vi });
const number = (code: string, whole: boolean, maximum: string | null = null): DataItem => ({
  ...{ kind: 'number', code, name: text(code), unit: text('u'), whole, minimum: '0', maximum },
});
const items = new Map<string, DataItem>([
  ['a', number('a', true)],
  ['b', number('b', true)],
  ['rate', number('rate', false, '100')],
]);
const measure: RatioMeasure = {
  ...{ fraction: { numerator: 'a', denominator: 'b' }, rate: 'rate', multiplier: '100', unit: text('%') },
  partOfWhole: true,
};

const walk = (rule: Rule, values: Readonly<Record<string, string>>): readonly string[] | undefined => {
  const known: DataValues = new Map(Object.entries(values).map(([item, value]) => [item, reported(value)]));
  const curve = findResponseCurve(rule);
  const way = curve && findWay(curve, decimal(20), { values: known, items });
  return way?.stretches.map(
    ({ kind, from, to, gain }: Stretch) => `${kind} ${from.toFixed()}→${to.toFixed()} +${gain.toFixed(2)}`,
  );
};

describe('the way that a rule leaves to more points', () => {
  it('is a line to full points in proportion, by the rate or by the counts behind it', () => {
    const rule: Rule = { kind: 'ratio-to-threshold', measure, threshold: '80' };
    expect(walk(rule, { rate: '60' })).toEqual(['linear 60→80 +5.00']);
    expect(walk(rule, { a: '5', b: '8' })).toEqual(['linear 5→6 +3.13', 'jump 6→7 +1.25']);
    expect(walk(rule, { rate: '85' })).toBeUndefined();
    expect(walk(rule, {})).toBeUndefined();
  });

  it('is a jump to a threshold; one that must be exceeded takes a little more', () => {
    const rule: Rule = { kind: 'step-threshold', measure, threshold: '60', thresholdIs: 'exact' };
    expect(walk(rule, { rate: '57.6' })).toEqual(['jump 57.6→60 +20.00']);
    expect(walk({ ...rule, comparison: 'above' }, { rate: '57.6' })).toEqual(['jump 57.6→60.01 +20.00']);
    expect(walk(rule, { a: '3', b: '7' })).toEqual(['jump 3→5 +20.00']);
  });

  it('leads over a floor, and from band to band', () => {
    expect(walk({ kind: 'ratio-with-floor', measure, floor: '50' }, { rate: '30' })).toEqual([
      ...['jump 30→50 +10.00', 'linear 50→100 +10.00'],
    ]);
    const bands = [
      { from: '50', share: '0.5' },
      { from: '80', share: '1' },
    ];
    expect(walk({ kind: 'bands', measure, bands }, { rate: '55' })).toEqual(['jump 55→80 +10.00']);
    expect(walk({ kind: 'bands', measure, bands }, { rate: '10' })).toEqual([
      ...['jump 10→50 +10.00', 'jump 50→80 +10.00'],
    ]);
  });

  it('ends where the value can not go: a part is never more than its whole', () => {
    const rule: Rule = { kind: 'ratio-to-threshold', measure, threshold: '120' };
    expect(walk(rule, { a: '4', b: '8' })).toEqual(['linear 4→8 +8.33']);
  });

  it('goes down where less is better, along positions below zero', () => {
    const points = [
      { at: '10', share: '1' },
      { at: '50', share: '0' },
    ];
    const rule: Rule = { kind: 'piecewise-linear', measure, points };
    expect(walk(rule, { rate: '20' })).toEqual(['linear -20→-10 +5.00']);
    expect(walk(rule, { rate: '60' })).toEqual(['jump -60→-50 +0.00', 'linear -50→-10 +20.00']);
    expect(walk(rule, { a: '3', b: '10' })).toEqual(['linear -3→-1 +10.00']);
    expect(walk(rule, { rate: '8' })).toBeUndefined();
  });

  it('stops short of a bound from which points fall', () => {
    const bands = [
      { from: '0', share: '1' },
      { from: '30', share: '0.25' },
    ];
    expect(walk({ kind: 'bands', measure, bands }, { rate: '40' })).toEqual(['jump -40→-29.99 +15.00']);
    expect(walk({ kind: 'bands', measure, bands, comparison: 'above' }, { rate: '40' })).toEqual([
      'jump -40→-30 +15.00',
    ]);
  });
});

describe('efforts', () => {
  const option: ImprovementOption = {
    ...{ id: '1', componentCode: '1', within: new Set(['1']), leadAgencies: ['A'], startIsBound: false },
    lever: { kind: 'number', item: 'rate', direction: 'rising', unit: text('%'), grain: decimal('0.01') },
    ...{ full: decimal(80), nothing: decimal(0), holdsOthers: false, branches: [] },
    stretches: [
      { kind: 'linear', from: decimal(40), to: decimal(60), gain: decimal(5) },
      { kind: 'jump', from: decimal(60), to: decimal(80), gain: decimal(5) },
    ],
  };

  it('follow from the gap: half of the way is missing, so each part counts one and a half', () => {
    const [priced] = priceOptions([option], NO_SETTINGS);
    expect(priced?.stretches.map(({ effort }) => effort.toFixed())).toEqual(['37.5', '37.5']);
  });

  it('are those that somebody set, and end at a ceiling: half of a jump is no way', () => {
    const settings = {
      ...NO_SETTINGS,
      perUnit: new Map([['1', decimal(2)]]),
      ceilings: new Map([['1', decimal(70)]]),
    };
    const [priced] = priceOptions([option], settings);
    expect(priced?.stretches.map(({ to, effort }) => `${to.toFixed()} ${effort.toFixed()}`)).toEqual([
      '60 40',
    ]);
    expect(priceOptions([option], { ...settings, ceilings: new Map([['1', decimal(40)]]) })).toEqual([]);
  });
});

describe('the points of a rank', () => {
  it('are those of who holds it, and not known while fewer are', () => {
    const others = ['610', '700', '655.5'].map(decimal);
    expect(findPointsOfRank(others, 1)?.toFixed()).toBe('700');
    expect(findPointsOfRank(others, 3)?.toFixed()).toBe('610');
    expect(findPointsOfRank(others, 4)).toBeUndefined();
  });
});
