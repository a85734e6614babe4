import type { FindingView } from '#contract/consistency.ts';
import type { CloserExplanation } from './closer-explanation.ts';
import type { FindingWords } from './messages.ts';

type Explained = Pick<FindingView, 'kind' | 'statements'>;

const isOfOneTime = ({ statements }: Explained): boolean =>
  new Set(statements.map(({ fromYear, year }) => `${String(fromYear)}-${String(year)}`)).size <= 1;

// Only where every document bears a date, and the lower value the later one, may the order be told.
const isLoweredInOrder = ({ statements }: Explained): boolean => {
  const dated = statements.flatMap(({ document, value }) =>
    document.issueDate === null || value === null ? [] : [{ day: document.issueDate, value: Number(value) }],
  );
  const inOrder = dated.toSorted((a, b) => a.day.localeCompare(b.day) || b.value - a.value);
  const falls = inOrder.every(({ value }, index) => value <= (inOrder[index - 1]?.value ?? Infinity));
  return dated.length === statements.length && falls;
};

const findCloser = (finding: Explained): CloserExplanation | undefined => {
  const { kind, statements } = finding;
  if (kind === 'baseline-conflict' && statements.some(({ year }) => year === null)) return 'year-unsaid';
  if (kind === 'target-conflict' && !isOfOneTime(finding)) return 'phases-overlap';
  // What the rules give rests on the index; what the losses leave, on the document alone.
  if (kind === 'forecast-not-supported' && statements.some(({ role }) => role === 'score'))
    return 'above-ceiling';
  if (kind !== 'target-lowered') return undefined;
  if (!isOfOneTime(finding)) return 'lowered-over-years';
  return isLoweredInOrder(finding) ? undefined : 'lowered-order-unknown';
};

/** Why the finding matters, in a sentence that its own sides bear out. */
export const explainFinding = (finding: Explained, words: FindingWords): string => {
  const closer = findCloser(finding);
  return closer === undefined ? words.explanations[finding.kind] : words.closerExplanations[closer];
};
