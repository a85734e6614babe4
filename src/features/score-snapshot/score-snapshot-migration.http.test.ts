import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import framework from '#data/frameworks/dti-province-2025.json' with { type: 'json' };
import { openAsApplication, type OpenDatabase } from '#server/db/connect.ts';
import { listMigrations, migrate } from '#server/db/migrate.ts';
import { createBareDatabase } from '#test/test-database.ts';
import { isRefusal } from '#core/kernel/refusal.ts';
import { openSnapshot, verifySnapshot } from './open-snapshot.ts';

const TEXT = 'Ghi “chú”\n\tvới "dấu" \\ và ký tự \u0001 đặc biệt ☘ 𠀀';
const EARLIER = ['019bdc6e-5c57-7661-a72a-6e6a44900001', '019bdc6e-5c57-7661-a72a-6e6a44900002'];

let drop: () => Promise<void>;
let opened: OpenDatabase;
beforeAll(async () => {
  const bare = await createBareDatabase();
  drop = bare.drop;
  const migrations = await listMigrations();
  await migrate(
    bare.address,
    migrations.filter(({ name }) => name < '0004'),
  );
  opened = openAsApplication(bare.address);
  const { db } = opened;
  await sql`insert into index_framework values
    (${framework.code}, 1, 2025, ${JSON.stringify(framework)}, ${'0'.repeat(64)}, true, now())`.execute(db);
  await sql`insert into organization (code, name, kind, member_kinds, position, search_key)
    values ('DONG_THAP', 'Tỉnh Đồng Tháp', 'province', '{}', 1, 'dong thap')`.execute(db);
  for (const id of EARLIER) {
    const values = [{ value: { state: 'value', comparator: '=', value: TEXT }, item: '1.1.role' }];
    await sql`insert into score_snapshot values
      (${id}, ${framework.code}, 1, 'DONG_THAP', 2025, 'self', 625.64, 646.80, ${JSON.stringify(values)},
       ${JSON.stringify({ '10': { low: '1', high: '2' }, '2': { low: '0', high: '0' } })},
       '2026-11-22T02:00:00.120Z', null)`.execute(db);
  }
  await migrate(bare.address, migrations);
});
afterAll(async () => {
  await opened.close();
  await drop();
});

it.each(EARLIER)(
  'a snapshot of before gets a name of its own and the hash that the program computes',
  async (id) => {
    const snapshot = await openSnapshot(opened.db, id);
    if (isRefusal(snapshot)) throw new Error(snapshot.code);
    expect(snapshot.stored.content).toMatchObject({
      name: id === EARLIER[0] ? 'Bản chốt 22/11/2026 09:00' : 'Bản chốt 22/11/2026 09:00 (2)',
      points: { low: '625.64', high: '646.80' },
      takenAt: '2026-11-22T02:00:00.120Z',
    });
    const { content, framework: sameFramework, computedHash, contentHash } = verifySnapshot(snapshot);
    expect(computedHash).toBe(contentHash);
    expect([content, sameFramework]).toEqual([true, true]);
  },
);
