import { z } from 'zod';
import { SAYS_SOMETHING } from '#core/kernel/text.ts';
import { route } from '#contract/route.ts';
import { OrganizationName, PeriodText } from '#contract/reporting-round.ts';
import { Instant, PlainDateText } from '#contract/schemas.ts';
import { LocalizedText } from '#contract/scoring.ts';

const Id = z.object({ id: z.uuid() });
const Code = z.string().min(1).max(120);
/** Whole numbers may stand as numbers; others are text, for a JSON number would pass through binary floating point. */
const GivenValue = z.union([z.string().max(80), z.number().int(), z.boolean()]);

/** Figures as a system delivers them, all of one period. */
const PlainDelivery = z
  .strictObject({
    period: PeriodText,
    framework: z.string().max(60).optional(),
    round: z.uuid().optional(),
    values: z
      .array(
        z.strictObject({
          organization: Code,
          item: Code,
          subject: z.string().max(40).optional(),
          state: z.enum(['value', 'blank', 'not-applicable']).optional(),
          value: GivenValue.nullish(),
          note: z.string().max(2000).nullish(),
        }),
      )
      .min(1)
      .max(5000),
  })
  .meta({ id: 'Delivery' });

/** Figures as DHIS2 exports them; members that say nothing here are passed over. */
const DataValueSet = z
  .object({
    period: z.string().max(20).optional(),
    orgUnit: Code.optional(),
    dataValues: z
      .array(
        z.object({
          dataElement: Code,
          orgUnit: Code.optional(),
          period: z.string().max(20).optional(),
          value: GivenValue.nullish(),
          comment: z.string().max(2000).nullish(),
        }),
      )
      .min(1)
      .max(5000),
  })
  .meta({ id: 'DataValueSet' });

export const DeliveryBody = z.union([PlainDelivery, DataValueSet]);
export type DeliveryBody = z.infer<typeof DeliveryBody>;

/** What became of one figure; organization and item as they were delivered. */
export const DeliveryResult = z
  .object({
    organization: z.string(),
    item: z.string(),
    subject: z.string().nullable(),
    /** `held-back`: it would have been taken, but another figure of the delivery was refused. */
    outcome: z.enum(['taken', 'unchanged', 'held-back', 'refused']),
    code: z.string().nullable(),
    details: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'DeliveryResult' });
export type DeliveryResult = z.infer<typeof DeliveryResult>;

const DeliverySummary = z
  .object({
    id: z.uuid(),
    source: z.object({ id: z.uuid(), name: z.string() }),
    at: Instant,
    isDryRun: z.boolean(),
    taken: z.number().int(),
    unchanged: z.number().int(),
    refused: z.number().int(),
  })
  .meta({ id: 'DeliverySummary' });
export type DeliverySummary = z.infer<typeof DeliverySummary>;

export const Delivery = DeliverySummary.extend({
  /** The same delivery came before: nothing was done again. */
  isRepeated: z.boolean(),
  results: z.array(DeliveryResult),
}).meta({ id: 'DeliveryOutcome' });
export type Delivery = z.infer<typeof Delivery>;

export const deliverFigures = route({
  method: 'POST',
  path: '/deliveries',
  operationId: 'deliverFigures',
  summary: 'Deliver figures of another system into drafts of open rounds; each is taken or refused by itself',
  access: 'token',
  query: z.object({
    dryRun: z.enum(['true', 'false']).optional(),
    /** Take nothing when anything is refused. */
    atomic: z.enum(['true', 'false']).optional(),
  }),
  body: DeliveryBody,
  response: Delivery,
  refusals: ['delivery.token-required', 'delivery.key-reused', 'request.too-many'],
  since: '0.1.0',
});

export const listDeliveries = route({
  method: 'GET',
  path: '/deliveries',
  operationId: 'listDeliveries',
  summary: 'The latest deliveries of other systems, with how many figures of each were taken',
  access: 'delivery-source.write',
  query: z.object({ source: z.uuid().optional() }),
  response: z
    .object({ items: z.array(DeliverySummary), total: z.number().int() })
    .meta({ id: 'DeliveryList' }),
  since: '0.1.0',
});

