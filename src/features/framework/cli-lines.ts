import { isRefusal, type Refusal } from '#core/kernel/refusal.ts';
import type { FrameworkFinding } from '#core/scoring/framework-finding.ts';
import type { DefinitionProblem } from '#core/scoring/definition/problem.ts';
import { titleOf } from '#core/scoring/definition/wording/field-wording.ts';
import { placeText } from '#core/scoring/definition/wording/problem-wording.ts';
import { englishProblems } from '#core/scoring/definition/wording/problems.en.ts';
import { vietnameseProblems } from '#core/scoring/definition/wording/problems.vi.ts';
import { vietnameseFields } from '#core/scoring/definition/wording/vi.ts';
import { both } from '#server/cli/messages.ts';
import type { FrameworkComparison } from './contract.ts';

const MARKS = { error: '✗', warning: '!', notice: '·' } as const satisfies Record<
  FrameworkFinding['severity'],
  string
>;

/** A problem with its place, in both languages, and the mend. */
const problemLines = ({ code, place, details }: DefinitionProblem): readonly string[] => [
  `✗ ${placeText(place)}: ${vietnameseProblems[code].what(details)} ${vietnameseProblems[code].mend}`,
  `  ${englishProblems[code].what(details)} ${englishProblems[code].mend}`,
];

/** Every problem of a refused file; undefined when the refusal is about something else. */
export const refusalLines = (refusal: Refusal): readonly string[] | undefined => {
  if (!isRefusal(refusal) || refusal.code !== 'framework.invalid') return undefined;
  // Safe: this code is refused with problems by admit-framework.ts alone.
  const problems = refusal.details.problems as readonly DefinitionProblem[];
  return problems.flatMap(problemLines);
};

/** Findings by severity, in words. */
export const findingLines = (findings: readonly FrameworkFinding[]): readonly string[] =>
  findings.length === 0
    ? [both('frameworkSound')]
    : findings.map(({ severity, code, about, details }) => {
        const words = vietnameseProblems[code];
        return `${MARKS[severity]} ${about}: ${words.what({ about, ...details })} ${words.mend}`;
      });

const rangeText = ({ low, high }: { readonly low: string; readonly high: string }): string =>
  low === high ? low : `${low}–${high}`;

/** What changed, and what it does to every score. */
export const comparisonLines = (
  comparison: Omit<FrameworkComparison, 'before' | 'after'>,
): readonly string[] => [
  ...comparison.fields.map(
    ({ field, before, after }) => `~ ${titleOf(field, vietnameseFields)}: ${before ?? '–'} → ${after ?? '–'}`,
  ),
  ...[...comparison.components, ...comparison.items].flatMap(({ change, code, name, fields }) => [
    `${{ added: '+', removed: '-', changed: '~' }[change]} ${code} ${name.vi}`,
    ...fields.map(
      ({ field, before, after }) =>
        `    ${titleOf(field, vietnameseFields)}: ${before ?? '–'} → ${after ?? '–'}`,
    ),
  ]),
  ...comparison.subjects.map(
    ({ name, points }) =>
      `${name}: ${rangeText(points.before)} → ${rangeText(points.after)} (${rangeText(points.difference)})`,
  ),
];
