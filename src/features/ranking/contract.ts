import { z } from 'zod';
import { ACTIONS } from '#core/access/permissions.ts';
import { RANKING_ASSUMPTIONS } from '#core/composite-index/audit/ranking-assumption.ts';
import { ORGANIZATION_KINDS } from '#core/organization/organization.ts';
import { FRAMEWORK_STATUSES, SUBJECT_KINDS } from '#core/scoring/framework.ts';
import { TIE_POLICIES } from '#core/scoring/policies.ts';
import { LeagueSnapshotSummary } from '#contract/league-snapshot.ts';
import { route } from '#contract/route.ts';
import { DecimalText } from '#contract/schemas.ts';
import { LocalizedText, PointsRange } from '#contract/scoring.ts';

/** A framework as a league sees it: who is scored by it for which year, and how far points go. */
const LeagueFramework = z
  .object({
    code: z.string(),
    version: z.number().int(),
    title: LocalizedText,
    status: z.enum(FRAMEWORK_STATUSES),
    subjectKind: z.enum(SUBJECT_KINDS),
    year: z.number().int(),
    maximum: DecimalText,
  })
  .meta({ id: 'LeagueFramework' });

export const LeagueSummary = z
  .object({
    framework: LeagueFramework,
    subjectCount: z.number().int(),
    /** At least one figure is made up. */
    simulated: z.boolean(),
  })
  .meta({ id: 'LeagueSummary' });
export type LeagueSummary = z.infer<typeof LeagueSummary>;

const LeaguePlace = z
  .object({
    points: PointsRange,
    /** Points at stake for this subject. */
    maximum: DecimalText,
    /** Certain points per hundred at stake. */
    percent: DecimalText,
    rank: z.number(),
    /** `=3` for a place that several share. */
    label: z.string(),
    /** The place in the earlier ranking; null for those who did not stand in it. */
    earlier: z.object({ rank: z.number(), label: z.string() }).nullable(),
    /** Places won since then. */
    change: z.number().nullable(),
  })
  .meta({ id: 'LeaguePlace' });
export type LeaguePlace = z.infer<typeof LeaguePlace>;

const LeagueColumn = z
  .object({
    /** Null for the whole index. */
    componentCode: z.string().nullable(),
    name: LocalizedText,
    maximum: DecimalText,
    /** Points at stake differ, so that shares are compared. */
    byPercent: z.boolean(),
  })
  .meta({ id: 'LeagueColumn' });
export type LeagueColumn = z.infer<typeof LeagueColumn>;

const RankInterval = z.object({ low: z.number().int(), high: z.number().int() }).meta({
  id: 'RankInterval',
  description: 'Between which ranks a subject moves under other weights and scales',
});

const LeagueSubject = z
  .object({
    code: z.string(),
    name: z.string(),
    abbreviation: z.string().nullable(),
    kind: z.enum(ORGANIZATION_KINDS),
  })
  .meta({ id: 'LeagueSubject' });

const LeagueRow = z
  .object({
    subject: LeagueSubject,
    /** The subject’s own snapshot within the one that is ranked; null where present figures are. */
    snapshotId: z.string().nullable(),
    /** Number of indicators whose points are open. */
    open: z.number().int(),
    simulated: z.boolean(),
    /** One for each column, in their order; null where the component is not asked of the subject. */
    places: z.array(LeaguePlace.nullable()),
    /** Of the chosen column. */
    interval: RankInterval.nullable(),
  })
  .meta({ id: 'LeagueRow' });
export type LeagueRow = z.infer<typeof LeagueRow>;

export const League = z
  .object({
    framework: LeagueFramework,
    /** The kept league that is ranked; null for the present figures. */
    snapshot: LeagueSnapshotSummary.nullable(),
    /** The league against which places are won and lost: a kept one, or that of the latest year before. */
    earlier: z
      .object({
        code: z.string(),
        year: z.number().int(),
        /** Null for the present figures of that year. */
        snapshot: LeagueSnapshotSummary.nullable(),
        simulated: z.boolean(),
      })
      .nullable(),
    /** Year of the league that is compared with when no kept one is named; null when there is none. */
    earlierYear: z.number().int().nullable(),
    /** Every kept league of this kind of subjects, newest first. */
    snapshots: z.array(LeagueSnapshotSummary),
    ties: z.enum(TIE_POLICIES),
    /** The whole index, the main indicators, and the component that was asked for. */
    columns: z.array(LeagueColumn),
    /** Which column rows are ordered by. */
    chosen: z.number().int(),
    rows: z.array(LeagueRow),
    /** Who stood in the chosen column of the earlier league and no longer stands in this one, the best first. */
    departed: z.array(z.object({ subject: LeagueSubject, label: z.string() })),
    /** Subjects of the kind without a single figure: they can't be ranked. None are told of a kept league. */
    unreported: z.array(LeagueSubject),
    /** How intervals were found; null where nothing could be varied. */
    uncertainty: z
      .object({
        draws: z.number().int(),
        /** Weights are drawn between 1 − this and 1 + this of their own. */
        weightShare: z.number(),
        /** Share of draws that an interval covers. */
        coverage: z.number(),
      })
      .nullable(),
    /** Every component that can be chosen. */
    components: z.array(z.object({ code: z.string(), name: LocalizedText, depth: z.number().int() })),
    simulated: z.boolean(),
    actions: z.array(z.enum(ACTIONS)),
  })
  .meta({ id: 'League' });
export type League = z.infer<typeof League>;

