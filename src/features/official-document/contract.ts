import { z } from 'zod';
import { ACTIONS } from '#core/access/permissions.ts';
import { PAPER_KINDS } from '#core/report/writing/write-document.ts';
import { FindingScope } from '#contract/consistency.ts';
import { DocumentName } from '#contract/plan-item.ts';
import { route } from '#contract/route.ts';
import { SIGNING_CAPACITIES } from '#core/report/signature.ts';
import { FileAnswer, Instant, PlainDateText } from '#contract/schemas.ts';
import { TemplateName } from './template/template-contract.ts';

/** A period that reports speak of: `2026`, `2026-H1`, `2026-Q3`. They name the one after it and compare it with the year before. */
const PeriodCode = z.string().regex(/^(?!000[01]|9999)\d{4}(-(Q[1-4]|H[12]))?$/);

/** Which paper is made, from what. */
export const PaperRequest = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('self-assessment'),
      /** A kept score of the province. */
      snapshot: z.uuid(),
    }),
    z.object({
      kind: z.literal('progress-report'),
      period: PeriodCode,
      /** One document; null for all plans. */
      plan: z.uuid().nullable(),
    }),
    z.object({
      kind: z.literal('result-announcement'),
      /** Kept leagues: of agencies, of communes, or of both. */
      leagues: z.array(z.uuid()).min(1).max(2),
    }),
    z.object({
      kind: z.literal('reminder-letter'),
      /** Until when the late are to answer. */
      answerBy: PlainDateText,
      /** To whom alone, about what they owe themselves; without it to all who are late. */
      organizations: z.array(z.string().max(40)).min(1).max(200).optional(),
    }),
    z.object({
      kind: z.literal('difficulty-answer'),
      /** An answered difficulty. */
      difficulty: z.uuid(),
    }),
    z.object({
      kind: z.literal('findings-letter'),
      /** One document; null for all that contradict each other. */
      documentId: z.uuid().nullable(),
      /** What of the contradictions that are open; all of them when nothing is said. */
      within: FindingScope,
    }),
    z.object({
      kind: z.literal('agency-report'),
      organization: z.string().max(40),
      period: PeriodCode,
    }),
  ])
  .meta({ id: 'PaperRequest' });
export type PaperRequest = z.infer<typeof PaperRequest>;

