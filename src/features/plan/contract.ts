import { z } from 'zod';
import { DOCUMENT_ORIGINS, ITEM_CHANGES } from '#core/plan/plan-item.ts';
import {
  AgencyRole,
  DocumentMention,
  DocumentName,
  DueState,
  DueStateCounts,
  GapItem,
  ItemDifference,
  ItemKind,
  ItemPlace,
  ProjectItem,
  RegisterItem,
  RegisterKind,
  TargetItem,
  TaskItem,
} from '#contract/plan-item.ts';
import {
  CitedDocument,
  FundingRow,
  PrintedIndicatorScore,
  ReportedResult,
  ReportingDuty,
} from '#contract/document-contents.ts';
import { TaskState, TaskStateCounts } from '#contract/task-state.ts';
import { route } from '#contract/route.ts';
import { Instant, PlainDateText } from '#contract/schemas.ts';

const Id = z.object({ id: z.uuid() });

/** How many items of each register a document has. */
const ItemCounts = z
  .object({
    target: z.number().int(),
    task: z.number().int(),
    project: z.number().int(),
    gap: z.number().int(),
    'indicator-score': z.number().int(),
    'reporting-duty': z.number().int(),
    'cited-document': z.number().int(),
    result: z.number().int(),
    resource: z.number().int(),
  })
  .meta({ id: 'ItemCounts' });

const documentMembers = {
  ...DocumentName.shape,
  issuingAgency: z.string().nullable(),
  issuingOrganizationCode: z.string().nullable(),
  /** `reviewed-reading` until the document itself has been imported. */
  origin: z.enum(DOCUMENT_ORIGINS),
  /** The text of the document is here and quotes can be shown in it. */
  hasText: z.boolean(),
  /** The plan that the document carries, with the days it speaks of; null when it carries none. */
  plan: z
    .object({ name: z.string(), periodStart: PlainDateText.nullable(), periodEnd: PlainDateText.nullable() })
    .nullable(),
  counts: ItemCounts,
  registeredAt: Instant,
};

export const DocumentRow = z.object(documentMembers).meta({ id: 'DocumentRow' });
export type DocumentRow = z.infer<typeof DocumentRow>;

/** An item of a document, enough to mark its line in the text and to open it. */
const OutlineItem = z
  .object({
    id: z.uuid(),
    kind: ItemKind,
    name: z.string(),
    place: ItemPlace,
    hasQuote: z.boolean(),
    /** Lines of the source on which the item stands, for highlighting; empty while the document itself is not here. */
    lines: z.array(z.number().int()),
  })
  .meta({ id: 'OutlineItem' });

export const DocumentView = z
  .object({
    ...documentMembers,
    docNumberRaw: z.string().nullable(),
    issueDateRaw: z.string().nullable(),
    signerName: z.string().nullable(),
    signerTitle: z.string().nullable(),
    recipients: z.array(z.string()),
    legalBasis: z.array(DocumentMention),
    source: z
      .object({
        fileName: z.string(),
        sha256: z.string(),
        lineCount: z.number().int(),
        importedAt: Instant,
      })
      .nullable(),
    /** The kept improvement plan whose draft targets were accepted; null for any other document. */
    improvementPlan: z.object({ id: z.uuid(), revision: z.number().int() }).nullable(),
    /** All items in order of reading. */
    outline: z.array(OutlineItem),
  })
  .meta({ id: 'DocumentView' });
export type DocumentView = z.infer<typeof DocumentView>;

export const listDocuments = route({
  method: 'GET',
  path: '/documents',
  operationId: 'listDocuments',
  summary: 'Documents in the register, newest first, with what each of them holds',
  access: 'plan.read',
  response: z.object({ items: z.array(DocumentRow), total: z.number().int() }),
  since: '0.1.0',
});

