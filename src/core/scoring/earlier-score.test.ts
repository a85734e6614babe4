import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import framework2025 from '#data/frameworks/dti-province-2025.json' with { type: 'json' };
import values2025 from '#data/demonstration/index/data-values-2025.json' with { type: 'json' };
import { BLANK, type DataValue, type DataValues, NOT_APPLICABLE, reported } from './data-value.ts';
import { computeIndexScore, type IndexScore, listScored } from './evaluate.ts';
import type { ComponentIndicator, Framework } from './framework.ts';
import { NOT_APPLICABLE_POLICIES } from './policies.ts';
import { buildLeague } from './score-league.ts';

const province = framework2025 as unknown as Framework;
const entries = values2025.values as unknown as readonly { item: string; value: DataValue }[];
const values: DataValues = new Map(entries.map(({ item, value }) => [item, value]));

/** Everything that a score says, as text. */
const tell = (score: IndexScore) => ({
  total: [score.maximum, score.points.low, score.points.high].map(String),
  components: listScored(score).map(({ component, maximum, points, state, reasons, trace }) => ({
    code: component.code,
    points: [maximum, points.low, points.high].map(String),
    ...{ state, reasons, trace },
  })),
});

const { dataItems } = province;
const anyValue = (item: (typeof dataItems)[number]): fc.Arbitrary<DataValue> => {
  const states = [BLANK, NOT_APPLICABLE].map((value) => fc.constant(value));
  switch (item.kind) {
    case 'yes-no':
      return fc.oneof(
        ...states,
        fc.constantFrom('yes', 'no').map((value) => reported(value)),
      );
    case 'level':
      return fc.oneof(
        ...states,
        fc.constantFrom(...item.levels.map(({ code }) => code)).map((value) => reported(value)),
      );
    case 'number':
      return fc.oneof(
        ...states,
        fc
          .record({ value: fc.nat(120), comparator: fc.constantFrom('=', '<', '>=') })
          .map(({ value, comparator }) => reported(String(value), comparator as '=')),
      );
  }
};
const anyChange = fc
  .constantFrom(...dataItems)
  .chain((item) => anyValue(item).map((value) => [item.code, value] as const));

const policies = fc.record({
  notApplicable: fc.constantFrom(...NOT_APPLICABLE_POLICIES),
  levelRounding: fc.constantFrom(
    [],
    [null, { places: 2, mode: 'half-up' as const }, { places: 1, mode: 'half-even' as const }],
  ),
});

describe('scoring on from an earlier score', () => {
  it('gives what scoring anew gives, to the last digit and the last step of the trace', () => {
    fc.assert(
      fc.property(
        policies,
        fc.array(fc.array(anyChange, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
        (chosen, rounds) => {
          const framework: Framework = { ...province, policies: { ...province.policies, ...chosen } };
          let present = values;
          let score = computeIndexScore(framework, present);
          for (const changes of rounds) {
            const after = new Map([...present, ...changes]);
            const next = computeIndexScore(framework, after, { earlier: { score, values: present } });
            expect(tell(next)).toEqual(tell(computeIndexScore(framework, after)));
            [present, score] = [after, next];
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it('evaluates only what reads the changed item, and what stands above it', () => {
    const before = computeIndexScore(province, values);
    const after = new Map([...values, ['6.4.rate', reported('60')] as const]);
    const next = computeIndexScore(province, after, { earlier: { score: before, values } });
    const renewed = listScored(next).filter((scored) => before.byCode.get(scored.component.code) !== scored);
    expect(renewed.map(({ component }) => component.code)).toEqual(['6', '6.4']);
  });

  it('renews all that read a shared item', () => {
    const before = computeIndexScore(province, values);
    const after = new Map([...values, ['5.1.b', reported('300')] as const]);
    const next = computeIndexScore(province, after, { earlier: { score: before, values } });
    const renewed = listScored(next).filter((scored) => before.byCode.get(scored.component.code) !== scored);
    expect(renewed.map(({ component }) => component.code)).toEqual(['5', '5.1', '5.3', '5.6']);
  });

  it('renews what looks at the league when the league is another one', () => {
    const first = province.components.find(({ code }) => code === '6');
    const indicator = first?.kind === 'group' ? first.children[3] : undefined;
    const rule = {
      kind: 'normalised-to-best',
      measure: {
        ...{ fraction: null, rate: '6.4.rate', multiplier: '100', partOfWhole: true },
        unit: { vi: '%', en: '%' },
      },
    } as const;
    const framework: Framework = {
      ...province,
      components: [{ ...(indicator as ComponentIndicator), rule }],
    };
    const others = (rate: string) =>
      buildLeague(framework, new Map([['other', new Map([['6.4.rate', reported(rate)]])]]));
    const [weak, strong] = [others('80'), others('96')];
    const before = computeIndexScore(framework, values, { league: weak });
    const same = computeIndexScore(framework, values, {
      league: weak,
      earlier: { score: before, values, league: weak },
    });
    expect(same.components[0]).toBe(before.components[0]);
    const next = computeIndexScore(framework, values, {
      league: strong,
      earlier: { score: before, values, league: weak },
    });
    expect(tell(next)).toEqual(tell(computeIndexScore(framework, values, { league: strong })));
    expect(next.points.low.lessThan(before.points.low)).toBe(true);
  });
});
