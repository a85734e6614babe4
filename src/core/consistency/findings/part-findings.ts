import { buildFigureFinding } from '#core/consistency/build-finding.ts';
import type { Figure } from '#core/consistency/records/figures.ts';
import type { Finding } from '#core/consistency/finding.ts';
import type { Horizon } from '#core/consistency/records/horizon.ts';
import { searchKey } from '#core/kernel/text.ts';
import { groupBy } from '#core/kernel/group-by.ts';

interface Containment {
  readonly part: RegExp;
  readonly whole: RegExp;
}

/** Shares of one whole of which one counts a part of what the other counts, in search-key form. */
const CONTAINMENTS: readonly Containment[] = [
  // A dossier that is settled wholly online was handed in online.
  {
    part: /^(?!.*ket qua).*ho so.*(?:hoan toan truc tuyen|truc tuyen toan trinh|toan trinh)/u,
    whole: /^(?!.*toan trinh).*ho so.*(?:nop|tiep nhan).*truc tuyen/u,
  },
];

const keyOf = ({ name }: Figure): string => searchKey(name.replace(/\([^()]*\)?/gu, ' '));

// "Tested" and "tested completely", "of all systems" both.
const NARROWED = /^ (?:day du|hoan toan)(?![a-z])/u;

const isPartOf = (part: Figure, whole: Figure): boolean => {
  const [a, b] = [keyOf(part), keyOf(whole)];
  return (
    CONTAINMENTS.some((pair) => pair.part.test(a) && pair.whole.test(b)) ||
    (a.startsWith(b) && NARROWED.test(a.slice(b.length)))
  );
};

// Over different wholes a part may be the larger share.
const areOfOneTime = (a: Figure, b: Figure): boolean =>
  a.fromYear === b.fromYear && a.toYear === b.toYear && a.measure.counted === b.measure.counted;

/** Shares of parts above the share of the whole that they are part of, in one document for one time. */
export const findPartsAboveWholes = (figures: readonly Figure[], horizon: Horizon): readonly Finding[] => {
  const shares = figures.filter(({ unit, toYear }) => unit === '%' && toYear !== null);
  const comparable = groupBy(shares, ({ place, role }) => `${place.documentId}:${role}`);
  return [...comparable.values()].flatMap((some) =>
    some.flatMap((part) =>
      some
        .filter((whole) => part.value.gt(whole.value) && areOfOneTime(part, whole) && isPartOf(part, whole))
        .map((whole) =>
          buildFigureFinding({
            ...{ kind: 'part-above-whole', severity: 'medium', year: part.toYear },
            ...{ figures: [part, whole], group: [part, whole], horizon },
          }),
        ),
    ),
  );
};
