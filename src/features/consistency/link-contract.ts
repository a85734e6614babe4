import { z } from 'zod';
import { LINK_ACTIONS } from '#core/consistency/measures/measure-link-decision.ts';
import { LINK_REASONS, MEASURABLE_KINDS } from '#core/consistency/measures/measure-link.ts';
import { Comparator, DocumentName } from '#contract/plan-item.ts';
import { route } from '#contract/route.ts';
import { Instant, PrintedDecimal } from '#contract/schemas.ts';

export const LINK_STATES = ['proposed', 'confirmed', 'refused'] as const;

/** A figure for some years. */
const YearValueView = z
  .object({
    /** To be reached, or reached. */
    role: z.enum(['target', 'current']),
    fromYear: z.number().int(),
    toYear: z.number().int(),
    comparator: Comparator.nullable(),
    value: PrintedDecimal.nullable(),
    unit: z.string().nullable(),
  })
  .meta({ id: 'MeasureYearValue' });
export type YearValueView = z.infer<typeof YearValueView>;

/** Something measurable: a target of a plan, a component or a data item of a framework. */
const MeasurableView = z
  .object({
    key: z.string(),
    kind: z.enum(MEASURABLE_KINDS),
    /** Id of a target in its register; null for a component or data item. */
    itemId: z.uuid().nullable(),
    code: z.string().nullable(),
    name: z.string(),
    unit: z.string().nullable(),
    document: DocumentName.nullable(),
    line: z.number().int().nullable(),
    leads: z.array(z.string()),
    values: z.array(YearValueView),
  })
  .meta({ id: 'Measurable' });
export type MeasurableView = z.infer<typeof MeasurableView>;

/** Two measurable things that seem to be one, or of which a person has said so or the contrary. */
const MeasureLink = z
  .object({
    /** The smaller key first. */
    one: MeasurableView,
    other: MeasurableView,
    /** 0 to 1; null for a pair that was decided and would no longer be proposed. */
    score: z.number().nullable(),
    reasons: z.array(z.enum(LINK_REASONS)),
    state: z.enum(LINK_STATES),
    /** How often it has been decided. */
    version: z.number().int(),
    decidedAt: Instant.nullable(),
    decidedBy: z.string().nullable(),
  })
  .meta({ id: 'MeasureLink' });
export type MeasureLink = z.infer<typeof MeasureLink>;

export const listMeasureLinks = route({
  method: 'GET',
  path: '/measure-links',
  operationId: 'listMeasureLinks',
  summary: 'Pairs that seem to be one measurable thing, and those that were decided, the likeliest first',
  access: 'plan.read',
  query: z.object({ state: z.enum(LINK_STATES).optional(), documentId: z.uuid().optional() }),
  response: z
    .object({
      items: z.array(MeasureLink),
      total: z.number().int(),
      /** Counts over all pairs, before filters. */
      counts: z.object({
        proposed: z.number().int(),
        confirmed: z.number().int(),
        refused: z.number().int(),
      }),
    })
    .meta({ id: 'MeasureLinkList' }),
  since: '0.1.0',
});

/** What a person says of a pair. */
export const LinkDecisionInput = z
  .object({
    one: z.string().max(2000),
    other: z.string().max(2000),
    decision: z.enum(LINK_ACTIONS),
    /** How often it had been decided when the writer saw it. */
    version: z.number().int().min(0),
    /** Made by the client once for this write: a retry with it changes nothing. */
    writeId: z.uuid(),
  })
  .meta({ id: 'LinkDecisionInput' });
export type LinkDecisionInput = z.infer<typeof LinkDecisionInput>;

export const decideMeasureLink = route({
  method: 'POST',
  path: '/measure-links/decisions',
  operationId: 'decideMeasureLink',
  summary: 'Say that two are one measurable thing, that they are not, or take the word back',
  access: 'measure-link.decide',
  body: LinkDecisionInput,
  response: z.object({ link: MeasureLink }).meta({ id: 'DecidedMeasureLink' }),
  refusals: ['record.not-found', 'edit.conflict'],
  since: '0.1.0',
});

export const listLinkedMeasures = route({
  method: 'GET',
  path: '/plan-items/:id/linked-measures',
  operationId: 'listLinkedMeasures',
  summary: 'What was confirmed to be the same measurable thing as a target, itself first',
  access: 'plan.read',
  params: z.object({ id: z.uuid() }),
  response: z
    .object({
      /** Empty while nothing was confirmed. */
      items: z.array(MeasurableView),
      /** How many pairs with it wait for a person. */
      proposed: z.number().int(),
    })
    .meta({ id: 'LinkedMeasures' }),
  refusals: ['record.not-found'],
  since: '0.1.0',
});