export const getDelivery = route({
  method: 'GET',
  path: '/deliveries/:id',
  operationId: 'getDelivery',
  summary: 'One delivery with what became of each figure',
  access: 'delivery-source.write',
  params: Id,
  response: Delivery,
  refusals: ['record.not-found'],
  since: '0.1.0',
});

/** A token of a source, without what opens: only its beginning, to tell it from others. */
const DeliveryToken = z
  .object({
    id: z.uuid(),
    hint: z.string(),
    expiresOn: PlainDateText,
    createdAt: Instant,
    lastUsedAt: Instant.nullable(),
    revokedAt: Instant.nullable(),
    isAlive: z.boolean(),
  })
  .meta({ id: 'DeliveryToken' });

const Mapping = z.record(Code, z.string().max(80));

/** How far a source may deliver, and how its codes are understood. */
export const DeliverySourceInput = z
  .object({
    name: z.string().max(200).regex(SAYS_SOMETHING),
    organizations: z.array(z.string().max(40)).min(1).max(2000),
    frameworks: z.array(z.string().max(60)).min(1).max(100).nullable(),
    items: z.array(z.string().max(80)).min(1).max(2000).nullable(),
    roundId: z.uuid().nullable(),
    /** Our codes by those of the other system, where they differ. */
    organizationMapping: Mapping,
    itemMapping: Mapping,
    /** 0 for a new one. */
    version: z.number().int().min(0),
  })
  .meta({ id: 'DeliverySourceInput' });
export type DeliverySourceInput = z.infer<typeof DeliverySourceInput>;

export const DeliverySource = DeliverySourceInput.extend({
  id: z.uuid(),
  tokens: z.array(DeliveryToken),
}).meta({ id: 'DeliverySource' });
export type DeliverySource = z.infer<typeof DeliverySource>;

export const listDeliverySources = route({
  method: 'GET',
  path: '/delivery-sources',
  operationId: 'listDeliverySources',
  summary: 'Systems that may deliver figures, with their tokens, and what a scope may name',
  access: 'delivery-source.write',
  response: z
    .object({
      items: z.array(DeliverySource),
      total: z.number().int(),
      choices: z.object({
        organizations: z.array(OrganizationName),
        frameworks: z.array(z.object({ code: z.string(), title: LocalizedText, items: z.array(z.string()) })),
        rounds: z.array(z.object({ id: z.uuid(), title: z.string() })),
      }),
    })
    .meta({ id: 'DeliverySourceList' }),
  since: '0.1.0',
});

export const putDeliverySource = route({
  method: 'PUT',
  path: '/delivery-sources/:id',
  operationId: 'putDeliverySource',
  summary: 'Add a source under an id that the writer made, or change its name, scope and mapping',
  access: 'delivery-source.write',
  params: Id,
  body: DeliverySourceInput,
  response: DeliverySource,
  refusals: ['record.not-found', 'edit.conflict', 'delivery.name-taken'],
  since: '0.1.0',
});

export const addDeliveryToken = route({
  method: 'POST',
  path: '/delivery-sources/:id/tokens',
  operationId: 'addDeliveryToken',
  summary: 'Make a token for a source; it is shown this once and only its hash is kept',
  access: 'delivery-source.write',
  params: Id,
  body: z.object({ tokenId: z.uuid(), expiresOn: PlainDateText }),
  response: z.object({ source: DeliverySource, token: z.string() }).meta({ id: 'NewDeliveryToken' }),
  refusals: ['record.not-found', 'edit.conflict', 'delivery.expiry-out-of-range'],
  since: '0.1.0',
});

export const revokeDeliveryToken = route({
  method: 'DELETE',
  path: '/delivery-sources/:id/tokens/:token',
  operationId: 'revokeDeliveryToken',
  summary: 'End a token at once',
  access: 'delivery-source.write',
  params: Id.extend({ token: z.uuid() }),
  response: DeliverySource,
  refusals: ['record.not-found'],
  since: '0.1.0',
});
