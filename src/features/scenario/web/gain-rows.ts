import { publish } from '#core/kernel/decimal.ts';
import type { Gains } from '#core/scenario/list-gains.ts';
import { publishInterval } from '#core/scoring/evaluate.ts';
import { findComponent, type Framework } from '#core/scoring/framework.ts';
import type { LocalizedText } from '#core/scoring/localized-text.ts';

/** One step of the way from the present total to the assumed one, with both bounds as published. */
export interface GainRow {
  readonly key: string;
  readonly kind: 'total' | 'change';
  readonly name: string;
  readonly low: string;
  readonly high: string;
}

interface RowNames {
  readonly now: string;
  readonly then: string;
  readonly rounding: string;
  readonly pick: (text: LocalizedText) => string;
}

const isSomething = (text: string): boolean => /[1-9]/.test(text);

/** The present total, each indicator that changes it, what rounding leaves, and the total that comes of it. */
export const listGainRows = (
  { total, steps, remainder }: Gains,
  framework: Framework,
  names: RowNames,
): readonly GainRow[] => {
  const { rounding } = framework.policies;
  const changes = steps.map(({ code, change }): GainRow => {
    const component = findComponent(framework, code);
    return {
      ...{ key: code, kind: 'change' },
      name: component ? `${code} ${names.pick(component.name)}` : code,
      ...publishInterval(change.difference, rounding),
    };
  });
  const rest = { low: publish(remainder.low, rounding), high: publish(remainder.high, rounding) };
  return [
    { key: 'now', kind: 'total', name: names.now, ...publishInterval(total.before, rounding) },
    ...changes.filter(({ low, high }) => isSomething(low) || isSomething(high)),
    ...(isSomething(rest.low) || isSomething(rest.high)
      ? [{ key: 'rounding', kind: 'change', name: names.rounding, ...rest } as const]
      : []),
    { key: 'then', kind: 'total', name: names.then, ...publishInterval(total.after, rounding) },
  ];
};

/** Where the axis of the picture begins: below the least that it passes, so that gains are seen beside totals. */
export const findAxisStart = (rows: readonly GainRow[]): number => {
  const levels: number[] = [];
  for (const { kind, low } of rows) {
    levels.push(kind === 'total' ? Number(low) : (levels.at(-1) ?? 0) + Number(low));
  }
  return Math.max(0, Math.floor((Math.min(...levels) - 10) / 50) * 50);
};
