import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { listLinkable } from '#server/consistency/measurables.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import type { Tx } from '#server/db/database.ts';
import type { DecisionWriter } from './decide-finding.ts';
import type { LinkDecisionInput } from './link-contract.ts';
import {
  findLatestLinkDecision,
  findLinkDecisionOfWrite,
  insertLinkDecision,
  lockPair,
} from './link-store.ts';

interface Names {
  readonly oneName: string;
  readonly otherName: string;
}

// Null while nothing is decided.
const isLinked = (decision: string): boolean | null =>
  decision === 'withdrawn' ? null : decision === 'confirmed';

const keep = async (
  tx: Tx,
  input: LinkDecisionInput,
  names: Names,
  { clock, accountId, caller }: DecisionWriter,
): Promise<Refusal | undefined> => {
  const { one, other, decision, writeId } = input;
  await lockPair(tx, input);
  const earlier = await findLinkDecisionOfWrite(tx, writeId);
  if (earlier) {
    const isSame = earlier.one === one && earlier.other === other && earlier.decision === decision;
    return isSame ? undefined : refuse('edit.conflict', { field: 'writeId' });
  }
  const latest = await findLatestLinkDecision(tx, input);
  const version = latest?.version ?? 0;
  if (input.version !== version) return refuse('edit.conflict', { field: 'version', version });
  const at = clock.now();
  await insertLinkDecision(tx, {
    ...{ one, other, version: version + 1, decision },
    ...names,
    ...{ at, by: accountId, writeId },
  });
  await appendAuditEvent(tx, caller, {
    at,
    ...{ action: 'measure-link.decide', subject: `measure-link:${one}` },
    details: { one: names.oneName, other: names.otherName, otherKey: other },
    ...(latest && { before: { linked: isLinked(latest.decision) } }),
    after: { linked: isLinked(decision) },
  });
  return undefined;
};

/**
 * Keeps what a person says of two measurable things, the smaller key first. Both must be registered now; a retry with the
 * same write id changes nothing.
 */
export const decideLink = async (
  writer: DecisionWriter,
  input: LinkDecisionInput,
): Promise<Refusal | undefined> => {
  const { measurables } = await listLinkable(writer.db, writer.clock.today());
  const byKey = new Map([...measurables.values()].map(({ key, measurable }) => [key, measurable.name]));
  const oneName = byKey.get(input.one);
  const otherName = byKey.get(input.other);
  if (oneName === undefined || otherName === undefined || input.one >= input.other) {
    return refuse('record.not-found', { kind: 'measure-link', code: input.one });
  }
  return writer.db.transaction().execute((tx) => keep(tx, input, { oneName, otherName }, writer));
};
