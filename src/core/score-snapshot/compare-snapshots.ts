import { decimal, type DecimalText, decimalText, sum } from '#core/kernel/decimal.ts';
import { BLANK, type DataItem, type DataValue, type DataValues } from '#core/scoring/data-value.ts';
import { findDataItem, type Framework, listIndicators } from '#core/scoring/framework.ts';
import { placeComponents, type PlacedComponent } from '#core/scoring/placed-component.ts';
import type { ItemCode } from '#core/scoring/rule.ts';
import type { TextRange } from '#core/scoring/trace.ts';
import { type ComponentField, hasSamePolicies, listChangedFields } from './changed-fields.ts';
import type { PublishedPoints } from './published-points.ts';

/** One side of a comparison: a score as it was shown, with the framework and the data that gave it. */
export interface ComparedScore {
  readonly framework: Framework;
  readonly values: DataValues;
  readonly points: PublishedPoints;
}

/** Published points before and after, and after minus before bound by bound. Null where a version lacks the component. */
export interface PublishedChange {
  readonly before: TextRange | null;
  readonly after: TextRange | null;
  readonly difference: TextRange;
}

export interface ComparedComponent {
  /** As the later score has it; the earlier one of a component that is gone. */
  readonly placed: PlacedComponent;
  readonly presence: 'both' | 'added' | 'removed';
  readonly change: PublishedChange;
  /** Codes of its data items that changed. */
  readonly changedItems: readonly ItemCode[];
  /** What the later framework says otherwise of it. */
  readonly changedFields: readonly ComponentField[];
}

export interface ComparedItem {
  readonly item: DataItem;
  /** Null where that framework does not ask for the item. */
  readonly before: DataValue | null;
  readonly after: DataValue | null;
  /** Codes of the indicators that it feeds, in either framework. */
  readonly feeds: readonly string[];
}

/** What differs between two scores by one framework, also by two versions of it. */
export interface SnapshotComparison {
  readonly total: PublishedChange;
  /** Every component of both trees, each before its children. */
  readonly components: readonly ComparedComponent[];
  /** The inputs that changed. */
  readonly items: readonly ComparedItem[];
  readonly policiesChanged: boolean;
  /** What the total moved beyond the sum of the indicators, bound by bound: each of them is rounded for itself. */
  readonly rounding: TextRange;
}

const minus = (a: DecimalText | undefined, b: DecimalText | undefined): DecimalText =>
  decimalText(decimal(a ?? 0).minus(b ?? 0));

const changeOf = (before: TextRange | undefined, after: TextRange | undefined): PublishedChange => ({
  before: before ?? null,
  after: after ?? null,
  difference: { low: minus(after?.low, before?.low), high: minus(after?.high, before?.high) },
});

const isSameValue = (a: DataValue | null, b: DataValue | null): boolean => {
  if (a === null || b === null) return a === b;
  if (a.state !== 'value' || b.state !== 'value') return a.state === b.state;
  return a.value === b.value && a.comparator === b.comparator;
};

const valueIn = ({ framework, values }: ComparedScore, code: ItemCode): DataValue | null =>
  findDataItem(framework, code) ? (values.get(code) ?? BLANK) : null;

const listFeeds = (code: ItemCode, frameworks: readonly Framework[]): readonly string[] => [
  ...new Set(
    frameworks
      .flatMap(listIndicators)
      .filter((indicator) => indicator.dataItems.includes(code))
      .map((indicator) => indicator.code),
  ),
];

const compareItems = (before: ComparedScore, after: ComparedScore): readonly ComparedItem[] => {
  const items = new Map(
    [...after.framework.dataItems, ...before.framework.dataItems]
      .toReversed()
      .map((item) => [item.code, item]),
  );
  return [...items.values()].toReversed().flatMap((item) => {
    const [old, present] = [valueIn(before, item.code), valueIn(after, item.code)];
    // An item that is new and still blank, or was never filled, is a matter of the framework alone.
    const isUnfilled = (old ?? BLANK).state === 'blank' && (present ?? BLANK).state === 'blank';
    if (isUnfilled || isSameValue(old, present)) return [];
    return [
      {
        item,
        before: old,
        after: present,
        feeds: listFeeds(item.code, [after.framework, before.framework]),
      },
    ];
  });
};

/** The later tree; what is gone from it stands behind what it stood behind. */
const joinTrees = (
  before: readonly PlacedComponent[],
  after: readonly PlacedComponent[],
): readonly PlacedComponent[] => {
  const joined = [...after];
  const present = new Set(after.map(({ component }) => component.code));
  before.forEach((placed, index) => {
    if (present.has(placed.component.code)) return;
    const previous = before[index - 1]?.component.code;
    joined.splice(joined.findIndex(({ component }) => component.code === previous) + 1, 0, placed);
  });
  return joined;
};

const compareComponents = (
  before: ComparedScore,
  after: ComparedScore,
  items: readonly ComparedItem[],
): readonly ComparedComponent[] => {
  const [earlier, later] = [before, after].map(
    ({ framework }) => new Map(placeComponents(framework).map((placed) => [placed.component.code, placed])),
  );
  const tree = joinTrees([...(earlier?.values() ?? [])], [...(later?.values() ?? [])]);
  return tree.map((placed) => {
    const { code } = placed.component;
    const [old, present] = [earlier?.get(code), later?.get(code)];
    return {
      placed,
      presence: old && present ? 'both' : present ? 'added' : 'removed',
      change: changeOf(
        old && before.points.components.get(code),
        present && after.points.components.get(code),
      ),
      changedItems: items.filter(({ feeds }) => feeds.includes(code)).map(({ item }) => item.code),
      changedFields: old && present ? listChangedFields(old, present) : [],
    };
  });
};

const isIndicator = ({ placed }: ComparedComponent): boolean => placed.component.kind === 'indicator';

const roundingOf = (total: PublishedChange, components: readonly ComparedComponent[]): TextRange => {
  const leaves = components.filter(isIndicator).map(({ change }) => change.difference);
  const rest = (bound: 'low' | 'high'): DecimalText =>
    decimalText(
      decimal(total.difference[bound]).minus(sum(leaves.map((difference) => decimal(difference[bound])))),
    );
  return { low: rest('low'), high: rest('high') };
};

/**
 * Compares two scores component by component, with what changed in the data and in the framework.
 * Points are those that were published, so that what a reader subtracts agrees. Components match by their code.
 */
export const compareSnapshots = (before: ComparedScore, after: ComparedScore): SnapshotComparison => {
  const total = changeOf(before.points.total, after.points.total);
  const items = compareItems(before, after);
  const components = compareComponents(before, after, items);
  return {
    total,
    components,
    items,
    policiesChanged: !hasSamePolicies(before.framework, after.framework),
    rounding: roundingOf(total, components),
  };
};

/** Whether the points of either bound moved. */
export const hasMoved = ({ difference }: PublishedChange): boolean =>
  !decimal(difference.low).isZero() || !decimal(difference.high).isZero();
