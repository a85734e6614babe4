import type { Clock } from '#core/kernel/clock.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import {
  listFingerprintedFindings,
  type FingerprintedFinding,
} from '#server/consistency/fingerprint-findings.ts';
import type { FindingDecisionInput } from './contract.ts';
import {
  findDecisionOfWrite,
  findLatestDecision,
  insertFindingDecision,
  lockFinding,
} from './decision-store.ts';

/** Who decides, and when. */
export interface DecisionWriter {
  readonly db: Db;
  readonly clock: Clock;
  readonly accountId: string;
  readonly caller: Caller;
}

const keep = async (
  tx: Tx,
  { finding, facts, fingerprint }: FingerprintedFinding,
  input: FindingDecisionInput,
  { clock, accountId, caller }: DecisionWriter,
): Promise<Refusal | undefined> => {
  await lockFinding(tx, fingerprint);
  const note = input.note.trim();
  const { decision, writeId } = input;
  const earlier = await findDecisionOfWrite(tx, writeId);
  if (earlier) {
    const isSame =
      earlier.fingerprint === fingerprint && earlier.decision === decision && earlier.note === note;
    return isSame ? undefined : refuse('edit.conflict', { field: 'writeId' });
  }
  const latest = await findLatestDecision(tx, fingerprint);
  const version = latest?.version ?? 0;
  if (input.version !== version) return refuse('edit.conflict', { field: 'version', version });
  const at = clock.now();
  await insertFindingDecision(tx, {
    ...{ fingerprint, version: version + 1, decision, note, facts },
    ...{ at, by: accountId, writeId },
  });
  await appendAuditEvent(tx, caller, {
    at,
    ...{ action: 'finding.decide', subject: `finding:${fingerprint}` },
    details: { name: finding.subject },
    ...(latest && { before: { decision: latest.decision, note: latest.note } }),
    after: { decision, note },
  });
  return undefined;
};

/**
 * Keeps what a person decided about a contradiction. Only what is found now can be decided about; a retry with the same
 * write id changes nothing.
 */
export const decideFinding = async (
  writer: DecisionWriter,
  fingerprint: string,
  input: FindingDecisionInput,
): Promise<Refusal | undefined> => {
  const findings = await listFingerprintedFindings(writer.db, writer.clock.today());
  const found = findings.find((finding) => finding.fingerprint === fingerprint);
  if (!found) return refuse('finding.changed', { fingerprint });
  return writer.db.transaction().execute((tx) => keep(tx, found, input, writer));
};
