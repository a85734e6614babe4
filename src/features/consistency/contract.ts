import { z } from 'zod';
import { SAYS_SOMETHING } from '#core/kernel/text.ts';
import { FINDING_DECISIONS } from '#core/consistency/finding-standing.ts';
import { FindingKindCount, FindingScope } from '#contract/consistency.ts';
import { DecidedFinding, FindingDecision, FindingState } from '#contract/finding-decision.ts';
import { route } from '#contract/route.ts';
import { FileAnswer } from '#contract/schemas.ts';

/** Which contradictions are asked for; everything when nothing is said. */
export const FindingQuery = FindingScope.extend({
  state: FindingState.optional(),
  documentId: z.uuid().optional(),
});
export type FindingQuery = z.infer<typeof FindingQuery>;

/** The contradictions between the registered plans, figures and rules, the gravest first. */
export const listFindings = route({
  method: 'GET',
  path: '/findings',
  operationId: 'listFindings',
  summary: 'List the contradictions between plans, figures and rules, with how they stand',
  access: 'plan.read',
  query: FindingQuery,
  response: z.object({
    items: z.array(DecidedFinding),
    total: z.number().int(),
    /** Counts over all contradictions, before filters. */
    byKind: z.array(FindingKindCount),
    /** Whether this person may make a letter of the province on them. */
    mayMakeLetter: z.boolean(),
  }),
  since: '0.1.0',
});

const Fingerprint = z.object({ fingerprint: z.string().regex(/^[0-9a-f]{64}$/) });

export const getFinding = route({
  method: 'GET',
  path: '/findings/:fingerprint',
  operationId: 'getFinding',
  summary: 'One contradiction with the words of its sides and every decision about it',
  access: 'plan.read',
  params: Fingerprint,
  response: z
    .object({
      finding: DecidedFinding,
      /** The words of the items on its sides; null while only their facts are known. */
      quotes: z.array(z.object({ itemId: z.uuid(), quote: z.string().nullable() })),
      /** The latest first. */
      decisions: z.array(FindingDecision),
    })
    .meta({ id: 'FindingDetail' }),
  refusals: ['record.not-found'],
  since: '0.1.0',
});

/** A decision as it is to be kept. */
export const FindingDecisionInput = z
  .object({
    decision: z.enum(FINDING_DECISIONS),
    /** What was done about it, or why it is meant so. */
    note: z.string().max(2000).regex(SAYS_SOMETHING),
    /** How often it had been decided when the writer saw it. */
    version: z.number().int().min(0),
    /** Made by the client once for this write: a retry with it changes nothing. */
    writeId: z.uuid(),
  })
  .meta({ id: 'FindingDecisionInput' });
export type FindingDecisionInput = z.infer<typeof FindingDecisionInput>;

export const decideFinding = route({
  method: 'POST',
  path: '/findings/:fingerprint/decisions',
  operationId: 'decideFinding',
  summary: 'Settle a contradiction, accept it, or open it again; it stays so until its facts change',
  access: 'finding.decide',
  params: Fingerprint,
  body: FindingDecisionInput,
  response: z.object({ finding: DecidedFinding }).meta({ id: 'DecidedFindingAnswer' }),
  refusals: ['finding.changed', 'edit.conflict'],
  since: '0.1.0',
});

export const exportFindings = route({
  method: 'GET',
  path: '/findings/file',
  operationId: 'exportFindings',
  summary: 'The contradictions that fit the filters as a workbook, a row for each side',
  access: 'plan.read',
  query: FindingQuery,
  response: FileAnswer,
  answers: 'file',
  since: '0.1.0',
});
