import { z } from 'zod';
import { isPlainDate } from '#core/kernel/plain-date.ts';

/** Exact decimal as text, `-12.5`: a JSON number would pass through binary floating point. */
export const DecimalText = z
  .string()
  .regex(/^-?\d{1,30}(\.\d{1,30})?$/)
  .meta({ id: 'DecimalText', description: 'Exact decimal number as text, with a point, without exponent' });

/**
 * Exact decimal that documents print or that follows from what they print, of any length: the length of what comes in is
 * checked where it comes in, and an answer must not fail on what is stored.
 */
export const PrintedDecimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .meta({ id: 'PrintedDecimal', description: 'Exact decimal number of a document as text, of any length' });

/** Calendar day, `YYYY-MM-DD`. */
export const PlainDateText = z
  .string()
  .refine(isPlainDate)
  .meta({ id: 'PlainDate', description: 'Calendar day as YYYY-MM-DD', format: 'date' });

/** Instant in UTC, ISO 8601. */
export const Instant = z
  .string()
  .meta({ id: 'Instant', description: 'Instant in UTC, ISO 8601', format: 'date-time' });

/** Problem details of RFC 9457; `code` is the stable refusal code, `details` its facts. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    details: z.record(z.string(), z.unknown()),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

/** A body or query without members. */
export const Nothing = z.object({}).meta({ id: 'Nothing' });

const isFileContent = (value: unknown): boolean =>
  value instanceof Uint8Array ||
  (typeof value === 'object' && value !== null && Symbol.asyncIterator in value);

/** A file as an answer: it travels as its bytes, whole or as they come, with its name and kind in the headers. */
export const FileAnswer = z.object({
  name: z.string(),
  mediaType: z.string(),
  content: z.custom<Uint8Array | AsyncIterable<Uint8Array>>(isFileContent),
});
export type FileAnswer = z.infer<typeof FileAnswer>;
