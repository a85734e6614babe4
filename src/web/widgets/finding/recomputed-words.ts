import type { FindingKind } from '#core/consistency/finding.ts';
import type { FindingView } from '#contract/consistency.ts';
import type { Format } from '#web/i18n/format.ts';
import type { FindingWords } from './messages.ts';

type Compared = Pick<FindingView, 'kind' | 'computed' | 'difference' | 'statements'>;

const IN_POINTS: readonly FindingKind[] = ['score-not-by-rule', 'forecast-not-supported'];

const isInPoints = ({ kind, statements }: Compared): boolean =>
  IN_POINTS.includes(kind) || statements.some(({ unit }) => unit === 'điểm');

/** Whether the finding is about the points of the whole index. */
export const isTotal = ({ kind, indicatorCode }: Pick<FindingView, 'kind' | 'indicatorCode'>): boolean =>
  kind === 'forecast-not-supported' && indicatorCode === null;

const describeDifference = (finding: Compared, format: Format, words: FindingWords): string | null => {
  const { difference, statements } = finding;
  if (difference === null || !/[1-9]/u.test(difference)) return null;
  if (isInPoints(finding)) return words.difference(words.points(format.points(difference)));
  const unit = statements.find((statement) => statement.unit !== null)?.unit ?? null;
  const number = format.number(difference);
  if (unit === null) return words.difference(number);
  return words.difference(unit.startsWith('%') ? words.percentagePoints(number) : `${number} ${unit}`);
};

/** What the rule, the sum or the fraction gives, and how far apart the sides are, in their unit; blank when nothing is. */
export const describeRecomputed = (finding: Compared, format: Format, words: FindingWords): string => {
  const { kind, computed } = finding;
  const inPoints = isInPoints(finding);
  const found =
    computed &&
    (computed.low === computed.high && !inPoints
      ? format.number(computed.low)
      : format.pointsRange(computed.low, computed.high));
  const said =
    found &&
    (kind === 'score-not-by-rule'
      ? words.computedByRule(found)
      : words.computed(inPoints ? words.points(found) : found));
  return [said, describeDifference(finding, format, words)].filter((part) => part !== null).join(' ');
};