export const getDocument = route({
  method: 'GET',
  path: '/documents/:id',
  operationId: 'getDocument',
  summary: 'One document: head, legal bases and all items in order of reading',
  access: 'plan.read',
  params: Id,
  response: DocumentView,
  refusals: ['record.not-found'],
  since: '0.1.0',
});

export const getDocumentText = route({
  method: 'GET',
  path: '/documents/:id/text',
  operationId: 'getDocumentText',
  summary: 'Lines of the imported document; line 1 is the first member',
  access: 'plan.read',
  params: Id,
  response: z.object({ fileName: z.string(), sha256: z.string(), lines: z.array(z.string()) }),
  refusals: ['record.not-found', 'document.text-not-imported'],
  since: '0.1.0',
});

export const getDocumentContents = route({
  method: 'GET',
  path: '/documents/:id/contents',
  operationId: 'getDocumentContents',
  summary: 'What a document says beside targets, tasks, projects and gaps',
  access: 'plan.read',
  params: Id,
  response: z.object({
    indicatorScores: z.array(PrintedIndicatorScore),
    reportingDuties: z.array(ReportingDuty),
    citedDocuments: z.array(CitedDocument),
    results: z.array(ReportedResult),
    resources: z.array(FundingRow),
  }),
  refusals: ['record.not-found'],
  since: '0.1.0',
});

export const ITEM_SORTS = ['document', 'name', 'due', 'agency', 'section', 'indicator'] as const;
const PLACE_GROUPS = ['document', 'agency', 'section', 'indicator'] as const;
const ITEM_GROUPS = [...PLACE_GROUPS, 'due-state'] as const;
const TASK_GROUPS = [...PLACE_GROUPS, 'state'] as const;
export const REGISTER_GROUPS = [...PLACE_GROUPS, 'due-state', 'state'] as const;

/** Filters, order and page of any register. Query values are text, as an address carries them. */
const RegisterQuery = z.object({
  document: z.uuid().optional(),
  /** Code of an organization; items of a group that it belongs to count too, marked in `viaGroup`. */
  agency: z.string().max(40).optional(),
  role: AgencyRole.optional(),
  section: z.string().max(500).optional(),
  /** Code of a component; items that touch it by their name count too, as `inferredIndicatorCodes` tells. */
  indicator: z.string().max(20).optional(),
  /** `false` leaves out numbers found inside tasks and prose. */
  embedded: z.enum(['true', 'false']).optional(),
  text: z.string().max(200).optional(),
  sort: z.enum(ITEM_SORTS).optional(),
  descending: z.enum(['true', 'false']).optional(),
  offset: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
  /** At most 5000, which is also the default: a register fits on one page. */
  limit: z
    .string()
    .regex(/^\d{1,4}$/)
    .optional(),
});
export type RegisterQuery = z.infer<typeof RegisterQuery>;

/** Of targets, projects and gaps, whose states speak of the calendar and of stated results. */
const ItemQuery = RegisterQuery.extend({
  dueState: DueState.optional(),
  group: z.enum(ITEM_GROUPS).optional(),
}).meta({ id: 'ItemQuery' });
export type ItemQuery = z.infer<typeof ItemQuery>;

/** Of tasks, whose states also follow from what was reported and decided. */
const TaskQuery = RegisterQuery.extend({
  state: TaskState.optional(),
  group: z.enum(TASK_GROUPS).optional(),
}).meta({ id: 'TaskQuery' });
export type TaskQuery = z.infer<typeof TaskQuery>;

/** One group of a register, in the order in which its rows stand in the list. */
const ItemGroup = z
  .object({
    /** Document id, organization code or name as written, section, indicator code or state; null for none. */
    key: z.string().nullable(),
    count: z.number().int(),
  })
  .meta({ id: 'ItemGroup' });

const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    /** Number of items that fit the filters, on all pages. */
    total: z.number().int(),
    /** Empty unless a grouping was asked for. */
    groups: z.array(ItemGroup),
    /** Ids of the items that concern the asked agency only as a member of a group. */
    viaGroup: z.array(z.uuid()),
  });

