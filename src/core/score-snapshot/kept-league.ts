import { canonicalJson, type JsonValue } from '#core/kernel/canonical-json.ts';
import { decimal, type DecimalText, decimalText } from '#core/kernel/decimal.ts';
import { type Framework, listIndicators } from '#core/scoring/framework.ts';
import type { League } from '#core/scoring/rule-outcome.ts';
import { listNestedRules } from '#core/scoring/rule-parts.ts';
import type { RatioMeasure } from '#core/scoring/rule.ts';

/**
 * The bests that a score was compared with, each under the text of its measure; null where nobody had figures.
 * The data of others move on, so the bests of the day belong to the inputs.
 */
export type KeptLeague = Readonly<Record<string, DecimalText | null>>;

const keyOf = (measure: RatioMeasure): string =>
  // Safe: a rule is read from JSON.
  canonicalJson(measure as unknown as JsonValue);

/** Keeps what the framework's rules compare with; null when no rule compares subjects. */
export const keepLeague = (framework: Framework, league: League | undefined): KeptLeague | null => {
  const measures = listIndicators(framework)
    .flatMap(({ rule }) => listNestedRules(rule))
    .flatMap((rule) => (rule.kind === 'normalised-to-best' ? [rule.measure] : []));
  if (!league || measures.length === 0) return null;
  return Object.fromEntries(
    measures.map((measure) => {
      const best = league.bestOf(measure);
      return [keyOf(measure), best ? decimalText(best) : null];
    }),
  );
};

/** The league as it was kept. */
export const restoreLeague = (kept: KeptLeague | null): League | undefined =>
  kept === null
    ? undefined
    : {
        bestOf: (measure) => {
          const best = kept[keyOf(measure)];
          return best === undefined || best === null ? undefined : decimal(best);
        },
      };
