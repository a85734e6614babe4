import pg from 'pg';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHAIN_START, type ChainFault, type ChainHead } from '#core/audit/audit-chain.ts';
import { clockFrom } from '#server/clock.ts';
import { appendAuditEvent, processCaller } from '#server/db/audit.ts';
import type { Db } from '#server/db/database.ts';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { checkTrail } from './verify-trail.ts';

const NOW = '2026-11-22T02:00:00.000Z';
const clock = clockFrom(() => NOW);
const caller = { ...processCaller('test'), actingAs: 'reporter@STP', address: '203.0.113.9' };

const record = (db: Db, name: string): Promise<void> =>
  db.transaction().execute((tx) =>
    appendAuditEvent(tx, caller, {
      ...{
        at: NOW,
        action: 'lotus.write',
        subject: `lotus:${name}`,
        details: { name: 'Sen hồng Tháp Mười 🌸' },
      },
      ...{ before: { colour: null, petals: 0 }, after: { colour: 'hồng', petals: 18.5 } },
    }),
  );

const check = (db: Db, noted?: ChainHead) => checkTrail(db, noted, () => undefined);

// What the owner of the database may do, who may do everything.
const asOwner = async (database: TestDatabase, statements: string): Promise<void> => {
  const client = new pg.Client({ ...database.address });
  await client.connect();
  await client.query(statements);
  await client.end();
};

describe('a trail that people write to at once', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase('empty', clock);
  });
  afterAll(() => database.close());

  it('is one chain without gaps, also when some of them change their mind', async () => {
    const { db } = database;
    const { head: before } = await check(db);
    const writers = Array.from({ length: 50 }, async (_, index) => {
      if (index % 5 > 0) return record(db, String(index));
      const abandoned = db.transaction().execute(async (tx) => {
        await appendAuditEvent(tx, caller, { at: NOW, action: 'lotus.write', subject: 'lotus:never' });
        throw new Error('changed my mind');
      });
      await expect(abandoned).rejects.toThrow('changed my mind');
    });
    await Promise.all(writers);
    const { head, faults } = await check(db);
    expect(faults).toEqual([]);
    expect(head.position).toBe(before.position + 40);
  });

  it('holds several events of one transaction in their order, and a place only when they are recorded', async () => {
    const { db } = database;
    const { head } = await check(db);
    await db.transaction().execute(async (tx) => {
      for (const name of ['first', 'second']) {
        await appendAuditEvent(tx, caller, { at: NOW, action: 'lotus.write', subject: `lotus:${name}` });
      }
      const seen = await tx
        .selectFrom('audit_event')
        .select('sequence')
        .where('subject', '=', 'lotus:first')
        .execute();
      expect(seen).toEqual([{ sequence: null }]);
    });
    const events = await db
      .selectFrom('audit_event')
      .select(['sequence', 'subject', 'acting_as', 'address'])
      .where('sequence', '>', head.position)
      .orderBy('sequence')
      .execute();
    const shared = { acting_as: 'reporter@STP', address: '203.0.113.9' };
    expect(events).toEqual([
      { sequence: head.position + 1, subject: 'lotus:first', ...shared },
      { sequence: head.position + 2, subject: 'lotus:second', ...shared },
    ]);
  });

  it('agrees with a head noted earlier, and not with one of another trail', async () => {
    const { db } = database;
    const { head } = await check(db);
    await record(db, 'later');
    expect((await check(db, head)).faults).toEqual([]);
    const foreign = { position: head.position, hash: 'f'.repeat(64) };
    expect((await check(db, foreign)).faults).toEqual([{ kind: 'rewritten', position: head.position }]);
  });
});

const INSERT = `insert into audit_event (audit_event_id, at, actor, action, subject)
  values ('${newId()}', now(), 'mallory', 'lotus.write', 'lotus:forged')`;

const tampered: readonly (readonly [string, string, readonly Partial<ChainFault>[]])[] = [
  [
    'changed',
    `update audit_event set actor = 'mallory' where sequence = 3`,
    [{ kind: 'changed', position: 3 }],
  ],
  [
    'changed in its details',
    `update audit_event set details = '{"amount": 1}' where sequence = 3`,
    [{ kind: 'changed', position: 3 }],
  ],
  [
    'changed together with its hash',
    `update audit_event set actor = 'mallory' where sequence = 3;
     update audit_event as event set hash = encode(sha256(convert_to(audit_event_text(event), 'UTF8')), 'hex')
     where sequence = 3`,
    [{ kind: 'replaced', position: 3 }],
  ],
  ['removed', `delete from audit_event where sequence in (3, 4)`, [{ kind: 'removed', from: 3, to: 4 }]],
  [
    'put in past the guard',
    `alter table audit_event disable trigger audit_event_chain; ${INSERT}; alter table audit_event enable trigger audit_event_chain`,
    [{ kind: 'inserted', position: null }],
  ],
  [
    'put in past the guard, which is left off',
    `alter table audit_event disable trigger audit_event_chain; ${INSERT}`,
    [{ kind: 'inserted' }, { kind: 'unguarded' }],
  ],
  ['no longer guarded', `drop trigger audit_event_chain on audit_event`, [{ kind: 'unguarded' }]],
  [
    'swapped with another',
    `update audit_event set sequence = -3 where sequence = 3; update audit_event set sequence = 3 where sequence = 5;
     update audit_event set sequence = 5 where sequence = -3`,
    [
      { kind: 'replaced', position: 2 },
      { kind: 'changed', position: 3 },
      { kind: 'replaced', position: 3 },
      { kind: 'replaced', position: 4 },
      { kind: 'changed', position: 5 },
      { kind: 'replaced', position: 5 },
    ],
  ],
];

describe('by the owner of the database, an event', () => {
  it.each(tampered)('that is %s is found and named', async (_what, statements, faults) => {
    const database = await createTestDatabase('empty', clock);
    const { head } = await check(database.db);
    expect(head.position).toBeGreaterThan(5);
    await asOwner(database, statements);
    expect((await check(database.db)).faults).toMatchObject(faults);
    await database.close();
  });

  it('that is the last one is missed, and so is all that came before it', async () => {
    const database = await createTestDatabase('empty', clock);
    const { head } = await check(database.db);
    const { position } = head;
    await asOwner(database, `delete from audit_event where sequence > ${String(position - 2)}`);
    expect((await check(database.db)).faults).toEqual([
      { kind: 'removed', from: position - 1, to: position },
    ]);
    await asOwner(database, 'delete from audit_event');
    expect((await check(database.db)).faults).toEqual([{ kind: 'removed', from: 1, to: position }]);
    await asOwner(database, `update audit_head set position = 0, hash = '${CHAIN_START.hash}'`);
    expect((await check(database.db)).faults).toEqual([]);
    expect((await check(database.db, head)).faults).toEqual([{ kind: 'rewritten', position }]);
    await database.close();
  });
});
