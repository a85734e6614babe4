import { computeSimilarity } from './measure.ts';
import type { Measure } from './measure.ts';
import { groupBy } from '#core/kernel/group-by.ts';

/** From this likeness on two names are taken for one measure; tuned so that unlike measures stay apart. */
export const SAME_MEASURE = 0.66;

interface Named {
  readonly measure: Measure;
  readonly indicatorCode: string | null;
  readonly unit: string | null;
}

// Two components of a framework are two measures, whatever their names; one component is one measure.
const similarity = (a: Named, b: Named): number => {
  if (a.unit !== b.unit) return 0;
  if (a.indicatorCode !== null && b.indicatorCode !== null) {
    return a.indicatorCode === b.indicatorCode ? 1 : 0;
  }
  return computeSimilarity(a.measure, b.measure);
};

// Alike to every member, or not at all.
const fit = (group: readonly Named[], entry: Named): number => {
  let total = 0;
  for (const member of group) {
    const likeness = similarity(member, entry);
    if (likeness === 0) return 0;
    total += likeness;
  }
  return total / group.length;
};

type Group<Entry> = readonly Entry[];

const place = <Entry extends Named>(
  groups: readonly Group<Entry>[],
  entry: Entry,
): readonly Group<Entry>[] => {
  const fits = groups.map((group) => fit(group, entry));
  const best = fits.indexOf(Math.max(...fits));
  if (best === -1 || (fits[best] ?? 0) < SAME_MEASURE) return [...groups, [entry]];
  return groups.map((group, index) => (index === best ? [...group, entry] : group));
};

const keyOf = ({ measure, indicatorCode, unit }: Named): string =>
  [indicatorCode, unit, measure.counted, [...measure.words].sort().join(' ')].join('|');

/**
 * Gathers what speaks of one measure. Entries with an indicator code are placed first: they anchor the groups.
 * An entry joins the group that it resembles most, and only when it resembles every member.
 */
export const groupByMeasure = <Entry extends Named>(
  entries: readonly Entry[],
): readonly (readonly Entry[])[] => {
  const alike = groupBy(entries, keyOf);
  const samples = [...alike.values()].flatMap(([first]) => (first ? [first] : []));
  const groups = [
    ...samples.filter((entry) => entry.indicatorCode !== null),
    ...samples.filter((entry) => entry.indicatorCode === null),
  ].reduce<readonly Group<Entry>[]>(place, []);
  return groups.map((group) => group.flatMap((sample) => alike.get(keyOf(sample)) ?? []));
};
