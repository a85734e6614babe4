import { z } from 'zod';
import { FindingKindCount, FindingView } from '#contract/consistency.ts';
import { DocumentName, DueStateCounts, ItemAgency, ItemDue } from '#contract/plan-item.ts';
import { route } from '#contract/route.ts';
import { DecimalText, PlainDateText } from '#contract/schemas.ts';
import { AgencyReference, LocalizedText, PointsRange, Rule } from '#contract/scoring.ts';

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
    computed: PointsRange,
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
    name: LocalizedText,
    maximum: DecimalText,
    computed: PointsRange,
    forecast: DecimalText.nullable(),
    published: z.array(PublishedPoints),
  })
  .meta({ id: 'MainStanding' });

const Loss = z
  .object({
    code: z.string(),
    name: LocalizedText,
    maximum: DecimalText,
    computed: PointsRange,
    lost: PointsRange,
    /** The rule by which they are lost, for a sentence about it. */
    rule: Rule,
    leads: z.array(AgencyReference),
  })
  .meta({ id: 'Loss' });

const NearThreshold = z
  .object({
    code: z.string(),
    name: LocalizedText,
    current: DecimalText,
    threshold: DecimalText,
    unit: LocalizedText,
    gain: DecimalText,
    leads: z.array(AgencyReference),
  })
  .meta({ id: 'NearThreshold' });

const UrgentTask = z
  .object({
    id: z.uuid(),
    name: z.string(),
    document: DocumentName,
    leads: z.array(ItemAgency),
    due: ItemDue,
    /** Last working day on or before the last day: what to aim at. */
    remindDay: PlainDateText,
    /** The last day, moved to a working day: overdue only after it. */
    lateAfterDay: PlainDateText,
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
      byState: DueStateCounts,
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
