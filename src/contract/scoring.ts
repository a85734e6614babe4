import { z } from 'zod';
import type { DataItem as CoreDataItem, DataValue as CoreDataValue } from '#core/scoring/data-value.ts';
import { VALUE_COMPARATORS } from '#core/scoring/data-value.ts';
import { PROVENANCE_MARKS } from '#core/scoring/framework.ts';
import { SHARE_TEXT } from '#core/scoring/share.ts';
import { DecimalText } from './schemas.ts';

/** A text in both languages. */
export const LocalizedText = z
  .object({ vi: z.string(), en: z.string() })
  .meta({ id: 'LocalizedText', description: 'A text of reference data in Vietnamese and English' });

/** A span of numbers; both ends are equal when the number is known. */
export const TextRange = z
  .object({ low: DecimalText, high: DecimalText })
  .meta({ id: 'TextRange', description: 'A span of exact decimals; both ends are equal when known' });

/** What is known of a number. */
export const NumberSpan = z.object({ low: DecimalText, high: DecimalText.nullable() }).meta({
  id: 'NumberSpan',
  description: 'What is known of a number; high is null when nothing bounds it above',
});

/** Points as published: rounded once, as the framework says; a range while rules or data are open. */
export const PointsRange = z
  .object({ low: DecimalText, high: DecimalText })
  .meta({ id: 'PointsRange', description: 'Points, rounded as the framework says; low = high when known' });
export type PointsRange = z.infer<typeof PointsRange>;

/** Value of a data item: blank, zero and not-applicable are three states. */
export const DataValue: z.ZodType<CoreDataValue> = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('value'), value: z.string(), comparator: z.enum(VALUE_COMPARATORS) }),
    z.object({ state: z.literal('blank') }),
    z.object({ state: z.literal('not-applicable') }),
  ])
  .meta({ id: 'DataValue' });
export type DataValue = z.infer<typeof DataValue>;

const itemBase = { code: z.string(), name: LocalizedText };

/** A data item of a framework. */
export const DataItem: z.ZodType<CoreDataItem> = z
  .discriminatedUnion('kind', [
    z.object({
      ...itemBase,
      kind: z.literal('number'),
      unit: LocalizedText,
      whole: z.boolean(),
      minimum: DecimalText.nullable(),
      maximum: DecimalText.nullable(),
    }),
    z.object({ ...itemBase, kind: z.literal('yes-no') }),
    z.object({
      ...itemBase,
      kind: z.literal('level'),
      levels: z.array(z.object({ code: z.string(), name: LocalizedText })),
    }),
  ])
  .meta({ id: 'DataItem' });
export type DataItem = z.infer<typeof DataItem>;

/** A share of the maximum: a decimal, or a fraction where that has no end. */
export const ShareText = z.string().regex(SHARE_TEXT).meta({
  id: 'ShareText',
  description: 'A share of the maximum: a decimal such as 0.5, or a fraction such as 1/3',
});

/** Where a field comes from. */
export const FieldProvenance = z
  .object({ mark: z.enum(PROVENANCE_MARKS), note: LocalizedText.nullable() })
  .meta({ id: 'FieldProvenance' });

/** A place in a source document. */
export const DocumentPlace = z
  .object({ document: z.string(), line: z.number().int().positive() })
  .meta({ id: 'DocumentPlace' });

/** An agency as a source names it. */
export const AgencyReference = z
  .object({ nameAsWritten: z.string(), organizationCode: z.string().nullable(), name: z.string() })
  .meta({ id: 'AgencyReference' });
