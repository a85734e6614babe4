import { computeIndexScore } from '#core/scoring/evaluate.ts';
import { listIndicators } from '#core/scoring/framework.ts';
import { isExact } from '#core/scoring/interval.ts';
import type { ItemCode } from '#core/scoring/rule.ts';
import type { ForecastGround } from './forecast-ground.ts';
import type { SeriesForecast } from './forecast-series.ts';
import type { ItemForecast } from './simulate-index.ts';

/**
 * What a forecast rests on, typed and without prose. `isVaried` tells what the draws let vary, and how, from what they keep
 * as it is: about the latter the forecast says nothing.
 */
export type ForecastAssumption =
  | {
      readonly kind: 'rules-unchanged';
      readonly isVaried: false;
      readonly ofYear: number;
      readonly inYear: number;
    }
  | {
      readonly kind: 'drift' | 'two-points' | 'estimated-figures' | 'simulated-figures';
      readonly isVaried: boolean;
      readonly items: readonly ItemCode[];
    }
  | { readonly kind: 'held'; readonly isVaried: false; readonly items: readonly ItemCode[] }
  | {
      readonly kind: 'rule-readings' | 'open-points';
      readonly isVaried: true;
      readonly components: readonly string[];
    }
  | {
      readonly kind: 'inferred-figures';
      readonly isVaried: true;
      readonly items: readonly ItemCode[];
      readonly probability: number;
    }
  | { readonly kind: 'inferred-maxima'; readonly isVaried: false; readonly components: readonly string[] }
  | { readonly kind: 'independent'; readonly isVaried: false };

const about = <Item extends ForecastAssumption & { readonly items: readonly ItemCode[] }>(
  assumption: Item,
): readonly Item[] => (assumption.items.length === 0 ? [] : [assumption]);

const concerning = <Item extends ForecastAssumption & { readonly components: readonly string[] }>(
  assumption: Item,
): readonly Item[] => (assumption.components.length === 0 ? [] : [assumption]);

/** Lists what was assumed, and what was not varied. */
export const listForecastAssumptions = (
  { framework, values, league, inferredItems, simulatedItems, estimatedItems }: ForecastGround,
  forecasts: readonly ItemForecast[],
  year: number,
  inferredHolds: number,
): readonly ForecastAssumption[] => {
  const indicators = listIndicators(framework);
  const score = computeIndexScore(framework, values, league ? { league } : {});
  const by = (method: SeriesForecast['method']): readonly ItemCode[] =>
    forecasts.filter(({ forecast }) => forecast.method === method).map(({ item }) => item);
  const moved = new Set([...by('drift'), ...by('two-points')]);
  const kept = framework.dataItems.filter(
    ({ code }) => values.get(code)?.state === 'value' && !moved.has(code),
  );
  const severalReadings = indicators.filter(
    ({ rule, alternatives }) => rule.kind === 'unknown' || alternatives.length > 0,
  );
  const open = indicators.filter(({ code, rule }) => {
    const scored = score.byCode.get(code);
    return rule.kind !== 'unknown' && scored !== undefined && !isExact(scored.points);
  });
  return [
    { kind: 'rules-unchanged', isVaried: false, ofYear: framework.assessmentYear, inYear: year },
    ...about({ kind: 'drift', isVaried: true, items: by('drift') } as const),
    ...about({ kind: 'two-points', isVaried: true, items: by('two-points') } as const),
    ...concerning({
      kind: 'rule-readings',
      isVaried: true,
      components: severalReadings.map(({ code }) => code),
    } as const),
    ...concerning({ kind: 'open-points', isVaried: true, components: open.map(({ code }) => code) } as const),
    ...about({
      kind: 'inferred-figures',
      isVaried: true,
      items: [...inferredItems],
      probability: inferredHolds,
    } as const),
    ...about({ kind: 'estimated-figures', isVaried: false, items: [...(estimatedItems ?? [])] } as const),
    ...about({ kind: 'simulated-figures', isVaried: false, items: [...simulatedItems] } as const),
    ...about({ kind: 'held', isVaried: false, items: kept.map(({ code }) => code) } as const),
    ...concerning({
      kind: 'inferred-maxima',
      isVaried: false,
      components: indicators
        .filter(({ provenance }) => provenance.maximumPoints.mark === 'inferred')
        .map(({ code }) => code),
    } as const),
    { kind: 'independent', isVaried: false },
  ];
};
