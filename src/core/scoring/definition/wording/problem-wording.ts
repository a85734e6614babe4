import type { DefinitionPlace, DefinitionProblem } from '#core/scoring/definition/problem.ts';

/** The facts that a sentence may mention. */
export type Facts = Readonly<Record<string, string>>;

/** A finding or problem in words: what is the matter, why it matters, and what to do. */
export interface ProblemWords {
  readonly what: (facts: Facts) => string;
  readonly mend: string;
}

/** Sentences for everything that can be wrong with a framework or its file, in one language. */
export type ProblemWording = Readonly<Record<DefinitionProblem['code'], ProblemWords>>;

/** A fact by its name; a blank where the problem does not mention it. */
export const fact = (facts: Facts, name: string): string => facts[name] ?? '';

/** A place as people look it up: `Chỉ số!C7`, or the path within JSON. */
export const placeText = (place: DefinitionPlace): string =>
  'path' in place ? place.path : `${place.sheet}!${place.cell}`;
