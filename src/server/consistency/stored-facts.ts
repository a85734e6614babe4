import { z } from 'zod';
import { STATEMENT_ROLES } from '#core/consistency/finding.ts';
import type { FindingFacts } from '#core/consistency/finding-fingerprint.ts';
import { FindingKind } from '#contract/consistency.ts';
import { Comparator, ItemKind } from '#contract/plan-item.ts';
import { PrintedDecimal } from '#contract/schemas.ts';

const Year = z.number().int().nullable();

/** The facts of a contradiction as they are kept with what was decided of it. */
export const StoredFacts: z.ZodType<FindingFacts> = z.object({
  kind: FindingKind,
  year: Year,
  computed: z.object({ low: PrintedDecimal, high: PrintedDecimal }).nullable(),
  sides: z.array(
    z.object({
      ...{ document: z.string(), kind: ItemKind, name: z.string(), role: z.enum(STATEMENT_ROLES) },
      ...{ fromYear: Year, year: Year, comparator: Comparator.nullable() },
      ...{ value: PrintedDecimal.nullable(), unit: z.string().nullable(), agencies: z.array(z.string()) },
      ...{ dueOn: z.string().nullable(), words: z.string().nullable() },
    }),
  ),
});
