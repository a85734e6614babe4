import { type Component, type Framework, listComponents } from './framework.ts';
import type { LocalizedText } from './localized-text.ts';
import { type PlacedComponent, placeComponents } from './placed-component.ts';
import type { Rule } from './rule.ts';

/** One member that differs, by its path (`rule.parts[2].share`). Null on the side that does not have it. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What became of a component or of a data item between two versions. */
export interface PartChange {
  readonly change: 'added' | 'removed' | 'changed';
  readonly code: string;
  readonly name: LocalizedText;
  readonly fields: readonly FieldChange[];
}

export interface ComponentChange extends PartChange {
  readonly kind: Component['kind'];
  /** The component above it before and after; null at the top, and on the side where it does not exist. */
  readonly parent: { readonly before: string | null; readonly after: string | null };
  readonly isMoved: boolean;
  /** The rule before and after, when it is another. */
  readonly rule: { readonly before: Rule | null; readonly after: Rule | null } | null;
}

/** What differs between two versions of a framework, or between two frameworks. */
export interface FrameworkDifference {
  readonly fields: readonly FieldChange[];
  readonly components: readonly ComponentChange[];
  readonly items: readonly PartChange[];
}

const isThing = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listLeaves = (value: unknown, path: string): readonly (readonly [string, string])[] => {
  if (Array.isArray(value)) {
    return value.flatMap((member, index) => listLeaves(member, `${path}[${String(index + 1)}]`));
  }
  if (isThing(value)) {
    return Object.entries(value).flatMap(([key, member]) =>
      listLeaves(member, path === '' ? key : `${path}.${key}`),
    );
  }
  return value === null || value === undefined
    ? []
    : [[path, typeof value === 'string' ? value : JSON.stringify(value)]];
};

/** The members that differ between two things, in the order of the newer one, then those that are gone. */
export const diffFields = (before: unknown, after: unknown): readonly FieldChange[] => {
  const old = new Map(listLeaves(before, ''));
  const young = new Map(listLeaves(after, ''));
  return [...new Set([...young.keys(), ...old.keys()])].flatMap((field): readonly FieldChange[] => {
    const [was, is] = [old.get(field) ?? null, young.get(field) ?? null];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
};

/** A component without those below it. */
export const ownMembers = (component: Component): unknown => {
  if (component.kind === 'indicator') return component;
  const { children: _children, ...own } = component;
  return own;
};

const ruleOf = (component: Component | undefined): Rule | null =>
  component?.kind === 'indicator' ? component.rule : null;

const changeOf = (before: unknown, after: unknown): PartChange['change'] => {
  if (before === undefined) return 'added';
  return after === undefined ? 'removed' : 'changed';
};

/** The most numbers that rise in their order, by their places in the list. */
const longestRise = (numbers: readonly number[]): ReadonlySet<number> => {
  const best: number[][] = [];
  numbers.forEach((number, place) => {
    const before = best
      .filter((_, earlier) => (numbers[earlier] ?? number) < number)
      .reduce<readonly number[]>((longest, one) => (one.length > longest.length ? one : longest), []);
    best.push([...before, place]);
  });
  const longest = best.reduce<readonly number[]>(
    (found, one) => (one.length > found.length ? one : found),
    [],
  );
  return new Set(longest);
};

const groupSiblings = (placed: readonly PlacedComponent[]): ReadonlyMap<string | null, readonly string[]> => {
  const groups = new Map<string | null, string[]>();
  for (const { component, parentCode } of placed) {
    groups.set(parentCode, [...(groups.get(parentCode) ?? []), component.code]);
  }
  return groups;
};

/** Siblings that stay together and stand in another order: as few as explain it. */
const listReordered = (
  before: readonly PlacedComponent[],
  after: readonly PlacedComponent[],
): ReadonlySet<string> => {
  const old = groupSiblings(before);
  return new Set(
    [...groupSiblings(after)].flatMap(([parent, codes]) => {
      const earlier = old.get(parent) ?? [];
      const shared = codes.filter((code) => earlier.includes(code));
      const stay = longestRise(shared.map((code) => earlier.indexOf(code)));
      return shared.filter((_, place) => !stay.has(place));
    }),
  );
};

/** What became of one component; undefined when nothing did. */
const changeOfComponent = (
  was: PlacedComponent | undefined,
  is: PlacedComponent | undefined,
  isReordered: boolean,
): ComponentChange | undefined => {
  const present = is ?? was;
  if (!present) return undefined;
  const isBoth = was !== undefined && is !== undefined;
  const fields = isBoth ? diffFields(ownMembers(was.component), ownMembers(is.component)) : [];
  const isMoved = isBoth && (isReordered || was.parentCode !== is.parentCode);
  if (isBoth && fields.length === 0 && !isMoved) return undefined;
  const rule = { before: ruleOf(was?.component), after: ruleOf(is?.component) };
  const { code, name, kind } = present.component;
  return {
    ...{ code, name, kind, fields, isMoved },
    change: changeOf(was, is),
    parent: { before: was?.parentCode ?? null, after: is?.parentCode ?? null },
    rule: diffFields(rule.before, rule.after).length === 0 ? null : rule,
  };
};

const diffComponents = (before: Framework, after: Framework): readonly ComponentChange[] => {
  const [oldPlaced, newPlaced] = [placeComponents(before), placeComponents(after)];
  const old = new Map(oldPlaced.map((placed) => [placed.component.code, placed]));
  const young = new Map(newPlaced.map((placed) => [placed.component.code, placed]));
  const reordered = listReordered(oldPlaced, newPlaced);
  return [...new Set([...young.keys(), ...old.keys()])].flatMap(
    (code) => changeOfComponent(old.get(code), young.get(code), reordered.has(code)) ?? [],
  );
};

const diffItems = (before: Framework, after: Framework): readonly PartChange[] => {
  const old = new Map(before.dataItems.map((item) => [item.code, item]));
  const young = new Map(after.dataItems.map((item) => [item.code, item]));
  return [...new Set([...young.keys(), ...old.keys()])].flatMap((code): readonly PartChange[] => {
    const [was, is] = [old.get(code), young.get(code)];
    const present = is ?? was;
    if (!present) return [];
    const fields = was && is ? diffFields(was, is) : [];
    if (was && is && fields.length === 0) return [];
    return [{ change: changeOf(was, is), code, name: present.name, fields }];
  });
};

/** What changed from one framework to another. Components and data items are the same when their codes are. */
export const diffFrameworks = (before: Framework, after: Framework): FrameworkDifference => {
  // Which versions are compared is said beside the difference.
  const own = ({
    components: _components,
    dataItems: _items,
    version: _version,
    ...rest
  }: Framework): unknown => rest;
  return {
    fields: diffFields(own(before), own(after)),
    components: diffComponents(before, after),
    items: diffItems(before, after),
  };
};

/** How much two frameworks differ, for a sentence. */
export const countChanges = (
  difference: FrameworkDifference,
): Readonly<Record<PartChange['change'] | 'moved', number>> => {
  const count = (change: PartChange['change']): number =>
    difference.components.filter((one) => one.change === change).length;
  return {
    added: count('added'),
    removed: count('removed'),
    changed: difference.components.filter(({ change, fields }) => change === 'changed' && fields.length > 0)
      .length,
    moved: difference.components.filter(({ isMoved }) => isMoved).length,
  };
};

/** Codes of all components of both, each once: those of the newer in its order, then those that are gone. */
export const listCodesOfBoth = (before: Framework, after: Framework): readonly string[] => [
  ...new Set(
    [...listComponents(after.components), ...listComponents(before.components)].map(({ code }) => code),
  ),
];
