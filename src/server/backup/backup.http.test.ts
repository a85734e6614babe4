import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRefusal } from '#core/kernel/refusal.ts';
import { actOnRound, createRound, getRound } from '#features/collection/contract.ts';
import { addEvidenceFile } from '#features/collection/evidence-contract.ts';
import { appendAuditEvent, processCaller } from '#server/db/audit.ts';
import { openAsApplication } from '#server/db/connect.ts';
import { listMigrations, migrate } from '#server/db/migrate.ts';
import { readAuditHead, withCopyClient } from '#server/db/table-copies.ts';
import { openFileStore } from '#server/files/file-store.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { pdfFile } from '#test/evidence-files.ts';
import { createBareDatabase } from '#test/test-database.ts';
import { restoreBackup } from './restore-backup.ts';
import { type BackupSummary, takeBackup } from './take-backup.ts';

const COMMUNE = '29869';
let api: TestApi;
let folder: string;
let submissionId: string;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
  folder = mkdtempSync(join(tmpdir(), 'senso-backup-'));
  const coordinator = api.as('coordinator');
  const body = {
    ...{ title: 'Báo cáo', dutyId: null, framework: 'dti-commune-2025', period: '2025' },
    ...{ valueKind: 'final', dueDay: '2026-12-01', dueBefore: true, lockDay: null },
    ...{ appraisalSteps: 1, requiresEvidence: false, organizations: [COMMUNE], items: null },
    writeId: newId(),
  };
  const { id } = (await coordinator.call(createRound, { body })).body;
  const step = { action: 'open', version: 1, writeId: newId() };
  await coordinator.call(actOnRound, { params: { id }, body: step });
  const round = await coordinator.call(getRound, { params: { id } });
  submissionId = round.body.members[0]?.submissionId ?? '';
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true, force: true });
});

const send = async (words: string): Promise<string> => {
  const sent = await api.asAccount('cao-lanh-can-bo').call(addEvidenceFile, {
    params: { id: submissionId },
    query: { writeId: newId() },
    file: { name: 'a.pdf', content: pdfFile(words) },
  });
  expect(sent.status).toBe(200);
  return sent.body.id;
};

const backUp = async (name: string): Promise<BackupSummary> => {
  const keyFile = join(folder, 'key');
  writeFileSync(keyFile, 'a key');
  const files = await openFileStore(api.filesDirectory);
  const source = { address: api.databaseAddress, files, keyFile, version: 'test', profile: 'demonstration' };
  const taken = await takeBackup({ ...source, clock: api.clock }, join(folder, name));
  if (isRefusal(taken)) throw new Error(taken.code);
  return taken;
};

/** An instance that nobody has used. */
const openEmpty = async () => {
  const { address, drop } = await createBareDatabase();
  const place = mkdtempSync(join(tmpdir(), 'senso-restored-'));
  const files = await openFileStore(join(place, 'files'));
  return {
    target: { address, files, keyFile: join(place, 'secret-key') },
    files,
    drop: async () => {
      await drop();
      rmSync(place, { recursive: true, force: true });
    },
  };
};

const codeOf = async (
  path: string,
  target: Parameters<typeof restoreBackup>[1],
): Promise<string | undefined> => {
  const restored = await restoreBackup(path, target);
  return isRefusal(restored) ? restored.code : undefined;
};

const countOf = async (address: TestApi['databaseAddress'], table: string): Promise<number> =>
  withCopyClient(address, async (client) => {
    const { rows } = await client.query<{ count: string }>(`select count(*) from ${table}`);
    return Number(rows[0]?.count);
  });

