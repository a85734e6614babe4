import { readHead } from '#core/audit/audit-chain.ts';
import { isDenial } from '#core/audit/denials.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import { handle, type HandledRoute } from '#server/http/handler.ts';
import {
  exportAuditEvents,
  listAuditChoices,
  listAuditEvents,
  verifyAuditTrail,
  type AuditEvent,
} from './contract.ts';
import { auditCsv } from './csv.ts';
import { listActions, listActors, listEvents, type AuditCursor, type AuditEventRow } from './reads.ts';
import { checkStretch } from './verify-trail.ts';

const PAGE_LENGTH = 100;
const LONGEST_EXPORT = 50_000;

const isFacts = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const viewOf = (row: AuditEventRow): AuditEvent => {
  const { before, after, ...details } = row.details;
  return {
    ...{ id: row.id, position: row.position, at: row.at, actingAs: row.acting_as, address: row.address },
    actor: { id: row.actor, name: row.actor_name },
    ...{ action: row.action, subject: row.subject, subjectName: row.subject_name },
    isDenial: isDenial(row.action),
    details,
    before: isFacts(before) ? before : null,
    after: isFacts(after) ? after : null,
    requestId: row.request_id,
  };
};

const writeCursor = ({ at, position }: AuditCursor): string => `${at}~${String(position)}`;

const readCursor = (text: string): AuditCursor | undefined => {
  const [, at, position] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z)~(\d{1,15})$/.exec(text) ?? [];
  return at === undefined || Number.isNaN(Date.parse(at)) ? undefined : { at, position: Number(position) };
};

const read = <Value>(
  field: string,
  text: string | undefined,
  reader: (text: string) => Value | undefined,
): Value | undefined | Refusal =>
  text === undefined ? undefined : (reader(text) ?? refuse('value.malformed', { field }));

/** The audit trail: read, taken out as a file, checked. */
export const auditRoutes: readonly HandledRoute[] = [
  handle(listAuditEvents, async ({ query: { after, ...filter } }, { db }) => {
    const cursor = read('query.after', after, readCursor);
    if (isRefusal(cursor)) return cursor;
    const rows = await listEvents(db, filter, cursor, PAGE_LENGTH + 1);
    const shown = rows.slice(0, PAGE_LENGTH);
    const last = shown.at(-1);
    return { items: shown.map(viewOf), next: rows.length > PAGE_LENGTH && last ? writeCursor(last) : null };
  }),
  handle(listAuditChoices, async (_input, { db }) => ({
    actors: [...(await listActors(db))],
    actions: [...(await listActions(db))],
  })),
  handle(exportAuditEvents, async ({ query }, { db, clock, caller }) => {
    const events = (await listEvents(db, query, undefined, LONGEST_EXPORT)).map(viewOf);
    await db.transaction().execute((tx) =>
      appendAuditEvent(tx, caller, {
        ...{ at: clock.now(), action: 'audit.export', subject: 'audit:*' },
        details: { ...query, count: events.length },
      }),
    );
    return {
      name: `nhat-ky-${clock.today()}.csv`,
      mediaType: 'text/csv; charset=utf-8',
      content: Buffer.from(auditCsv(events)),
    };
  }),
  handle(verifyAuditTrail, async ({ query }, { db }) => {
    const from = read('query.from', query.from, readHead);
    if (isRefusal(from)) return from;
    const noted = read('query.head', query.head, readHead);
    if (isRefusal(noted)) return noted;
    const { faults, ...stretch } = await checkStretch(db, { ...(from && { from }), noted });
    return { ...stretch, faults: [...faults] };
  }),
];
