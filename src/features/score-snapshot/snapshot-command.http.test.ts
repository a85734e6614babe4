import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '#test/api.ts';
import { runCommand } from '#test/command.ts';
import { register } from './cli.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
});
afterAll(() => api.close());

const run = (...words: readonly string[]) => runCommand(register, api, 'snapshot', ...words);

it('lists the snapshots beside the present data', async () => {
  const { text, value } = await run('list');
  expect(text).toContain('Số liệu hiện nay cho 625,64–646,82 điểm');
  expect(text).toMatch(/tự đánh giá\t2025\t625,64–646,82\tSố liệu ban đầu$/m);
  expect(value).toMatchObject({ total: 1, items: [{ name: 'Số liệu ban đầu', kind: 'self' }] });
});

it('takes a snapshot, and a scenario with supposed values', async () => {
  const taken = await run('take', '--name', 'Công bố năm 2025', '--kind', 'published');
  expect(taken.text).toContain('Đã chốt “Công bố năm 2025” (công bố): 625,64–646,82 điểm');
  expect(taken.text).toMatch(/Mã kiểm tra [0-9a-f]{64}/);
  const scenario = await run(
    ...['take', '--name', 'Phương án A', '--kind', 'scenario', '--language', 'en'],
    ...['--set', '6.4.rate=60', '--set', '6.5.rate=70'],
  );
  expect(scenario.text).toContain('Kept “Phương án A” (scenario): 648.23–669.41 points');
  const [event] = await api.db
    .selectFrom('audit_event')
    .select('actor')
    .orderBy('sequence', 'desc')
    .execute();
  expect(event?.actor).toBe('command line');
});

it('compares by name, component by component', async () => {
  const { text } = await run('compare', 'Công bố năm 2025', 'Phương án A');
  expect(text).toContain('Từ “Công bố năm 2025” đến “Phương án A”');
  expect(text).toMatch(/^6\.4 +0,00 +20,00 +\+20,00 {2}Tỷ lệ/m);
  expect(text).toMatch(/^6\.5 +14,91 +17,50 +\+2,59 {2}Tỷ lệ/m);
  expect(text).toMatch(/^ +625,64–646,82 648,23–669,41 +\+22,59 {2}Tổng$/m);
  expect(text).toMatch(/^ {2}6\.4\.rate {2}.+: 57,6\s% → 60\s%$/m);
  const present = await run('compare', 'Phương án A', '--language', 'en');
  expect(present.text).toContain('From “Phương án A” to “present data”');
  expect(present.text).toMatch(/^6\.4 +20\.00 +0\.00 +-20\.00/m);
});

it('verifies all snapshots, and names one that was altered', async () => {
  const before = await run('verify');
  expect(before.refusals).toEqual([]);
  expect(before.text.match(/còn nguyên/g)).toHaveLength(3);
  await api.db.connection().execute(async (db) => {
    await sql`set role none`.execute(db);
    await sql`update score_snapshot set note = 'khác' where name = 'Phương án A'`.execute(db);
    await sql`set role senso_application`.execute(db);
  });
  const after = await run('verify');
  expect(after.refusals).toMatchObject([
    { code: 'score-snapshot.altered', details: { items: [{ name: 'Phương án A' }] } },
  ]);
  expect(after.text).toMatch(/nội dung đã bị sửa\tPhương án A$/m);
  expect((await run('verify', 'Công bố năm 2025')).refusals).toEqual([]);
});

it('refuses what it does not know, in the words of the command line', async () => {
  const unknown = await run('compare', 'Không có');
  expect(unknown.refusals).toMatchObject([{ code: 'record.not-found' }]);
  expect(unknown.text).toContain('No snapshot “Không có”; `snapshot list` lists them');
  expect((await run('take', '--name', 'Công bố năm 2025')).refusals).toMatchObject([
    { code: 'score-snapshot.name-taken' },
  ]);
  await expect(run('take', '--name', 'Sai', '--set', '6.4.rate')).rejects.toThrow('6.4.rate');
});
