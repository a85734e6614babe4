import { z } from 'zod';
import { FindingKindCount, FindingView } from '#contract/consistency.ts';
import { route } from '#contract/route.ts';
import { DecimalText, PlainDateText } from '#contract/schemas.ts';
import { DUE_KINDS } from '#core/calendar/due-rule.ts';
import { DUE_STATES } from '#core/calendar/due-state.ts';

/** Points that may depend on a rule that is not known: both bounds alike when they do not. */
const PointRange = z
  .object({ low: DecimalText, high: DecimalText })
  .meta({ id: 'PointRange', description: 'Points; the bounds differ where a rule is unknown' });

const Lead = z.object({ name: z.string(), organizationCode: z.string().nullable() });

/** The points published for one subject. */
const PublishedPoints = z
  .object({ subjectCode: z.string(), subjectName: z.string(), points: DecimalText })
  .meta({ id: 'PublishedPoints' });

const IndexStanding = z
  .object({
    frameworkCode: z.string(),
    /** Year whose figures are scored. */
    year: z.number().int(),
    maximum: DecimalText,
    /** By the rules, for the figures at hand. */
    computed: PointRange,
    /** Number of components whose score is a range because a rule is unknown. */
    uncertainComponents: z.number().int(),
    /** What the plan aims at, in points; null when no plan names a goal. */
    goal: DecimalText.nullable(),
    goalYear: z.number().int().nullable(),
    /** What the plan expects for the same year. */
    forecast: DecimalText.nullable(),
    /** Whether the expected points lie within what the rules give; null without a forecast. */
    forecastSupported: z.boolean().nullable(),
    publishedYear: z.number().int().nullable(),
    published: z.array(PublishedPoints),
    /** Mean of the predecessors' published points; null with fewer than two. */
    publishedMean: DecimalText.nullable(),
  })
  .meta({ id: 'IndexStanding' });

const MainStanding = z
  .object({
    code: z.string(),
    name: z.string(),
    maximum: DecimalText,
    computed: PointRange,
    forecast: DecimalText.nullable(),
    published: z.array(PublishedPoints),
  })
  .meta({ id: 'MainStanding' });

const Loss = z
  .object({
    code: z.string(),
    name: z.string(),
    maximum: DecimalText,
    computed: PointRange,
    lost: PointRange,
    leads: z.array(Lead),
  })
  .meta({ id: 'Loss' });

const NearThreshold = z
  .object({
    code: z.string(),
    name: z.string(),
    current: DecimalText,
    threshold: DecimalText,
    unit: z.string().nullable(),
    gain: DecimalText,
    leads: z.array(Lead),
  })
  .meta({ id: 'NearThreshold' });

const DueStateCount = z
  .object({ state: z.enum(DUE_STATES), count: z.number().int() })
  .meta({ id: 'DueStateCount' });

const UrgentTask = z
  .object({
    id: z.string(),
    name: z.string(),
    documentId: z.string(),
    documentTitle: z.string(),
    leads: z.array(Lead),
    dueKind: z.enum(DUE_KINDS),
    /** The due rule in the plan's words. */
    dueWords: z.string().nullable(),
    dueState: z.enum(DUE_STATES),
    /** Last day on which it is in time. */
    dueOn: PlainDateText,
    /** Last working day on or before it. */
    remindOn: PlainDateText,
  })
  .meta({ id: 'UrgentTask' });

/** Everything that the first page shows, in one answer. */
export const Overview = z
  .object({
    today: PlainDateText,
    /** Null while no figures have been scored. */
    index: IndexStanding.nullable(),
    mains: z.array(MainStanding),
    losses: z.array(Loss),
    thresholds: z.array(NearThreshold),
    tasks: z.object({
      total: z.number().int(),
      byState: z.array(DueStateCount),
      /** Overdue without a report first, then by due day. */
      urgent: z.array(UrgentTask),
      /** A task is due soon this many days before its last day. */
      dueSoonDays: z.number().int(),
    }),
    contradictions: z.object({
      total: z.number().int(),
      byKind: z.array(FindingKindCount),
      top: z.array(FindingView),
    }),
    documents: z.object({ total: z.number().int() }),
  })
  .meta({ id: 'Overview' });
export type Overview = z.infer<typeof Overview>;

export const getOverview = route({
  method: 'GET',
  path: '/overview',
  operationId: 'getOverview',
  summary: 'Where the index stands, what is lost, what is due and what the plans contradict',
  access: 'overview.read',
  response: Overview,
  since: '0.1.0',
});
