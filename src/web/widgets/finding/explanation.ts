import type { FindingView } from '#contract/consistency.ts';
import type { FindingWords } from './messages.ts';

/** Cases in which the usual explanation of a kind would claim more than its sides say. */
export type CloserExplanation =
  'phases-overlap' | 'lowered-over-years' | 'lowered-order-unknown' | 'year-unsaid';

type Explained = Pick<FindingView, 'kind' | 'statements'>;

const isOfOneTime = ({ statements: [first, ...others] }: Explained): boolean =>
  others.every((other) => other.fromYear === first?.fromYear && other.year === first?.year);

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
  switch (finding.kind) {
    case 'target-conflict':
      return isOfOneTime(finding) ? undefined : 'phases-overlap';
    case 'target-lowered':
      if (!isOfOneTime(finding)) return 'lowered-over-years';
      return isLoweredInOrder(finding) ? undefined : 'lowered-order-unknown';
    case 'baseline-conflict':
      return finding.statements.some(({ year }) => year === null) ? 'year-unsaid' : undefined;
    default:
      return undefined;
  }
};

/** Why the finding matters, in a sentence that its own sides bear out. */
export const explainFinding = (finding: Explained, words: FindingWords): string => {
  const closer = findCloser(finding);
  return closer === undefined ? words.explanations[finding.kind] : words.closerExplanations[closer];
};
