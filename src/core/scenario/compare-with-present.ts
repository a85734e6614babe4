import { type IndexScore, listScored, type ScoredComponent } from '#core/scoring/evaluate.ts';
import type { Interval } from '#core/scoring/interval.ts';

/** Points of a component in one scenario, and what they differ from the present by, bound by bound. */
export interface ScenarioPoints {
  readonly points: Interval;
  readonly difference: Interval;
}

/** One component with its points now and in each scenario. */
export interface ComparedComponent {
  readonly present: ScoredComponent;
  readonly depth: number;
  readonly scenarios: readonly ScenarioPoints[];
  /** Whether any of the scenarios changes it. */
  readonly differs: boolean;
}

/** Several scenarios beside the present. */
export interface ScenarioComparison {
  readonly total: { readonly present: Interval; readonly scenarios: readonly ScenarioPoints[] };
  /** Every component in the order of the framework, groups before their children. */
  readonly components: readonly ComparedComponent[];
}

const besides = (present: Interval, points: Interval): ScenarioPoints => ({
  points,
  difference: { low: points.low.minus(present.low), high: points.high.minus(present.high) },
});

const isNothing = ({ difference }: ScenarioPoints): boolean =>
  difference.low.isZero() && difference.high.isZero();

const depthsOf = (components: readonly ScoredComponent[], depth: number): readonly [string, number][] =>
  components.flatMap((scored) => [
    [scored.component.code, depth] as [string, number],
    ...depthsOf(scored.children, depth + 1),
  ]);

/** Sets scenarios beside the present, component by component. All are scored by the same framework. */
export const compareWithPresent = (
  present: IndexScore,
  scenarios: readonly IndexScore[],
): ScenarioComparison => {
  const depths = new Map(depthsOf(present.components, 0));
  return {
    total: {
      present: present.points,
      scenarios: scenarios.map((score) => besides(present.points, score.points)),
    },
    components: listScored(present).map((scored) => {
      const { code } = scored.component;
      const compared = scenarios.map((score) =>
        besides(scored.points, score.byCode.get(code)?.points ?? scored.points),
      );
      return {
        present: scored,
        depth: depths.get(code) ?? 0,
        scenarios: compared,
        differs: !compared.every(isNothing),
      };
    }),
  };
};
