import { z } from 'zod';
import { VALUE_COMPARATORS } from '#core/scoring/data-value.ts';
import {
  ComponentExplanation,
  ComponentList,
  DataValueChange,
  IndexOverview,
  IndexSheet,
  Revision,
} from '#contract/index-score.ts';
import { route } from '#contract/route.ts';
import { DecimalText } from '#contract/schemas.ts';

export type {
  ComponentExplanation,
  ComponentList,
  ComponentNode,
  CurrentDataItem,
  DataValueChange,
  IndexOverview,
  IndexSheet,
  Revision,
  WorkedExampleView,
} from '#contract/index-score.ts';
export type { RelatedItem } from '#contract/related-item.ts';

/** Which score is asked about. What is left out is taken from the latest year that has data. */
const IndexSelection = z.object({
  framework: z.string().max(60).optional(),
  subject: z.string().max(40).optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
});

/** What is written: the new value with the version that was seen and a key made by the client. */
export const DataValueInput = z
  .object({
    framework: z.string().max(60),
    subject: z.string().max(40),
    year: z.number().int().min(2000).max(2100),
    state: z.enum(['value', 'blank', 'not-applicable']),
    /** Decimal text, `yes`, `no` or a level's code; null unless the state is `value`. */
    value: z.string().max(80).nullable(),
    comparator: z.enum(VALUE_COMPARATORS),
    reason: z.string().max(1000).nullable(),
    /** The version of the value that the writer saw. */
    version: z.number().int().min(0),
    /** Made by the client once for this write: a retry with it changes nothing. */
    writeId: z.uuid(),
  })
  .meta({ id: 'DataValueInput' });
export type DataValueInput = z.infer<typeof DataValueInput>;

export const getIndexOverview = route({
  method: 'GET',
  path: '/index/overview',
  operationId: 'getIndexOverview',
  summary: 'The index against its goal, forecast and published scores',
  access: 'index.read',
  query: IndexSelection,
  response: IndexOverview,
  refusals: ['record.not-found', 'index.not-assessed'],
  since: '0.1.0',
});

export const listComponents = route({
  method: 'GET',
  path: '/index/components',
  operationId: 'listComponents',
  summary: 'The tree of indicators with points, by lead agency and by points lost',
  access: 'index.read',
  query: IndexSelection.extend({
    /** Code of a lead agency. */
    leadAgency: z.string().max(40).optional(),
    /** Only components that lose more than this many points. */
    lostMoreThan: DecimalText.optional(),
    /** Only components with a figure that was corrected or added since the start. */
    corrected: z.enum(['true']).optional(),
  }),
  response: ComponentList,
  refusals: ['record.not-found', 'index.not-assessed'],
  since: '0.1.0',
});

export const getComponent = route({
  method: 'GET',
  path: '/index/components/:code',
  operationId: 'getComponent',
  summary: 'How the points of one indicator come about',
  access: 'index.read',
  params: z.object({ code: z.string().max(20) }),
  query: IndexSelection,
  response: ComponentExplanation,
  refusals: ['record.not-found', 'index.not-assessed'],
  since: '0.1.0',
});

export const getIndexSheet = route({
  method: 'GET',
  path: '/index/sheet',
  operationId: 'getIndexSheet',
  summary: 'The framework and the present values: all that a score follows from',
  access: 'index.read',
  query: IndexSelection,
  response: IndexSheet,
  refusals: ['record.not-found', 'index.not-assessed'],
  since: '0.1.0',
});

export const putDataValue = route({
  method: 'PUT',
  path: '/index/data-values/:item',
  operationId: 'putDataValue',
  summary: 'Enter or correct a data item and re-score',
  access: 'data-value.write',
  params: z.object({ item: z.string().max(40) }),
  body: DataValueInput,
  response: DataValueChange,
  refusals: [
    'record.not-found',
    'index.not-assessed',
    'edit.conflict',
    'value.malformed',
    'value.out-of-range',
    'value.numerator-exceeds-denominator',
  ],
  since: '0.1.0',
});

export const listDataValueHistory = route({
  method: 'GET',
  path: '/index/data-values/:item/history',
  operationId: 'listDataValueHistory',
  summary: 'Every value that a data item has had, newest first',
  access: 'index.read',
  params: z.object({ item: z.string().max(40) }),
  query: IndexSelection,
  response: z.object({ items: z.array(Revision), total: z.number().int() }).meta({ id: 'DataValueHistory' }),
  refusals: ['record.not-found', 'index.not-assessed'],
  since: '0.1.0',
});
