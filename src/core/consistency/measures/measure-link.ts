/** What can be linked as one measurable thing: a target of a plan, a component of a framework, a data item of one. */
export const MEASURABLE_KINDS = ['target', 'component', 'data-item'] as const;
export type MeasurableKind = (typeof MEASURABLE_KINDS)[number];

/** Something that is measured, as its source writes it. */
export interface Measurable {
  /** Unique among all kinds: the id of a registered item, or a key made of framework and code. */
  readonly id: string;
  readonly kind: MeasurableKind;
  readonly name: string;
  /** What it is a share of ("GRDP"), where that is said apart from the name. */
  readonly basis: string | null;
  readonly unit: string | null;
  /** Code of the component that it is or states to serve. */
  readonly indicatorCode: string | null;
  /** The framework whose codes are meant; null for a plan, which means the one in use. */
  readonly framework: string | null;
  /** Codes of the agencies that lead it. */
  readonly leads: readonly string[];
}

/** Why two measurable things seem to be one, and what speaks against it. */
export const LINK_REASONS = [
  /** Both state the same component. */
  'same-component',
  /** The same words, whatever their spelling. */
  'same-words',
  /** Most of their words, weighed by what they say. */
  'like-words',
  'same-unit',
  /** The same part of a people or the same whole. */
  'same-denominator',
  'same-lead',
  /** Counted over another part of a people or another whole: the values may not be comparable. */
  'denominator-differs',
  /** One is narrowed by a condition that the other does not state. */
  'condition-differs',
  'lead-differs',
] as const;
export type LinkReason = (typeof LINK_REASONS)[number];

/** Two measurable things, in the order of their ids: one pair has one form. */
export interface MeasurePair {
  readonly a: string;
  readonly b: string;
}

/** A pair that seems to be one measurable thing. */
export interface ProposedLink extends MeasurePair {
  /** 0 to 1, to two decimals: the same for the same two, whatever else is registered. */
  readonly score: number;
  readonly reasons: readonly LinkReason[];
}

export const LINK_DECISIONS = ['confirmed', 'refused'] as const;
export type LinkDecision = (typeof LINK_DECISIONS)[number];

/** What a person has said about a pair. */
export interface DecidedLink extends MeasurePair {
  readonly decision: LinkDecision;
}

/** The pair of two ids in either order. */
export const measurePair = (one: string, other: string): MeasurePair =>
  one < other ? { a: one, b: other } : { a: other, b: one };

/** A text that only the same pair has. */
export const pairKey = ({ a, b }: MeasurePair): string => `${a}\n${b}`;

/** What was decided, as far as grouping asks. */
export interface DecidedLinks {
  /** Whether the two were confirmed to be one, directly or over others. */
  readonly isConfirmed: (one: string, other: string) => boolean;
  readonly isRefused: (one: string, other: string) => boolean;
  /** Whether anything was decided about it. */
  readonly concerns: (id: string) => boolean;
}

/** Makes decisions ready to be asked; of two about one pair the later in the list holds. */
export const readDecidedLinks = (links: readonly DecidedLink[]): DecidedLinks => {
  const decisions = new Map(links.map((link) => [pairKey(measurePair(link.a, link.b)), link]));
  const leaders = new Map<string, string>();
  const leaderOf = (id: string): string => {
    let leader = id;
    for (let next = leaders.get(id); next !== undefined; next = leaders.get(next)) leader = next;
    return leader;
  };
  const refused = new Set<string>();
  const concerned = new Set<string>();
  for (const [key, { a, b, decision }] of decisions) {
    concerned.add(a).add(b);
    const [one, other] = [leaderOf(a), leaderOf(b)];
    if (decision === 'refused') refused.add(key);
    else if (one !== other) leaders.set(other, one);
  }
  return {
    isConfirmed: (one, other) => one !== other && leaderOf(one) === leaderOf(other),
    isRefused: (one, other) => refused.has(pairKey(measurePair(one, other))),
    concerns: (id) => concerned.has(id),
  };
};
