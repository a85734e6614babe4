import { Decimal, decimal, ONE } from '#core/kernel/decimal.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { alongLever, type ImprovementOption, type Stretch } from './improvement-option.ts';

/** Efforts and limits that somebody set; what is left out has its default or no limit. */
export interface EffortSettings {
  /** Effort of one unit of the lever (one count, one percentage point, one level, one yes), by option. */
  readonly perUnit: ReadonlyMap<string, Decimal>;
  /** The farthest value that can be reached, by option: the highest, or the lowest where less is better. */
  readonly ceilings: ReadonlyMap<string, Decimal>;
  /** The most effort that may go into an indicator, by component code. Zero leaves it as it is. */
  readonly indicatorLimits: ReadonlyMap<string, Decimal>;
  /** The most effort that an agency can give, by agency. */
  readonly agencyLimits: ReadonlyMap<string, Decimal>;
}

export const NO_SETTINGS: EffortSettings = {
  perUnit: new Map(),
  ceilings: new Map(),
  indicatorLimits: new Map(),
  agencyLimits: new Map(),
};

/** A stretch with its price. */
export interface PricedStretch extends Stretch {
  readonly effort: Decimal;
}

/** An option of which each stretch has its price, as far as it may be walked. */
export interface PricedOption extends Omit<ImprovementOption, 'stretches'> {
  readonly effortPerUnit: Decimal;
  readonly stretches: readonly PricedStretch[];
}

/** One percent of the way from nothing to full points, without any gap, is one unit of effort. */
const WHOLE_WAY = decimal(100);

/**
 * Effort of one unit of the lever when nobody says otherwise. It follows from the gap alone: the way from nothing to full
 * points counts 100, whatever the indicator, and each part of it counts the more the larger the gap is, up to twice when
 * everything is missing. A convention to begin with, not a cost that anybody measured.
 */
export const defaultEffortPerUnit = ({ full, nothing, stretches }: ImprovementOption): Decimal => {
  const whole = full.minus(nothing);
  const gap = Decimal.min(full.minus(stretches[0]?.from ?? full).dividedBy(whole), ONE);
  return WHOLE_WAY.dividedBy(whole).times(gap.plus(1));
};

// Half of a jump brings nothing, so a ceiling within it ends the way before it.
const cut = (stretch: Stretch, ceiling: Decimal): readonly Stretch[] => {
  if (stretch.to.lessThanOrEqualTo(ceiling)) return [stretch];
  if (stretch.kind === 'jump' || stretch.from.greaterThanOrEqualTo(ceiling)) return [];
  const part = ceiling.minus(stretch.from).dividedBy(stretch.to.minus(stretch.from));
  return [{ ...stretch, to: ceiling, gain: stretch.gain.times(part) }];
};

const withinCeiling = (stretches: readonly Stretch[], ceiling: Decimal | undefined): readonly Stretch[] => {
  if (!ceiling) return stretches;
  const beyond = stretches.findIndex((stretch) => stretch.to.greaterThan(ceiling));
  return beyond < 0 ? stretches : stretches.slice(0, beyond + 1).flatMap((stretch) => cut(stretch, ceiling));
};

/** Options that move the same item the same way: it is moved once for all of them. */
export const itemMove = ({ lever }: Pick<ImprovementOption, 'lever'>): string =>
  lever.kind === 'number' ? `${lever.item} ${lever.direction}` : lever.item;

const largest = (numbers: readonly Decimal[]): Decimal | undefined =>
  numbers.length === 0 ? undefined : Decimal.max(...numbers);

/** The price of a unit and the farthest position: an item that stands in several rules has one of each. */
const termsOf = (together: readonly ImprovementOption[], { perUnit, ceilings }: EffortSettings) => {
  const set = together.flatMap(({ id }) => perUnit.get(id) ?? []);
  const positions = together.flatMap(({ id, lever }) => {
    const farthest = ceilings.get(id);
    return farthest ? [alongLever(lever, farthest)] : [];
  });
  return {
    effortPerUnit: largest(set) ?? largest(together.map(defaultEffortPerUnit)) ?? WHOLE_WAY,
    ceiling: positions.length === 0 ? undefined : Decimal.min(...positions),
  };
};

/** Prices options and cuts them at their ceilings. Options on which nothing can be won fall away. */
export const priceOptions = (
  options: readonly ImprovementOption[],
  settings: EffortSettings,
): readonly PricedOption[] => {
  const moves = groupBy(options, itemMove);
  return options.flatMap((option) => {
    const { effortPerUnit, ceiling } = termsOf(moves.get(itemMove(option)) ?? [option], settings);
    const stretches = withinCeiling(option.stretches, ceiling).map((stretch) => ({
      ...stretch,
      effort: stretch.to.minus(stretch.from).times(effortPerUnit),
    }));
    return stretches.some((stretch) => stretch.gain.greaterThan(0))
      ? [{ ...option, effortPerUnit, stretches }]
      : [];
  });
};
