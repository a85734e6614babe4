import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import type { AssetCondition } from './asset-condition.ts';
import { decideCondition } from './asset-condition.ts';
import { computeFigure, figureDay, isCertain } from './asset-figures.ts';
import type { AssetEntry, AssetFigure, AssetRegister } from './asset-register.ts';
import type { AssetValues } from './asset-values.ts';
import { isOfFamily } from './asset-register.ts';

const DAY = plainDate('2025-12-31');
const text = { vi: 'x', en: 'x' };
const figure = (over: Partial<AssetFigure> = {}): AssetFigure => ({
  ...{ framework: 'dti-province', item: '5.1.a', kind: 'count', name: text, distinctBy: null, outOf: null },
  where: { kind: 'is-one-of', field: 'state', values: ['operating'] },
  ...over,
});
const register: AssetRegister = {
  ...{ code: 'r', path: 'r', title: text, counted: text, basis: text, beginsOn: 'inUseFrom' },
  ...{ fields: [], figures: [] },
};
const entry = (id: string, values: AssetValues, retiredOn: string | null = null): AssetEntry => ({
  ...{ id, values },
  retiredOn: retiredOn === null ? null : plainDate(retiredOn),
});
const operating = { state: 'operating' };

describe('a figure', () => {
  it('counts what holds, tells what does not, and keeps apart what a blank leaves open', () => {
    const entries = [entry('a', operating), entry('b', { state: 'stopped' }), entry('c', {})];
    const computed = computeFigure(register, figure(), entries, DAY);
    expect(computed).toMatchObject({
      value: { state: 'value', value: '1' },
      most: 2,
      behind: { yes: ['a'], no: ['b'], unknown: ['c'] },
    });
    expect(isCertain(computed)).toBe(false);
  });

  it('of an empty register is blank; of one in which nothing holds it is zero', () => {
    expect(computeFigure(register, figure(), [], DAY)).toMatchObject({
      value: { state: 'blank' },
      most: null,
    });
    const none = computeFigure(register, figure(), [entry('a', { state: 'stopped' })], DAY);
    expect(none.value).toMatchObject({ state: 'value', value: '0' });
    expect(isCertain(none)).toBe(true);
  });

  it('says of existence yes, no, or nothing while a blank decides', () => {
    const exists = figure({ kind: 'exists' });
    const valueOf = (...values: AssetValues[]) =>
      computeFigure(
        register,
        exists,
        values.map((one, place) => entry(String(place), one)),
        DAY,
      ).value;
    expect(valueOf(operating, {})).toMatchObject({ value: 'yes' });
    expect(valueOf({ state: 'stopped' })).toMatchObject({ value: 'no' });
    expect(valueOf({ state: 'stopped' }, {})).toEqual({ state: 'blank' });
  });

  it('counts an entry from the day on which it begins until the day before it is retired', () => {
    const entries = [
      entry('later', { ...operating, inUseFrom: '2026-01-01' }),
      entry('ended', operating, '2025-12-31'),
      entry('lasting', { ...operating, inUseFrom: '2025-12-31' }, '2026-01-01'),
    ];
    expect(computeFigure(register, figure(), entries, DAY).behind.yes).toEqual(['lasting']);
  });

  it('counts alike entries once, also when one of them is open', () => {
    const distinct = figure({ distinctBy: 'code' });
    const entries = [
      entry('a', { ...operating, code: 'NDXP-01' }),
      entry('b', { ...operating, code: 'ndxp-01' }),
      entry('c', { code: 'NDXP-01' }),
    ];
    const computed = computeFigure(register, distinct, entries, DAY);
    expect(computed).toMatchObject({ value: { value: '1' }, most: 1 });
    expect(isCertain(computed)).toBe(true);
  });
});

describe('a condition', () => {
  const by: AssetCondition = { kind: 'by-day', field: 'on' };
  const within: AssetCondition = { kind: 'within-year', field: 'days' };
  it.each<[AssetCondition, AssetValues, string]>([
    [by, { on: '2025-12-31' }, 'yes'],
    [by, { on: '2026-01-01' }, 'no'],
    [by, {}, 'unknown'],
    [within, { days: ['2024-12-31', '2025-06-01'] }, 'yes'],
    [within, { days: ['2024-12-31', '2026-01-01'] }, 'no'],
    [within, {}, 'no'],
    [{ kind: 'all', of: [by, within] }, {}, 'no'],
    [{ kind: 'any', of: [by, within] }, {}, 'unknown'],
    [{ kind: 'any', of: [by, within] }, { days: ['2025-01-01'] }, 'yes'],
  ])('%j for %j: %s', (condition, values, verdict) => {
    expect(decideCondition(condition, values, DAY)).toBe(verdict);
  });

  it('about a year looks no further than the day asked about', () => {
    expect(decideCondition(within, { days: ['2025-12-01'] }, plainDate('2025-11-30'))).toBe('no');
    expect(decideCondition(within, { days: ['2025-12-01'] }, plainDate('2025-12-01'))).toBe('yes');
  });

  it('that is unknown can become either way, and one that is not stays whatever the blanks say', () => {
    const leaf = (field: string): AssetCondition => ({ kind: 'is-one-of', field, values: ['yes'] });
    const conditions = fc.letrec<{ node: AssetCondition }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom('p', 'q', 'r').map(leaf),
        fc.record({
          kind: fc.constantFrom('all' as const, 'any' as const),
          of: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
        }),
      ),
    })).node;
    const filled = fc.record({ p: fc.constantFrom('yes', 'no'), q: fc.constantFrom('yes', 'no') });
    fc.assert(
      fc.property(conditions, filled, fc.constantFrom('yes', 'no'), (condition, values, r) => {
        const open = decideCondition(condition, values, DAY);
        const closed = decideCondition(condition, { ...values, r }, DAY);
        expect(closed).not.toBe('unknown');
        if (open !== 'unknown') expect(closed).toBe(open);
      }),
    );
  });
});

it('figures of a year are taken on its last day, or today while it runs', () => {
  expect(figureDay(2025, plainDate('2026-11-22'))).toBe('2025-12-31');
  expect(figureDay(2026, plainDate('2026-11-22'))).toBe('2026-11-22');
});

it('a framework of any year is of its family', () => {
  expect(isOfFamily('dti-province-2026', 'dti-province')).toBe(true);
  expect(isOfFamily('dti-province', 'dti-province')).toBe(true);
  expect(isOfFamily('dti-province-draft', 'dti-province')).toBe(false);
});
