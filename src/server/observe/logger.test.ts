import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { createLogger } from './logger.ts';

it('A request is logged without its query and without the secret of its address', async () => {
  const lines: string[] = [];
  const server = Fastify({ loggerInstance: createLogger('info', { write: (line) => lines.push(line) }) });
  server.get('/calendar-feeds/:token', () => 'BEGIN:VCALENDAR');
  server.setNotFoundHandler((_request, reply) => reply.code(404).send());
  await server.inject('/calendar-feeds/nobody-may-know?name=An');
  await server.inject('/calendar-feeds/nobody-may-kno%77/');
  await server.close();
  expect(lines.join('')).toContain('/calendar-feeds/…');
  expect(lines.join('')).not.toMatch(/nobody-may-kno|name=An/u);
});

it('A fault of the database is logged without the row that it quotes', () => {
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line) => lines.push(line) });
  const fault = Object.assign(new Error('null value in column "role"'), {
    ...{ code: '23502', table: 'account', detail: 'Failing row contains (stp-can-bo, scrypt:abc)' },
  });
  logger.error({ err: fault }, 'unexpected fault');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ err: { code: '23502', table: 'account' } });
  expect(lines[0]).not.toContain('scrypt');
});
