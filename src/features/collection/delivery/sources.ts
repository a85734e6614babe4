import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '#core/kernel/clock.ts';
import { isAfter, type PlainDate } from '#core/kernel/plain-date.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { DeliverySourceInput } from '#features/collection/delivery-contract.ts';
import {
  endToken,
  insertToken,
  isNameTaken,
  lockSource,
  saveSource,
  type StoredSource,
} from './delivery-store.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db } from '#server/db/database.ts';

/** Who administers sources of figures. */
export interface SourceWriter {
  readonly db: Db;
  readonly clock: Clock;
  readonly caller: Caller;
  readonly accountId: string;
}

const scopeFacts = ({ name, organizations, frameworks, items, roundId }: StoredSource) => ({
  ...{ name, organizations, frameworks, items, roundId },
});

const isAs = (one: StoredSource, other: StoredSource): boolean =>
  JSON.stringify({ ...one, version: 0 }) === JSON.stringify({ ...other, version: 0 });

/** Adds a source or changes it; a retry that finds it as it wants it does nothing. */
export const putSource = (
  { db, clock, caller, accountId }: SourceWriter,
  id: string,
  input: DeliverySourceInput,
): Promise<Refusal | undefined> =>
  db.transaction().execute(async (tx) => {
    const present = await lockSource(tx, { id });
    const { name, organizations, frameworks, items, roundId, organizationMapping, itemMapping } = input;
    const source: StoredSource = {
      ...{ id, name: name.trim(), organizations, frameworks, items, roundId },
      ...{ organizationMapping, itemMapping, version: input.version + 1 },
    };
    if (present?.version === source.version && isAs(present, source)) return undefined;
    if ((present?.version ?? 0) !== input.version) return refuse('edit.conflict', { field: 'version' });
    if (await isNameTaken(tx, source)) return refuse('delivery.name-taken', { field: 'name' });
    const at = clock.now();
    await saveSource(tx, source, { at, by: accountId });
    await appendAuditEvent(tx, caller, {
      ...{ at, action: present ? 'delivery-source.edit' : 'delivery-source.add' },
      subject: `delivery-source:${id}`,
      ...(present && { before: scopeFacts(present) }),
      after: scopeFacts(source),
    });
    return undefined;
  });

const isWithinAYear = (day: PlainDate, today: PlainDate): boolean =>
  !isAfter(today, day) && day <= `${String(Number(today.slice(0, 4)) + 1)}${today.slice(4)}`;

const PREFIX = 'senso_';
const SHOWN_CHARACTERS = 12;

/** What the database keeps of a token: 256 random bits can't be guessed, so a fast hash is enough. */
export const hashDeliveryToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Makes a token of a source. It is given out this once. */
export const addToken = (
  { db, clock, caller, accountId }: SourceWriter,
  sourceId: string,
  { tokenId, expiresOn }: { readonly tokenId: string; readonly expiresOn: PlainDate },
): Promise<string | Refusal> =>
  db.transaction().execute(async (tx) => {
    const source = await lockSource(tx, { id: sourceId });
    if (!source) return refuse('record.not-found', { kind: 'delivery-source', code: sourceId });
    if (!isWithinAYear(expiresOn, clock.today())) {
      return refuse('delivery.expiry-out-of-range', { field: 'expiresOn' });
    }
    const token = `${PREFIX}${randomBytes(32).toString('base64url')}`;
    const at = clock.now();
    const row = { id: tokenId, sourceId, hint: token.slice(0, SHOWN_CHARACTERS), expiresOn, createdAt: at };
    // What was given out once can't be given out again: who did not get it ends it and makes another.
    if (!(await insertToken(tx, row, { hash: hashDeliveryToken(token), by: accountId }))) {
      return refuse('edit.conflict', { field: 'tokenId' });
    }
    await appendAuditEvent(tx, caller, {
      ...{ at, action: 'delivery-token.add', subject: `delivery-source:${sourceId}` },
      details: { token: tokenId },
      after: { expiresOn },
    });
    return token;
  });

/** Ends a token at once; one that has ended stays so. */
export const revokeToken = (
  { db, clock, caller, accountId }: SourceWriter,
  sourceId: string,
  tokenId: string,
): Promise<Refusal | undefined> =>
  db.transaction().execute(async (tx) => {
    const source = await lockSource(tx, { id: sourceId });
    if (!source) return refuse('record.not-found', { kind: 'delivery-source', code: sourceId });
    const at = clock.now();
    const ended = await endToken(tx, { id: tokenId, sourceId }, { at, by: accountId });
    if (ended === 0) return undefined;
    await appendAuditEvent(tx, caller, {
      ...{ at, action: 'delivery-token.revoke', subject: `delivery-source:${sourceId}` },
      details: { token: tokenId },
    });
    return undefined;
  });
