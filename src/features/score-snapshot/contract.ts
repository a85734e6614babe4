import { z } from 'zod';
import { SAYS_SOMETHING } from '#core/kernel/text.ts';
import { ACTIONS } from '#core/access/permissions.ts';
import { COMPONENT_FIELDS } from '#core/score-snapshot/changed-fields.ts';
import { SNAPSHOT_KINDS } from '#core/score-snapshot/snapshot.ts';
import { SheetComponent } from '#contract/explanation-sheet.ts';
import { FrameworkSummary, Subject } from '#contract/index-score.ts';
import {
  LeagueSnapshotInput,
  LeagueSnapshotSummary,
  LeagueSnapshotVerification,
} from '#contract/league-snapshot.ts';
import { route } from '#contract/route.ts';
import { DataItem, DataValue, LocalizedText, PointsRange } from '#contract/scoring.ts';
import { DecimalText, Instant } from '#contract/schemas.ts';

export type { SheetComponent, SheetValue } from '#contract/explanation-sheet.ts';

/** Which score is asked about. What is left out is taken from the latest year that has data. */
const ScoreSelection = z.object({
  framework: z.string().max(60).optional(),
  subject: z.string().max(40).optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
});

const FrameworkVersion = z
  .object({
    code: z.string(),
    version: z.number().int(),
    title: LocalizedText,
    maximumPoints: DecimalText,
  })
  .meta({ id: 'FrameworkVersion' });

const SnapshotSummary = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(SNAPSHOT_KINDS),
    note: z.string().nullable(),
    framework: FrameworkVersion,
    subject: Subject,
    year: z.number().int(),
    points: PointsRange,
    /** At least one figure is made up. */
    simulated: z.boolean(),
    takenAt: Instant,
    /** Name of the person; null when the system took it by itself. */
    takenBy: z.string().nullable(),
    /** SHA-256 over all that the snapshot says. */
    contentHash: z.string(),
  })
  .meta({ id: 'ScoreSnapshotSummary' });
export type SnapshotSummary = z.infer<typeof SnapshotSummary>;

const ScoreSnapshotList = z
  .object({
    framework: FrameworkVersion,
    subject: Subject,
    year: z.number().int(),
    /** What the present data give, for comparison. */
    present: PointsRange,
    /** At least one of the present figures is made up. */
    simulated: z.boolean(),
    /** Newest first. */
    items: z.array(SnapshotSummary),
    total: z.number().int(),
    actions: z.array(z.enum(ACTIONS)),
  })
  .meta({ id: 'ScoreSnapshotList' });
export type ScoreSnapshotList = z.infer<typeof ScoreSnapshotList>;

/** What is kept as a snapshot: the present data, for a scenario with other values in their place. */
export const ScoreSnapshotInput = z
  .object({
    framework: z.string().max(60),
    subject: z.string().max(40),
    year: z.number().int().min(2000).max(2100),
    kind: z.enum(SNAPSHOT_KINDS),
    name: z.string().max(120).regex(SAYS_SOMETHING),
    note: z.string().max(1000).nullable(),
    /** Values that a scenario supposes; empty for all other kinds. */
    changes: z.array(z.object({ item: z.string().max(80), value: DataValue })).max(1000),
    /** Made by the client once for this write: a retry with it changes nothing. */
    writeId: z.uuid(),
  })
  .meta({ id: 'ScoreSnapshotInput' });
export type ScoreSnapshotInput = z.infer<typeof ScoreSnapshotInput>;

const Verification = z
  .object({
    /** All three hold. */
    holds: z.boolean(),
    /** The kept hash is that of what the snapshot says today. */
    content: z.boolean(),
    /** The framework version is still defined as it was. */
    framework: z.boolean(),
    /** Scoring the kept values by the framework gives the kept points again. */
    score: z.boolean(),
    contentHash: z.string(),
    computedHash: z.string(),
  })
  .meta({ id: 'ScoreSnapshotVerification' });
export type SnapshotVerification = z.infer<typeof Verification>;

const SnapshotComponent = z
  .object({
    code: z.string(),
    parentCode: z.string().nullable(),
    depth: z.number().int(),
    kind: z.enum(['group', 'indicator']),
    name: LocalizedText,
    maximum: DecimalText,
    /** Null when the snapshot has no points of this component. */
    points: PointsRange.nullable(),
  })
  .meta({ id: 'ScoreSnapshotComponent' });

const ScoreSnapshotView = z
  .object({
    snapshot: SnapshotSummary,
    verification: Verification,
    /** The points at stake for this subject: those of the framework unless something does not apply. */
    maximum: DecimalText,
    components: z.array(SnapshotComponent),
    /** The values that a scenario supposed; empty for all other kinds. */
    assumed: z.array(z.object({ item: DataItem, value: DataValue })),
    actions: z.array(z.enum(ACTIONS)),
  })
  .meta({ id: 'ScoreSnapshot' });
export type ScoreSnapshotView = z.infer<typeof ScoreSnapshotView>;

const PublishedChange = z
  .object({ before: PointsRange.nullable(), after: PointsRange.nullable(), difference: PointsRange })
  .meta({ id: 'PublishedChange', description: 'Difference = after − before, bound by bound' });
export type PublishedChange = z.infer<typeof PublishedChange>;

const ComparedComponent = z
  .object({
    code: z.string(),
    parentCode: z.string().nullable(),
    depth: z.number().int(),
    kind: z.enum(['group', 'indicator']),
    name: LocalizedText,
    maximum: DecimalText,
    presence: z.enum(['both', 'added', 'removed']),
    change: PublishedChange,
    /** Codes of its data items that changed. */
    changedItems: z.array(z.string()),
    changedFields: z.array(z.enum(COMPONENT_FIELDS)),
  })
  .meta({ id: 'ComparedComponent' });
