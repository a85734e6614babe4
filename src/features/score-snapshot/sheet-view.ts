import type { KeptLeague } from '#core/score-snapshot/kept-league.ts';
import type { KeptValue } from '#core/score-snapshot/snapshot.ts';
import { BLANK } from '#core/scoring/data-value.ts';
import { publishInterval, type ScoredComponent } from '#core/scoring/evaluate.ts';
import { type ComponentIndicator, findDataItem, type Framework } from '#core/scoring/framework.ts';
import { traceNumber } from '#core/scoring/interval.ts';
import type { PlaceResolver } from '#server/registers/document-places.ts';
import { scoreKept } from './score-present.ts';
import { isSimulated } from './summary-view.ts';
import type { ExplanationSheet, SheetComponent, SheetValue } from './contract.ts';

/** What a sheet explains. */
export interface SheetSources {
  readonly framework: Framework;
  readonly kept: readonly KeptValue[];
  readonly league: KeptLeague | null;
  readonly place: PlaceResolver;
  readonly names: ReadonlyMap<string, string>;
}

const valueViews = (
  indicator: ComponentIndicator,
  { framework, kept, place, names }: SheetSources,
): readonly SheetValue[] => {
  const known = new Map(kept.map((value) => [value.item, value]));
  return indicator.dataItems.flatMap((code) => {
    const item = findDataItem(framework, code);
    if (!item) return [];
    const value = known.get(code);
    const enteredBy = value?.changedBy ?? null;
    return [
      {
        item,
        value: value?.value ?? BLANK,
        origin: value?.origin ?? null,
        note: value?.note ?? null,
        place: place(value?.place ?? null),
        changedAt: value?.changedAt ?? null,
        changedBy: enteredBy === null ? null : (names.get(enteredBy) ?? null),
      },
    ];
  });
};

const indicatorMembers = (indicator: ComponentIndicator, sources: SheetSources) => ({
  rule: indicator.rule,
  values: [...valueViews(indicator, sources)],
  provenance: {
    maximumPoints: indicator.provenance.maximumPoints,
    rule: indicator.provenance.rule,
    dataItems: indicator.provenance.dataItems,
  },
  evidence: indicator.evidence,
  leadAgencies: [...indicator.leadAgencies],
});

const GROUP_MEMBERS = { rule: null, values: [], provenance: null, evidence: null, leadAgencies: [] };

const listSheet = (
  scored: readonly ScoredComponent[],
  depth: number,
  sources: SheetSources,
): readonly SheetComponent[] =>
  scored.flatMap(({ component, maximum, points, state, trace, children }) => [
    {
      code: component.code,
      depth,
      kind: component.kind,
      name: component.name,
      maximum: traceNumber(maximum),
      points: publishInterval(points, sources.framework.policies.rounding),
      state,
      steps: [...trace],
      ...(component.kind === 'indicator' ? indicatorMembers(component, sources) : GROUP_MEMBERS),
    },
    ...listSheet(children, depth + 1, sources),
  ]);

/** Every component of a score explained: data, rule, arithmetic, provenance. */
export const sheetView = (
  sources: SheetSources,
): Pick<ExplanationSheet, 'framework' | 'points' | 'maximum' | 'simulated' | 'components'> => {
  const { framework, kept, league } = sources;
  const score = scoreKept(framework, new Map(kept.map(({ item, value }) => [item, value])), league);
  return {
    framework: {
      code: framework.code,
      version: framework.version,
      title: framework.title,
      decision: framework.decision,
      notes: [...framework.notes],
    },
    points: publishInterval(score.points, framework.policies.rounding),
    maximum: traceNumber(score.maximum),
    simulated: isSimulated(kept),
    components: [...listSheet(score.components, 0, sources)],
  };
};
