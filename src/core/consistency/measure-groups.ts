import { computeSimilarity } from './measure.ts';
import type { Measure } from './measure.ts';

/** From this likeness on two names are taken for one measure; tuned so that unlike measures stay apart. */
const SAME_MEASURE = 0.66;

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

const fit = (group: readonly Named[], entry: Named): number => {
  const likeness = group.map((member) => similarity(member, entry));
  if (likeness.includes(0)) return 0;
  return likeness.reduce((total, value) => total + value, 0) / likeness.length;
};

const place = <Entry extends Named>(
  groups: readonly (readonly Entry[])[],
  entry: Entry,
): readonly (readonly Entry[])[] => {
  const fits = groups.map((group) => fit(group, entry));
  const best = fits.indexOf(Math.max(...fits));
  if (best === -1 || (fits[best] ?? 0) < SAME_MEASURE) return [...groups, [entry]];
  return groups.map((group, index) => (index === best ? [...group, entry] : group));
};

/**
 * Gathers what speaks of one measure. Entries with an indicator code are placed first: they anchor the groups.
 * An entry joins the group that it resembles most, and only when it resembles every member.
 */
export const groupByMeasure = <Entry extends Named>(
  entries: readonly Entry[],
): readonly (readonly Entry[])[] =>
  [
    ...entries.filter((entry) => entry.indicatorCode !== null),
    ...entries.filter((entry) => entry.indicatorCode === null),
  ].reduce<readonly (readonly Entry[])[]>(place, []);
