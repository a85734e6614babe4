import { z } from 'zod';
import { EVIDENCE_FILE_REFUSALS, EvidencePiece, EvidenceReference } from '#contract/evidence.ts';
import { route } from '#contract/route.ts';
import { FileAnswer } from '#contract/schemas.ts';

const Id = z.object({ id: z.uuid() });

/** The figure of a subject and an item, within one submission. */
const FigurePlace = z.object({ subject: z.string().max(40), item: z.string().max(80) });

/** A piece of evidence, with the figures of one submission that rest on it. */
export const Evidence = EvidencePiece.extend({ attachedTo: z.array(FigurePlace) }).meta({ id: 'Evidence' });
export type Evidence = z.infer<typeof Evidence>;

export const EvidenceList = z
  .object({
    items: z.array(Evidence),
    total: z.number().int(),
    /** Whether this person may attach and detach now. */
    mayWrite: z.boolean(),
    /** The largest file that is taken, in bytes. */
    limitBytes: z.number().int(),
  })
  .meta({ id: 'EvidenceList' });
export type EvidenceList = z.infer<typeof EvidenceList>;

export const listEvidence = route({
  method: 'GET',
  path: '/submissions/:id/evidence',
  operationId: 'listEvidence',
  summary:
    'What an organization has to prove its figures with: all of it for its own people, what is attached for others',
  access: 'submission.read',
  params: Id,
  response: EvidenceList,
  refusals: ['record.not-found'],
  since: '0.1.0',
});

const WRITE_REFUSALS = [
  'record.not-found',
  'access.denied',
  'submission.wrong-state',
  'round.closed',
  'edit.conflict',
] as const;

export const addEvidenceFile = route({
  method: 'POST',
  path: '/submissions/:id/evidence-files',
  operationId: 'addEvidenceFile',
  summary:
    'Send a file as evidence: PDF, Word, Excel or a picture, told by its content; a retry keeps nothing twice',
  access: 'submission.write',
  params: Id,
  query: z.object({ writeId: z.uuid() }),
  body: 'multipart',
  fileLimit: 'evidence',
  response: Evidence,
  refusals: [...WRITE_REFUSALS, ...EVIDENCE_FILE_REFUSALS],
  since: '0.1.0',
});

export const addEvidenceReference = route({
  method: 'POST',
  path: '/submissions/:id/evidence-references',
  operationId: 'addEvidenceReference',
  summary: 'Name a page or a document of the register as evidence',
  access: 'submission.write',
  params: Id,
  body: z.object({
    reference: EvidenceReference,
    writeId: z.uuid(),
  }),
  response: Evidence,
  refusals: [...WRITE_REFUSALS],
  since: '0.1.0',
});

const Attachment = FigurePlace.extend({ evidenceId: z.uuid() });
export type Attachment = z.infer<typeof Attachment>;

export const putAttachments = route({
  method: 'PUT',
  path: '/submissions/:id/evidence-attachments',
  operationId: 'putEvidenceAttachments',
  summary: 'Attach evidence to figures and take it away from others, all or nothing',
  access: 'submission.write',
  params: Id,
  body: z.object({ attach: z.array(Attachment).max(1000), detach: z.array(Attachment).max(1000) }),
  response: EvidenceList,
  refusals: [...WRITE_REFUSALS, 'answer.not-asked', 'evidence.not-of-this-organization'],
  since: '0.1.0',
});

export const getEvidenceFile = route({
  method: 'GET',
  path: '/submissions/:id/evidence/:evidenceId/file',
  operationId: 'getEvidenceFile',
  summary: 'The file of a piece of evidence, to save',
  access: 'submission.read',
  params: Id.extend({ evidenceId: z.uuid() }),
  response: FileAnswer,
  answers: 'file',
  refusals: ['record.not-found'],
  since: '0.1.0',
});

export const getEvidenceArchive = route({
  method: 'GET',
  path: '/reporting-rounds/:id/evidence-archive',
  operationId: 'getEvidenceArchive',
  summary: 'All evidence of a round, or of one organization in it, as a zip archive with an index',
  access: 'round.read',
  params: Id,
  query: z.object({ organization: z.string().max(40).optional() }),
  response: FileAnswer,
  answers: 'file',
  refusals: ['record.not-found', 'evidence.archive-too-large'],
  since: '0.1.0',
});
