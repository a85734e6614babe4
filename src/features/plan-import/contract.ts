import { z } from 'zod';
import { READING_DOUBTS } from '#core/plan-reading/doubts/list-doubts.ts';
import { AMENDMENT_RELATIONS } from '#core/plan/amended-document.ts';
import { LIKENESS_REASONS } from '#core/plan/find-similar.ts';
import { DOCUMENT_QUESTIONS } from '#core/plan/recognize-document.ts';
import { AGENCY_ROLES, DOCUMENT_ORIGINS, IMPORT_STATES } from '#core/plan/plan-item.ts';
import {
  DocumentMention,
  DocumentName,
  ItemDifference,
  ItemKind,
  ItemPlace,
  RegisterKind,
} from '#contract/plan-item.ts';
import { route } from '#contract/route.ts';
import { Instant, PlainDateText } from '#contract/schemas.ts';
import { ItemReview, ReviewProgress } from './review/review-contract.ts';

const Id = z.object({ id: z.uuid() });

const PlanImportState = z.enum(IMPORT_STATES).meta({ id: 'PlanImportState' });

/** How a statement of the file stands against the registers. */
export const ItemMatch = z.enum(['new', 'same', 'gains-quote', 'differs']).meta({ id: 'ItemMatch' });
export type ItemMatch = z.infer<typeof ItemMatch>;

/** What an accepted import did. */
export const PlanImportOutcome = z
  .object({
    added: z.number().int(),
    quoted: z.number().int(),
    replaced: z.number().int(),
    unchanged: z.number().int(),
    excluded: z.number().int(),
    amended: z.number().int().optional(),
    takenOver: z.number().int().optional(),
    mentioned: z.number().int().optional(),
    ended: z.number().int().optional(),
  })
  .meta({ id: 'PlanImportOutcome' });
export type PlanImportOutcome = z.infer<typeof PlanImportOutcome>;

export const PlanImportRow = z
  .object({
    id: z.uuid(),
    state: PlanImportState,
    origin: z.enum(DOCUMENT_ORIGINS),
    fileName: z.string(),
    sha256: z.string(),
    /** Encoding the text was recognized in; null for a reviewed reading. */
    encoding: z.string().nullable(),
    docType: z.string().nullable(),
    docNumber: z.string().nullable(),
    subjectLine: z.string().nullable(),
    itemCount: z.number().int(),
    uploadedAt: Instant,
    decidedAt: Instant.nullable(),
    undoneAt: Instant.nullable(),
    documentId: z.uuid().nullable(),
    outcome: PlanImportOutcome.nullable(),
    /** The kept improvement plan that the draft targets come from; null for a file. */
    improvementPlan: z.object({ id: z.uuid(), revision: z.number().int() }).nullable(),
  })
  .meta({ id: 'PlanImportRow' });
export type PlanImportRow = z.infer<typeof PlanImportRow>;

const PreviewAgency = z
  .object({
    role: z.enum(AGENCY_ROLES),
    nameAsWritten: z.string(),
    organizationCode: z.string().nullable(),
    name: z.string(),
  })
  .meta({ id: 'PreviewAgency' });

/** An item of another document for the same index component, or that seems to speak of the same thing. */
export const RegisteredTarget = z
  .object({
    itemId: z.uuid(),
    kind: RegisterKind,
    name: z.string(),
    /** Null of what is no target. */
    rawTarget: z.string().nullable(),
    due: z.string().nullable(),
    document: DocumentName,
    /** How alike they are, 0 to 1; null where the same index component alone brings them together. */
    score: z.number().nullable(),
    reasons: z.array(z.enum(LIKENESS_REASONS)),
  })
  .meta({ id: 'RegisteredTarget' });
export type RegisteredTarget = z.infer<typeof RegisteredTarget>;

/** A statement of the file, beside the lines on which it stands and what the registers know of it. */
export const PreviewItem = z
  .object({
    /** Id within the reading: what `excluded` and `replaced` name. */
    readingId: z.string(),
    kind: ItemKind,
    name: z.string(),
    /** The value, deadline or role in the words of the source, for a glance. */
    summary: z.string().nullable(),
    quote: z.string(),
    place: ItemPlace,
    /** Lines of the source on which it stands, continuations included. */
    lines: z.array(z.number().int()),
    indicatorCode: z.string().nullable(),
    agencies: z.array(PreviewAgency),
    match: ItemMatch,
    /** The item of the register that it was matched with. */
    itemId: z.uuid().nullable(),
    differences: z.array(ItemDifference),
    /** What other documents have of the same thing, the likeliest first; of a kept improvement plan, for the same index component. */
    elsewhere: z.array(RegisteredTarget),
    /** Why the reading may be wrong; empty for a sure one. */
    doubts: z.array(z.enum(READING_DOUBTS)),
    review: ItemReview,
  })
  .meta({ id: 'PreviewItem' });
