import { type Decimal, ONE, ZERO } from '#core/kernel/decimal.ts';
import type { EffortSettings, PricedOption } from './effort.ts';
import { binary, type ModelDraft, startModel, type Terms } from './model-draft.ts';
import type { MixedIntegerModel } from './mixed-integer-model.ts';
import {
  addEffort,
  addMoves,
  type CaseColumns,
  type MoveColumns,
  type OptionColumns,
  sumOver,
} from './option-columns.ts';

/**
 * What the plan is for: to win the points that are missing with the least effort, or as many points as an effort
 * allows. Both count the points of the whole index, or of one component.
 */
export type ImprovementAim =
  | { readonly kind: 'cheapest'; readonly component: string | null; readonly missing: Decimal }
  | { readonly kind: 'most-points'; readonly component: string | null; readonly budget: Decimal | null };

/** A model with the way back from its columns to the options. */
export interface ImprovementModel {
  readonly model: MixedIntegerModel;
  readonly columns: readonly OptionColumns[];
}

/** What a case costs in points before it wins any. */
interface Entry {
  readonly option: PricedOption;
  readonly column: number;
  readonly points: Decimal;
}

interface Choices {
  readonly cases: CaseColumns;
  readonly entries: readonly Entry[];
}

/** A column for each case of each choice, of which a plan goes for one. */
const addChoices = (draft: ModelDraft, options: readonly PricedOption[]): Choices => {
  const cases = new Map<string, Map<string, number>>();
  const entries: Entry[] = [];
  for (const option of options) {
    for (const { choice, case: name, entry } of option.branches) {
      const known = cases.get(choice) ?? new Map<string, number>();
      cases.set(choice, known);
      if (known.has(name)) continue;
      const column = draft.addColumn(binary(`${choice}: ${name}`));
      known.set(name, column);
      entries.push({ option, column, points: entry });
    }
  }
  for (const [choice, known] of cases) {
    const terms = [...known.values()].map((column) => ({ column, factor: 1 }));
    draft.addRow({ name: choice, lower: null, upper: 1, terms });
  }
  return { cases, entries };
};

/** Points that count for the aim: what is walked brings, less what cases use up before they win. */
const gainTerms = (
  columns: readonly OptionColumns[],
  entries: readonly Entry[],
  component: string | null,
): Terms => {
  const counts = ({ option }: { readonly option: PricedOption }): boolean =>
    component === null || option.within.has(component);
  return [
    ...sumOver(columns.filter(counts), (stretch) => stretch.gain),
    ...entries
      .filter(counts)
      .map(({ column, points }) => ({ column, factor: ZERO.minus(points).toNumber() })),
  ];
};

const addLimits = (draft: ModelDraft, moves: readonly MoveColumns[], settings: EffortSettings): void => {
  for (const [component, limit] of settings.indicatorLimits) {
    const concerned = moves
      .flatMap(({ options }) => options)
      .filter(({ option }) => option.componentCode === component);
    draft.addRow({
      name: `limit/${component}`,
      lower: null,
      upper: limit.toNumber(),
      terms: sumOver(concerned, (stretch) => stretch.effort),
    });
  }
  for (const [agency, limit] of settings.agencyLimits) {
    const share = ({ leadAgencies }: PricedOption): Decimal => ONE.dividedBy(leadAgencies.length);
    const terms = moves.flatMap(({ options }) => {
      const led = options.filter(({ option }) => option.leadAgencies.includes(agency));
      const [first] = led;
      return first ? addEffort(draft, `limit/${agency}/${first.option.id}`, led, share) : [];
    });
    draft.addRow({ name: `limit/${agency}`, lower: null, upper: limit.toNumber(), terms });
  }
};

/** Builds the mixed-integer program that finds the best plan among the options. */
export const buildImprovementModel = (
  options: readonly PricedOption[],
  aim: ImprovementAim,
  settings: EffortSettings,
): ImprovementModel => {
  const draft = startModel();
  const { cases, entries } = addChoices(draft, options);
  const moves = addMoves(draft, options, cases);
  const columns = moves.flatMap((move) => move.options);
  const effort = moves.flatMap((move) => move.effort);
  const gain = gainTerms(columns, entries, aim.component);
  draft.aimFor(aim.kind === 'cheapest' ? effort : gain);
  if (aim.kind === 'cheapest') {
    draft.addRow({ name: 'goal', lower: aim.missing.toNumber(), upper: null, terms: gain });
  } else if (aim.budget !== null) {
    draft.addRow({ name: 'budget', lower: null, upper: aim.budget.toNumber(), terms: effort });
  }
  addLimits(draft, moves, settings);
  return { model: draft.finish(aim.kind === 'cheapest' ? 'minimize' : 'maximize'), columns };
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
