import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import framework2025 from '#data/frameworks/dti-province-2025.json' with { type: 'json' };
import values2025 from '#data/demonstration/index/data-values-2025.json' with { type: 'json' };
import { decimal, sum } from '#core/kernel/decimal.ts';
import { BLANK, type DataValue, NOT_APPLICABLE, reported } from '#core/scoring/data-value.ts';
import { computeIndexScore } from '#core/scoring/evaluate.ts';
import type { Component, Framework } from '#core/scoring/framework.ts';
import { type ComparedScore, compareSnapshots, hasMoved } from './compare-snapshots.ts';
import { publishScore } from './published-points.ts';

const framework = framework2025 as unknown as Framework;
const entries = values2025.values as unknown as readonly { item: string; value: DataValue }[];
const present = new Map(entries.map(({ item, value }) => [item, value]));

const scoreWith = (
  changes: Readonly<Record<string, DataValue>> = {},
  version: Framework = framework,
): ComparedScore => {
  const values = new Map([...present, ...Object.entries(changes)]);
  return { framework: version, values, points: publishScore(version, computeIndexScore(version, values)) };
};

const compare = (changes: Readonly<Record<string, DataValue>>, version = framework) =>
  compareSnapshots(scoreWith(), scoreWith(changes, version));

const movedOf = (comparison: ReturnType<typeof compare>) =>
  comparison.components.flatMap(({ placed, change }) =>
    hasMoved(change) ? [[placed.component.code, change.difference.low, change.difference.high]] : [],
  );

const exact = (text: string) => ({ low: text, high: text });

describe('two scores of one framework, with the figures of 2025', () => {
  it('that are the same differ in nothing', () => {
    const comparison = compare({});
    expect(comparison.total.difference).toEqual(exact('0'));
    expect(comparison.components).toHaveLength(55);
    expect(movedOf(comparison)).toEqual([]);
    expect(comparison).toMatchObject({ items: [], policiesChanged: false, rounding: exact('0') });
  });

  it('show each component that moved, the groups it stands in, and the data behind', () => {
    // 6.4: 57.6 % → 60 % reaches the threshold and wins its 20 points. 6.5: 59.65 % → 70 %, so 70 ÷ 80 × 20 = 17.5
    // instead of 14.9125, shown as 17.50 and 14.91.
    const comparison = compare({ '6.4.rate': reported('60'), '6.5.rate': reported('70') });
    expect(movedOf(comparison)).toEqual([
      ['6', '22.59', '22.59'],
      ['6.4', '20', '20'],
      ['6.5', '2.59', '2.59'],
    ]);
    expect(comparison.components.find(({ placed }) => placed.component.code === '6.5')).toMatchObject({
      change: { before: exact('14.91'), after: exact('17.50') },
      changedItems: ['6.5.rate'],
      changedFields: [],
    });
    expect(comparison.items).toMatchObject([
      { item: { code: '6.4.rate' }, before: reported('57.6'), after: reported('60'), feeds: ['6.4'] },
      { item: { code: '6.5.rate' }, before: reported('59.65'), after: reported('70'), feeds: ['6.5'] },
    ]);
    expect(comparison.total).toEqual({
      before: { low: '625.64', high: '646.82' },
      after: { low: '648.23', high: '669.41' },
      difference: exact('22.59'),
    });
  });

  it('tell blank, zero and not applicable apart', () => {
    const comparison = compare({
      '6.4.rate': BLANK,
      '6.5.rate': reported('0'),
      '2.3.issued': NOT_APPLICABLE,
    });
    const change = (code: string) => {
      const found = comparison.items.find(({ item }) => item.code === code);
      return [found?.before?.state, found?.after?.state];
    };
    expect(change('6.4.rate')).toEqual(['value', 'blank']);
    expect(change('6.5.rate')).toEqual(['value', 'value']);
    expect(change('2.3.issued')).toEqual(['value', 'not-applicable']);
    const total = comparison.components.find(({ placed }) => placed.component.code === '6.4');
    // Without data 6.4 may earn anything from 0 to 20: its range opens upwards alone.
    expect(total?.change).toEqual({
      before: exact('0.00'),
      after: { low: '0.00', high: '20.00' },
      difference: { low: '0', high: '20' },
    });
  });

  it('add up: the indicators and the rounding are the total, whatever changed', () => {
    const codes = entries.flatMap(({ item, value }) =>
      value.state === 'value' && /^\d+(\.\d+)?$/.test(value.value) ? [item] : [],
    );
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(...codes),
          fc.oneof(
            fc.constant(BLANK),
            fc.integer({ min: 0, max: 100 }).map((n) => reported(String(n))),
          ),
          { maxKeys: 6 },
        ),
        (changes) => {
          const { components, total, rounding } = compare(changes);
          const leaves = components.filter(({ placed }) => placed.component.kind === 'indicator');
          for (const bound of ['low', 'high'] as const) {
            const gains = sum(leaves.map(({ change }) => decimal(change.difference[bound])));
            expect(gains.plus(rounding[bound]).toFixed()).toBe(decimal(total.difference[bound]).toFixed());
            // 47 indicators and two totals, each rounded to a hundredth.
            expect(decimal(rounding[bound]).abs().lessThan('0.5')).toBe(true);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

const mapTree = (
  components: readonly Component[],
  change: (component: Component) => readonly Component[],
): readonly Component[] =>
  components.flatMap((component) =>
    change(
      component.kind === 'group'
        ? { ...component, children: mapTree(component.children, change) }
        : component,
    ),
  );

describe('two versions of a framework', () => {
  const later: Framework = {
    ...framework,
    version: 2,
    policies: { ...framework.policies, notApplicable: 'full' },
    components: mapTree(framework.components, (component) => {
      if (component.code === '1.1') return [];
      if (component.code === '6.4') return [{ ...component, maximumPoints: '25' }];
      if (component.code === '6.5')
        return [component, { ...component, code: '6.5b', name: { vi: 'Mới', en: 'New' } }];
      return [component];
    }),
  };

  it('match by code: what is gone, what is new, and which fields changed', () => {
    const comparison = compare({ '6.4.rate': reported('60') }, later);
    const of = (code: string) => comparison.components.find(({ placed }) => placed.component.code === code);
    expect(comparison.components).toHaveLength(56);
    expect(of('1.1')).toMatchObject({
      presence: 'removed',
      change: { after: null, difference: exact('-10') },
    });
    expect(of('6.5b')).toMatchObject({
      presence: 'added',
      change: { before: null, after: exact('14.91'), difference: exact('14.91') },
    });
    // 57.6 % of the old version earned nothing; 60 % earns the 25 points of the new one.
    expect(of('6.4')).toMatchObject({
      presence: 'both',
      changedFields: ['maximumPoints'],
      changedItems: ['6.4.rate'],
      change: { difference: exact('25') },
    });
    expect(of('6.3')).toMatchObject({ presence: 'both', changedFields: [] });
    expect(comparison.policiesChanged).toBe(true);
  });

  it('keep what is gone at its place', () => {
    const codes = compare({}, later).components.map(({ placed }) => placed.component.code);
    expect(codes.slice(0, 3)).toEqual(['1', '1.1', '1.2']);
  });
});
