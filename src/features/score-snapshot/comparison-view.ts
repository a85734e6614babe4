import {
  type ComparedScore,
  compareSnapshots,
  type ComparedComponent as CoreComponent,
  type PublishedChange as CoreChange,
} from '#core/score-snapshot/compare-snapshots.ts';
import type { ComparedComponent, ComparedSide, PublishedChange, SnapshotComparison } from './contract.ts';

const changeView = ({ before, after, difference }: CoreChange): PublishedChange => ({
  before,
  after,
  difference,
});

const componentView = ({ placed, ...compared }: CoreComponent): ComparedComponent => ({
  code: placed.component.code,
  parentCode: placed.parentCode,
  depth: placed.depth,
  kind: placed.component.kind,
  name: placed.component.name,
  maximum: placed.component.maximumPoints,
  presence: compared.presence,
  change: changeView(compared.change),
  changedItems: [...compared.changedItems],
  changedFields: [...compared.changedFields],
});

/** One side of a comparison with what it is called. */
export interface NamedScore {
  readonly score: ComparedScore;
  readonly side: ComparedSide;
}

/** Two scores compared, with their names. */
export const comparisonView = (before: NamedScore, after: NamedScore): SnapshotComparison => {
  const comparison = compareSnapshots(before.score, after.score);
  return {
    before: before.side,
    after: after.side,
    total: changeView(comparison.total),
    components: comparison.components.map(componentView),
    items: comparison.items.map(({ item, feeds, ...values }) => ({
      item,
      before: values.before,
      after: values.after,
      feeds: [...feeds],
    })),
    policiesChanged: comparison.policiesChanged,
    rounding: comparison.rounding,
  };
};
