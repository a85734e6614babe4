import { isSameMatter, type FindingFacts } from './finding-fingerprint.ts';
import { groupBy } from '#core/kernel/group-by.ts';

/** What a person may say of a contradiction: it has been settled, it is meant so, it is to be looked at again. */
export const FINDING_DECISIONS = ['resolved', 'accepted', 'reopened'] as const;
export type FindingDecisionKind = (typeof FINDING_DECISIONS)[number];

/** How a contradiction stands. */
export const FINDING_STATES = ['open', 'resolved', 'accepted'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** The latest decision about one fingerprint. */
interface Decided {
  readonly fingerprint: string;
  readonly decision: FindingDecisionKind;
  readonly facts: FindingFacts;
  /** Instant, ISO 8601. */
  readonly decidedAt: string;
}

interface Fingerprinted {
  readonly fingerprint: string;
  readonly facts: FindingFacts;
}

/** How a contradiction stands and by which decision. */
export interface FindingStanding<Decision> {
  readonly state: FindingState;
  /** The decision about these very facts. */
  readonly decision: Decision | null;
  /** Settled earlier with other facts, which is why it is open again. */
  readonly outdated: Decision | null;
}

const STATE_AFTER = {
  resolved: 'resolved',
  accepted: 'accepted',
  reopened: 'open',
} as const satisfies Record<FindingDecisionKind, FindingState>;

const matterKey = ({ kind, year }: FindingFacts): string => `${kind}:${String(year)}`;

/**
 * How each contradiction stands, by fingerprint, by the latest decision about each fingerprint. A decision holds for the
 * facts that it was made on: when they change, the contradiction is open, and the decision about what it was is told.
 */
export const listStandings = <Decision extends Decided>(
  findings: readonly Fingerprinted[],
  decisions: readonly Decision[],
): ReadonlyMap<string, FindingStanding<Decision>> => {
  const present = new Set(findings.map(({ fingerprint }) => fingerprint));
  const byFingerprint = new Map(decisions.map((decision) => [decision.fingerprint, decision]));
  // What still holds for a contradiction that is there tells nothing about another one.
  const past = decisions
    .filter(({ fingerprint, decision }) => decision !== 'reopened' && !present.has(fingerprint))
    .toSorted((one, other) => (one.decidedAt < other.decidedAt ? 1 : -1));
  const pastByMatter = groupBy(past, ({ facts }) => matterKey(facts));
  const standingOf = ({ fingerprint, facts }: Fingerprinted): FindingStanding<Decision> => {
    const decision = byFingerprint.get(fingerprint) ?? null;
    if (decision) return { state: STATE_AFTER[decision.decision], decision, outdated: null };
    const alike = pastByMatter.get(matterKey(facts)) ?? [];
    const outdated = alike.find((earlier) => isSameMatter(earlier.facts, facts)) ?? null;
    return { state: 'open', decision, outdated };
  };
  return new Map(findings.map((finding) => [finding.fingerprint, standingOf(finding)]));
};
