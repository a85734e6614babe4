import { buildFigureFinding } from '#core/consistency/build-finding.ts';
import type { Figure } from '#core/consistency/records/figures.ts';
import type { Finding } from '#core/consistency/finding.ts';
import type { Horizon } from '#core/consistency/records/horizon.ts';
import { decimal, decimalText } from '#core/kernel/decimal.ts';
import type { Decimal } from '#core/kernel/decimal.ts';
import { groupBy } from '#core/kernel/group-by.ts';

/** A stated increase beside the first and the last figure of its document's own series. */
interface Comparison {
  readonly result: Figure;
  readonly first: Figure;
  readonly last: Figure;
  readonly stated: Decimal;
  readonly computed: Decimal;
}

const isExact = (figure: Figure): boolean => figure.comparator === '=' || figure.comparator === 'maintain';

const compareIncrease = (result: Figure, group: readonly Figure[]): readonly Comparison[] => {
  const series = group
    .filter((figure) => figure.role === 'current' && figure.place.kind === 'target' && figure.toYear !== null)
    .filter((figure) => figure.place.documentId === result.place.documentId)
    .toSorted((a, b) => (a.toYear ?? 0) - (b.toYear ?? 0));
  const [first, last] = [series[0], series.at(-1)];
  if (!result.increase || !first || !last || first === last) return [];
  if (!isExact(first) || !isExact(last) || !last.value.eq(result.value)) return [];
  const computed = last.value.minus(first.value);
  return [{ result, first, last, stated: decimal(result.increase.value), computed }];
};

const fits = ({ stated, computed }: Comparison): boolean => stated.eq(computed);

const buildFinding = ({ result, first, last, stated, computed }: Comparison, horizon: Horizon): Finding => {
  const value = decimalText(computed);
  const finding = buildFigureFinding({
    kind: 'increase-not-by-figures',
    severity: 'low',
    year: last.toYear,
    figures: [first, last, result],
    group: [first, last, result],
    horizon,
  });
  return {
    ...finding,
    statements: finding.statements.map((statement) =>
      statement.place.id === result.place.id
        ? { ...statement, words: result.increase?.raw ?? null }
        : statement,
    ),
    computed: { low: value, high: value },
    difference: decimalText(stated.minus(computed).abs()),
  };
};

/**
 * Increases "since the beginning of the term" that the document's own yearly figures do not give.
 * Documents seldom name the first year of the term: it is known only where another increase fits it exactly.
 */
export const findUnexplainedIncreases = (
  groups: readonly (readonly Figure[])[],
  horizon: Horizon,
): readonly Finding[] => {
  const compared = groups.flatMap((group) =>
    group.filter((figure) => figure.increase !== null).flatMap((result) => compareIncrease(result, group)),
  );
  return [...groupBy(compared, ({ result }) => result.place.documentId).values()].flatMap((ofDocument) => {
    if (!ofDocument.some(fits)) return [];
    return ofDocument.filter((entry) => !fits(entry)).map((entry) => buildFinding(entry, horizon));
  });
};
