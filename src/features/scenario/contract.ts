import { z } from 'zod';
import { SAYS_SOMETHING } from '#core/kernel/text.ts';
import { ACTIONS } from '#core/access/permissions.ts';
import { route } from '#contract/route.ts';
import { Instant } from '#contract/schemas.ts';
import { DataValue, PointsRange } from '#contract/scoring.ts';

/** The value that a data item has or would have. */
const ItemValue = z.object({ item: z.string().max(80), value: DataValue }).meta({ id: 'ScenarioItemValue' });
export type ItemValue = z.infer<typeof ItemValue>;

const ScenarioRevision = z
  .object({
    version: z.number().int(),
    name: z.string(),
    changes: z.array(ItemValue),
    points: PointsRange,
    withdrawn: z.boolean(),
    changedAt: Instant,
    /** Name of whoever kept it; null for a process. */
    changedBy: z.string().nullable(),
  })
  .meta({ id: 'ScenarioRevision' });
export type ScenarioRevision = z.infer<typeof ScenarioRevision>;

/** A kept scenario, with what it was made on. */
export const Scenario = z
  .object({
    id: z.uuid(),
    name: z.string(),
    note: z.string().nullable(),
    framework: z.string(),
    /** The version by which it was scored when it was kept. */
    frameworkVersion: z.number().int(),
    subject: z.string(),
    year: z.number().int(),
    changes: z.array(ItemValue),
    /** The values that were present when it was kept; whoever compares them with today's knows whether it is outdated. */
    basis: z.array(ItemValue),
    /** Points when it was kept. */
    points: PointsRange,
    withdrawn: z.boolean(),
    version: z.number().int(),
    createdAt: Instant,
    createdBy: z.string().nullable(),
    changedAt: Instant,
    changedBy: z.string().nullable(),
  })
  .meta({ id: 'Scenario' });
export type Scenario = z.infer<typeof Scenario>;

/** A scenario with every state that it has had, the newest first. */
const ScenarioDetail = z
  .object({
    scenario: Scenario,
    revisions: z.array(ScenarioRevision),
    actions: z.array(z.enum(ACTIONS)),
  })
  .meta({ id: 'ScenarioDetail' });
export type ScenarioDetail = z.infer<typeof ScenarioDetail>;

/** A scenario as it is to be kept. */
export const ScenarioInput = z
  .object({
    framework: z.string().max(60),
    /** The version by which the writer saw the points. */
    frameworkVersion: z.number().int().positive(),
    subject: z.string().max(40),
    year: z.number().int().min(2000).max(2100),
    name: z.string().max(120).regex(SAYS_SOMETHING),
    note: z.string().max(2000).nullable(),
    /** At least one: without a change it is the present and no scenario. */
    changes: z.array(ItemValue).min(1).max(1000),
    withdrawn: z.boolean(),
    /** The version that the writer saw; 0 for a new scenario. */
    version: z.number().int().min(0),
    /** Made by the client once for this write: a retry with it changes nothing. */
    writeId: z.uuid(),
  })
  .meta({ id: 'ScenarioInput' });
export type ScenarioInput = z.infer<typeof ScenarioInput>;

const Id = z.object({ id: z.uuid() });

const WRITE_REFUSALS = [
  'record.not-found',
  'index.not-assessed',
  'edit.conflict',
  'value.malformed',
  'value.out-of-range',
  'value.numerator-exceeds-denominator',
] as const;

export const listScenarios = route({
  method: 'GET',
  path: '/scenarios',
  operationId: 'listScenarios',
  summary: 'The kept scenarios of one score, the latest change first',
  access: 'index.read',
  query: z.object({
    framework: z.string().max(60),
    subject: z.string().max(40),
    year: z.coerce.number().int().min(2000).max(2100),
    /** Also those that are no longer offered. */
    withdrawn: z.enum(['with', 'without']).optional(),
  }),
  response: z.object({ items: z.array(Scenario), total: z.number().int() }).meta({ id: 'ScenarioList' }),
  since: '0.1.0',
});

export const getScenario = route({
  method: 'GET',
  path: '/scenarios/:id',
  operationId: 'getScenario',
  summary: 'One scenario with every state that it has had',
  access: 'index.read',
  params: Id,
  response: ScenarioDetail,
  refusals: ['record.not-found'],
  since: '0.1.0',
});

export const createScenario = route({
  method: 'POST',
  path: '/scenarios',
  operationId: 'createScenario',
  summary: 'Keep a new scenario',
  access: 'scenario.write',
  body: ScenarioInput,
  response: z.object({ scenario: Scenario }).meta({ id: 'KeptScenario' }),
  refusals: WRITE_REFUSALS,
  since: '0.1.0',
});

export const putScenario = route({
  method: 'PUT',
  path: '/scenarios/:id',
  operationId: 'putScenario',
  summary: 'Keep a scenario anew, rename it, or withdraw it; what it was stays in its history',
  access: 'scenario.write',
  params: Id,
  body: ScenarioInput,
  response: z.object({ scenario: Scenario }).meta({ id: 'KeptScenario' }),
  refusals: WRITE_REFUSALS,
  since: '0.1.0',
});
