import { z } from 'zod';
import { CITATION_ROLES, REPORT_FREQUENCIES } from '#core/plan/plan-item.ts';
import { Comparator, ItemAgency, ItemPlace } from './plan-item.ts';
import { PlainDateText, PrintedDecimal } from './schemas.ts';

const FurtherItem = {
  id: z.uuid(),
  name: z.string(),
  place: ItemPlace,
  agencies: z.array(ItemAgency),
};

export const PrintedIndicatorScore = z
  .object({
    ...FurtherItem,
    indicatorCode: z.string().nullable(),
    table: z.string().nullable(),
    maximumScore: PrintedDecimal.nullable(),
    scores: z.array(z.object({ label: z.string(), value: PrintedDecimal.nullable() })),
    ranks: z.array(
      z.object({
        label: z.string(),
        raw: z.string(),
        rank: z.number().int().nullable(),
        outOf: z.number().int().nullable(),
      }),
    ),
    isTotal: z.boolean(),
  })
  .meta({ id: 'PrintedIndicatorScore' });

export const ReportingDuty = z
  .object({
    ...FurtherItem,
    reporterRaw: z.string().nullable(),
    recipientRaw: z.string().nullable(),
    frequency: z.enum(REPORT_FREQUENCIES),
    covers: z.string().nullable(),
    validFor: z.string().nullable(),
    dateRaw: z.string(),
    comparator: Comparator.nullable(),
    dueDate: PlainDateText.nullable(),
    recurringDays: z.array(z.string()),
  })
  .meta({ id: 'ReportingDuty' });

export const CitedDocument = z
  .object({
    ...FurtherItem,
    role: z.enum(CITATION_ROLES),
    docType: z.string().nullable(),
    docNumber: z.string().nullable(),
    issueDate: PlainDateText.nullable(),
    issuingAgency: z.string().nullable(),
    subject: z.string().nullable(),
    level: z.string().nullable(),
    alsoLines: z.array(z.number().int()),
    /** The document of the register that is meant, when it is there. */
    documentId: z.uuid().nullable(),
  })
  .meta({ id: 'CitedDocument' });

export const ReportedResult = z
  .object({
    ...FurtherItem,
    raw: z.string(),
    comparator: Comparator.nullable(),
    value: PrintedDecimal.nullable(),
    values: z.array(PrintedDecimal).nullable(),
    unit: z.string().nullable(),
    percent: PrintedDecimal.nullable(),
    status: z.string().nullable(),
    asOf: z.string().nullable(),
  })
  .meta({ id: 'ReportedResult' });

export const FundingRow = z
  .object({
    ...FurtherItem,
    table: z.string().nullable(),
    periodLabel: z.string().nullable(),
    unit: z.string().nullable(),
    amounts: z.array(z.object({ label: z.string(), value: PrintedDecimal.nullable() })),
    total: PrintedDecimal.nullable(),
    isTotal: z.boolean(),
  })
  .meta({ id: 'FundingRow' });