describe('a backup', () => {
  test('that is taken under writes restores one moment: the same audit trail, the same evidence', async () => {
    await send('trước');
    const over = new AbortController();
    let sent = 0;
    const writing = (async () => {
      while (!over.signal.aborted) await send(`trong khi ${String((sent += 1))}`);
    })();
    const taken = await backUp('under-writes.tar.gz');
    over.abort();
    await writing;
    expect(sent).toBeGreaterThan(0);
    const { target, files, drop } = await openEmpty();
    const restored = await restoreBackup(taken.path, target);
    expect(restored).toMatchObject({
      ...{ auditHead: taken.auditHead, files: taken.files, rows: taken.rows, migrated: [] },
      profile: 'demonstration',
    });
    expect(await withCopyClient(target.address, readAuditHead)).toEqual(taken.auditHead);
    expect(readFileSync(target.keyFile, 'utf8')).toBe('a key');
    const { db, close } = openAsApplication(target.address);
    const registered = await db.selectFrom('stored_file').select('sha256').execute();
    expect(registered).toHaveLength(taken.files);
    for (const { sha256 } of registered) expect(await files.read(sha256)).toBeDefined();
    // The trail goes on where it ended: triggers run again.
    await db.transaction().execute(async (tx) => {
      await appendAuditEvent(tx, processCaller('test'), {
        ...{ at: '2026-11-22T02:00:00Z', action: 'test.write', subject: 'test:1' },
      });
    });
    await close();
    const head = await withCopyClient(target.address, readAuditHead);
    expect(Number(head.position)).toBe(Number(taken.auditHead.position) + 1);
    await drop();
  });

  test('gives back every row of every table', async () => {
    const taken = await backUp('every-row.tar.gz');
    const { target, drop } = await openEmpty();
    await restoreBackup(taken.path, target);
    const textOf = (address: TestApi['databaseAddress'], table: string): Promise<string> =>
      withCopyClient(address, async (client) => {
        const { rows } = await client.query<{ hash: string }>(
          `select md5(coalesce(string_agg(t::text, chr(10) order by t::text collate "C"), '')) as hash from ${table} t`,
        );
        return rows[0]?.hash ?? '';
      });
    const tables = await withCopyClient(target.address, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
      );
      return rows.map(({ name }) => name);
    });
    expect(tables).toHaveLength(taken.tables);
    for (const table of tables) {
      const both = [await textOf(api.databaseAddress, table), await textOf(target.address, table)];
      expect([table, both[1]]).toEqual([table, both[0]]);
    }
    await drop();
  });

  test('writes over nothing and is read by its owner alone', async () => {
    const taken = await backUp('once.tar.gz');
    expect(statSync(taken.path).mode & 0o077).toBe(0);
    await expect(backUp('once.tar.gz')).rejects.toThrow('backup.file-exists');
  });

  test('is refused where data are, where a system runs, and where it is newer than the version', async () => {
    const taken = await backUp('refused.tar.gz');
    const full = {
      address: api.databaseAddress,
      files: await openFileStore(join(folder, 'x')),
      keyFile: undefined,
    };
    // It holds data, and the system of this test may hold connections: either is said.
    expect(['restore.not-empty', 'restore.in-use']).toContain(await codeOf(taken.path, full));
    const { target, drop } = await openEmpty();
    const older = (await listMigrations()).slice(0, -1);
    expect(await codeOf(taken.path, { ...target, migrations: older })).toBe('backup.newer');
    await migrate(target.address);
    const { db, close } = openAsApplication(target.address);
    await db.selectFrom('setting').select('key').execute();
    expect(await codeOf(taken.path, target)).toBe('restore.in-use');
    await db
      .insertInto('setting')
      .values({ key: 'installation.profile', value: '"production"', updated_at: '2026-11-22T02:00:00Z' })
      .execute();
    await close();
    // The server forgets a connection a moment after it has been closed.
    await expect.poll(() => codeOf(taken.path, target)).toBe('restore.not-empty');
    expect(await countOf(target.address, 'account')).toBe(0);
    await drop();
  });

  test('that was changed, cut off or is none is refused before anything is changed', async () => {
    const taken = await backUp('changed.tar.gz');
    const { target, drop } = await openEmpty();
    const whole = gunzipSync(readFileSync(taken.path));
    const write = (name: string, content: Uint8Array): string => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    };
    const changed = Buffer.from(whole);
    const at = changed.indexOf('cao-lanh-can-bo');
    changed.write('cao-lanh-can-bu', at);
    const cases = [
      write('byte.tar.gz', gzipSync(changed)),
      write('cut.tar.gz', readFileSync(taken.path).subarray(0, 10_000)),
      write('short.tar.gz', gzipSync(whole.subarray(0, 512 * 40))),
      write('none.tar.gz', Buffer.from('none')),
    ];
    for (const path of cases) expect([path, await codeOf(path, target)]).toEqual([path, 'backup.broken']);
    expect(await codeOf(join(folder, 'missing'), target)).toBe('file.unreadable');
    const tables = await withCopyClient(target.address, async (client) =>
      client.query(`select from pg_class where relnamespace = 'public'::regnamespace`),
    );
    expect([tables.rowCount, existsSync(target.keyFile)]).toEqual([0, false]);
    // What was begun and taken back hinders no later restore.
    copyFileSync(taken.path, join(folder, 'again.tar.gz'));
    expect(await codeOf(join(folder, 'again.tar.gz'), target)).toBeUndefined();
    await drop();
  });
});
