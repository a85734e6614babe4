import { z } from 'zod';
import { AMENDMENT_RELATIONS } from '#core/plan/amended-document.ts';
import { DocumentName, ItemDifference, ItemKind } from '#contract/plan-item.ts';
import { route } from '#contract/route.ts';

const Related = z
  .object({ document: DocumentName, relation: z.enum(AMENDMENT_RELATIONS) })
  .meta({ id: 'RelatedDocument' });
export type RelatedDocument = z.infer<typeof Related>;

/** An item of the earlier document and what the later one says of it. */
const ChangedItem = z
  .object({
    itemId: z.uuid(),
    kind: ItemKind,
    name: z.string(),
    differences: z.array(ItemDifference),
    /** The words that held before; null of what is new. */
    quoteBefore: z.string().nullable(),
    /** The words of the later document; null of what it ended. */
    quote: z.string().nullable(),
  })
  .meta({ id: 'ChangedItem' });
export type ChangedItem = z.infer<typeof ChangedItem>;

const params = z.object({ id: z.uuid() });

export const getDocumentRelations = route({
  method: 'GET',
  path: '/documents/:id/relations',
  operationId: 'getDocumentRelations',
  summary: 'The registered documents that a document amends or replaces, and those that amend or replace it',
  access: 'plan.read',
  params,
  response: z.object({ changes: z.array(Related), changedBy: z.array(Related) }),
  refusals: ['record.not-found'],
  since: '0.1.0',
});

export const DocumentChanges = z
  .object({
    document: DocumentName,
    earlier: DocumentName,
    relation: z.enum(AMENDMENT_RELATIONS),
    /** Applied: from what it was to what it is since. */
    changed: z.array(ChangedItem),
    added: z.array(ChangedItem),
    ended: z.array(ChangedItem),
    /** The later document says otherwise, and whoever entered it left the item as it was. */
    kept: z.array(ChangedItem),
    /** Items that it carries on, or speaks of, without changing them. */
    same: z.number().int(),
  })
  .meta({ id: 'DocumentChanges' });
export type DocumentChanges = z.infer<typeof DocumentChanges>;

export const getDocumentChanges = route({
  method: 'GET',
  path: '/documents/:id/changes',
  operationId: 'getDocumentChanges',
  summary: 'What a registered document changed in one that it amends or replaces, item by item',
  access: 'plan.read',
  params,
  query: z.object({ earlier: z.uuid() }),
  response: DocumentChanges,
  refusals: ['record.not-found'],
  since: '0.1.0',
});
