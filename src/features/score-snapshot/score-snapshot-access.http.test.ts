import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '#test/api.ts';
import {
  compareScoreSnapshots,
  getExplanationSheet,
  getScoreSnapshot,
  listScoreSnapshots,
  type ScoreSnapshotInput,
  takeScoreSnapshot,
} from './contract.ts';

let api: TestApi;
let first: string;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
  first = (await api.as('viewer').call(listScoreSnapshots)).body.items[0]?.id ?? '';
});
afterAll(() => api.close());

const request = (changes: Partial<ScoreSnapshotInput> = {}): ScoreSnapshotInput => ({
  ...{ framework: 'dti-province-2025', subject: 'DONG_THAP', year: 2025 },
  ...{ kind: 'self', name: 'Tự đánh giá đợt 1', note: null, changes: [], writeId: newId() },
  ...changes,
});

const READS = [
  [listScoreSnapshots, () => ({})],
  [getScoreSnapshot, () => ({ params: { id: first } })],
  [compareScoreSnapshots, () => ({ query: { before: first } })],
  [getExplanationSheet, () => ({})],
  [getExplanationSheet, () => ({ query: { snapshot: first } })],
] as const;

describe('who may do what with snapshots', () => {
  it.each(READS)(
    '$operationId is open to both roles and to nobody without a session',
    async (route, input) => {
      expect((await api.as('coordinator').call(route, input())).status).toBe(200);
      expect((await api.as('viewer').call(route, input())).status).toBe(200);
      expect((await api.as(undefined).call(route, input())).problem?.code).toBe('session.required');
    },
  );

  it('only a coordinator takes one', async () => {
    const input = { body: request() };
    expect((await api.as('viewer').call(takeScoreSnapshot, input)).problem?.code).toBe('access.denied');
    expect((await api.as(undefined).call(takeScoreSnapshot, input)).problem?.code).toBe('session.required');
    expect((await api.as('coordinator').call(takeScoreSnapshot, input)).status).toBe(200);
  });

  it('tells the reader what they may do', async () => {
    const offered = (await api.as('coordinator').call(listScoreSnapshots)).body.actions;
    expect(offered).toContain('score-snapshot.write');
    expect((await api.as('viewer').call(listScoreSnapshots)).body.actions).not.toContain(
      'score-snapshot.write',
    );
  });
});

describe('in the database', () => {
  it.each(['name', 'note', 'points_low', 'data_values', 'content_hash', 'taken_by'])(
    'the application changes no %s of a snapshot',
    async (column) => {
      const changing = sql`update score_snapshot set ${sql.ref(column)} = ${sql.ref(column)}`.execute(api.db);
      await expect(changing).rejects.toThrow('permission denied');
    },
  );

  it('the application deletes none, singly or all', async () => {
    const deleting = sql`delete from score_snapshot where snapshot_id = ${first}`.execute(api.db);
    await expect(deleting).rejects.toThrow('permission denied');
    await expect(sql`truncate score_snapshot`.execute(api.db)).rejects.toThrow('permission denied');
  });
});
