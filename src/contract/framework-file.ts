import type { z } from 'zod';
import type { DefinitionProblem } from '#core/scoring/definition/problem.ts';
import type { Framework } from '#core/scoring/framework.ts';
import { FrameworkDefinition } from './framework.ts';

/** A problem with its path within the definition. */
export type PathProblem = Pick<DefinitionProblem, 'code' | 'details'> & {
  readonly path: readonly PropertyKey[];
};

// Deeper than any framework: beyond it a file only tries to exhaust the reader.
const DEEPEST = 60;
const MOST_PROBLEMS = 200;

const isThing = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether a value nests deeper than any framework. Walks level by level, so that depth itself does no harm. */
const isTooDeep = (value: unknown): boolean => {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.filter(isThing).flatMap((thing) => Object.values(thing));
  }
  return false;
};

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((found, key) => (isThing(found) ? found[String(key)] : undefined), value);

const lastOf = (path: readonly PropertyKey[]): string => String(path.at(-1) ?? '');

// Of the forms that a thing may have, the one that its `kind` names is meant.
const meantBranch = (branches: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] =>
  branches.find((issues) => !issues.some(({ path }) => path[0] === 'kind' && path.length === 1)) ?? [];

const problemsOf = (issue: z.core.$ZodIssue, value: unknown): readonly PathProblem[] => {
  const { path } = issue;
  const branch = issue.code === 'invalid_union' ? meantBranch(issue.errors) : [];
  if (branch.length > 0) {
    const inside = valueAt(value, path);
    return branch
      .flatMap((inner) => problemsOf(inner, inside))
      .map((problem) => ({ ...problem, path: [...path, ...problem.path] }));
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      code: 'field-unknown',
      path: [...path, key],
      details: { field: key },
    }));
  }
  const field = lastOf(path);
  const given = valueAt(value, path);
  if (given === undefined) return [{ code: 'field-missing', path, details: { field } }];
  const text = typeof given === 'string' ? given : isThing(given) ? '' : JSON.stringify(given);
  if (issue.code === 'invalid_value') {
    const choices = issue.values.map(String).join(', ');
    return [{ code: 'choice-unknown', path, details: { field, text, choices } }];
  }
  return [{ code: 'field-malformed', path, details: { field, text, reason: issue.code } }];
};

// The database keeps no zero character, and half of a surrogate pair is no character at all.
const isStorable = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text);

const listUnstorable = (value: unknown, path: readonly PropertyKey[]): readonly PathProblem[] => {
  if (typeof value === 'string') {
    return isStorable(value) ? [] : [{ code: 'text-unstorable', path, details: { field: lastOf(path) } }];
  }
  if (!isThing(value)) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => listUnstorable(value[String(key)], [...path, key]));
};

/** Reads a definition strictly: unknown members are refused, and all problems are told at once. */
export const readDefinition = (
  value: unknown,
): { readonly framework: Framework } | { readonly problems: readonly PathProblem[] } => {
  if (isTooDeep(value))
    return { problems: [{ code: 'field-malformed', path: [], details: { field: '', text: '' } }] };
  const read = FrameworkDefinition.safeParse(value);
  const unstorable = listUnstorable(value, []);
  if (read.success && unstorable.length === 0) return { framework: read.data };
  const malformed = read.success ? [] : read.error.issues.flatMap((issue) => problemsOf(issue, value));
  return { problems: [...unstorable, ...malformed].slice(0, MOST_PROBLEMS) };
};

/** A path as people read it: `components[2].children[0].rule.threshold`. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${String(key)}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
