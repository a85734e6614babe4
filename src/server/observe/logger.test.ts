import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { createLogger } from './logger.ts';

it('A request is logged without its query and without the secret of its address', async () => {
  const lines: string[] = [];
  const server = Fastify({ loggerInstance: createLogger('info', { write: (line) => lines.push(line) }) });
  server.get('/calendar-feeds/:token', () => 'BEGIN:VCALENDAR');
  await server.inject('/calendar-feeds/nobody-may-know?name=An');
  await server.close();
  expect(lines.join('')).toContain('/calendar-feeds/…');
  expect(lines.join('')).not.toMatch(/nobody-may-know|name=An/u);
});
