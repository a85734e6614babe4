import { decimal, decimalText, type DecimalText } from '#core/kernel/decimal.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { daysToAnswer, type DifficultyKind, type DifficultyState, isWaiting } from './difficulty.ts';

/** A difficulty as far as it is counted. */
export interface CountedDifficulty {
  readonly kind: DifficultyKind;
  readonly organizationCode: string;
  readonly state: DifficultyState;
  readonly dueDay: PlainDate;
  readonly raisedOn: PlainDate;
  /** The day of its first answer; null while it has none. */
  readonly answeredOn: PlainDate | null;
}

/** How many difficulties there are of a kind or an organization, and how long they took. */
export interface DifficultyCount {
  readonly total: number;
  /** Those that wait for an answer, and those of them whose day has passed. */
  readonly waiting: number;
  readonly overdue: number;
  readonly settled: number;
  /** Those that were answered at least once. */
  readonly answered: number;
  /** Days from raising to the first answer, of half of those answered at most; null where none is. */
  readonly medianDays: DecimalText | null;
}

const medianOf = (numbers: readonly number[]): DecimalText | null => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : decimalText(decimal(low + high).div(2));
};

/** Counts difficulties; `missedDay` is the latest due day that has been missed. */
export const countDifficulties = (
  difficulties: readonly CountedDifficulty[],
  missedDay: PlainDate,
): DifficultyCount => {
  const waiting = difficulties.filter(({ state }) => isWaiting(state));
  const answered = difficulties.flatMap(({ raisedOn, answeredOn }) =>
    answeredOn === null ? [] : [daysToAnswer(raisedOn, answeredOn)],
  );
  return {
    total: difficulties.length,
    waiting: waiting.length,
    overdue: waiting.filter(({ dueDay }) => dueDay <= missedDay).length,
    settled: difficulties.filter(({ state }) => state === 'closed').length,
    answered: answered.length,
    medianDays: medianOf(answered),
  };
};

/** The counts of each value of a member, the largest first. */
export const countDifficultiesBy = <Key extends 'kind' | 'organizationCode'>(
  difficulties: readonly CountedDifficulty[],
  key: Key,
  missedDay: PlainDate,
): readonly (DifficultyCount & { readonly of: CountedDifficulty[Key] })[] =>
  [...groupBy(difficulties, (one) => one[key])]
    .map(([of, some]) => ({ of, ...countDifficulties(some, missedDay) }))
    .toSorted((a, b) => b.total - a.total || (a.of < b.of ? -1 : 1));
