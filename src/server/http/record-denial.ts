import type { FastifyRequest } from 'fastify';
import type { Clock } from '#core/kernel/clock.ts';
import type { Route } from '#contract/route.ts';
import { hashSessionToken } from '#server/auth/session-token.ts';
import type { WindowCounter } from '#server/auth/window-counter.ts';
import { appendAuditEvent, type AuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db } from '#server/db/database.ts';

/** What recording a denial needs. */
export interface DenialContext {
  readonly db: Db;
  readonly clock: Clock;
  readonly counter: WindowCounter;
  readonly caller: Caller;
}

// The first of each minute: a program that keeps asking must not fill the trail. The log has every request.
const record = async (
  { db, clock, counter, caller }: DenialContext,
  event: Omit<AuditEvent, 'at'>,
): Promise<void> => {
  const name = `${event.action}/${caller.actor}/${caller.address ?? ''}/${event.subject}`;
  if (counter.add(name, 60_000).count > 1) return;
  await db.transaction().execute((tx) => appendAuditEvent(tx, caller, { at: clock.now(), ...event }));
};

const subjectOf = ({ method, path }: Route): string => `route:${method} ${path}`;

// Other parameters may be secrets, as in the address of an invitation.
const namedRecord = (params: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries((params ?? {}) as Record<string, string>)
      .filter(([name]) => name === 'id' || name === 'code')
      .map(([name, value]) => [name, value.slice(0, 64)]),
  );

/** Records that a signed-in person asked for what they may not do, or for a record that they may not see. */
export const recordDenial = (context: DenialContext, route: Route, params: unknown): Promise<void> =>
  record(context, {
    ...{ action: 'access.deny', subject: subjectOf(route) },
    details: { action: route.access, ...namedRecord(params) },
  });

/** Records that a token was shown that opens nothing: it has ended, or never was. */
export const recordDeadToken = (context: DenialContext, route: Route, token: string): Promise<void> =>
  record(context, {
    // The beginning of what would stand in the table of sessions: enough to see that one is used again.
    ...{ action: 'session.refuse', subject: `session:${hashSessionToken(token).slice(0, 12)}` },
    details: { route: subjectOf(route) },
  });

/** Records a write that a page of another site caused, or a host name that leads here from elsewhere. */
export const recordForeignOrigin = (context: DenialContext, request: FastifyRequest): Promise<void> =>
  record(context, {
    ...{ action: 'request.deny', subject: `host:${request.host.slice(0, 100)}` },
    details: { method: request.method, origin: request.headers.origin?.slice(0, 100) ?? null },
  });

/** Records that a signed-in person sent members that the route does not have. */
export const recordForeignMembers = (
  context: DenialContext,
  route: Route,
  fields: readonly string[],
): Promise<void> =>
  record(context, {
    ...{ action: 'request.deny', subject: subjectOf(route) },
    details: { fields: fields.slice(0, 20).map((field) => field.slice(0, 60)) },
  });
