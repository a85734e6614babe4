import { can } from '#core/access/access.ts';
import { addDays } from '#core/calendar/day-arithmetic.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { duePolicy } from '#server/reference/due-policy.ts';
import { dueReaderFor } from '#server/registers/due.ts';
import { listRegisterItems } from '#server/registers/register-items.ts';
import type { AreaTargets } from './contract.ts';
import { listTargetsUntil } from './reads.ts';
import { memberNotFound, type CommitteeReader } from './view-committee.ts';
import { listStoredMembers } from './store.ts';

const MOST_SHOWN = 8;

/**
 * The targets of an area that need a look, by the states of the register of targets: their period is over and no document says what came
 * of them, or it is over soon.
 */
export const answerAreaTargets = async (
  { db, clock, actor }: CommitteeReader,
  id: string,
): Promise<AreaTargets | Refusal> => {
  if (!can(actor, 'steering-committee.read', { committeeMemberId: id })) return refuse('access.denied');
  if (!(await listStoredMembers(db)).some((member) => member.id === id)) return memberNotFound(id);
  const today = clock.today();
  const due = dueReaderFor(today);
  const rows = await listTargetsUntil(db, id, { today, until: addDays(today, duePolicy.dueSoonDays) });
  const ended = rows.filter((row) => due.getState(row) === 'ended-unreported');
  const soon = rows.filter((row) => due.getState(row) === 'due-soon');
  const shown = [...soon, ...ended.toReversed()].slice(0, MOST_SHOWN);
  const items = await listRegisterItems(
    db,
    shown.map((row) => row.id),
    today,
  );
  return {
    ...{ ended: ended.length, soon: soon.length },
    items: items.flatMap((item) => (item.kind === 'target' ? [item] : [])),
  };
};
