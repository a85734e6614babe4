import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, Decimal, sum, ZERO } from '#core/kernel/decimal.ts';
import {
  buildImprovementModel,
  type ImprovementAim,
  type ImprovementModel,
  withoutPlan,
} from '#core/improvement-plan/build-model.ts';
import {
  type EffortSettings,
  NO_SETTINGS,
  priceOptions,
  type PricedOption,
} from '#core/improvement-plan/effort.ts';
import type { ImprovementOption, Stretch } from '#core/improvement-plan/improvement-option.ts';
import { readMoves } from '#core/improvement-plan/read-solution.ts';
import { solveModel } from './solve-model.ts';

const LIMIT_SECONDS = 20;
const CASES = { numRuns: 30 };
// A busy machine solves slowly; how fast is no promise of these tests.
const PATIENCE = 60_000;

const arbitraryStretch = fc.record({
  kind: fc.constantFrom('linear' as const, 'jump' as const),
  length: fc.integer({ min: 1, max: 3 }),
  gain: fc.integer({ min: 0, max: 12 }),
});

const chain = (pieces: readonly { kind: Stretch['kind']; length: number; gain: number }[]): Stretch[] => {
  let at = 0;
  return pieces.map(({ kind, length, gain }) => {
    const from = decimal(at);
    at += length;
    return { kind, from, to: decimal(at), gain: decimal(gain) };
  });
};

const AGENCIES = ['A', 'B'];

/**
 * Options of at most three stretches; `grain` 1 counts in whole numbers, 0.01 almost continuously. Several may move the same of
 * `items` items, when there are fewer of them than options.
 */
