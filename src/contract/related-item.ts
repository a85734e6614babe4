import { z } from 'zod';
import { RELATION_CERTAINTIES } from '#core/consistency/measures/relation-certainty.ts';
import { PlainDateText, PrintedDecimal } from './schemas.ts';
import { AgencyReference } from './scoring.ts';

/** What a document says about an indicator, as far as the indicator's page shows it. */
export const RelatedItem = z
  .object({
    id: z.string(),
    kind: z.enum(['target', 'task', 'gap']),
    /** The document names the indicator, or it was inferred because both names speak of one thing. */
    certainty: z.enum(RELATION_CERTAINTIES),
    name: z.string(),
    documentId: z.string(),
    documentTitle: z.string().nullable(),
    line: z.number().int().nullable(),
    /** Of a target: the value as the document writes it. */
    rawTarget: z.string().nullable(),
    /** Of a target with one number: that number, its unit, and the last day of the time it speaks of. */
    targetValue: z
      .object({ value: PrintedDecimal, unit: z.string().nullable(), end: PlainDateText.nullable() })
      .nullable(),
    cause: z.string().nullable(),
    remedy: z.string().nullable(),
    expectedResult: z.string().nullable(),
    dueRaw: z.string().nullable(),
    leadAgencies: z.array(AgencyReference),
  })
  .meta({ id: 'RelatedItem' });
export type RelatedItem = z.infer<typeof RelatedItem>;
