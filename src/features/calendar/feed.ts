import { v7 as newId } from 'uuid';
import { can, type Actor } from '#core/access/access.ts';
import { type CalendarEvent, writeICalendar } from '#core/calendar/icalendar.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { type DuePlace, pageOfDue } from '#contract/due-page.ts';
import { hashSessionToken, newSessionToken } from '#server/auth/session-token.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import type { Db } from '#server/db/database.ts';
import { refreshTaskStandings } from '#server/registers/task-standings.ts';
import type { CalendarFeed } from './contract.ts';
import type { CalendarWriter } from './enter-day.ts';
import { findFeedReach, listFeeds, listNames } from './reads.ts';
import { type DueThing, listDueThings } from './due-reads.ts';
import { type DueStep, listDueSteps } from './step-reads.ts';
import { countFeeds, insertFeed, revokeFeed } from './store.ts';

const MOST_FEEDS = 20;

/** Organizations that a person holds a role for. */
export const organizationsOf = (actor: Actor | undefined): readonly string[] => [
  ...new Set((actor?.holdings ?? []).flatMap(({ organizationCode }) => organizationCode ?? [])),
];

/** Makes a secret address of due days; only its hash is kept. */
export const createFeed = async (
  { db, clock, caller, accountId }: CalendarWriter,
  actor: Actor,
  organizationCode: string | null,
): Promise<{ readonly feed: CalendarFeed; readonly token: string } | Refusal> => {
  const isOwn = organizationCode === null || organizationsOf(actor).includes(organizationCode);
  if (!isOwn && !can(actor, 'execution.read', { organizationCode })) return refuse('access.denied');
  if (organizationCode !== null && (await listNames(db, [organizationCode])).length === 0) {
    return refuse('access.denied');
  }
  const token = newSessionToken();
  const id = newId();
  const refused = await db.transaction().execute(async (tx) => {
    if ((await countFeeds(tx, accountId)) >= MOST_FEEDS)
      return refuse('request.too-many', { most: MOST_FEEDS });
    const at = clock.now();
    await insertFeed(tx, { id, accountId, organizationCode, tokenHash: hashSessionToken(token), at });
    await appendAuditEvent(tx, caller, {
      ...{ at, action: 'calendar-feed.create', subject: `calendar-feed:${id}` },
      details: { organization: organizationCode },
    });
    return undefined;
  });
  if (refused) return refused;
  const feed = (await listFeeds(db, accountId)).find((one) => one.id === id);
  return feed ? { feed, token } : refuse('record.not-found', { id });
};

/** Revokes an address: from then on it is as unknown as any other. */
export const endFeed = (
  { db, clock, caller, accountId }: CalendarWriter,
  id: string,
): Promise<{ readonly id: string } | Refusal> =>
  db.transaction().execute(async (tx) => {
    const outcome = await revokeFeed(tx, accountId, id, clock.now());
    if (outcome === 'unknown') return refuse('record.not-found', { id });
    if (outcome === 'revoked') {
      const subject = `calendar-feed:${id}`;
      await appendAuditEvent(tx, caller, { at: clock.now(), action: 'calendar-feed.revoke', subject });
    }
    return { id };
  });

const addressOf = (publicUrl: string | undefined, place: DuePlace): string | null =>
  publicUrl === undefined ? null : `${publicUrl}${pageOfDue(place)}`;

const eventOfThing = (
  { kind, id, code, day, name, organization, document, pageId, revision, changedAt }: DueThing,
  publicUrl: string | undefined,
): CalendarEvent => ({
  ...{ id: `${id}-${code}`, day, revision, changedAt },
  title: kind === 'task' ? `Hạn: ${name}` : `Hạn gửi: ${name}`,
  description: document === null ? organization : `${organization}\n${document}`,
  address: addressOf(publicUrl, { kind, id: pageId, organizationCode: code }),
});

const eventOfStep = (
  { id, day, name, organization, assignee, taskId, taskName, code, revision, changedAt }: DueStep,
  publicUrl: string | undefined,
): CalendarEvent => ({
  ...{ id, day, title: `Việc đến hạn: ${name}`, revision, changedAt },
  description: [organization, ...(assignee === null ? [] : [assignee]), `Nhiệm vụ: ${taskName}`].join('\n'),
  address: addressOf(publicUrl, { kind: 'step', id: taskId, organizationCode: code }),
});

/** The calendar behind a secret address, in the official language; refused like an address that never was. */
export const writeFeed = async (
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  token: string,
  publicUrl: string | undefined,
): Promise<string | Refusal> => {
  const today = clock.today();
  const codes = await findFeedReach(db, hashSessionToken(token), today);
  if (!codes) return refuse('record.not-found');
  await refreshTaskStandings(db, today);
  const things = await listDueThings(db, codes);
  const [only] = codes.length === 1 ? await listNames(db, codes) : [];
  return writeICalendar({
    name: only ? `Sen Số: việc của ${only.name}` : 'Sen Số: việc đến hạn',
    madeAt: clock.now(),
    events: [
      ...things.map((thing) => eventOfThing(thing, publicUrl)),
      ...(await listDueSteps(db, codes, today)).map((step) => eventOfStep(step, publicUrl)),
    ],
  });
};