const arbitraryOptions = (grain: string, items = 4): fc.Arbitrary<readonly PricedOption[]> =>
  fc
    .array(
      fc.record({
        pieces: fc.array(arbitraryStretch, { minLength: 1, maxLength: 3 }),
        perUnit: fc.integer({ min: 1, max: 9 }),
        agencies: fc.subarray(AGENCIES, { minLength: 1 }),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((drafts) => {
      const options = drafts.map(({ pieces, agencies }, place): ImprovementOption => {
        const stretches = chain(pieces);
        const id = String(place + 1);
        return {
          id,
          componentCode: id,
          within: new Set([id]),
          leadAgencies: agencies,
          lever: {
            ...{ kind: 'number', item: `item ${String(place % items)}`, direction: 'rising' },
            ...{ unit: { vi: '', en: '' }, grain: decimal(grain) },
          },
          full: stretches.at(-1)!.to,
          ...{ nothing: ZERO, holdsOthers: false, branches: [] },
          startIsBound: false,
          stretches,
        };
      });
      const perUnit = new Map(drafts.map((draft, place) => [String(place + 1), decimal(draft.perUnit)]));
      return priceOptions(options, { ...NO_SETTINGS, perUnit });
    });

interface Place {
  readonly option: PricedOption;
  readonly gain: Decimal;
  readonly effort: Decimal;
}

const ends = (option: PricedOption): readonly Place[] =>
  [0, ...option.stretches.keys()].map((place, number) => {
    const walked = option.stretches.slice(0, number === 0 ? 0 : place + 1);
    return {
      option,
      gain: sum(walked.map((stretch) => stretch.gain)),
      effort: sum(walked.map((stretch) => stretch.effort)),
    };
  });

/** Every place that can be reached in whole counts. */
const counted = (option: PricedOption): readonly Place[] => {
  const places: Place[] = [{ option, gain: ZERO, effort: ZERO }];
  for (const stretch of option.stretches) {
    const before = places.at(-1)!;
    const counts = stretch.to.minus(stretch.from).toNumber();
    for (let count = stretch.kind === 'jump' ? counts : 1; count <= counts; count += 1) {
      places.push({
        option,
        gain: before.gain.plus(stretch.gain.times(count).dividedBy(counts)),
        effort: before.effort.plus(stretch.effort.times(count).dividedBy(counts)),
      });
    }
  }
  return places;
};

const combine = (choices: readonly (readonly Place[])[]): readonly (readonly Place[])[] =>
  choices.reduce<readonly (readonly Place[])[]>(
    (plans, places) => plans.flatMap((plan) => places.map((place) => [...plan, place])),
    [[]],
  );

const gainOf = (plan: readonly Place[]): Decimal => sum(plan.map((place) => place.gain));
/** An item that several options move is moved once, as far as the farthest of them asks. */
const effortOf = (plan: readonly Place[]): Decimal => {
  const byItem = new Map<string, Decimal>();
  for (const { option, effort } of plan) {
    byItem.set(option.lever.item, Decimal.max(byItem.get(option.lever.item) ?? ZERO, effort));
  }
  return sum([...byItem.values()]);
};
const movedBy = (plan: readonly Place[]): readonly string[] =>
  plan.filter((place) => !place.effort.isZero()).map((place) => place.option.lever.item);

const least = (numbers: readonly Decimal[]): Decimal | undefined =>
  [...numbers].sort((a, b) => a.comparedTo(b))[0];

const keepsLimits = (plan: readonly Place[], { agencyLimits, indicatorLimits }: EffortSettings): boolean =>
  [...agencyLimits].every(([agency, limit]) =>
    effortOf(
      plan
        .filter(({ option }) => option.leadAgencies.includes(agency))
        .map((place) => ({ ...place, effort: place.effort.dividedBy(place.option.leadAgencies.length) })),
    ).lessThanOrEqualTo(limit),
  ) &&
  plan.every(({ option, effort }) =>
    effort.lessThanOrEqualTo(indicatorLimits.get(option.componentCode) ?? effort),
  );

const objective = async (model: ImprovementModel): Promise<number | undefined> => {
  const solution = await solveModel(model.model, LIMIT_SECONDS);
  return solution.status === 'optimal' ? solution.objective : undefined;
};

const expectSame = (found: number | undefined, best: Decimal | undefined): void => {
  if (best && found !== undefined) expect(found).toBeCloseTo(best.toNumber(), 6);
  else expect(found).toBe(best?.toNumber());
};

const arbitrarySettings: fc.Arbitrary<EffortSettings> = fc
  .record({ agency: fc.integer({ min: 0, max: 30 }), indicator: fc.integer({ min: 0, max: 20 }) })
  .map(({ agency, indicator }) => ({
    ...NO_SETTINGS,
    agencyLimits: new Map([['A', decimal(agency)]]),
    indicatorLimits: new Map([['1', decimal(indicator)]]),
  }));

describe('the solver against every plan there is', () => {
  it(
    'finds the cheapest plan to a goal, within limits',
    () =>
      fc.assert(
        fc.asyncProperty(
          arbitraryOptions('1', 2),
          arbitrarySettings,
          fc.integer({ min: 1, max: 40 }),
          async (options, settings, missing) => {
            const aim: ImprovementAim = { kind: 'cheapest', component: null, missing: decimal(missing) };
            const found = await objective(buildImprovementModel(options, aim, settings));
            const best = least(
              combine(options.map(counted))
                .filter((plan) => gainOf(plan).greaterThanOrEqualTo(missing) && keepsLimits(plan, settings))
                .map(effortOf),
            );
            expectSame(found, best);
          },
        ),
        CASES,
      ),
    PATIENCE,
  );

  it(
    'wins the most points for an effort',
    () =>
      fc.assert(
        fc.asyncProperty(
          arbitraryOptions('1', 2),
          arbitrarySettings,
          fc.integer({ min: 0, max: 60 }),
          async (options, settings, budget) => {
            const aim: ImprovementAim = { kind: 'most-points', component: null, budget: decimal(budget) };
            const found = await objective(buildImprovementModel(options, aim, settings));
            const gains = combine(options.map(counted))
              .filter((plan) => effortOf(plan).lessThanOrEqualTo(budget) && keepsLimits(plan, settings))
              .map((plan) => gainOf(plan).negated());
            expect(found).toBeCloseTo(-(least(gains)?.toNumber() ?? 0), 6);
          },
        ),
        CASES,
      ),
    PATIENCE,
  );

  it(
    'finds the cheapest plan where parts of a stretch count',
    () =>
      fc.assert(
        fc.asyncProperty(
          arbitraryOptions('0.01'),
          fc.integer({ min: 1, max: 40 }),
          async (options, missing) => {
            const aim: ImprovementAim = { kind: 'cheapest', component: null, missing: decimal(missing) };
            const found = await objective(buildImprovementModel(options, aim, NO_SETTINGS));
            // Without limits, at most one linear stretch of a cheapest plan is walked in part.
            const partly = options.flatMap((option, place) => {
              const others = combine(options.filter((_, other) => other !== place).map(ends));
              return option.stretches.flatMap((stretch, number) => {
                const before = option.stretches.slice(0, number);
                return others.flatMap((plan) => {
                  const missed = decimal(missing)
                    .minus(gainOf(plan))
                    .minus(sum(before.map(({ gain }) => gain)));
                  const fits = missed.greaterThan(0) && missed.lessThanOrEqualTo(stretch.gain);
                  if (!fits || stretch.kind === 'jump') return [];
                  const part = stretch.effort.times(missed).dividedBy(stretch.gain);
                  return [
                    effortOf(plan)
                      .plus(sum(before.map(({ effort }) => effort)))
                      .plus(part),
                  ];
                });
              });
            });
            const whole = combine(options.map(ends))
              .filter((plan) => gainOf(plan).greaterThanOrEqualTo(missing))
              .map(effortOf);
            const best = least([...partly, ...whole]);
            expectSame(found, best);
          },
        ),
        CASES,
      ),
    PATIENCE,
  );

  it(
    'finds as the runner-up the cheapest plan that leaves an item of the best where it is',
    () =>
      fc.assert(
        fc.asyncProperty(
          arbitraryOptions('1', 2),
          fc.integer({ min: 1, max: 20 }),
          async (options, missing) => {
            const aim: ImprovementAim = { kind: 'cheapest', component: null, missing: decimal(missing) };
            const model = buildImprovementModel(options, aim, NO_SETTINGS);
            const solution = await solveModel(model.model, LIMIT_SECONDS);
            if (solution.status !== 'optimal') return;
            const moves = readMoves(model, solution.values, 'up');
            const used = moves.map(({ option }) => option.lever.item);
            const found = await objective(withoutPlan(model, new Set(moves.map(({ option }) => option.id))));
            const best = least(
              combine(options.map(counted))
                .filter((plan) => gainOf(plan).greaterThanOrEqualTo(missing))
                .filter((plan) => !used.every((item) => movedBy(plan).includes(item)))
                .map(effortOf),
            );
            expectSame(found, best);
          },
        ),
        CASES,
      ),
    PATIENCE,
  );
});

describe('the solver', () => {
  it('says that a goal can not be reached', async () => {
    const aim: ImprovementAim = { kind: 'cheapest', component: null, missing: decimal(1) };
    expect(await solveModel(buildImprovementModel([], aim, NO_SETTINGS).model, LIMIT_SECONDS)).toEqual({
      status: 'infeasible',
    });
  });
});