const listing = <Item extends z.ZodType>(item: Item) => pageOf(item).extend({ dueStates: DueStateCounts });

export const listTargets = route({
  method: 'GET',
  path: '/targets',
  operationId: 'listTargets',
  summary: 'Values to reach, of all documents or of those that fit the filters',
  access: 'plan.read',
  query: ItemQuery,
  response: listing(TargetItem),
  since: '0.1.0',
});

export const listTasks = route({
  method: 'GET',
  path: '/tasks',
  operationId: 'listTasks',
  summary: 'Work given to agencies, with due rules and how each task stands today as a whole',
  access: 'plan.read',
  query: TaskQuery,
  response: pageOf(TaskItem).extend({ states: TaskStateCounts }),
  since: '0.1.0',
});

export const listProjects = route({
  method: 'GET',
  path: '/projects',
  operationId: 'listProjects',
  summary: 'Projects with investor and source of funds',
  access: 'plan.read',
  query: ItemQuery,
  response: listing(ProjectItem),
  since: '0.1.0',
});

export const listGaps = route({
  method: 'GET',
  path: '/gaps',
  operationId: 'listGaps',
  summary: 'Index components below their maximum, with causes and remedies',
  access: 'plan.read',
  query: ItemQuery,
  response: listing(GapItem),
  since: '0.1.0',
});

/** A neighbour of an item in its document. */
const ItemLink = z
  .object({
    id: z.uuid(),
    kind: RegisterKind,
    name: z.string(),
    order: z.string().nullable(),
    document: DocumentName,
  })
  .meta({ id: 'ItemLink' });
export type ItemLink = z.infer<typeof ItemLink>;

export const PlanItemView = z
  .object({
    item: RegisterItem,
    leadRaw: z.string().nullable(),
    coordinatingRaw: z.string().nullable(),
    note: z.string().nullable(),
    /** What is wrong in the source itself. */
    sourceDefect: z.string().nullable(),
    /** Fields that a reviewer put right by hand before the item entered the register. */
    correctedFields: z.array(z.string()),
    /** Words of the source; null until the document itself has been imported. */
    quote: z.string().nullable(),
    continuation: z.array(z.object({ line: z.number().int().nullable(), quote: z.string() })),
    /** The lines around the quote, when the document itself is here. */
    excerpt: z.object({ firstLine: z.number().int(), lines: z.array(z.string()) }).nullable(),
    previous: ItemLink.nullable(),
    next: ItemLink.nullable(),
    /** Items of the same section. */
    siblings: z.array(ItemLink),
    /** Items of any document that speak of the same index component. */
    related: z.array(ItemLink),
    /** The document that amended the item: its words and its line hold. */
    wordedBy: z.object({ document: DocumentName, line: z.number().int().nullable() }).nullable(),
    /** The document that ended the item, and since when. */
    ended: z.object({ document: DocumentName, on: PlainDateText.nullable() }).nullable(),
    /** Each import that spoke of the item, what it changed, and in which words. */
    history: z.array(
      z.object({
        revision: z.number().int(),
        change: z.enum(ITEM_CHANGES),
        origin: z.enum(['reviewed-reading', 'document']),
        fileName: z.string(),
        changedAt: Instant,
        /** Null when the document has left the registers. */
        document: DocumentName.nullable(),
        quote: z.string().nullable(),
        line: z.number().int().nullable(),
        differences: z.array(ItemDifference),
      }),
    ),
  })
  .meta({ id: 'PlanItemView' });
export type PlanItemView = z.infer<typeof PlanItemView>;

export const getPlanItem = route({
  method: 'GET',
  path: '/plan-items/:id',
  operationId: 'getPlanItem',
  summary:
    'One target, task, project or gap with its quote, its neighbours and what speaks of the same thing',
  access: 'plan.read',
  params: Id,
  response: PlanItemView,
  refusals: ['record.not-found'],
  since: '0.1.0',
});
