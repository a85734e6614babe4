import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { writeHead } from '#core/audit/audit-chain.ts';
import { openAsApplication } from '#server/db/connect.ts';
import { listMigrations, migrate } from '#server/db/migrate.ts';
import { appendAuditEvent, processCaller } from '#server/db/audit.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { createBareDatabase } from '#test/test-database.ts';
import { exportAuditEvents, listAuditChoices, listAuditEvents, verifyAuditTrail } from './contract.ts';
import { checkTrail } from './verify-trail.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const record = (at: string, subject: string, facts: object = {}, action = 'lotus.write') =>
  api.db
    .transaction()
    .execute((tx) => appendAuditEvent(tx, processCaller('gardener'), { at, action, subject, ...facts }));

const list = async (query: Readonly<Record<string, string>> = {}) =>
  (await api.as('auditor').call(listAuditEvents, { query })).body;

describe('the audit trail', () => {
  it('says who did what by which role, from where, and what it was before and after', async () => {
    await record('2026-11-20T02:00:00.000Z', 'lotus:1', {
      ...{ details: { reason: 'mưa' }, before: { petals: 0 }, after: { petals: 18 } },
    });
    expect((await list({ subject: 'lotus:1' })).items).toMatchObject([
      {
        ...{ actor: { id: 'gardener', name: null }, actingAs: null, action: 'lotus.write', isDenial: false },
        ...{ details: { reason: 'mưa' }, before: { petals: 0 }, after: { petals: 18 } },
      },
    ]);
    await api.as('viewer').call(listAuditEvents);
    const [denied] = (await list({ denials: 'only' })).items;
    expect(denied).toMatchObject({
      ...{ action: 'access.deny', subject: 'route:GET /audit-events', isDenial: true, address: '127.0.0.1' },
      ...{ actor: { name: 'Người xem (trình diễn)' }, details: { action: 'audit.read' } },
    });
  });

  it('is filtered by kind of subject, action, person and days of Vietnam', async () => {
    await record('2026-11-10T16:59:59.999Z', 'reed:1', {}, 'reed.write');
    await record('2026-11-10T17:00:00.000Z', 'reed:2', {}, 'reed.write');
    const subjects = async (query: Readonly<Record<string, string>>) =>
      (await list(query)).items.map(({ subject }) => subject);
    expect(await subjects({ subject: 'reed:' })).toEqual(['reed:2', 'reed:1']);
    expect(await subjects({ action: 'reed.write', from: '2026-11-11' })).toEqual(['reed:2']);
    expect(await subjects({ actor: 'gardener', to: '2026-11-10' })).toEqual(['reed:1']);
    const { body } = await api.as('administrator').call(listAuditChoices);
    expect(body.actors).toContainEqual({ id: 'gardener', name: null });
    expect(body.actions).toContain('reed.write');
  });

  it('is read page by page, each event once, also those of one instant', async () => {
    for (let count = 0; count < 205; count += 1)
      await record('2026-11-01T00:00:00.000Z', `pond:${String(count)}`);
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: Awaited<ReturnType<typeof list>> = await list({
        subject: 'pond:',
        ...(next && { after: next }),
      });
      seen.push(...page.items.map(({ subject }) => subject));
      next = page.next;
    }
    expect(seen).toHaveLength(205);
    expect(new Set(seen).size).toBe(205);
  });

  it.each(['x', '2026-13-45T00:00:00Z~1', '~'])('refuses the place %s', async (after) => {
    const { problem } = await api.as('auditor').call(listAuditEvents, { query: { after } });
    expect(problem).toMatchObject({ code: 'value.malformed', details: { field: 'query.after' } });
  });

  it('leaves as CSV in which nothing is computed, and says that it left', async () => {
    await record('2026-11-21T00:00:00.000Z', '=cmd|calc', { details: { note: '@SUM(A1)', name: 'a;b"c' } });
    const { bytes } = await api.as('auditor').call(exportAuditEvents, { query: { subject: '=cmd|calc' } });
    const [, row] = Buffer.from(bytes).toString('utf8').split('\r\n');
    expect(row).toContain(`;'=cmd|calc;`);
    expect(row).toContain('"name=a;b""c; note=@SUM(A1)"');
    expect((await list({ action: 'audit.export' })).items[0]).toMatchObject({
      details: { subject: '=cmd|calc', count: 1 },
      actingAs: 'auditor',
    });
  });

  it('is checked over HTTP, from any place on, and against a head that was noted', async () => {
    const auditor = api.as('auditor');
    const whole = (await auditor.call(verifyAuditTrail)).body;
    expect(whole).toMatchObject({ isComplete: true, faults: [], reached: whole.head });
    await record('2026-11-21T00:00:00.000Z', 'lotus:2');
    const query = { from: writeHead(whole.reached), head: writeHead(whole.head) };
    expect((await auditor.call(verifyAuditTrail, { query })).body).toMatchObject({
      isComplete: true,
      faults: [],
    });
    const foreign = { head: `${String(whole.head.position)}:${'a'.repeat(64)}` };
    expect((await auditor.call(verifyAuditTrail, { query: foreign })).body.faults).toEqual([
      { kind: 'rewritten', position: whole.head.position },
    ]);
    expect((await auditor.call(verifyAuditTrail, { query: { head: 'sen' } })).problem?.code).toBe(
      'value.malformed',
    );
  });
});

test('events of before the chain get their places in their order, and their addresses in a column', async () => {
  const { address, drop } = await createBareDatabase();
  const migrations = await listMigrations();
  await migrate(
    address,
    migrations.slice(
      0,
      migrations.findIndex(({ name }) => name.endsWith('_audit_chain.sql')),
    ),
  );
  const { db, close } = openAsApplication(address);
  for (const subject of ['a', 'lost', 'b', 'c']) {
    const event = sql`insert into audit_event (audit_event_id, at, actor, action, subject, details)
      values (gen_random_uuid(), now(), 'sen', 'lotus.write', ${subject}, '{"address": "203.0.113.9", "petals": 18.50}')`;
    await db
      .transaction()
      .execute(async (tx) => {
        await event.execute(tx);
        if (subject === 'lost') throw new Error('changed my mind');
      })
      .catch(() => undefined);
  }
  await migrate(address, migrations);
  const events = await db
    .selectFrom('audit_event')
    .select(['sequence', 'subject', 'address', 'details'])
    .orderBy('sequence')
    .execute();
  const shared = { address: '203.0.113.9', details: { petals: 18.5 } };
  expect(events).toEqual(
    ['a', 'b', 'c'].map((subject, index) => ({ sequence: index + 1, subject, ...shared })),
  );
  expect((await checkTrail(db, undefined, () => undefined)).faults).toEqual([]);
  await close();
  await drop();
});
