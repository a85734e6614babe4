import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import framework2025 from '#data/frameworks/dti-province-2025.json' with { type: 'json' };
import values2025 from '#data/demonstration/index/data-values-2025.json' with { type: 'json' };
import { publish, sum } from '#core/kernel/decimal.ts';
import {
  BLANK,
  type DataValue,
  NOT_APPLICABLE,
  reported,
  VALUE_COMPARATORS,
} from '#core/scoring/data-value.ts';
import { computeIndexScore } from '#core/scoring/evaluate.ts';
import type { Framework } from '#core/scoring/framework.ts';
import {
  applyChanges,
  changeItem,
  type ChangeSet,
  isSameChangeSet,
  NO_CHANGES,
  resetItem,
} from './change-set.ts';
import { readChangeSet, writeChangeSet } from './change-set-text.ts';
import { checkChanges } from './check-changes.ts';
import { compareWithPresent } from './compare-with-present.ts';
import { findOutdated } from './find-outdated.ts';
import { listGains } from './list-gains.ts';

const framework = framework2025 as unknown as Framework;
const entries = values2025.values as unknown as readonly { item: string; value: DataValue }[];
const present = new Map(entries.map(({ item, value }) => [item, value]));
const score = (changes: ChangeSet) => computeIndexScore(framework, applyChanges(present, changes));

const anyValue: fc.Arbitrary<DataValue> = fc.oneof(
  fc.constant(BLANK),
  fc.constant(NOT_APPLICABLE),
  fc
    .record({ value: fc.string({ minLength: 1 }), comparator: fc.constantFrom(...VALUE_COMPARATORS) })
    .map(({ value, comparator }): DataValue => reported(value, comparator)),
);

describe('a change set', () => {
  it('holds what differs from the present, once', () => {
    const one = changeItem(NO_CHANGES, present, '6.4.rate', reported('60.1'));
    expect([...one]).toEqual([['6.4.rate', reported('60.1')]]);
    expect(changeItem(one, present, '6.4.rate', reported('60.1'))).toBe(one);
    expect(changeItem(one, present, '6.4.rate', present.get('6.4.rate')!).size).toBe(0);
    expect(resetItem(one, '6.4.rate').size).toBe(0);
    expect(resetItem(one, '6.5.rate')).toBe(one);
  });

  it('keeps blank, zero and not applicable apart', () => {
    const states = [BLANK, reported('0'), NOT_APPLICABLE];
    const sets = states.map((value) => changeItem(NO_CHANGES, present, '6.4.rate', value));
    expect(sets.map((set) => set.get('6.4.rate'))).toEqual(states);
    // An item that nobody has answered is blank already.
    expect(changeItem(NO_CHANGES, present, '6.5.b', BLANK).size).toBe(0);
  });
});

describe('a change set in an address', () => {
  it('is short and stays as it is in a query', () => {
    const changes = new Map<string, DataValue>([
      ['6.4.rate', reported('60.1')],
      ['2.3.issued', reported('no')],
      ['5.5.rate', NOT_APPLICABLE],
      ['1.4.count', reported('52', '<')],
      ['4.2.a', BLANK],
    ]);
    const text = writeChangeSet(changes);
    expect(text).toBe('1.4.count_.l52*2.3.issued_no*4.2.a_.b*5.5.rate_.n*6.4.rate_60.1');
    expect(new URLSearchParams({ q: text }).toString()).toBe(`q=${text}`);
  });

  it('reads back what was written, whatever the codes and values are', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), anyValue), (record) => {
        const changes = new Map(Object.entries(record));
        const read = readChangeSet(writeChangeSet(changes));
        expect(read.unread).toEqual([]);
        expect(isSameChangeSet(read.changes, changes)).toBe(true);
      }),
    );
  });

  it('names what it can not read, and reads the rest', () => {
    const { changes, unread } = readChangeSet('6.4.rate_60.1*nothing*_5*a_.x*b_*c_.b1*d_1_2');
    expect([...changes.keys()]).toEqual(['6.4.rate']);
    expect(unread).toEqual(['nothing', '_5', 'a_.x', 'b_', 'c_.b1', 'd_1_2']);
  });
});

