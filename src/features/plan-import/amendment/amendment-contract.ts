import { z } from 'zod';
import { AMENDMENT_REASONS, AMENDMENT_RELATIONS } from '#core/plan/amended-document.ts';
import { DocumentName, ItemDifference, ItemKind } from '#contract/plan-item.ts';
import { route } from '#contract/route.ts';
import { PlanImportRow } from '#features/plan-import/contract.ts';

const AmendmentRelation = z.enum(AMENDMENT_RELATIONS).meta({ id: 'AmendmentRelation' });

/** A registered document that the file seems to amend or replace, and why. */
const AmendmentProposal = z
  .object({
    document: DocumentName,
    relation: AmendmentRelation,
    reason: z.enum(AMENDMENT_REASONS),
  })
  .meta({ id: 'AmendmentProposal' });
export type AmendmentProposal = z.infer<typeof AmendmentProposal>;

/** A statement of the file that concerns an item of the amended document, or is new. */
const AmendedStatement = z
  .object({
    readingId: z.string(),
    kind: ItemKind,
    name: z.string(),
    summary: z.string().nullable(),
    quote: z.string(),
    line: z.number().int().nullable(),
    /** The item that it changes; null of a new one. */
    itemId: z.uuid().nullable(),
    differences: z.array(ItemDifference),
    /** The words in which the amended document has the item. */
    quoteBefore: z.string().nullable(),
  })
  .meta({ id: 'AmendedStatement' });
export type AmendedStatement = z.infer<typeof AmendedStatement>;

const DroppedItem = z
  .object({
    itemId: z.uuid(),
    kind: ItemKind,
    name: z.string(),
    summary: z.string().nullable(),
    quote: z.string().nullable(),
  })
  .meta({ id: 'DroppedItem' });
export type DroppedItem = z.infer<typeof DroppedItem>;

export const AmendmentComparison = z
  .object({
    import: PlanImportRow,
    /** Number of review steps that the comparison rests on: what accepting names. */
    reviewVersion: z.number().int(),
    /** What the words of the file tell, the surest first. */
    proposals: z.array(AmendmentProposal),
    /** Null while no document was chosen. */
    comparison: z
      .object({
        document: DocumentName,
        relation: AmendmentRelation,
        added: z.array(AmendedStatement),
        changed: z.array(AmendedStatement),
        /** Statements that say what is registered. */
        same: z.number().int(),
        /** Only a replacing document drops anything. */
        dropped: z.array(DroppedItem),
      })
      .nullable(),
  })
  .meta({ id: 'AmendmentComparison' });
export type AmendmentComparison = z.infer<typeof AmendmentComparison>;

export const getAmendment = route({
  method: 'GET',
  path: '/plan-imports/:id/amendment',
  operationId: 'getPlanImportAmendment',
  summary:
    'The document that a file amends or replaces, as its words propose, and with a chosen one what is added, changed and dropped',
  access: 'plan.import',
  params: z.object({ id: z.uuid() }),
  query: z.object({ document: z.uuid().optional(), relation: AmendmentRelation.optional() }),
  response: AmendmentComparison,
  refusals: ['record.not-found', 'plan-import.not-amending'],
  since: '0.1.0',
});
