import { z } from 'zod';

/** One version of a template of an office. */
export const TemplateName = z
  .object({ id: z.uuid(), name: z.string(), version: z.number().int() })
  .meta({ id: 'TemplateName' });
