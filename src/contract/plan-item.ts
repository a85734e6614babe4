import { z } from 'zod';
import { DUE_KINDS } from '#core/calendar/due-rule.ts';
import { DUE_STATES } from '#core/calendar/due-state.ts';
import { AGENCY_ROLES, COMPARATORS, ITEM_KINDS, REGISTER_KINDS, TASK_FORMS } from '#core/plan/plan-item.ts';
import { TaskDay } from './task-state.ts';
import { PlainDateText, PrintedDecimal } from './schemas.ts';

/** Everything a document can say, one kind per register. */
export const ItemKind = z.enum(ITEM_KINDS).meta({ id: 'ItemKind' });

/** The kinds that are registers of their own, with pages. */
export const RegisterKind = z.enum(REGISTER_KINDS).meta({ id: 'RegisterKind' });
export type RegisterKind = z.infer<typeof RegisterKind>;

export const AgencyRole = z.enum(AGENCY_ROLES).meta({ id: 'AgencyRole' });
export type AgencyRole = z.infer<typeof AgencyRole>;

export const Comparator = z.enum(COMPARATORS).meta({ id: 'Comparator' });

export const DueState = z.enum(DUE_STATES).meta({ id: 'DueState' });

/** An agency as an item names it; the code is null while the name is not known. */
export const ItemAgency = z
  .object({
    role: AgencyRole,
    nameAsWritten: z.string(),
    organizationCode: z.string().nullable(),
    /** Official name when the code is known, else the name as written. */
    name: z.string(),
    abbreviation: z.string().nullable(),
  })
  .meta({ id: 'ItemAgency' });
export type ItemAgency = z.infer<typeof ItemAgency>;

/** Enough of a document to name it and to go there. */
export const DocumentName = z
  .object({
    id: z.uuid(),
    docType: z.string().nullable(),
    attachedDocType: z.string().nullable(),
    docNumber: z.string().nullable(),
    issueDate: PlainDateText.nullable(),
    year: z.number().int().nullable(),
    subjectLine: z.string().nullable(),
    isDraft: z.boolean(),
  })
  .meta({ id: 'DocumentName' });
export type DocumentName = z.infer<typeof DocumentName>;

/** Where in its document an item stands. */
export const ItemPlace = z
  .object({
    appendix: z.string().nullable(),
    section: z.string().nullable(),
    order: z.string().nullable(),
    line: z.number().int().nullable(),
    page: z.number().int().nullable(),
    block: z.number().int().nullable(),
  })
  .meta({ id: 'ItemPlace' });

/** When an item is due, as its document says it. */
const DueDays = z
  .object({
    kind: z.enum(DUE_KINDS),
    raw: z.string().nullable(),
    start: PlainDateText.nullable(),
    end: PlainDateText.nullable(),
    /** The wording is "before the day". */
    before: z.boolean(),
    lastDay: PlainDateText.nullable(),
  })
  .meta({ id: 'DueDays' });
export type DueDays = z.infer<typeof DueDays>;

/** When an item is due and how that stands today by the calendar. */
export const ItemDue = DueDays.extend({ state: DueState }).meta({ id: 'ItemDue' });
export type ItemDue = z.infer<typeof ItemDue>;

/** Time a value speaks of, as the document says it. */
const ItemPeriod = z
  .object({
    kind: z.enum(DUE_KINDS),
    raw: z.string(),
    start: PlainDateText.nullable(),
    end: PlainDateText.nullable(),
  })
  .meta({ id: 'ItemPeriod' });

/** A value under a column or phase label. No value is null, never zero. */
export const ItemMeasure = z
  .object({
    label: z.string(),
    raw: z.string(),
    comparator: Comparator.nullable(),
    value: PrintedDecimal.nullable(),
    values: z.array(PrintedDecimal).nullable(),
    unit: z.string().nullable(),
    start: PlainDateText.nullable(),
    end: PlainDateText.nullable(),
  })
  .meta({ id: 'ItemMeasure' });
export type ItemMeasure = z.infer<typeof ItemMeasure>;

const TargetBaseline = z
  .object({
    raw: z.string(),
    value: PrintedDecimal.nullable(),
    unit: z.string().nullable(),
    period: z.string().nullable(),
  })
  .meta({ id: 'TargetBaseline' });

/** A document that an item names in passing. */
export const DocumentMention = z
  .object({
    docType: z.string().nullable(),
    docNumber: z.string().nullable(),
    issueDate: PlainDateText.nullable(),
    issuingAgency: z.string().nullable(),
    subject: z.string().nullable(),
    line: z.number().int().nullable(),
    footnoteNumber: z.number().int().nullable(),
  })
  .meta({ id: 'DocumentMention' });
