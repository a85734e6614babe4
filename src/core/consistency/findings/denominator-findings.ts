import { buildFigureFinding } from '#core/consistency/build-finding.ts';
import type { Figure } from '#core/consistency/records/figures.ts';
import type { Finding } from '#core/consistency/finding.ts';
import type { Horizon } from '#core/consistency/records/horizon.ts';
import { compareMeasures } from '#core/consistency/measures/measure.ts';

/** Over another whole a value may be anything; only one far off is worth a look. */
const FAR_OFF = 20;

/** Looser than for one measure: the wholes themselves are named in other words. */
const ALIKE_FROM = 0.5;

const ELIGIBLE = '!eligible';

const isWidened = (a: string, b: string): boolean =>
  a.split(' ').includes(ELIGIBLE) !== b.split(' ').includes(ELIGIBLE);

const isShare = (figure: Figure): boolean => figure.unit === '%' && figure.toYear !== null;

const ofTargets = (group: readonly Figure[]): readonly Figure[] =>
  group.filter((figure) => isShare(figure) && figure.role === 'target');

const areOneOver = (a: Figure, b: Figure): boolean => {
  const { likeness, sameCounted, sharesConcept } = compareMeasures(a.measure, b.measure);
  return (
    sameCounted && sharesConcept && likeness >= ALIKE_FROM && isWidened(a.measure.counted, b.measure.counted)
  );
};

const isFar = (a: Figure, b: Figure): boolean => a.value.minus(b.value).abs().gte(FAR_OFF);

const runTogether = (a: Figure, b: Figure): boolean =>
  (a.fromYear ?? 0) <= (b.toYear ?? 0) && (b.fromYear ?? 0) <= (a.toYear ?? 0);

/**
 * Targets of one time for one thing, one over all and one over what qualifies, whose values lie far apart: they can both
 * be right, and whoever reads one for the other is wrong.
 */
export const findDenominatorMismatches = (
  groups: readonly (readonly Figure[])[],
  horizon: Horizon,
): readonly Finding[] =>
  groups.flatMap((group, index) =>
    groups.slice(index + 1).flatMap((other) => {
      const [a, b] = [ofTargets(group), ofTargets(other)];
      const [first, second] = [a[0], b[0]];
      if (!first || !second || !areOneOver(first, second)) return [];
      const clash = (one: Figure, many: readonly Figure[]) =>
        many.some(
          (figure) => runTogether(one, figure) && isFar(one, figure) && horizon.sameSubject(one, figure),
        );
      const figures = [...a.filter((one) => clash(one, b)), ...b.filter((one) => clash(one, a))];
      if (figures.length < 2) return [];
      const year = Math.min(...figures.map(({ toYear }) => toYear ?? Infinity));
      return [
        buildFigureFinding({
          ...{ kind: 'denominator-mismatch', severity: 'medium' },
          ...{ year, figures, group: figures, horizon },
        }),
      ];
    }),
  );
