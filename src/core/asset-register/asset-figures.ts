import { isAfter, type PlainDate } from '#core/kernel/plain-date.ts';
import { searchKey } from '#core/kernel/text.ts';
import { BLANK, type DataValue } from '#core/scoring/data-value.ts';
import { decideCondition, type Verdict } from './asset-condition.ts';
import type { AssetEntry, AssetFigure, AssetRegister } from './asset-register.ts';

/** A figure with the list behind it. */
export interface ComputedFigure {
  readonly figure: AssetFigure;
  /** The figure by what entries say; blank while the register is empty or a blank decides it. */
  readonly value: DataValue;
  /** What a count would be if every blank spoke for it; null for what is no count and for an empty register. */
  readonly most: number | null;
  /** Ids of entries, by whether they fulfil what is counted; those that do not count on the day are in none. */
  readonly behind: Readonly<Record<Verdict, readonly string[]>>;
}

const countsOn = (register: AssetRegister, entry: AssetEntry, day: PlainDate): boolean => {
  if (entry.retiredOn !== null && !isAfter(entry.retiredOn, day)) return false;
  const begin = register.beginsOn === null ? undefined : entry.values[register.beginsOn];
  return typeof begin !== 'string' || begin <= day;
};

const keyOf = ({ distinctBy }: AssetFigure, entry: AssetEntry): string => {
  const value = distinctBy === null ? undefined : entry.values[distinctBy];
  return typeof value === 'string' ? searchKey(value) : `id:${entry.id}`;
};

const countDistinct = (figure: AssetFigure, entries: readonly AssetEntry[]): number =>
  new Set(entries.map((entry) => keyOf(figure, entry))).size;

const valueOf = (figure: AssetFigure, certain: number, open: number): DataValue => {
  if (figure.kind === 'count') return { state: 'value', value: String(certain), comparator: '=' };
  if (certain === 0 && open > 0) return BLANK;
  return { state: 'value', value: certain > 0 ? 'yes' : 'no', comparator: '=' };
};

/** Computes one figure of a register as of a day. A register without any entry says nothing: its figures are blank, not zero. */
export const computeFigure = (
  register: AssetRegister,
  figure: AssetFigure,
  entries: readonly AssetEntry[],
  day: PlainDate,
): ComputedFigure => {
  const present = entries.filter((entry) => countsOn(register, entry, day));
  const decided = present.map((entry) => ({
    entry,
    verdict: figure.where === null ? 'yes' : decideCondition(figure.where, entry.values, day),
  }));
  const withVerdict = (wanted: Verdict): readonly AssetEntry[] =>
    decided.filter(({ verdict }) => verdict === wanted).map(({ entry }) => entry);
  const certain = withVerdict('yes');
  const possible = [...certain, ...withVerdict('unknown')];
  const low = countDistinct(figure, certain);
  const high = countDistinct(figure, possible);
  const idsOf = (wanted: Verdict): readonly string[] => withVerdict(wanted).map(({ id }) => id);
  const behind = { yes: idsOf('yes'), no: idsOf('no'), unknown: idsOf('unknown') };
  if (entries.length === 0) return { figure, value: BLANK, most: null, behind };
  return {
    figure,
    value: valueOf(figure, low, high - low),
    most: figure.kind === 'count' ? high : null,
    behind,
  };
};

/** Whether no blank of an entry could change the figure. */
export const isCertain = ({ figure, value, most }: ComputedFigure): boolean =>
  value.state === 'value' && (figure.kind === 'exists' || value.value === String(most));

/** The day that figures of a year are taken on: its last one, or today while it runs. */
export const figureDay = (year: number, today: PlainDate): PlainDate => {
  const last = `${String(year)}-12-31` as PlainDate;
  return isAfter(last, today) ? today : last;
};
