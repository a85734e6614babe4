import type { DataValueChange } from '#features/index-score/contract.ts';
import type { Format } from '#web/i18n/format.ts';
import type { IndexWords } from './messages.ts';

type ScoreChange = DataValueChange['total'];

const hasMoved = ({ difference }: ScoreChange): boolean =>
  /[1-9]/.test(difference.low) || /[1-9]/.test(difference.high);

/** What a saved value did to the points, sentence by sentence: the total first, then each component that moved. */
export const describeChange = (
  { total, components }: DataValueChange,
  format: Format,
  words: IndexWords['form'],
): readonly string[] => {
  const range = ({ low, high }: ScoreChange['before']): string => format.pointsRange(low, high);
  const moved = components.filter(({ change }) => hasMoved(change));
  if (!hasMoved(total) && moved.length === 0) return [words.unchanged];
  return [
    words.savedTotal(
      range(total.before),
      range(total.after),
      format.signedPointsRange(total.difference.low, total.difference.high),
    ),
    ...moved.map(({ code, change }) =>
      words.savedComponent(
        code,
        range(change.before),
        range(change.after),
        format.signedPointsRange(change.difference.low, change.difference.high),
      ),
    ),
  ];
};
