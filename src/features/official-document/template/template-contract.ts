import { z } from 'zod';
import { TEMPLATE_FAULTS } from '#core/report/template/check-template.ts';
import { PAPER_KINDS } from '#core/report/writing/write-document.ts';
import { route } from '#contract/route.ts';
import { FileAnswer, Instant } from '#contract/schemas.ts';

/** One version of a template of an office. */
export const TemplateName = z
  .object({ id: z.uuid(), name: z.string(), version: z.number().int() })
  .meta({ id: 'TemplateName' });

/** Whose papers of which kind a template lays out. */
const Place = { organization: z.string().max(40), kind: z.enum(PAPER_KINDS) };

const Id = z.object({ id: z.uuid() });

const TemplateVersion = TemplateName.extend({
  fileName: z.string(),
  /** SHA-256 of the file. */
  contentHash: z.string(),
  uploadedAt: Instant,
  uploadedBy: z.string(),
}).meta({ id: 'TemplateVersion' });
export type TemplateVersion = z.infer<typeof TemplateVersion>;

/** What papers of a kind of an office are laid out by. */
const TemplatePlaceView = z
  .object({
    organization: z.object({ code: z.string(), name: z.string() }),
    kind: z.enum(PAPER_KINDS),
    /** Every version of every template, by name, the newest version first. */
    templates: z.array(TemplateVersion),
    /** The version that lays out new papers; null for the delivered layout. */
    chosen: z.uuid().nullable(),
    /** Of the choice: what the next one builds on. */
    choiceVersion: z.number().int(),
    /** The newest paper of this kind, for a preview with real data. */
    newestPaper: z.object({ id: z.uuid(), title: z.string() }).nullable(),
  })
  .meta({ id: 'TemplatePlaceView' });
export type TemplatePlaceView = z.infer<typeof TemplatePlaceView>;

interface FieldTree {
  texts: string[];
  lists: Record<string, FieldTree>;
}
const FieldTree: z.ZodType<FieldTree> = z
  .object({
    texts: z.array(z.string()),
    get lists() {
      return z.record(z.string(), FieldTree);
    },
  })
  .meta({
    id: 'TemplateFields',
    description: 'What placeholders may name: texts, and lists with fields of their own',
  });

/** A placeholder that can't be filled, with its place and the words around it. */
export const TemplateProblem = z
  .object({
    fault: z.enum(TEMPLATE_FAULTS),
    placeholder: z.string(),
    around: z.string(),
    place: z.object({
      part: z.enum(['text', 'header', 'footer']),
      paragraph: z.number().int(),
      cell: z.object({ table: z.number().int(), row: z.number().int(), column: z.number().int() }).nullable(),
    }),
  })
  .meta({ id: 'TemplateProblem' });
export type TemplateProblem = z.infer<typeof TemplateProblem>;

export const getTemplates = route({
  method: 'GET',
  path: '/document-templates',
  operationId: 'getTemplates',
  summary: 'The templates of an office for official documents of a kind, and the one that is used',
  access: 'official-document.write',
  query: z.object(Place),
  response: TemplatePlaceView.extend({
    /** What placeholders of this kind may name. */
    fields: FieldTree,
  }),
  refusals: ['record.not-found', 'access.denied'],
  since: '0.1.0',
});

export const getTemplateStarter = route({
  method: 'GET',
  path: '/document-templates/starter',
  operationId: 'getTemplateStarter',
  summary: 'The delivered layout of a kind of official document as a .docx with placeholders, to be edited',
  access: 'official-document.write',
  query: z.object(Place),
  response: FileAnswer,
  answers: 'file',
  refusals: ['record.not-found', 'access.denied', 'request.too-many', 'official-document.too-long'],
  since: '0.1.0',
});

export const uploadTemplate = route({
  method: 'POST',
  path: '/document-templates',
  operationId: 'uploadTemplate',
  summary:
    'Check a .docx with placeholders and keep it as a template; one with the name of another becomes its next version',
  access: 'official-document.write',
  query: z.object({ ...Place, name: z.string().min(1).max(80), writeId: z.uuid() }),
  body: 'multipart',
  response: TemplatePlaceView,
  refusals: [
    ...(['record.not-found', 'access.denied', 'edit.conflict', 'request.too-many'] as const),
    ...(['document-template.invalid', 'document-template.reaches-out'] as const),
    ...(['file.missing', 'file.empty', 'file.too-large', 'file.broken', 'file.too-complex'] as const),
    ...(['file.macros', 'file.disguised', 'file.old-office', 'file.unsupported-kind'] as const),
  ],
  since: '0.1.0',
});

export const chooseTemplate = route({
  method: 'POST',
  path: '/document-templates/choice',
  operationId: 'chooseTemplate',
  summary:
    'Lay out new official documents of a kind by a version of a template, or by the delivered layout again',
  access: 'official-document.write',
  body: z.object({
    ...Place,
    /** Null for the delivered layout. */
    templateId: z.uuid().nullable(),
    /** Of the choice that the person saw. */
    choiceVersion: z.number().int().min(0),
    writeId: z.uuid(),
  }),
  response: TemplatePlaceView,
  refusals: ['record.not-found', 'access.denied', 'edit.conflict'],
  since: '0.1.0',
});

export const getTemplateFile = route({
  method: 'GET',
  path: '/document-templates/:id/file',
  operationId: 'getTemplateFile',
  summary: 'A version of a template as it was uploaded',
  access: 'official-document.write',
  params: Id,
  response: FileAnswer,
  answers: 'file',
  refusals: ['record.not-found', 'access.denied'],
  since: '0.1.0',
});

export const getTemplatePreview = route({
  method: 'GET',
  path: '/document-templates/:id/preview',
  operationId: 'getTemplatePreview',
  summary: 'An official document as a version of a template would lay it out; nothing is kept',
  access: 'official-document.write',
  params: Id,
  query: z.object({ paper: z.uuid() }),
  response: FileAnswer,
  answers: 'file',
  refusals: ['record.not-found', 'access.denied', 'request.too-many', 'official-document.too-long'],
  since: '0.1.0',
});
