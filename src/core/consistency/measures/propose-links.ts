import { compareMeasures, populationsDiffer, readMeasure, weigh, type Measure } from './measure.ts';
import {
  measurePair,
  pairKey,
  type DecidedLink,
  type LinkReason,
  type Measurable,
  type ProposedLink,
} from './measure-link.ts';
import { searchKey } from '#core/kernel/text.ts';

/** From this score on a pair is worth a person's look. */
const PROPOSED_FROM = 0.5;

/** Without a known concept in common, chance words prove little: so many must be shared. */
const SHARED_WORDS_WITHOUT_CONCEPT = 3;

interface Candidate {
  readonly item: Measurable;
  readonly measure: Measure;
  /** The unit as far as it tells what is counted; empty where none is said. */
  readonly unit: string;
  readonly basis: string;
}

// "tin, bài/năm" and "tin bài" count the same things.
const unitKey = (unit: string | null): string =>
  searchKey(unit ?? '')
    .replace(/\/.*$/u, '')
    .replace(/[.,-]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

const readCandidate = (item: Measurable): Candidate => ({
  item,
  measure: readMeasure(item.name, item.basis),
  unit: unitKey(item.unit),
  basis: searchKey(item.basis ?? ''),
});

// A framework says itself which of its data items serve which component, and that no two components are one.
const isOneFramework = (a: Measurable, b: Measurable): boolean =>
  a.kind !== 'target' && b.kind !== 'target' && a.framework === b.framework;

const speakOfOneFramework = (a: Measurable, b: Measurable): boolean =>
  a.framework === null || b.framework === null || a.framework === b.framework;

const compareCodes = (a: Measurable, b: Measurable): 'same' | 'different' | 'unknown' => {
  if (a.indicatorCode === null || b.indicatorCode === null || !speakOfOneFramework(a, b)) return 'unknown';
  return a.indicatorCode === b.indicatorCode ? 'same' : 'different';
};

// A component names what it assesses, not always in which unit.
const unitsExclude = (a: Candidate, b: Candidate): boolean =>
  a.unit !== '' && b.unit !== '' && a.unit !== b.unit;

const compareDenominators = (a: Candidate, b: Candidate): LinkReason | undefined => {
  const basesDiffer = a.basis !== '' && b.basis !== '' && a.basis !== b.basis;
  if (basesDiffer || populationsDiffer(a.measure, b.measure)) return 'denominator-differs';
  const isSaid = (a.basis !== '' && b.basis !== '') || a.measure.parts.size > 0;
  return isSaid ? 'same-denominator' : undefined;
};

const compareLeads = (a: Measurable, b: Measurable): LinkReason | undefined => {
  if (a.leads.length === 0 || b.leads.length === 0) return undefined;
  return a.leads.some((lead) => b.leads.includes(lead)) ? 'same-lead' : 'lead-differs';
};

/** What each reason does to the likeness of the words; those that set it aside are not here. */
const FACTORS: Readonly<Partial<Record<LinkReason, number>>> = {
  'same-unit': 1.05,
  'same-denominator': 1.05,
  'same-lead': 1.1,
  'denominator-differs': 0.9,
  'condition-differs': 0.75,
  'lead-differs': 0.95,
};

const SAME_COMPONENT_SCORE = 0.95;

const compare = (a: Candidate, b: Candidate): ProposedLink | undefined => {
  const codes = compareCodes(a.item, b.item);
  if (codes === 'different' || isOneFramework(a.item, b.item) || unitsExclude(a, b)) return undefined;
  const { likeness, shared, sharesConcept, sameWords, sameCounted, conditionsDiffer } = compareMeasures(
    a.measure,
    b.measure,
  );
  const isCertain = codes === 'same';
  const isProven = sharesConcept || sameWords || shared >= SHARED_WORDS_WITHOUT_CONCEPT;
  if (!isCertain && (!sameCounted || !isProven)) return undefined;
  const possible: readonly (LinkReason | undefined)[] = [
    isCertain ? 'same-component' : undefined,
    sameWords ? 'same-words' : likeness >= PROPOSED_FROM ? 'like-words' : undefined,
    a.unit !== '' && a.unit === b.unit ? 'same-unit' : undefined,
    compareDenominators(a, b),
    conditionsDiffer ? 'condition-differs' : undefined,
    compareLeads(a.item, b.item),
  ];
  const reasons = possible.filter((reason) => reason !== undefined);
  const weighed = reasons.reduce((score, reason) => score * (FACTORS[reason] ?? 1), likeness);
  const score = Math.min(1, isCertain ? Math.max(weighed, SAME_COMPONENT_SCORE) : weighed);
  if (score < PROPOSED_FROM) return undefined;
  return { ...measurePair(a.item.id, b.item.id), score: Math.round(score * 100) / 100, reasons };
};

/** No reasons raise a likeness by more than this. */
const MOST_RAISED = 1.05 * 1.05 * 1.1;

// Words are looked up, not pairs compared: of two thousand names most share nothing that weighs enough.
const listMeetings = (candidates: readonly Candidate[]): readonly (readonly number[])[] => {
  const postings = new Map<string, number[]>();
  const weights = candidates.map(({ measure }) => weigh(measure.words));
  return candidates.map(({ measure, item }, index) => {
    const shared = new Map<number, number>();
    const keys = [
      ...[...measure.words].map((word) => [word, weigh([word])] as const),
      ...(item.indicatorCode === null ? [] : [[`=${item.indicatorCode}`, Infinity] as const]),
    ];
    for (const [key, weight] of keys) {
      const posting = postings.get(key) ?? [];
      for (const earlier of posting) shared.set(earlier, (shared.get(earlier) ?? 0) + weight);
      posting.push(index);
      postings.set(key, posting);
    }
    const own = weights[index] ?? 0;
    return [...shared].flatMap(([earlier, both]) =>
      both * MOST_RAISED >= PROPOSED_FROM * (own + (weights[earlier] ?? 0) - Math.min(both, own))
        ? [earlier]
        : [],
    );
  });
};

const byScore = (one: ProposedLink, other: ProposedLink): number =>
  other.score - one.score || (pairKey(one) < pairKey(other) ? -1 : 1);

/**
 * Pairs that seem to be one measurable thing, the likeliest first, without those that were decided already.
 * The score of a pair comes from the two alone. A pair of one framework is never proposed.
 */
export const proposeLinks = (
  measurables: readonly Measurable[],
  decided: readonly DecidedLink[],
): readonly ProposedLink[] => {
  const known = new Set(decided.map(({ a, b }) => pairKey(measurePair(a, b))));
  const candidates = measurables.map(readCandidate);
  return listMeetings(candidates)
    .flatMap((earlier, index) => {
      const later = candidates[index];
      if (!later) return [];
      return earlier.flatMap((other) => {
        const candidate = candidates[other];
        return (candidate && compare(candidate, later)) ?? [];
      });
    })
    .filter((link) => !known.has(pairKey(link)))
    .toSorted(byScore);
};
