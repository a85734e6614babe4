import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { clockFrom } from '#server/clock.ts';
import { runCommand } from '#test/command.ts';
import { createTestDatabase, type TestDatabase } from '#test/test-database.ts';
import { register } from './cli.ts';

const clock = clockFrom(() => '2026-11-22T02:00:00.000Z');

const run = async ({ db }: TestDatabase, ...words: readonly string[]) =>
  (await runCommand(register, { db, clock }, 'verify-audit', ...words)).text;

afterEach(() => {
  process.exitCode = undefined;
});

test('the command prints the head, and a fault with another exit code', async () => {
  const database = await createTestDatabase('empty', clock);
  const sound = await run(database);
  const [head = ''] = /\d+:[0-9a-f]{64}/.exec(sound) ?? [];
  expect(sound).toContain(`Nhật ký nguyên vẹn, điểm cuối ${head}`);
  expect(await run(database, '--head', head)).toContain('nguyên vẹn');
  expect(process.exitCode).toBeUndefined();
  const owner = new pg.Client({ ...database.address });
  await owner.connect();
  await owner.query(`update audit_event set at = at + interval '1 microsecond' where sequence = 2`);
  await owner.end();
  expect(await run(database)).toMatch(/Sự kiện 2 \([0-9a-f-]{36}\) đã bị sửa/);
  expect(process.exitCode).toBe(1);
  await expect(run(database, '--head', 'sen')).rejects.toThrow('64');
  await database.close();
});
