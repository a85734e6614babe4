import { SUBJECTS, type Subject } from './component-subjects.ts';
import { SAME_MEASURE } from './measure-groups.ts';
import { ABBREVIATIONS } from './measure-lexicon.ts';
import { computeSimilarity, type Measure, readMeasure } from './measure.ts';
import type { RelationCertainty } from './relation-certainty.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { searchKey } from '#core/kernel/text.ts';

/** A component of a framework, as far as its name tells what it assesses. */
export interface NamedComponent {
  readonly code: string;
  readonly name: string;
}

/** An item that may touch a component. */
export interface RelatableItem {
  readonly id: string;
  readonly kind: 'gap' | 'target' | 'task';
  readonly name: string;
  readonly basis: string | null;
  readonly indicatorCode: string | null;
}

/** An item that touches a component. */
export interface ComponentRelation {
  readonly code: string;
  readonly itemId: string;
  readonly certainty: RelationCertainty;
}

// Formulas in long brackets name other measures; each clause must speak for itself.
const clausesOf = (name: string): readonly string[] =>
  name
    .replace(/\([^()]{25,}\)?/gu, ' ')
    .split(/;|\.\s/u)
    .map((clause) => {
      const words = searchKey(clause).split(/[^a-z0-9%]+/u);
      return ` ${words.map((word) => ABBREVIATIONS[word] ?? word).join(' ')} `;
    });

const says = (clause: string, phrases: readonly string[]): boolean =>
  phrases.some((phrase) => clause.includes(` ${phrase} `));

const speaksOf = (clause: string, { all, none = [], noneInTargets = [] }: Subject, ofTarget: boolean) =>
  all.every((phrases) => says(clause, phrases)) &&
  !says(clause, none) &&
  !(ofTarget && says(clause, noneInTargets));

const subjectsOf = (name: string, ofTarget: boolean): ReadonlySet<string> => {
  const clauses = clausesOf(name);
  return new Set(
    Object.entries(SUBJECTS).flatMap(([subject, words]) =>
      clauses.some((clause) => speaksOf(clause, words, ofTarget)) ? [subject] : [],
    ),
  );
};

interface KnownComponent {
  readonly code: string;
  readonly subjects: ReadonlySet<string>;
  /** What its name measures, and what items that state its code do. */
  readonly measures: readonly Measure[];
}

const learn = (
  components: readonly NamedComponent[],
  items: readonly RelatableItem[],
): readonly KnownComponent[] => {
  const stated = groupBy(items, ({ indicatorCode }) => indicatorCode ?? '');
  return components.map(({ code, name }) => ({
    code,
    subjects: subjectsOf(name, false),
    measures: [
      readMeasure(name, null),
      ...(stated.get(code) ?? []).map((item) => readMeasure(item.name, item.basis)),
    ],
  }));
};

// A target measures one thing: it goes to the component that it resembles most, when it does so enough.
const findByMeasure = (item: RelatableItem, known: readonly KnownComponent[]): string | undefined => {
  const measure = readMeasure(item.name, item.basis);
  const likeness = known.map(({ measures }) =>
    Math.max(0, ...measures.map((other) => computeSimilarity(measure, other))),
  );
  const best = Math.max(0, ...likeness);
  return best < SAME_MEASURE ? undefined : known[likeness.indexOf(best)]?.code;
};

const inferCodes = (item: RelatableItem, known: readonly KnownComponent[]): readonly string[] => {
  const isTask = item.kind === 'task';
  const subjects = subjectsOf(item.name, !isTask);
  const measured = isTask ? undefined : findByMeasure(item, known);
  return known
    .filter(
      (component) =>
        component.code === measured || [...component.subjects].some((subject) => subjects.has(subject)),
    )
    .map(({ code }) => code);
};

/**
 * Which items touch which components. A code that the document states is certain and settles it; otherwise the names
 * decide: a target measures what the component does, or a clause speaks of the component's subject.
 */
export const relateComponents = (
  components: readonly NamedComponent[],
  items: readonly RelatableItem[],
): readonly ComponentRelation[] => {
  const known = learn(components, items);
  return items.flatMap((item): readonly ComponentRelation[] =>
    item.indicatorCode === null
      ? inferCodes(item, known).map((code) => ({ code, itemId: item.id, certainty: 'inferred' }))
      : [{ code: item.indicatorCode, itemId: item.id, certainty: 'stated' }],
  );
};
