import { z } from 'zod';
import { route } from '#contract/route.ts';

export const getHealth = route({
  method: 'GET',
  path: '/health',
  operationId: 'getHealth',
  summary: 'Whether the system works; refused as unavailable while the database does not answer',
  access: 'public',
  response: z
    .object({ status: z.literal('ok'), version: z.string(), database: z.literal('ready') })
    .meta({ id: 'Health' }),
  refusals: ['server.unavailable'],
  since: '0.1.0',
});

/** What kind of installation this is. In the demonstration every page says so. */
const PROFILES = ['demonstration', 'production'] as const;

export const getSystem = route({
  method: 'GET',
  path: '/system',
  operationId: 'getSystem',
  summary: 'Version and profile of this installation',
  access: 'public',
  response: z
    .object({
      version: z.string(),
      profile: z.enum(PROFILES),
      /** The provider of single sign-on, where one is configured. */
      singleSignOn: z.object({ name: z.string() }).nullable(),
    })
    .meta({ id: 'System' }),
  since: '0.1.0',
});
