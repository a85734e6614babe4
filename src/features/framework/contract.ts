import { SAYS_SOMETHING } from '#core/kernel/text.ts';
import { z } from 'zod';
import { FRAMEWORK_FINDING_CODES } from '#core/scoring/framework-finding.ts';
import { FRAMEWORK_ACTIONS, FRAMEWORK_STATES } from '#core/scoring/framework-lifecycle.ts';
import { SUBJECT_KINDS } from '#core/scoring/framework.ts';
import { route } from '#contract/route.ts';
import { FileAnswer, Instant, DecimalText } from '#contract/schemas.ts';
import { FrameworkDefinition } from '#contract/framework.ts';
import { LocalizedText, PointsRange } from '#contract/scoring.ts';
import { Rule } from '#contract/scoring-rule.ts';

const Key = z.object({ code: z.string().max(60), version: z.coerce.number().int().min(1).max(100_000) });

const FrameworkState = z.enum(FRAMEWORK_STATES).meta({ id: 'FrameworkState' });
const FrameworkAction = z.enum(FRAMEWORK_ACTIONS).meta({ id: 'FrameworkAction' });

/** A version of a framework, without its definition. */
export const FrameworkRow = z
  .object({
    code: z.string(),
    version: z.number().int(),
    title: LocalizedText,
    /** Null for a framework that the state decrees for all. */
    owner: z.object({ code: z.string(), name: z.string() }).nullable(),
    subjectKind: z.string(),
    assessmentYear: z.number().int(),
    /** Decreed by the decision, or proposed. */
    status: z.enum(['decreed', 'proposal']),
    decisionNumber: z.string().nullable(),
    validFrom: z.string().nullable(),
    validTo: z.string().nullable(),
    maximumPoints: DecimalText,
    mainIndicatorCount: z.number().int(),
    indicatorCount: z.number().int(),
    dataItemCount: z.number().int(),
    state: FrameworkState,
    /** Values were entered or scores kept for it: it never changes again. */
    isLocked: z.boolean(),
    /** It is the version that scores. */
    isScoring: z.boolean(),
    /** Subjects that have values for it. */
    subjectCount: z.number().int(),
    basedOn: z.object({ code: z.string(), version: z.number().int() }).nullable(),
    editVersion: z.number().int(),
    changedAt: Instant,
    changedBy: z.string().nullable(),
  })
  .meta({ id: 'FrameworkRow' });
export type FrameworkRow = z.infer<typeof FrameworkRow>;

/** Something that does not hold together in a framework. */
const FrameworkFindingView = z
  .object({
    severity: z.enum(['error', 'warning', 'notice']),
    code: z.enum(FRAMEWORK_FINDING_CODES),
    /** Code of the component or data item; the framework's own code for the whole. */
    about: z.string(),
    details: z.record(z.string(), z.string()),
  })
  .meta({ id: 'FrameworkFinding' });

const FrameworkEdit = z
  .object({
    action: z.enum(['create', 'edit', 'put-in-force', 'withdraw', 'discard']),
    editVersion: z.number().int(),
    reason: z.string().nullable(),
    changedAt: Instant,
    changedBy: z.string().nullable(),
  })
  .meta({ id: 'FrameworkEdit' });
export type FrameworkEdit = z.infer<typeof FrameworkEdit>;

/** A version of a framework with its definition, what does not hold together, and what may be done. */
export const FrameworkView = z
  .object({
    row: FrameworkRow,
    definition: FrameworkDefinition,
    findings: z.array(FrameworkFindingView),
    /** Other versions of the same code, and the version that it was cloned from: what it can be compared with. */
    comparable: z.array(z.object({ code: z.string(), version: z.number().int(), state: FrameworkState })),
    history: z.array(FrameworkEdit),
    actions: z.array(FrameworkAction),
  })
  .meta({ id: 'FrameworkView' });
export type FrameworkView = z.infer<typeof FrameworkView>;

const FieldChange = z
  .object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })
  .meta({ id: 'FrameworkFieldChange' });

const PartChange = z.object({
  change: z.enum(['added', 'removed', 'changed']),
  code: z.string(),
  name: LocalizedText,
  fields: z.array(FieldChange),
});

const PointsBeside = z
  .object({ before: PointsRange, after: PointsRange, difference: PointsRange })
  .meta({ id: 'FrameworkPointsChange' });

/** What changed between two frameworks, and what it does to the score of every subject. */
export const FrameworkComparison = z
  .object({
    before: FrameworkRow,
    after: FrameworkRow,
    fields: z.array(FieldChange),
    components: z.array(
      PartChange.extend({
        kind: z.enum(['group', 'indicator']),
        parent: z.object({ before: z.string().nullable(), after: z.string().nullable() }),
        isMoved: z.boolean(),
        rule: z.object({ before: Rule.nullable(), after: Rule.nullable() }).nullable(),
      }),
    ),
    items: z.array(PartChange),
    counts: z.object({
      added: z.number().int(),
      removed: z.number().int(),
      changed: z.number().int(),
      moved: z.number().int(),
    }),
    /** Whether the newer one can score: it has no errors. */
    isScorable: z.boolean(),
    subjects: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        /** Some of its values are made up for the demonstration. */
        isSimulated: z.boolean(),
        points: PointsBeside,
        /** Components whose points differ, the largest difference first. */
        components: z.array(z.object({ code: z.string(), name: LocalizedText, points: PointsBeside })),
      }),
    ),
  })
  .meta({ id: 'FrameworkComparison' });
