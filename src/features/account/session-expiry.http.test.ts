import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '#test/api.ts';
import { getSession, signIn } from './contract.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ now: '2026-11-22T00:00:00.000Z' });
});
afterAll(() => api.close());

const statusAt = async (instant: string): Promise<number> => {
  api.setNow(instant);
  return (await api.as('viewer').call(getSession)).status;
};

test('a session in use lives on, for seven days at most', async () => {
  expect(await statusAt('2026-11-22T00:00:00.000Z')).toBe(200);
  for (const day of [22, 23, 24, 25, 26, 27, 28]) {
    for (const hour of ['03', '11', '19']) {
      expect(await statusAt(`2026-11-${String(day)}T${hour}:00:00.000Z`)).toBe(200);
    }
  }
  expect(await statusAt('2026-11-29T00:00:00.000Z')).toBe(401);
});

test('a session that nobody uses ends after twelve hours', async () => {
  api.setNow('2026-12-01T00:00:00.000Z');
  const answer = await api.app.inject({
    method: 'POST',
    url: `/api/v1${signIn.path}`,
    payload: { username: 'dieu-phoi', password: 'sen-so-dieu-phoi' },
  });
  const cookie = `senso_session=${answer.cookies[0]?.value ?? ''}`;
  api.setNow('2026-12-01T12:00:00.001Z');
  const later = await api.app.inject({ method: 'GET', url: '/api/v1/session', headers: { cookie } });
  expect(later.statusCode).toBe(401);
});
