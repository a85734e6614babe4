import { type Decimal, ONE, sum } from '#core/kernel/decimal.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { itemMove, type PricedOption, type PricedStretch } from './effort.ts';
import { addAtMost, binary, type ModelDraft, type Terms } from './model-draft.ts';

/** The columns of one stretch: how far it is walked, and whether all of it is. */
interface StretchColumns {
  readonly amount: number;
  /** How many units of the amount are the whole stretch. */
  readonly steps: number;
  /** Null for a jump, which is walked whole or not at all, and for the last stretch, on which nothing follows. */
  readonly complete: number | null;
}

/** The columns of one option. */
export interface OptionColumns {
  readonly option: PricedOption;
  /** One when the option's item is moved at all, for this option or another. */
  readonly used: number;
  readonly stretches: readonly StretchColumns[];
}

/** Options that move one item, with what moving it costs: once for all of them. */
export interface MoveColumns {
  readonly options: readonly OptionColumns[];
  readonly effort: Terms;
}

// A stretch of few counts is solved in whole counts; on a longer one the part of a count does not matter and is
// rounded up afterwards.
const MOST_WHOLE_STEPS = 200;

/** In how many whole steps a stretch is walked; undefined when any part of it may be. */
const findWholeSteps = (option: PricedOption, stretch: PricedStretch): number | undefined => {
  if (stretch.kind === 'jump') return 1;
  if (option.lever.kind !== 'number' || !option.lever.grain.equals(1)) return undefined;
  const counts = stretch.to.minus(stretch.from);
  return counts.isInteger() && counts.lessThanOrEqualTo(MOST_WHOLE_STEPS) ? counts.toNumber() : undefined;
};

const addStretch = (draft: ModelDraft, option: PricedOption, place: number): StretchColumns => {
  const stretch = option.stretches[place];
  if (!stretch) throw new RangeError(`No stretch ${String(place)} of ${option.id}`);
  const wholeSteps = findWholeSteps(option, stretch);
  const steps = wholeSteps ?? 1;
  const name = `${option.id}/${String(place)}`;
  const amount = draft.addColumn({ name, lower: 0, upper: steps, integer: wholeSteps !== undefined });
  const isLast = place === option.stretches.length - 1;
  if (stretch.kind === 'jump' || isLast) return { amount, steps, complete: null };
  const complete = draft.addColumn(binary(`${name}/complete`));
  draft.addRow({
    name: `${name}/complete`,
    lower: 0,
    upper: null,
    terms: [
      { column: amount, factor: 1 },
      { column: complete, factor: -steps },
    ],
  });
  return { amount, steps, complete };
};

/** The columns of the cases of choices, by choice and case. */
export type CaseColumns = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** An option that belongs to a case is walked only when the case is gone for. */
const addGate = (draft: ModelDraft, option: PricedOption, used: number, cases: CaseColumns): number => {
  if (option.branches.length === 0) return used;
  const begun = draft.addColumn(binary(`${option.id}/begun`));
  addAtMost(draft, `${option.id}/begun`, begun, used, 1);
  for (const { choice, case: name } of option.branches) {
    const chosen = cases.get(choice)?.get(name);
    if (chosen !== undefined) addAtMost(draft, `${option.id}/in ${name}`, begun, chosen, 1);
  }
  return begun;
};

/** A stretch begins only where the one before it was walked whole, and no option moves that is not used. */
const addOption = (
  draft: ModelDraft,
  option: PricedOption,
  used: number,
  cases: CaseColumns,
): OptionColumns => {
  const start = addGate(draft, option, used, cases);
  const stretches: StretchColumns[] = [];
  for (const place of option.stretches.keys()) {
    const before = stretches.at(-1);
    const gate = before ? (before.complete ?? before.amount) : start;
    const columns = addStretch(draft, option, place);
    addAtMost(draft, `${option.id}/${String(place)}/after`, columns.amount, gate, columns.steps);
    stretches.push(columns);
  }
  return { option, used, stretches };
};

/** What the walked stretches are worth together. */
export const sumOver = (
  options: readonly OptionColumns[],
  worth: (stretch: PricedStretch) => Decimal,
): Terms =>
  options.flatMap(({ option, stretches }) =>
    stretches.flatMap(({ amount, steps }, place) => {
      const stretch = option.stretches[place];
      return stretch ? [{ column: amount, factor: worth(stretch).dividedBy(steps).toNumber() }] : [];
    }),
  );

/**
 * The effort of options that move one item, or the parts of it that `share` tells. An item that stands in several rules is moved once:
 * as far as the one that needs it the farthest.
 */
export const addEffort = (
  draft: ModelDraft,
  name: string,
  options: readonly OptionColumns[],
  share: (option: PricedOption) => Decimal = () => ONE,
): Terms => {
  const efforts = options.map((columns) =>
    sumOver([columns], (stretch) => stretch.effort.times(share(columns.option))),
  );
  const [only] = efforts;
  if (only && efforts.length === 1) return only;
  const upper = Math.max(
    0,
    ...options.map(({ option }) => sum(option.stretches.map((one) => one.effort)).toNumber()),
  );
  const effort = draft.addColumn({ name, lower: 0, upper, integer: false });
  for (const terms of efforts) {
    draft.addRow({ name, lower: null, upper: 0, terms: [...terms, { column: effort, factor: -1 }] });
  }
  return [{ column: effort, factor: 1 }];
};

/** Adds the columns of all options, those that move the same item together. */
export const addMoves = (
  draft: ModelDraft,
  options: readonly PricedOption[],
  cases: CaseColumns,
): readonly MoveColumns[] =>
  [...groupBy(options, itemMove)].map(([name, together]) => {
    const used = draft.addColumn(binary(`${name}/used`));
    const columns = together.map((option) => addOption(draft, option, used, cases));
    return { options: columns, effort: addEffort(draft, `${name}/effort`, columns) };
  });
