import { z } from 'zod';
import { Comparator, DocumentName, ItemKind } from './plan-item.ts';
import { PlainDateText, PrintedDecimal } from './schemas.ts';
import { POPULATION_PARTS } from '#core/consistency/measures/population.ts';
import { FINDING_KINDS, SEVERITIES, STATEMENT_ROLES } from '#core/consistency/finding.ts';

export const FindingKind = z.enum(FINDING_KINDS).meta({ id: 'FindingKind' });
const Severity = z.enum(SEVERITIES).meta({ id: 'Severity' });

/** One side of a contradiction: what is said, in which item, in which document, on which line. */
const FindingStatementView = z
  .object({
    role: z.enum(STATEMENT_ROLES),
    place: z.object({
      kind: ItemKind,
      id: z.uuid(),
      documentId: z.uuid(),
      line: z.number().int().nullable(),
    }),
    document: DocumentName,
    name: z.string(),
    /** First year of the phase that the value is for; the same as `year` for a single year. */
    fromYear: z.number().int().nullable(),
    year: z.number().int().nullable(),
    comparator: Comparator.nullable(),
    value: PrintedDecimal.nullable(),
    unit: z.string().nullable(),
    population: z.enum(POPULATION_PARTS).nullable(),
    agencies: z.array(z.string()),
    dueOn: PlainDateText.nullable(),
    words: z.string().nullable(),
  })
  .meta({ id: 'FindingStatement' });

/** A contradiction as facts; the sentence is made by the reader's dictionary. */
export const FindingView = z
  .object({
    id: z.string(),
    kind: FindingKind,
    severity: Severity,
    subject: z.string(),
    indicatorCode: z.string().nullable(),
    year: z.number().int().nullable(),
    statements: z.array(FindingStatementView),
    computed: z.object({ low: PrintedDecimal, high: PrintedDecimal }).nullable(),
    difference: PrintedDecimal.nullable(),
    populationsDiffer: z.boolean(),
    subjectsDiffer: z.boolean(),
  })
  .meta({ id: 'Finding' });
export type FindingView = z.infer<typeof FindingView>;

/** Which contradictions are asked for, of whatever document and state; everything where nothing is said. */
export const FindingScope = z.object({
  kind: FindingKind.optional(),
  severity: Severity.optional(),
  /** Code of an agency that leads an item on a side; its name where it has no code. */
  agency: z.string().max(300).optional(),
  /** Contradictions that this item is a side of. */
  itemId: z.uuid().optional(),
  indicatorCode: z.string().max(20).optional(),
});
export type FindingScope = z.infer<typeof FindingScope>;

/** How many contradictions of a kind there are. */
export const FindingKindCount = z
  .object({ kind: FindingKind, count: z.number().int() })
  .meta({ id: 'FindingKindCount' });
export type FindingKindCount = z.infer<typeof FindingKindCount>;