export type PreviewItem = z.infer<typeof PreviewItem>;

/** Whether the file is the registered document that it looks like. */
const DocumentIdentity = z
  .object({
    standing: z.enum(['new', 'same', 'asked']),
    /** Why only a person can tell. */
    question: z.enum(DOCUMENT_QUESTIONS).nullable(),
    /** Whether a person may say that it is another one. */
    isOpen: z.boolean(),
    /** How much of the one with fewer items the other says alike, from 0 to 1. */
    sharedText: z.number().nullable(),
    /** Registered documents that reviewers told apart from it. */
    distinctFrom: z.array(DocumentName),
  })
  .meta({ id: 'DocumentIdentity' });

export const PlanImportPreview = z
  .object({
    import: PlanImportRow,
    head: z.object({
      docType: z.string().nullable(),
      attachedDocType: z.string().nullable(),
      docNumber: z.string().nullable(),
      docNumberRaw: z.string().nullable(),
      issueDate: PlainDateText.nullable(),
      issueDateRaw: z.string().nullable(),
      year: z.number().int().nullable(),
      issuingAgency: z.string().nullable(),
      subjectLine: z.string().nullable(),
      isDraft: z.boolean(),
      signerName: z.string().nullable(),
      signerTitle: z.string().nullable(),
      recipients: z.array(z.string()),
      legalBasis: z.array(DocumentMention),
    }),
    /** The document of the register that this file is, or may be. */
    document: DocumentName.nullable(),
    identity: DocumentIdentity,
    /** Lines of the source; null for a reviewed reading, which has no text. */
    lines: z.array(z.string()).nullable(),
    items: z.array(PreviewItem),
    review: ReviewProgress,
    counts: z.object({
      new: z.number().int(),
      same: z.number().int(),
      'gains-quote': z.number().int(),
      differs: z.number().int(),
    }),
    /** Items of the register that the file does not have: they stay as they are. */
    missing: z.array(z.object({ itemId: z.uuid(), kind: ItemKind, name: z.string(), place: ItemPlace })),
    unknownAgencies: z.array(z.object({ nameAsWritten: z.string(), count: z.number().int() })),
    /** Names in the file that a person has mapped to an organization, now or earlier. */
    mappedAgencies: z.array(
      z.object({ nameAsWritten: z.string(), organizationCode: z.string(), name: z.string() }),
    ),
    warnings: z.array(
      z.object({
        code: z.string(),
        severity: z.enum(['info', 'warning', 'error']),
        line: z.number().int().nullable(),
        quote: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'PlanImportPreview' });
export type PlanImportPreview = z.infer<typeof PlanImportPreview>;

export const uploadPlan = route({
  method: 'POST',
  path: '/plan-imports',
  operationId: 'uploadPlan',
  summary: 'Offers a plan document to the registers; it is read into a draft that changes nothing yet',
  access: 'plan.import',
  body: 'multipart',
  response: z.object({
    import: PlanImportRow,
    /** This very file was offered before: the import is the earlier one and nothing was stored. */
    repeated: z.boolean(),
  }),
  refusals: [
    'file.missing',
    'file.empty',
    'file.too-large',
    'file.binary',
    'file.unknown-encoding',
    'file.unsupported-kind',
    'file.not-a-plan',
    'file.broken',
    'file.old-office',
    'file.encrypted',
    'file.scan',
    'file.too-complex',
    'request.too-many',
  ],
  since: '0.1.0',
});

export const readLargePlan = route({
  method: 'POST',
  path: '/plan-imports/jobs',
  operationId: 'readLargePlan',
  summary:
    'Has a plan document read as a job, for files that are too large to be read while somebody waits; the job leaves the id of the import',
  access: 'plan.import',
  body: 'multipart',
  response: z.object({ job: z.object({ id: z.uuid() }) }),
  refusals: ['file.missing', 'file.too-large', 'job.too-many-open'],
  since: '0.1.0',
});

export const listPlanImports = route({
  method: 'GET',
  path: '/plan-imports',
  operationId: 'listPlanImports',
  summary: 'Files offered to the registers, newest first',
  access: 'plan.import',
  response: z.object({ items: z.array(PlanImportRow), total: z.number().int() }),
  since: '0.1.0',
});

export const getPlanImport = route({
  method: 'GET',
  path: '/plan-imports/:id',
  operationId: 'getPlanImport',
  summary: 'A file beside the registers: each statement with its lines and its match',
  access: 'plan.import',
  params: Id,
  response: PlanImportPreview,
  refusals: ['record.not-found'],
  since: '0.1.0',
});

/** What the person decided about single statements; those not named enter the registers as the preview shows them. */
export const PlanImportDecisions = z
  .object({
    /** Reading ids that stay out. */
    excluded: z.array(z.string().max(80)).max(10_000),
    /** Reading ids of statements that differ and whose values replace the registered ones. */
    replaced: z.array(z.string().max(80)).max(10_000),
    /** Number of review steps that the client has seen; only a draft that was never reviewed is entered without. */
    reviewVersion: z.number().int().min(0).optional(),
    /** Statements that repeat an item of another document: they become mentions of it. */
    sameAs: z
      .array(z.object({ readingId: z.string().max(80), itemId: z.uuid() }))
      .max(10_000)
      .optional(),
    /** The document that this one amends or replaces; `replaced` then names the statements that are applied to its items. */
    amendment: z
      .object({
        documentId: z.uuid(),
        relation: z.enum(AMENDMENT_RELATIONS),
        /** Items that a replacing document ends. */
        ended: z.array(z.uuid()).max(10_000),
      })
      .optional(),
  })
  .meta({ id: 'PlanImportDecisions' });
export type PlanImportDecisions = z.infer<typeof PlanImportDecisions>;

export const acceptPlanImport = route({
  method: 'POST',
  path: '/plan-imports/:id/accept',
  operationId: 'acceptPlanImport',
  summary:
    'Enters a draft into the registers, all or nothing; doing it again with the same decisions changes nothing',
  access: 'plan.import',
  params: Id,
  body: PlanImportDecisions,
  response: z.object({ import: PlanImportRow }),
  refusals: [
    'record.not-found',
    'plan-import.already-accepted',
    'plan-import.discarded',
    'plan-import.undone',
    'plan-import.unknown-item',
    'plan-import.not-amending',
    'plan-import.document-unclear',
    'plan-review.unfinished',
    'edit.conflict',
  ],
  since: '0.1.0',
});

export const discardPlanImport = route({
  method: 'POST',
  path: '/plan-imports/:id/discard',
  operationId: 'discardPlanImport',
  summary: 'Puts a draft aside; the file can be offered again',
  access: 'plan.import',
  params: Id,
  response: z.object({ import: PlanImportRow }),
  refusals: ['record.not-found', 'plan-import.already-accepted', 'plan-import.undone'],
  since: '0.1.0',
});

export const undoPlanImport = route({
  method: 'POST',
  path: '/plan-imports/:id/undo',
  operationId: 'undoPlanImport',
  summary:
    'Takes an accepted import back while nothing was built on it: earlier values return, what it alone registered leaves; doing it again changes nothing',
  access: 'plan.import',
  params: Id,
  response: z.object({ import: PlanImportRow }),
  refusals: ['record.not-found', 'plan-import.not-accepted', 'plan-import.built-on'],
  since: '0.1.0',
});

export const offerImprovementPlan = route({
  method: 'POST',
  path: '/plan-imports/improvement-plans',
  operationId: 'offerImprovementPlan',
  summary:
    'Offers the draft targets of a kept improvement plan to the register of targets, for review; nothing changes yet',
  access: 'plan.import',
  body: z
    .object({
      id: z.uuid(),
      revision: z.number().int().min(1),
      /** The year at whose end the targets are to be reached. */
      targetYear: z.number().int().min(2000).max(2100),
    })
    .meta({ id: 'ImprovementPlanOffer' }),
  response: z.object({ import: PlanImportRow, repeated: z.boolean() }),
  refusals: ['record.not-found', 'plan-import.year-not-later', 'edit.conflict'],
  since: '0.1.0',
});
