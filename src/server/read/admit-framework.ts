import { pathText, type PathProblem, readDefinition } from '#contract/framework-file.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { checkFramework } from '#core/scoring/check-framework.ts';
import { findFindingPath } from '#core/scoring/definition/finding-path.ts';
import type { DefinitionPlace, DefinitionProblem } from '#core/scoring/definition/problem.ts';
import type { Framework } from '#core/scoring/framework.ts';

// More than a person mends at once; the rest is counted.
const MOST_TOLD = 200;

/** Refuses with the problems of a file, as many as one mends at once, and how many there are. */
export const refuseProblems = (problems: readonly DefinitionProblem[]): Refusal<'framework.invalid'> =>
  refuse('framework.invalid', { problems: problems.slice(0, MOST_TOLD), total: problems.length });

const placeText = (place: DefinitionPlace): string =>
  'path' in place ? place.path : `${place.sheet}!${place.cell}`;

const placed = (
  problems: readonly PathProblem[],
  place: (path: readonly PropertyKey[]) => DefinitionPlace,
): readonly DefinitionProblem[] =>
  problems.map(({ code, details, path }) => ({ code, details, place: place(path) }));

/**
 * Checks a definition strictly and as a whole. The integrity of the whole is judged only when every part is understood.
 * Refuses with every problem and its place.
 */
export const admitDefinition = (
  definition: unknown,
  place: (path: readonly PropertyKey[]) => DefinitionPlace,
  earlier: readonly DefinitionProblem[] = [],
): Framework | Refusal<'framework.invalid'> => {
  const told = new Set(earlier.map((problem) => placeText(problem.place)));
  const read = readDefinition(definition);
  if ('problems' in read || earlier.length > 0) {
    // A cell that is wrong is missing as well: once is enough.
    const found = 'problems' in read ? placed(read.problems, place) : [];
    return refuseProblems([...earlier, ...found.filter((problem) => !told.has(placeText(problem.place)))]);
  }
  const errors = checkFramework(read.framework).filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return read.framework;
  return refuseProblems(
    errors.map((finding) => ({
      code: finding.code,
      place: place(findFindingPath(read.framework, finding)),
      details: { about: finding.about, ...finding.details },
    })),
  );
};

/** Places by path, for a definition that came as JSON. */
export const byPath = (path: readonly PropertyKey[]): DefinitionPlace => ({ path: pathText(path) });

/** Reads a definition that came as JSON: only its form, for a draft that may still be unfinished. */
export const readDraft = (definition: unknown): Framework | Refusal<'framework.invalid'> => {
  const read = readDefinition(definition);
  return 'framework' in read ? read.framework : refuseProblems(placed(read.problems, byPath));
};

/** Whether a framework may score; otherwise all that is wrong with it, by path. */
export const admitFramework = (framework: Framework): Framework | Refusal<'framework.invalid'> =>
  admitDefinition(framework, byPath);