export type DocumentMention = z.infer<typeof DocumentMention>;

/** A difference between two statements of one item: the field and both values as shown text. */
export const ItemDifference = z
  .object({ field: z.string(), registered: z.string().nullable(), read: z.string().nullable() })
  .meta({ id: 'ItemDifference' });

const itemMembers = {
  id: z.uuid(),
  name: z.string(),
  indicatorCode: z.string().nullable(),
  /** In a register's list: components that the item seems to touch by its name, where its document states no code. */
  inferredIndicatorCodes: z.array(z.string()).optional(),
  document: DocumentName,
  place: ItemPlace,
  due: ItemDue.nullable(),
  agencies: z.array(ItemAgency),
  /** The document itself has been imported and its words for this item are known. */
  hasQuote: z.boolean(),
};

export const TargetItem = z
  .object({
    kind: z.literal('target'),
    ...itemMembers,
    nameNote: z.string().nullable(),
    rawTarget: z.string(),
    comparator: Comparator,
    value: PrintedDecimal.nullable(),
    /** The two ends of a range, or several values; `value` is null then. */
    values: z.array(PrintedDecimal).nullable(),
    unit: z.string().nullable(),
    basis: z.string().nullable(),
    aspirational: z.boolean(),
    embedded: z.boolean(),
    qualitativeLevel: z.string().nullable(),
    baseline: TargetBaseline.nullable(),
    period: ItemPeriod.nullable(),
    phases: z.array(ItemMeasure),
    actuals: z.array(ItemMeasure),
    plannedValues: z.array(ItemMeasure),
    /** The document's own words on whether the target was met. */
    verdict: z.string().nullable(),
    outlook: z.string().nullable(),
    subgroup: z.string().nullable(),
  })
  .meta({ id: 'TargetItem' });
export type TargetItem = z.infer<typeof TargetItem>;

export const TaskItem = z
  .object({
    kind: z.literal('task'),
    ...itemMembers,
    due: DueDays.nullable(),
    /** How the task stands today as a whole; null once another document has ended it. */
    standing: TaskDay.nullable(),
    form: z.enum(TASK_FORMS),
    role: z.string().nullable(),
    expectedResult: z.string().nullable(),
    dueColumn: z.string().nullable(),
  })
  .meta({ id: 'TaskItem' });
export type TaskItem = z.infer<typeof TaskItem>;

export const ProjectItem = z
  .object({
    kind: z.literal('project'),
    ...itemMembers,
    projectGroup: z.string().nullable(),
    fundingSource: z.string().nullable(),
    investorUnit: z.string().nullable(),
    budget: z
      .object({ raw: z.string(), value: PrintedDecimal.nullable(), unit: z.string().nullable() })
      .nullable(),
    remark: z.string().nullable(),
    legalBasis: z.array(DocumentMention),
  })
  .meta({ id: 'ProjectItem' });
export type ProjectItem = z.infer<typeof ProjectItem>;

export const GapItem = z
  .object({
    kind: z.literal('gap'),
    ...itemMembers,
    score: PrintedDecimal.nullable(),
    maximumScore: PrintedDecimal.nullable(),
    scorePeriod: z.string().nullable(),
    currentValue: PrintedDecimal.nullable(),
    currentUnit: z.string().nullable(),
    numerator: PrintedDecimal.nullable(),
    denominator: PrintedDecimal.nullable(),
    requiredValue: PrintedDecimal.nullable(),
    requiredComparator: Comparator.nullable(),
    requiredPeriod: z.string().nullable(),
    cause: z.string().nullable(),
    causeLine: z.number().int().nullable(),
    remedy: z.string().nullable(),
    remedyLine: z.number().int().nullable(),
    remark: z.string().nullable(),
  })
  .meta({ id: 'GapItem' });
export type GapItem = z.infer<typeof GapItem>;

/** A row of any register. */
export const RegisterItem = z
  .discriminatedUnion('kind', [TargetItem, TaskItem, ProjectItem, GapItem])
  .meta({ id: 'RegisterItem' });
export type RegisterItem = z.infer<typeof RegisterItem>;

/** Numbers of items by how their due rule stands today. */
export const DueStateCounts = z
  .object({
    'overdue-unreported': z.number().int(),
    'ended-unreported': z.number().int(),
    'due-soon': z.number().int(),
    'in-period': z.number().int(),
    upcoming: z.number().int(),
    ongoing: z.number().int(),
    recurring: z.number().int(),
    'waiting-for-event': z.number().int(),
    'no-due-date': z.number().int(),
    'result-stated': z.number().int(),
  })
  .meta({ id: 'DueStateCounts' });
export type DueStateCounts = z.infer<typeof DueStateCounts>;
