import { z } from 'zod';
import { FindingKind, FindingKindCount, FindingView, Severity } from '#contract/consistency.ts';
import { route } from '#contract/route.ts';

/** Which contradictions are asked for; everything when nothing is said. */
export const FindingQuery = z.object({
  kind: FindingKind.optional(),
  severity: Severity.optional(),
  documentId: z.uuid().optional(),
  /** Contradictions that this item is a side of. */
  itemId: z.uuid().optional(),
  indicatorCode: z.string().max(20).optional(),
});
export type FindingQuery = z.infer<typeof FindingQuery>;

/** The contradictions between the registered plans, figures and rules, the gravest first. */
export const listFindings = route({
  method: 'GET',
  path: '/findings',
  operationId: 'listFindings',
  summary: 'List the contradictions between plans, figures and rules',
  access: 'plan.read',
  query: FindingQuery,
  response: z.object({
    items: z.array(FindingView),
    total: z.number().int(),
    /** Counts over all contradictions, before filters. */
    byKind: z.array(FindingKindCount),
  }),
  since: '0.1.0',
});