export const PAPER_FORMATS = ['docx', 'pdf', 'html', 'xlsx'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

const Paper = z
  .object({
    id: z.uuid(),
    kind: z.enum(PAPER_KINDS),
    title: z.string(),
    organization: z.object({ code: z.string(), name: z.string() }),
    period: PeriodCode.nullable(),
    simulated: z.boolean(),
    /** SHA-256 over the data that it was made from; printed on it. */
    factsHash: z.string(),
    madeAt: Instant,
    /** Name of the person; null where a step of the ladder of reminders made it. */
    madeBy: z.string().nullable(),
  })
  .meta({ id: 'Paper' });
export type Paper = z.infer<typeof Paper>;

/** A name or an office, without spaces around it. */
const PersonalText = z
  .string()
  .max(120)
  .regex(/^\S(?:.*\S)?$/u);

const Signing = z
  .object({
    capacity: z.enum(SIGNING_CAPACITIES),
    /** The office of who signs in the place of the head; null for that of the document itself. */
    office: PersonalText.nullable(),
    signer: PersonalText.nullable(),
  })
  .meta({ id: 'Signing' });

/** A paper as it was made (version 1), or as it was numbered, signed or laid out afterwards. */
const PaperRendering = z
  .object({
    version: z.number().int(),
    number: z.number().int().nullable(),
    issuedOn: PlainDateText.nullable(),
    /** Null as the document has it by itself. */
    signing: Signing.nullable(),
    /** The version of an office's template that lays out the .docx; null for the delivered layout. */
    template: TemplateName.nullable(),
    /** Files that a job has made and that can be had at once. */
    files: z.array(z.enum(PAPER_FORMATS)),
    madeAt: Instant,
    madeBy: z.string().nullable(),
  })
  .meta({ id: 'PaperRendering' });
export type PaperRendering = z.infer<typeof PaperRendering>;

const PaperView = Paper.extend({
  request: PaperRequest,
  /** The kept data still have the hash that was taken over them. */
  isIntact: z.boolean(),
  /** What follows the number: "BC-UBND". */
  series: z.string(),
  /** Its tables can be had as a workbook. */
  hasTables: z.boolean(),
  /** It is so long that its files are made as jobs. */
  isLong: z.boolean(),
  /** Who signs by the document itself, with the offices that a signature names. */
  signature: z.object({
    capacity: z.enum(SIGNING_CAPACITIES),
    offices: z.object({ body: z.string(), head: z.string(), deputy: z.string() }),
  }),
  /** Newest first; never empty. */
  renderings: z.array(PaperRendering).min(1),
  /** The newest version of each template that it could be laid out by. */
  templates: z.array(TemplateName),
  /** What this person may do with it. */
  mayIssue: z.boolean(),
}).meta({ id: 'PaperView' });
export type PaperView = z.infer<typeof PaperView>;

const KeptChoice = z.object({ id: z.uuid(), name: z.string(), year: z.number().int(), takenAt: Instant });

/** What papers can be made from. */
const PaperChoices = z
  .object({
    /** Kinds that this person may make. */
    kinds: z.array(z.enum(PAPER_KINDS)),
    today: PlainDateText,
    /** In whose name papers of the province are issued; null for who may not make them. */
    province: z.object({ code: z.string(), name: z.string() }).nullable(),
    /** Kept scores of the province, newest first. */
    snapshots: z.array(KeptChoice),
    /** Kept leagues of agencies and communes, newest first. */
    leagues: z.array(KeptChoice.extend({ subjects: z.enum(['agency', 'commune']) })),
    /** Answered difficulties, the latest answer first. */
    difficulties: z.array(z.object({ id: z.uuid(), organization: z.string(), words: z.string() })),
    /** Documents of which something contradicts still, drafts first. */
    contradictedDocuments: z.array(DocumentName),
    /** Documents with tasks or targets. */
    plans: z.array(DocumentName),
    /** Organizations whose own report this person may make. */
    organizations: z.array(z.object({ code: z.string(), name: z.string() })),
    /** Organizations to which a letter to the late can be made, late or not. */
    addressees: z.array(z.object({ code: z.string(), name: z.string() })),
  })
  .meta({ id: 'PaperChoices' });
export type PaperChoices = z.infer<typeof PaperChoices>;

const Id = z.object({ id: z.uuid() });

export const listPapers = route({
  method: 'GET',
  path: '/official-documents',
  operationId: 'listPapers',
  summary: 'Official documents within reach, newest first',
  access: 'official-document.read',
  response: z.object({
    items: z.array(Paper),
    total: z.number().int(),
    actions: z.array(z.enum(ACTIONS)),
  }),
  since: '0.1.0',
});

export const listPaperChoices = route({
  method: 'GET',
  path: '/official-documents/choices',
  operationId: 'listPaperChoices',
  summary: 'What this person can make official documents from',
  access: 'official-document.write',
  response: PaperChoices,
  since: '0.1.0',
});

export const makePaper = route({
  method: 'POST',
  path: '/official-documents',
  operationId: 'makePaper',
  summary: 'Make an official document from the data of this moment, and keep it with them',
  access: 'official-document.write',
  body: z.object({
    request: PaperRequest,
    /** Made by the client once for this write: a retry with it changes nothing. */
    writeId: z.uuid(),
  }),
  response: Paper,
  refusals: [
    'record.not-found',
    'edit.conflict',
    'access.denied',
    'official-document.answer-day',
    'official-document.nothing-to-tell',
    'official-document.too-long',
  ],
  since: '0.1.0',
});

const StartedJob = z.object({ job: z.object({ id: z.uuid() }) });

export const startPaper = route({
  method: 'POST',
  path: '/official-documents/jobs',
  operationId: 'startPaper',
  summary:
    'Have an official document made as a job, with its files: for those that are too long to wait for; the job leaves the id of the document',
  access: 'official-document.write',
  body: z.object({ request: PaperRequest, writeId: z.uuid() }),
  response: StartedJob,
  refusals: ['access.denied', 'job.too-many-open'],
  since: '0.1.0',
});

export const issuePaper = route({
  method: 'POST',
  path: '/official-documents/:id/renderings',
  operationId: 'issuePaper',
  summary:
    'Give an official document its number, day, signer or layout: a new rendering beside those that it had, from the same data',
  access: 'official-document.write',
  params: Id,
  body: z.object({
    number: z.number().int().min(1).max(99_999).nullable(),
    issuedOn: PlainDateText.nullable(),
    signing: Signing.nullable(),
    templateId: z.uuid().nullable(),
    /** The newest rendering that the person saw. */
    version: z.number().int().min(1),
    writeId: z.uuid(),
  }),
  response: PaperView,
  refusals: ['record.not-found', 'access.denied', 'edit.conflict', 'official-document.number-taken'],
  since: '0.1.0',
});

export const getPaper = route({
  method: 'GET',
  path: '/official-documents/:id',
  operationId: 'getPaper',
  summary: 'An official document: what it was made from, and whether that is as it was kept',
  access: 'official-document.read',
  params: Id,
  response: PaperView,
  refusals: ['record.not-found', 'access.denied'],
  since: '0.1.0',
});

export const getPaperFile = route({
  method: 'GET',
  path: '/official-documents/:id/file',
  operationId: 'getPaperFile',
  summary:
    'An official document as a file: .docx to be signed, .pdf to be read, .html to be looked at, its tables as .xlsx',
  access: 'official-document.read',
  params: Id,
  query: z.object({
    format: z.enum(PAPER_FORMATS),
    /** The version of the rendering; the newest when it is not said. */
    rendering: z.coerce.number().int().min(1).optional(),
  }),
  response: FileAnswer,
  answers: 'file',
  refusals: [
    'record.not-found',
    'access.denied',
    'request.too-many',
    'request.cancelled',
    'official-document.nothing-to-tell',
    'official-document.too-long',
  ],
  since: '0.1.0',
});

export const startPaperFile = route({
  method: 'POST',
  path: '/official-documents/:id/file-jobs',
  operationId: 'startPaperFile',
  summary: 'Have a file of an official document made as a job: for those that are too long to wait for',
  access: 'official-document.read',
  params: Id,
  body: z.object({ format: z.enum(PAPER_FORMATS), rendering: z.number().int().min(1) }),
  response: StartedJob,
  refusals: ['record.not-found', 'access.denied', 'job.too-many-open'],
  since: '0.1.0',
});
