import type { PlainDate } from '#core/kernel/plain-date.ts';
import { isAfter } from '#core/kernel/plain-date.ts';
import { keyOfPart, type DuePart } from '#core/reminder/due-part.ts';
import { isDuty } from '#core/reminder/ladder.ts';
import type { Db } from '#server/db/database.ts';
import { listOrganizationNames } from '#server/registers/organization-names.ts';
import {
  findOwed,
  listDueNames,
  listSubmissionIds,
  submissionKey,
} from '#features/reminder/planning/due-reads.ts';
import { pageOfDue } from '#contract/due-page.ts';
import { listMessageItems, type ClaimedMessage, type MessageItem } from './message-store.ts';
import { listPeople, type Reminded } from '#features/reminder/planning/people-reads.ts';
import { countUnreached } from '#features/reminder/planning/run-store.ts';

/** One thing that a message tells of, as it stands when the message is made. */
export interface DigestLine {
  readonly kind: DuePart['kind'];
  readonly id: string;
  /** Where it is reported, from the root of the web. */
  readonly page: string;
  readonly name: string;
  /** The plan of a task, the task of a step; null of a round. */
  readonly document: string | null;
  readonly organization: { readonly code: string; readonly name: string };
  readonly period: string;
  readonly lastDay: PlainDate;
  readonly isLate: boolean;
  /** It is the person's own work; otherwise a copy. */
  readonly isDuty: boolean;
}

/** All that one message tells one person. */
export interface Digest {
  readonly person: Reminded;
  readonly today: PlainDate;
  readonly lines: readonly DigestLine[];
  /** In how many organizations nobody could be told as the ladder wants it; whoever coordinates is told. */
  readonly unreached: number;
}

const isFor = (
  person: Reminded,
  { audience, organizationCode }: MessageItem,
  channel: ClaimedMessage['channel'],
) => {
  const holds = person.places.some(
    (place) =>
      place.audience === audience && (!isDuty(audience) || place.organizationCode === organizationCode),
  );
  return holds && (isDuty(audience) || person.copyChannels.includes(channel));
};

/**
 * Makes what a message says, at the moment of sending: what was done, paused, put off or given to others since it was planned
 * is left out, and so is what the person no longer answers for. Undefined when nothing is left.
 */
export const makeDigest = async (
  db: Db,
  { messageId, accountId, channel }: ClaimedMessage,
  today: PlainDate,
): Promise<Digest | undefined> => {
  const [person] = await listPeople(db, today, accountId);
  if (!person) return undefined;
  const items = await listMessageItems(db, messageId);
  const owed = await findOwed(db, items, today);
  const left = items.filter((item) => owed.has(keyOfPart(item)) && isFor(person, item, channel));
  if (left.length === 0) return undefined;
  const names = await listDueNames(db, [...new Set(left.map(({ id }) => id))]);
  const submissions = await listSubmissionIds(
    db,
    left.flatMap(({ kind, id }) => (kind === 'report' ? [id] : [])),
  );
  const organizations = await listOrganizationNames(
    db,
    left.map(({ organizationCode }) => organizationCode),
  );
  const lines = left.flatMap((item): DigestLine[] => {
    const part = owed.get(keyOfPart(item));
    const name = names.get(item.id);
    if (!part || !name) return [];
    const { kind, id, period, lastDay, lateAfter, organizationCode: code } = part;
    const placeId = name.taskId ?? submissions.get(submissionKey(id, code)) ?? id;
    return [
      {
        ...{ kind, id, page: pageOfDue({ kind, id: placeId, organizationCode: code }) },
        ...{ name: name.name, document: name.document },
        ...{ period, lastDay, isLate: isAfter(today, lateAfter) },
        organization: { code, name: organizations.get(code) ?? code },
        isDuty: isDuty(item.audience),
      },
    ];
  });
  const coordinates = person.places.some(({ audience }) => audience === 'coordinator');
  return { person, today, lines, unreached: coordinates ? await countUnreached(db) : 0 };
};
