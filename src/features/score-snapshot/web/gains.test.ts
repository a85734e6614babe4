import { describe, expect, it } from 'vitest';
import type { ComparedComponent, SnapshotComparison } from '#features/score-snapshot/contract.ts';
import { findGains } from './gains.ts';

const exact = (text: string) => ({ low: text, high: text });

const component = (code: string, difference: string, kind: 'group' | 'indicator' = 'indicator') =>
  ({
    code,
    kind,
    depth: kind === 'group' ? 0 : 1,
    change: { before: exact('0.00'), after: exact('0.00'), difference: exact(difference) },
  }) as ComparedComponent;

const comparison = (before: string, after: string, components: readonly ComparedComponent[]) =>
  ({
    components,
    total: { before: exact(before), after: exact(after), difference: exact('0') },
  }) as unknown as SnapshotComparison;

describe('the steps of a comparison', () => {
  it('are the indicators that moved, the largest gain first and losses last', () => {
    const gains = findGains(
      comparison('625.64', '640.64', [
        component('6', '15', 'group'),
        component('6.4', '20'),
        component('6.5', '0'),
        component('6.6', '-7.5'),
        component('6.7', '2.5'),
      ]),
    );
    expect(gains?.steps.map(({ code, value }) => [code, value])).toEqual([
      ['6.4', 20],
      ['6.7', 2.5],
      ['6.6', -7.5],
    ]);
    expect(gains).toMatchObject({ areGroups: false, rounding: 0 });
  });

  it('leave what rounding makes', () => {
    const gains = findGains(
      comparison('625.64', '648.23', [component('6.4', '20'), component('6.5', '2.6')]),
    );
    expect(gains?.rounding).toBe(-0.01);
  });

  it('become main indicators when there are too many', () => {
    const indicators = Array.from({ length: 20 }, (_, index) => component(`6.${String(index)}`, '1'));
    const gains = findGains(comparison('600.00', '620.00', [component('6', '20', 'group'), ...indicators]));
    expect(gains).toMatchObject({ areGroups: true, steps: [{ code: '6', value: 20 }], rounding: 0 });
  });

  it('begin the axis below the lowest level that is passed, and not below zero', () => {
    const down = findGains(comparison('625.64', '605.64', [component('6.4', '-20')]));
    expect(down?.axisFrom).toBe(580);
    expect(findGains(comparison('5.00', '15.00', [component('6.4', '10')]))?.axisFrom).toBe(0);
  });

  it('are none when no lower end moved', () => {
    expect(findGains(comparison('1.00', '1.00', [component('6.4', '0')]))).toBeUndefined();
  });
});