describe('checking changes', () => {
  it('keeps what fits and names what does not', () => {
    const changes = new Map<string, DataValue>([
      ['6.4.rate', reported('60.1')],
      ['6.5.rate', reported('140')],
      ['2.3.issued', reported('maybe')],
      ['9.9', reported('1')],
      ['1.1.role', present.get('1.1.role')!],
    ]);
    const { changes: kept, problems } = checkChanges(framework, present, changes);
    expect([...kept.keys()]).toEqual(['6.4.rate']);
    expect(problems).toMatchObject([
      { item: '6.5.rate', problem: { code: 'value.out-of-range' } },
      { item: '2.3.issued', problem: { code: 'value.malformed' } },
      { item: '9.9', problem: 'unknown-item' },
    ]);
  });

  it('lets a part and its whole change together, and refuses a part that exceeds it', () => {
    const both = (part: string, whole: string) =>
      checkChanges(
        framework,
        present,
        new Map([
          ['6.4.a', reported(part)],
          ['6.4.b', reported(whole)],
        ]),
      ).problems.map(({ problem }) => (problem === 'unknown-item' ? problem : problem.code));
    expect(both('600', '1000')).toEqual([]);
    expect(both('1001', '1000')).toEqual(Array(2).fill('value.numerator-exceeds-denominator'));
  });
});

describe('gains', () => {
  it('tell which indicators carry the difference, the largest first', () => {
    const changes = new Map([
      ['6.4.rate', reported('60')],
      ['6.5.rate', reported('80')],
      ['2.3.issued', reported('no')],
    ]);
    const gains = listGains(score(NO_CHANGES), score(changes));
    const text = gains.steps.map(({ code, change }) => [
      code,
      publish(change.difference.low, framework.policies.rounding),
    ]);
    expect(text[0]).toEqual(['6.4', '20.00']);
    expect(text.at(-1)).toEqual(['2.3', '-10.00']);
  });

  it('add up to the difference of the totals, at both bounds', () => {
    const numbers = framework.dataItems.filter((item) => item.kind === 'number').map(({ code }) => code);
    const change = fc.record({
      item: fc.constantFrom(...numbers),
      value: fc.oneof(
        fc.constant(BLANK),
        fc.constant(NOT_APPLICABLE),
        fc.nat(100).map((value) => reported(String(value))),
      ),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (made) => {
        const changes = new Map(made.map(({ item, value }) => [item, value]));
        const { total, steps, remainder } = listGains(score(NO_CHANGES), score(changes));
        const added = sum(steps.map((step) => step.change.difference.low));
        // Shares such as 1/3 have 60 digits, so sums in another order may differ in the last of them.
        const rest = [remainder.low, remainder.high, total.difference.low.minus(added)];
        expect(rest.every((part) => part.abs().lessThan('1e-50'))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('scenarios beside the present', () => {
  it('are compared component by component', () => {
    const first = score(new Map([['6.4.rate', reported('60')]]));
    const second = score(new Map([['2.3.issued', reported('no')]]));
    const { total, components } = compareWithPresent(score(NO_CHANGES), [first, second]);
    expect(total.scenarios.map(({ difference }) => difference.low.toFixed(2))).toEqual(['20.00', '-10.00']);
    expect(components).toHaveLength(55);
    const differing = components.filter(({ differs }) => differs);
    expect(differing.map(({ present: { component } }) => component.code)).toEqual(['2', '2.3', '6', '6.4']);
    expect(differing.map(({ depth }) => depth)).toEqual([0, 1, 0, 1]);
  });
});

describe('an outdated scenario', () => {
  const basis = { frameworkVersion: 1, values: present };

  it('is none while the present is that of then', () => {
    expect(findOutdated(basis, { frameworkVersion: 1, values: new Map(present) })).toBeUndefined();
  });

  it('names the version and the values that have changed since', () => {
    const now = new Map([...present, ['6.4.rate', reported('58')] as const]);
    now.delete('1.1.role');
    const outdated = findOutdated(basis, { frameworkVersion: 2, values: now });
    expect(outdated?.framework).toEqual({ then: 1, now: 2 });
    expect(outdated?.values.map(({ item }) => item)).toEqual(['1.1.role', '6.4.rate']);
    expect(outdated?.values[0]?.now).toEqual(BLANK);
  });
});
