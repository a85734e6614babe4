import { can, type Actor } from '#core/access/access.ts';
import { KINDS_FROM_SCORES } from '#core/consistency/finding.ts';
import type { FindingFacts } from '#core/consistency/finding-fingerprint.ts';
import { listStandings, type FindingDecisionKind } from '#core/consistency/finding-standing.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { DecidedFinding, FindingDecision } from '#contract/finding-decision.ts';
import type { Db } from '#server/db/database.ts';
import { listFingerprintedFindings } from './fingerprint-findings.ts';
import { StoredFacts } from './stored-facts.ts';

const decisionsWithNames = (db: Db) =>
  db
    .selectFrom('finding_decision as made')
    .leftJoin('account', 'account.account_id', 'made.decided_by')
    .select(['made.fingerprint', 'made.version', 'made.decision', 'made.note', 'made.decided_at'])
    .select('account.display_name');

interface DecisionRow {
  readonly fingerprint: string;
  readonly version: number;
  readonly decision: string;
  readonly note: string;
  readonly decided_at: string;
  readonly display_name: string | null;
}

const viewOf = ({ decision, note, decided_at, display_name }: DecisionRow): FindingDecision => ({
  // Safe: the constraint finding_decision_known admits no other.
  decision: decision as FindingDecisionKind,
  note,
  decidedAt: decided_at,
  decidedBy: display_name,
});

interface LatestDecision {
  readonly fingerprint: string;
  readonly facts: FindingFacts;
  readonly decision: FindingDecisionKind;
  readonly decidedAt: string;
  readonly version: number;
  readonly view: FindingDecision;
}

const listLatestDecisions = async (db: Db): Promise<readonly LatestDecision[]> => {
  const rows = await decisionsWithNames(db)
    .select('made.facts')
    .distinctOn('made.fingerprint')
    .orderBy('made.fingerprint')
    .orderBy('made.version', 'desc')
    .execute();
  return rows.map((row) => {
    const view = viewOf(row);
    return {
      ...{ fingerprint: row.fingerprint, version: row.version, view },
      ...{ decision: view.decision, decidedAt: view.decidedAt },
      facts: StoredFacts.parse(row.facts),
    };
  });
};

/** Every contradiction with how it stands, the gravest first. */
export const listDecidedFindings = async (db: Db, today: PlainDate): Promise<readonly DecidedFinding[]> => {
  const findings = await listFingerprintedFindings(db, today);
  const standings = listStandings(findings, await listLatestDecisions(db));
  return findings.map(({ finding, fingerprint, leads }) => {
    const standing = standings.get(fingerprint);
    return {
      ...finding,
      fingerprint,
      leads: [...leads],
      state: standing?.state ?? 'open',
      decision: standing?.decision?.view ?? null,
      version: standing?.decision?.version ?? 0,
      outdated: standing?.outdated?.view ?? null,
    };
  });
};

/** The contradictions that a person may know of: those that tell what is scored only with the right to read the index. */
export const listFindingsWithinReach = async (
  db: Db,
  actor: Actor | undefined,
  today: PlainDate,
): Promise<readonly DecidedFinding[]> => {
  const findings = await listDecidedFindings(db, today);
  return can(actor, 'index.read')
    ? findings
    : findings.filter(({ kind }) => !KINDS_FROM_SCORES.includes(kind));
};

/** Every decision about these facts, the latest first. */
export const listDecisions = async (db: Db, fingerprint: string): Promise<readonly FindingDecision[]> => {
  const rows = await decisionsWithNames(db)
    .where('made.fingerprint', '=', fingerprint)
    .orderBy('made.version', 'desc')
    .execute();
  return rows.map(viewOf);
};