export const listLeagues = route({
  method: 'GET',
  path: '/leagues',
  operationId: 'listLeagues',
  summary: 'What can be ranked: frameworks with figures of several subjects, latest year first',
  access: 'ranking.read',
  response: z.object({ items: z.array(LeagueSummary), total: z.number().int() }),
  since: '0.1.0',
});

export const getLeague = route({
  method: 'GET',
  path: '/leagues/:framework',
  operationId: 'getLeague',
  summary: 'Ranks overall and by main indicator, with their change and the interval that each rank lies in',
  access: 'ranking.read',
  params: z.object({ framework: z.string().max(60) }),
  query: z.object({
    /** Code of the component to rank by; the whole index when it is left out. */
    component: z.string().max(20).optional(),
    /** Id of the kept league to rank; the present figures when it is left out. */
    snapshot: z.uuid().optional(),
    /** Id of the kept league to compare with; the league of the latest year before when it is left out. */
    since: z.uuid().optional(),
  }),
  response: League,
  refusals: ['record.not-found', 'score-snapshot.different-frameworks'],
  since: '0.1.0',
});

/** A number of which every digit is stable, or the span that it lies in. */
const StableNumber = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('number'), value: z.number(), decimals: z.number().int() }),
    z.object({ kind: z.literal('span'), low: z.number(), high: z.number(), decimals: z.number().int() }),
  ])
  .meta({ id: 'StableNumber', description: 'Digits that another sample would not change, or the span' });
export type StableNumber = z.infer<typeof StableNumber>;

const AuditedComponent = z
  .object({
    code: z.string(),
    name: LocalizedText,
    /** Null for a main indicator. */
    parent: z.string().nullable(),
    isGroup: z.boolean(),
    /** Share (0–1) of the points of the whole. */
    nominalWeight: z.number(),
    /** Squared correlation with the whole: what the ranking really follows. Null without spread. */
    importance: z.number().nullable(),
    /** The whole rises when it falls. */
    isOpposed: z.boolean(),
    /** Share (0–1) of the subjects of which it is known; null for a group. */
    availability: z.number().nullable(),
    /** All are level in it, or nearly all: it tells nobody apart. */
    flags: z.array(z.enum(['low-availability', 'many-zeros', 'few-distinct', 'outliers', 'no-spread'])),
    /** How the ranks move without it; null where nothing would be left. */
    leftOut: z
      .object({
        meanRankChange: z.number(),
        largestRankChange: z.number(),
        mostMoved: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'AuditedComponent' });
export type AuditedComponent = z.infer<typeof AuditedComponent>;

const AuditedPair = z
  .object({
    left: z.string(),
    right: z.string(),
    /** Pearson's; null where one of both does not vary. */
    coefficient: z.number().nullable(),
    pairs: z.number().int(),
    flag: z.enum(['redundant', 'opposed']).nullable(),
  })
  .meta({ id: 'AuditedPair' });
export type AuditedPair = z.infer<typeof AuditedPair>;

const AuditedFamily = z
  .object({
    /** Null for the main indicators of the whole. */
    code: z.string().nullable(),
    children: z.array(z.string()),
    pairs: z.array(AuditedPair),
    /** Cronbach's; null below two children or without variance. */
    alpha: z.number().nullable(),
    /** Subjects of which every child is known; alpha and components are of them. */
    completeSubjects: z.number().int(),
    /** Share (0–1) of the variance that each principal component explains, largest first. */
    explained: z.array(z.number()),
    /** Components with an eigenvalue above 1. */
    dimensions: z.number().int(),
  })
  .meta({ id: 'AuditedFamily' });
export type AuditedFamily = z.infer<typeof AuditedFamily>;

const AuditedAssumption = z
  .object({ name: z.enum(RANKING_ASSUMPTIONS), firstOrder: StableNumber, total: StableNumber })
  .meta({ id: 'AuditedAssumption' });
export type AuditedAssumption = z.infer<typeof AuditedAssumption>;

export const LeagueAudit = z
  .object({
    framework: LeagueFramework,
    simulated: z.boolean(),
    subjectCount: z.number().int(),
    /** Every component after the group it belongs to. */
    components: z.array(AuditedComponent),
    families: z.array(AuditedFamily),
    subjects: z.array(z.object({ subject: LeagueSubject, availability: z.number() })),
    sensitivity: z.object({
      /** Of the mean absolute change of rank; in the order of the assumptions. */
      assumptions: z.array(AuditedAssumption),
      /** Estimates from the first points only, to see whether they have settled. */
      convergence: z.array(z.object({ points: z.number().int(), totals: z.array(StableNumber) })),
      points: z.number().int(),
      runs: z.number().int(),
      replicates: z.number().int(),
      weightShare: z.number(),
      /** Mean over runs and subjects of the absolute change of rank. */
      meanRankChange: StableNumber,
    }),
  })
  .meta({ id: 'LeagueAudit' });
export type LeagueAudit = z.infer<typeof LeagueAudit>;

export const getLeagueAudit = route({
  method: 'GET',
  path: '/leagues/:framework/audit',
  operationId: 'getLeagueAudit',
  summary: 'The statistical audit of a ranking: correlations, weights, and which assumption moves the ranks',
  access: 'ranking.read',
  params: z.object({ framework: z.string().max(60) }),
  response: LeagueAudit,
  refusals: [
    ...(['record.not-found', 'score-snapshot.different-frameworks'] as const),
    ...(['ranking.too-few-to-audit', 'request.too-many'] as const),
  ],
  since: '0.1.0',
});