export type ComparedComponent = z.infer<typeof ComparedComponent>;

const ComparedItem = z
  .object({
    item: DataItem,
    /** Null where that framework does not ask for the item. */
    before: DataValue.nullable(),
    after: DataValue.nullable(),
    feeds: z.array(z.string()),
  })
  .meta({ id: 'ComparedDataItem' });

const ComparedSide = z
  .object({
    /** Null for the present data. */
    snapshot: SnapshotSummary.nullable(),
    framework: FrameworkVersion,
    subject: Subject,
    year: z.number().int(),
    points: PointsRange,
    simulated: z.boolean(),
  })
  .meta({ id: 'ComparedSide' });
export type ComparedSide = z.infer<typeof ComparedSide>;

const SnapshotComparison = z
  .object({
    before: ComparedSide,
    after: ComparedSide,
    total: PublishedChange,
    components: z.array(ComparedComponent),
    items: z.array(ComparedItem),
    policiesChanged: z.boolean(),
    /** What the total moved beyond the sum of the indicators, each of which is rounded for itself. */
    rounding: PointsRange,
  })
  .meta({ id: 'SnapshotComparison' });
export type SnapshotComparison = z.infer<typeof SnapshotComparison>;

/** A whole score explained, for a person to read and sign. */
const ExplanationSheet = z
  .object({
    /** Null for the present data. */
    snapshot: SnapshotSummary.nullable(),
    verification: Verification.nullable(),
    framework: FrameworkSummary.pick({
      code: true,
      version: true,
      title: true,
      decision: true,
      notes: true,
    }),
    subject: Subject,
    year: z.number().int(),
    /** When the data were as the sheet shows them. */
    asOf: Instant,
    /** Where the audit trail ended when the sheet was made, `position:hash`: a later check can be held against it. */
    auditHead: z.string(),
    points: PointsRange,
    /** The points at stake for this subject. */
    maximum: DecimalText,
    simulated: z.boolean(),
    components: z.array(SheetComponent),
  })
  .meta({ id: 'ExplanationSheet' });
export type ExplanationSheet = z.infer<typeof ExplanationSheet>;

export const listScoreSnapshots = route({
  method: 'GET',
  path: '/index/snapshots',
  operationId: 'listScoreSnapshots',
  summary: 'Snapshots of a score, newest first, beside what the present data give',
  access: 'index.read',
  query: ScoreSelection,
  response: ScoreSnapshotList,
  refusals: ['record.not-found', 'index.not-assessed'],
  since: '0.1.0',
});

export const takeScoreSnapshot = route({
  method: 'POST',
  path: '/index/snapshots',
  operationId: 'takeScoreSnapshot',
  summary: 'Keep the present score, or a scenario, with all that gave it',
  access: 'score-snapshot.write',
  body: ScoreSnapshotInput,
  response: SnapshotSummary,
  refusals: [
    'record.not-found',
    'index.not-assessed',
    'edit.conflict',
    'score-snapshot.name-taken',
    'value.malformed',
    'value.out-of-range',
    'value.numerator-exceeds-denominator',
  ],
  since: '0.1.0',
});

export const getScoreSnapshot = route({
  method: 'GET',
  path: '/index/snapshots/:id',
  operationId: 'getScoreSnapshot',
  summary: 'A snapshot with its points, and whether its hash still holds',
  access: 'index.read',
  params: z.object({ id: z.uuid() }),
  response: ScoreSnapshotView,
  refusals: ['record.not-found'],
  since: '0.1.0',
});

export const compareScoreSnapshots = route({
  method: 'GET',
  path: '/index/snapshot-comparison',
  operationId: 'compareScoreSnapshots',
  summary: 'Two snapshots of one framework, or a snapshot and the present data, component by component',
  access: 'index.read',
  query: z.object({
    before: z.uuid(),
    /** Another snapshot; the present data of the first one’s score when left out. */
    after: z.uuid().optional(),
  }),
  response: SnapshotComparison,
  refusals: ['record.not-found', 'index.not-assessed', 'score-snapshot.different-frameworks'],
  since: '0.1.0',
});

export const getExplanationSheet = route({
  method: 'GET',
  path: '/index/explanation-sheet',
  operationId: 'getExplanationSheet',
  summary: 'A whole score explained: data, rule, arithmetic and provenance of every indicator',
  access: 'index.read',
  query: ScoreSelection.extend({
    /** Explains this snapshot instead of the present data. */
    snapshot: z.uuid().optional(),
  }),
  response: ExplanationSheet,
  refusals: ['record.not-found', 'index.not-assessed'],
  since: '0.1.0',
});

export const takeLeagueSnapshot = route({
  method: 'POST',
  path: '/leagues/:framework/snapshots',
  operationId: 'takeLeagueSnapshot',
  summary: 'Keep the present scores of all subjects of a league under one name, all or none',
  access: 'score-snapshot.write',
  params: z.object({ framework: z.string().max(60) }),
  body: LeagueSnapshotInput,
  response: LeagueSnapshotSummary,
  refusals: ['record.not-found', 'edit.conflict', 'score-snapshot.name-taken'],
  since: '0.1.0',
});

export const verifyLeagueSnapshot = route({
  method: 'GET',
  path: '/league-snapshots/:id/verification',
  operationId: 'verifyLeagueSnapshot',
  summary: 'Whether the snapshot of a league, and each of its subjects’, is still as it was taken',
  access: 'ranking.read',
  params: z.object({ id: z.uuid() }),
  response: LeagueSnapshotVerification,
  refusals: ['record.not-found'],
  since: '0.1.0',
});
