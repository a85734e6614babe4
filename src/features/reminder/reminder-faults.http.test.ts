import { createServer, type AddressInfo } from 'node:net';
import { pino } from 'pino';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MOST_ATTEMPTS } from '#core/reminder/delivery.ts';
import { DEFAULT_LADDER } from '#core/reminder/ladder.ts';
import { makeLadderLetter } from '#features/official-document/make-paper.ts';
import { openWebhook } from '#server/webhook/webhook.ts';
import { startTestApi, type TestApi } from '#test/api.ts';
import { inventTask } from '#test/invented-task.ts';
import { openWebhookReceiver } from '#test/webhook-receiver.ts';
import * as contract from './contract.ts';
import { sendDue } from './delivery/send-due.ts';
import * as own from './own/own-contract.ts';
import { planDay } from './planning/plan-day.ts';
import type { ReminderPorts } from './reminder-ports.ts';

const logger = pino({ level: 'silent' });
const { server: hook, posts, hang } = openWebhookReceiver();
const portOf = (server: { address: () => unknown }): number => (server.address() as AddressInfo).port;
const SECRET = 'bí mật dài hơn ba mươi hai ký tự để ký';

let api: TestApi;
let ports: ReminderPorts;
const endTasks = () =>
  api.db.updateTable('document_item').set({ due_kind: 'ongoing' }).where('kind', '=', 'task').execute();

beforeAll(async () => {
  hook.listen(0, '127.0.0.1');
  api = await startTestApi({ demonstration: true });
  const { db, clock } = api;
  ports = {
    ...{ db, clock, mailer: undefined, webhook: undefined },
    secretBox: api.ports.authentication.secretBox,
    makeLetter: (order) => makeLadderLetter({ db, clock }, order),
  };
});
beforeEach(async () => {
  posts.length = 0;
  await endTasks();
});
afterAll(async () => {
  await api.close();
  hook.close();
});

// Sessions end within days: whoever looks signs in anew.
const at = (instant: string): void => {
  api.setNow(instant);
  for (const role of ['coordinator', 'leader'] as const) api.forgetSession(role);
};
const dueTask = (end: string, name: string) =>
  inventTask(api, { name, due: { kind: 'day', raw: end, end }, lead: ['STP'] });
const log = async (query: Record<string, string>) =>
  (await api.as('coordinator').call(contract.listReminderMessages, { query })).body;
const ownList = async (username: string) => (await api.asAccount(username).call(own.listOwnReminders)).body;

describe('a receiver of webhooks', () => {
  it('that takes each post and never answers has it three times at most, and so has the person in the application', async () => {
    at('2026-12-24T01:00:00Z');
    const steps = [{ offset: -1, audiences: ['officer'], channels: ['webhook'] }];
    const { quietHours } = DEFAULT_LADDER;
    const ladder = { version: 0, writeId: newId(), steps, quietHours, reason: 'Thử webhook treo' };
    await api.as('coordinator').call(contract.writeReminderLadder, { body: ladder });
    await dueTask('2026-12-25', 'Bên nhận treo');
    const address = `http://127.0.0.1:${String(portOf(hook))}/nhac-viec`;
    const settings = { address, secret: SECRET, allowsAnyNetwork: true };
    const hanging = { ...ports, webhook: openWebhook(settings, logger, { patienceMilliseconds: 200 }) };
    await planDay(hanging);
    hang(true);
    for (const instant of ['02:00', '02:10', '02:20', '02:30', '05:00']) {
      at(`2026-12-24T${instant}:00Z`);
      await sendDue(hanging);
    }
    hang(false);
    expect(new Set(posts.map(({ headers }) => headers['x-senso-message'])).size).toBe(1);
    expect(posts).toHaveLength(3);
    const [left] = (await log({ state: 'uncertain', channel: 'webhook' })).items;
    expect(left?.deliveries.at(-1)).toMatchObject({ event: 'uncertain', reason: 'no-answer', attempt: 3 });
    expect((await ownList('stp-can-bo')).items.map(({ name }) => name)).toContain('Bên nhận treo');
  });

  it('that stops answering after it may have taken a post leaves it uncertain, and no post goes out beyond the last try', async () => {
    at('2026-12-25T01:00:00Z');
    await dueTask('2026-12-28', 'Có thể đã nhận');
    const settings = { secret: SECRET, allowsAnyNetwork: true };
    const address = (port: number) => `http://127.0.0.1:${String(port)}/nhac-viec`;
    const webhookTo = (port: number) => ({
      ...ports,
      webhook: openWebhook({ ...settings, address: address(port) }, logger, { patienceMilliseconds: 200 }),
    });
    await planDay(webhookTo(portOf(hook)));
    const left = async () => {
      const [item] = (await log({ channel: 'webhook' })).items;
      return item;
    };
    const setTried = (change: {
      attempts: number;
      uncertain: number;
      state?: string;
      leased_until?: string;
    }) =>
      api.db
        .updateTable('reminder_message')
        .set({ ...change, ...(change.state === 'sending' && { lease_id: newId() }) })
        .where('day', '=', '2026-12-25')
        .where('channel', '=', 'webhook')
        .execute();
    const { port: closed } = await new Promise<AddressInfo>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const own = server.address() as AddressInfo;
        server.close(() => resolve(own));
      });
    });
    await setTried({ attempts: MOST_ATTEMPTS - 1, uncertain: 1 });
    await sendDue(webhookTo(closed));
    expect(await left()).toMatchObject({ state: 'uncertain' });
    expect((await left())?.deliveries.at(-1)).toMatchObject({ event: 'uncertain', reason: 'unreachable' });
    // A server that dies with the last try in its hands does not leave one more to another.
    await setTried({
      ...{ attempts: MOST_ATTEMPTS, uncertain: 0, state: 'sending', leased_until: '2026-01-01T00:00:00Z' },
    });
    await sendDue(webhookTo(portOf(hook)));
    expect(await left()).toMatchObject({ state: 'uncertain' });
    expect((await left())?.deliveries.at(-1)).toMatchObject({ event: 'uncertain', reason: 'stopped' });
    expect(posts).toHaveLength(0);
  });
});

describe('a letter that is no longer needed when it is drawn up', () => {
  it('says why it was not drawn up, and not that another replaced it', async () => {
    at('2027-01-05T01:00:00Z');
    const { steps, quietHours } = DEFAULT_LADDER;
    const ladder = { version: 1, writeId: newId(), steps, quietHours, reason: 'Bậc công văn' };
    await api.as('coordinator').call(contract.writeReminderLadder, { body: ladder });
    await dueTask('2026-12-14', 'Trễ đến bậc công văn');
    // The server dies between the plan of the day and the letter; meanwhile nobody is late any more.
    const dying = { ...ports, makeLetter: () => Promise.reject(new Error('died')) };
    await expect(planDay(dying)).rejects.toThrow('died');
    await api.db
      .updateTable('document_item')
      .set({ due_kind: 'ongoing' })
      .where('kind', '=', 'task')
      .execute();
    await planDay(ports);
    const [letter] = (await api.as('leader').call(contract.listReminderLetters)).body.items;
    expect(letter).toMatchObject({
      ...{ day: '2027-01-05', state: 'not-made', refusal: 'official-document.nothing-to-tell' },
      documentId: null,
    });
  });
});
