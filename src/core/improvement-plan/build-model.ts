import { Decimal, ONE, sum, ZERO } from '#core/kernel/decimal.ts';
import type { EffortSettings, PricedOption, PricedStretch } from './effort.ts';
import type { MixedIntegerModel, ModelColumn, ModelRow } from './mixed-integer-model.ts';

/**
 * What the plan is for: to win the points that are missing with the least effort, or as many points as an effort
 * allows. Both count the points of the whole index, or of one component.
 */
export type ImprovementAim =
  | { readonly kind: 'cheapest'; readonly component: string | null; readonly missing: Decimal }
  | { readonly kind: 'most-points'; readonly component: string | null; readonly budget: Decimal | null };

/** The columns of one stretch: how far it is walked, and whether all of it is. */
interface StretchColumns {
  readonly amount: number;
  /** How many units of the amount are the whole stretch. */
  readonly steps: number;
  /** Null for a jump, which is walked whole or not at all, and for the last stretch, on which nothing follows. */
  readonly complete: number | null;
}

export interface OptionColumns {
  readonly option: PricedOption;
  /** One when the option's item is moved at all: options of one item share it. */
  readonly used: number;
  readonly stretches: readonly StretchColumns[];
}

/** A model with the way back from its columns to the options. */
export interface ImprovementModel {
  readonly model: MixedIntegerModel;
  readonly columns: readonly OptionColumns[];
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

/** Collects columns and rows; the solver knows columns by their place. */
const startModel = () => {
  const columns: ModelColumn[] = [];
  const rows: ModelRow[] = [];
  return {
    columns,
    rows,
    addColumn: (column: ModelColumn): number => columns.push(column) - 1,
    addRow: (row: ModelRow): number => rows.push(row),
  };
};
type Draft = ReturnType<typeof startModel>;

const getColumn = ({ columns }: Draft, place: number): ModelColumn => {
  const column = columns[place];
  if (!column) throw new RangeError(`No column ${place}`);
  return column;
};

const binary = (name: string): ModelColumn => ({ name, lower: 0, upper: 1, integer: true, objective: 0 });

const counts = (option: PricedOption, component: string | null): boolean =>
  component === null || option.within.has(component);

const objectiveOf = (option: PricedOption, stretch: PricedStretch, aim: ImprovementAim): Decimal =>
  aim.kind === 'most-points' && counts(option, aim.component) ? stretch.gain : ZERO;

const addStretch = (
  draft: Draft,
  option: PricedOption,
  place: number,
  aim: ImprovementAim,
): StretchColumns => {
  const stretch = option.stretches[place];
  if (!stretch) throw new RangeError(`No stretch ${place} of ${option.id}`);
  const wholeSteps = findWholeSteps(option, stretch);
  const steps = wholeSteps ?? 1;
  const name = `${option.id}/${place}`;
  const amount = draft.addColumn({
    name,
    lower: 0,
    upper: steps,
    integer: wholeSteps !== undefined,
    objective: objectiveOf(option, stretch, aim).dividedBy(steps).toNumber(),
  });
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

/** A stretch begins only where the one before it was walked whole, and no option moves that is not used. */
const addOption = (draft: Draft, option: PricedOption, aim: ImprovementAim, used: number): OptionColumns => {
  const stretches: StretchColumns[] = [];
  for (const place of option.stretches.keys()) {
    const before = stretches.at(-1);
    const gate = before ? (before.complete ?? before.amount) : used;
    const columns = addStretch(draft, option, place, aim);
    draft.addRow({
      name: `${option.id}/${place}/after`,
      lower: null,
      upper: 0,
      terms: [
        { column: columns.amount, factor: 1 },
        { column: gate, factor: -columns.steps },
      ],
    });
    stretches.push(columns);
  }
  return { option, used, stretches };
};

const sumOver = (
  options: readonly OptionColumns[],
  worth: (stretch: PricedStretch, option: PricedOption) => Decimal,
): ModelRow['terms'] =>
  options.flatMap(({ option, stretches }) =>
    stretches.flatMap(({ amount, steps }, place) => {
      const stretch = option.stretches[place];
      return stretch ? [{ column: amount, factor: worth(stretch, option).dividedBy(steps).toNumber() }] : [];
    }),
  );

/**
 * The effort of options. One item may win points in several places, each an option of its own; it is moved only once, so
 * such options together cost what the dearest of them does.
 */
const effortTerms = (
  draft: Draft,
  name: string,
  options: readonly OptionColumns[],
  share: (option: PricedOption) => Decimal = () => ONE,
): ModelRow['terms'] => {
  const effortOf = (of: readonly OptionColumns[]): ModelRow['terms'] =>
    sumOver(of, (stretch, option) => stretch.effort.times(share(option)));
  const items = new Set(options.map(({ option }) => option.lever.item));
  return [...items].flatMap((item): ModelRow['terms'] => {
    const moving = options.filter(({ option }) => option.lever.item === item);
    if (moving.length === 1) return effortOf(moving);
    const most = moving.map(({ option }) =>
      sum(option.stretches.map(({ effort }) => effort.times(share(option)))),
    );
    const column = draft.addColumn({
      ...{ name: `${name}/${item}`, lower: 0, upper: Decimal.max(...most).toNumber() },
      ...{ integer: false, objective: 0 },
    });
    for (const one of moving) {
      const terms = [{ column, factor: -1 }, ...effortOf([one])];
      draft.addRow({ name: `${name}/${item}/${one.option.id}`, lower: null, upper: 0, terms });
    }
    return [{ column, factor: 1 }];
  });
};

const addLimits = (draft: Draft, options: readonly OptionColumns[], settings: EffortSettings): void => {
  for (const [component, limit] of settings.indicatorLimits) {
    const name = `limit/${component}`;
    const concerned = options.filter(({ option }) => option.componentCode === component);
    draft.addRow({
      ...{ name, lower: null, upper: limit.toNumber() },
      terms: effortTerms(draft, name, concerned),
    });
  }
  for (const [agency, limit] of settings.agencyLimits) {
    const name = `limit/${agency}`;
    const concerned = options.filter(({ option }) => option.leadAgencies.includes(agency));
    const share = ({ leadAgencies }: PricedOption): Decimal => ONE.dividedBy(leadAgencies.length);
    draft.addRow({
      ...{ name, lower: null, upper: limit.toNumber() },
      terms: effortTerms(draft, name, concerned, share),
    });
  }
};

/** Builds the mixed-integer program that finds the best plan among the options. */
export const buildImprovementModel = (
  options: readonly PricedOption[],
  aim: ImprovementAim,
  settings: EffortSettings,
): ImprovementModel => {
  const draft = startModel();
  const items = new Set(options.map(({ lever }) => lever.item));
  const used = new Map([...items].map((item) => [item, draft.addColumn(binary(`${item}/used`))] as const));
  const columns = options.map((option) => addOption(draft, option, aim, used.get(option.lever.item) ?? 0));
  if (aim.kind === 'cheapest') {
    for (const { column, factor } of effortTerms(draft, 'effort', columns)) {
      draft.columns[column] = { ...getColumn(draft, column), objective: factor };
    }
    draft.addRow({
      name: 'goal',
      lower: aim.missing.toNumber(),
      upper: null,
      terms: sumOver(
        columns.filter(({ option }) => counts(option, aim.component)),
        (stretch) => stretch.gain,
      ),
    });
  } else if (aim.budget !== null) {
    draft.addRow({
      name: 'budget',
      lower: null,
      upper: aim.budget.toNumber(),
      terms: effortTerms(draft, 'budget', columns),
    });
  }
  addLimits(draft, columns, settings);
  const sense = aim.kind === 'cheapest' ? 'minimize' : 'maximize';
  return { model: { sense, columns: draft.columns, rows: draft.rows }, columns };
};

/**
 * The same model without the plans that move every item of these options: what it finds next leaves at least one of
 * them where it is, and so is another plan and not the same one with something added.
 */
export const withoutPlan = (model: ImprovementModel, usedOptions: ReadonlySet<string>): ImprovementModel => {
  const used = new Set(
    model.columns.flatMap((columns) => (usedOptions.has(columns.option.id) ? [columns.used] : [])),
  );
  return {
    ...model,
    model: {
      ...model.model,
      rows: [
        ...model.model.rows,
        {
          name: 'without',
          lower: null,
          upper: used.size - 1,
          terms: [...used].map((column) => ({ column, factor: 1 })),
        },
      ],
    },
  };
};
