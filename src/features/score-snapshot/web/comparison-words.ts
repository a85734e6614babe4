import type {
  ComparedComponent,
  ComparedSide,
  SnapshotComparison,
} from '#features/score-snapshot/contract.ts';
import type { Format } from '#web/i18n/format.ts';
import type { SnapshotWords } from './messages.ts';
import { describePoints } from './wording.ts';

/** What a side of a comparison is called within a sentence. */
export const nameOfSide = ({ snapshot }: ComparedSide, words: SnapshotWords): string =>
  snapshot ? words.named(snapshot.name) : words.comparison.presentName;

const withoutSign = (text: string): string => text.replace(/^[+−]/u, '');

/** How the total moved from one side to the other, as the title says it. */
export const describeTotal = (
  { before, after, total }: SnapshotComparison,
  format: Format,
  words: SnapshotWords,
): string => {
  const { finding } = words.comparison;
  const names = [nameOfSide(before, words), nameOfSide(after, words)] as const;
  const [from, to] = [describePoints(before.points, format), describePoints(after.points, format)];
  const by = format.signedPointsRange(total.difference.low, total.difference.high);
  const { low, high } = total.difference;
  if (!/[1-9]/.test(low) && !/[1-9]/.test(high)) return finding.same(...names, to);
  if (low !== high) return finding.range(...names, by, from, to);
  return low.startsWith('-')
    ? finding.down(...names, withoutSign(by), from, to)
    : finding.up(...names, withoutSign(by), from, to);
};

/** Why the points of a component changed, as far as the comparison tells. */
export const describeCauses = (
  { presence, changedItems, changedFields }: ComparedComponent,
  policiesChanged: boolean,
  format: Format,
  words: SnapshotWords['comparison'],
): readonly string[] => {
  if (presence !== 'both') return [words[presence]];
  const causes = [
    ...(changedItems.length > 0 ? [words.becauseData] : []),
    ...(changedFields.length > 0
      ? [words.becauseFramework(format.list(changedFields.map((field) => words.fields[field])))]
      : []),
  ];
  return causes.length === 0 && policiesChanged ? [words.becausePolicies] : causes;
};
