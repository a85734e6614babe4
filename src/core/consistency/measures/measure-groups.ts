import { computeSimilarity } from './measure.ts';
import type { Measure } from './measure.ts';
import { readDecidedLinks, type DecidedLink, type DecidedLinks } from './measure-link.ts';
import { groupBy } from '#core/kernel/group-by.ts';

/** From this likeness on two names are taken for one measure; tuned so that unlike measures stay apart. */
export const SAME_MEASURE = 0.66;

/** What a person confirmed goes before any likeness of names. */
const CONFIRMED = 2;

interface Named {
  /** The item that says it, where decided links may name it. */
  readonly place: { readonly id: string };
  readonly measure: Measure;
  readonly indicatorCode: string | null;
  readonly unit: string | null;
}

// Two components of a framework are two measures, whatever their names; one component is one measure.
const similarity = (a: Named, b: Named): number => {
  if (a.indicatorCode !== null && b.indicatorCode !== null) {
    return a.indicatorCode === b.indicatorCode ? 1 : 0;
  }
  return computeSimilarity(a.measure, b.measure);
};

// Alike to every member, or not at all; where members were confirmed to be one, to any of those.
const fit = (group: readonly Named[], entry: Named, decided: DecidedLinks): number => {
  if (group.some(({ unit, place }) => unit !== entry.unit || decided.isRefused(place.id, entry.place.id)))
    return 0;
  if (group.some((member) => decided.isConfirmed(member.place.id, entry.place.id))) return CONFIRMED;
  let total = 0;
  for (const member of group) {
    const oneThing = group.filter(
      ({ place }) => place.id === member.place.id || decided.isConfirmed(place.id, member.place.id),
    );
    const likeness = Math.max(...oneThing.map((spelling) => similarity(spelling, entry)));
    if (likeness === 0) return 0;
    total += likeness;
  }
  return total / group.length;
};

type Group<Entry> = readonly Entry[];

const place = <Entry extends Named>(
  groups: readonly Group<Entry>[],
  entry: Entry,
  decided: DecidedLinks,
): readonly Group<Entry>[] => {
  const fits = groups.map((group) => fit(group, entry, decided));
  const best = fits.indexOf(Math.max(...fits));
  if (best === -1 || (fits[best] ?? 0) < SAME_MEASURE) return [...groups, [entry]];
  return groups.map((group, index) => (index === best ? [...group, entry] : group));
};

// What was decided about an item holds for it alone, not for others of the same name.
const keyOf = ({ measure, indicatorCode, unit, place: { id } }: Named, decided: DecidedLinks): string =>
  [
    indicatorCode,
    unit,
    measure.counted,
    [...measure.words].sort().join(' '),
    ...(decided.concerns(id) ? [id] : []),
  ].join('|');

/**
 * Gathers what speaks of one measure. Entries with an indicator code are placed first: they anchor the groups.
 * An entry joins the group that it resembles most, and only when it resembles every member. Links that a person
 * confirmed join what shares a unit, whatever the names; refused ones keep apart.
 */
export const groupByMeasure = <Entry extends Named>(
  entries: readonly Entry[],
  links: readonly DecidedLink[] = [],
): readonly (readonly Entry[])[] => {
  const decided = readDecidedLinks(links);
  const alike = groupBy(entries, (entry) => keyOf(entry, decided));
  const samples = [...alike.values()].flatMap(([first]) => (first ? [first] : []));
  const groups = [
    ...samples.filter((entry) => entry.indicatorCode !== null),
    ...samples.filter((entry) => entry.indicatorCode === null),
  ].reduce<readonly Group<Entry>[]>((placed, entry) => place(placed, entry, decided), []);
  return groups.map((group) => group.flatMap((sample) => alike.get(keyOf(sample, decided)) ?? []));
};