export type FrameworkComparison = z.infer<typeof FrameworkComparison>;

export const listFrameworks = route({
  method: 'GET',
  path: '/frameworks',
  operationId: 'listFrameworks',
  summary: 'Index frameworks with their versions',
  access: 'index.read',
  response: z.object({
    items: z.array(FrameworkRow),
    total: z.number().int(),
    mayWrite: z.boolean(),
  }),
  since: '0.1.0',
});

export const getFramework = route({
  method: 'GET',
  path: '/frameworks/:code/:version',
  operationId: 'getFramework',
  summary: 'One version of a framework with its findings and history',
  access: 'index.read',
  params: Key,
  response: FrameworkView,
  refusals: ['record.not-found'],
  since: '0.1.0',
});

export const exportFramework = route({
  method: 'GET',
  path: '/frameworks/:code/:version/file',
  operationId: 'exportFramework',
  summary: 'One version of a framework as JSON or as a workbook, without loss',
  access: 'index.read',
  params: Key,
  query: z.object({ format: z.enum(['json', 'xlsx']), language: z.enum(['vi', 'en']).optional() }),
  response: FileAnswer,
  answers: 'file',
  refusals: ['record.not-found'],
  since: '0.1.0',
});

export const compareFrameworks = route({
  method: 'GET',
  path: '/frameworks/:code/:version/comparison',
  operationId: 'compareFrameworks',
  summary: 'What changed since another version, and what it does to every score',
  access: 'index.read',
  params: Key,
  query: z.object({
    beforeCode: z.string().max(60),
    beforeVersion: z.coerce.number().int().min(1).max(100_000),
  }),
  response: FrameworkComparison,
  refusals: ['record.not-found'],
  since: '0.1.0',
});

export const importFramework = route({
  method: 'POST',
  path: '/framework-imports',
  operationId: 'importFramework',
  summary: 'Takes a framework from JSON or a workbook as a draft; all or nothing',
  access: 'framework.write',
  body: 'multipart',
  response: z.object({
    row: FrameworkRow,
    /** This very content is registered already: nothing was stored. */
    repeated: z.boolean(),
  }),
  refusals: [
    'file.missing',
    'file.empty',
    'file.too-large',
    'file.broken',
    'file.unsupported-kind',
    'file.too-complex',
    'framework.invalid',
  ],
  since: '0.1.0',
});

const Write = z.object({
  /** Made by the client once for this write: a retry with it changes nothing. */
  writeId: z.uuid(),
});

export const createFramework = route({
  method: 'POST',
  path: '/frameworks',
  operationId: 'createFramework',
  summary: 'Begins a framework from nothing, as a draft without components',
  access: 'framework.write',
  body: Write.extend({
    code: z.string().regex(/^[a-z0-9][a-z0-9-]{1,58}$/),
    /** In Vietnamese; the English one is added in the editor. */
    title: z.string().trim().max(300).regex(SAYS_SOMETHING),
    subjectKind: z.enum(SUBJECT_KINDS),
    assessmentYear: z.number().int().min(2000).max(2100),
  }),
  response: FrameworkRow,
  refusals: ['edit.conflict', 'framework.code-taken'],
  since: '0.1.0',
});

export const cloneFramework = route({
  method: 'POST',
  path: '/frameworks/:code/:version/clone',
  operationId: 'cloneFramework',
  summary: 'Copies a version into a new draft: of the same framework, or for another year',
  access: 'framework.write',
  params: Key,
  body: Write.extend({
    code: z.string().regex(/^[a-z0-9][a-z0-9-]{1,58}$/),
    assessmentYear: z.number().int().min(2000).max(2100),
  }),
  response: FrameworkRow,
  refusals: ['record.not-found', 'edit.conflict'],
  since: '0.1.0',
});

export const editFramework = route({
  method: 'PUT',
  path: '/frameworks/:code/:version',
  operationId: 'editFramework',
  summary: 'Replaces the definition of a draft',
  access: 'framework.write',
  params: Key,
  body: Write.extend({
    /** The definition; it is read strictly, and every problem is told with its path. */
    definition: z.unknown(),
    /** The edit that the writer saw. */
    editVersion: z.number().int().min(1),
    reason: z.string().max(1000).nullable(),
  }),
  response: FrameworkView,
  refusals: [
    'record.not-found',
    'edit.conflict',
    'framework.invalid',
    'framework.not-draft',
    'framework.other-code',
  ],
  since: '0.1.0',
});

export const changeFrameworkState = route({
  method: 'POST',
  path: '/frameworks/:code/:version/state',
  operationId: 'changeFrameworkState',
  summary: 'Puts a draft in force, takes an unused version back, or discards a draft',
  access: 'framework.write',
  params: Key,
  body: Write.extend({
    action: z.enum(['put-in-force', 'withdraw', 'discard']),
    editVersion: z.number().int().min(1),
    reason: z.string().max(1000).nullable(),
  }),
  response: FrameworkView,
  refusals: [
    'record.not-found',
    'edit.conflict',
    'framework.invalid',
    'framework.not-draft',
    'framework.in-use',
  ],
  since: '0.1.0',
});
