import { z } from 'zod';
import { EVIDENCE_FILE_REFUSALS, EvidencePiece, EvidenceReference } from '#contract/evidence.ts';
import { route } from '#contract/route.ts';
import { FileAnswer, Instant } from '#contract/schemas.ts';

const EntryOf = z.object({ register: z.string().max(60), id: z.uuid() });

/** A piece of evidence, and whether it stands behind the entry. */
const EntryEvidence = EvidencePiece.extend({ isAttached: z.boolean() }).meta({ id: 'EntryEvidence' });
export type EntryEvidence = z.infer<typeof EntryEvidence>;

const EntryEvidenceMove = z
  .object({
    move: z.enum(['attached', 'detached']),
    title: z.string(),
    at: Instant,
    by: z.string().nullable(),
  })
  .meta({ id: 'EntryEvidenceMove' });

export const EntryEvidenceList = z
  .object({
    items: z.array(EntryEvidence),
    total: z.number().int(),
    /** What was attached and taken away again, by whom; the latest first. */
    history: z.array(EntryEvidenceMove),
    /** Whether this person may attach and detach. */
    mayWrite: z.boolean(),
    /** The largest file that is taken, in bytes. */
    limitBytes: z.number().int(),
  })
  .meta({ id: 'EntryEvidenceList' });
export type EntryEvidenceList = z.infer<typeof EntryEvidenceList>;

export const listEntryEvidence = route({
  method: 'GET',
  path: '/asset-registers/:register/entries/:id/evidence',
  operationId: 'listAssetEntryEvidence',
  summary:
    'What stands behind an entry; for the people of its owner, all that they have to prove something with',
  access: 'register.read',
  params: EntryOf,
  response: EntryEvidenceList,
  refusals: ['record.not-found'],
  since: '0.1.0',
});

const WRITE_REFUSALS = ['record.not-found', 'access.denied', 'asset-entry.retired', 'edit.conflict'] as const;

export const addEntryEvidenceFile = route({
  method: 'POST',
  path: '/asset-registers/:register/entries/:id/evidence-files',
  operationId: 'addAssetEntryEvidenceFile',
  summary: 'Send a file and attach it to an entry; a retry keeps nothing twice',
  access: 'register.write',
  params: EntryOf,
  query: z.object({ writeId: z.uuid() }),
  body: 'multipart',
  fileLimit: 'evidence',
  response: EntryEvidenceList,
  refusals: [...WRITE_REFUSALS, ...EVIDENCE_FILE_REFUSALS],
  since: '0.1.0',
});

export const addEntryEvidenceReference = route({
  method: 'POST',
  path: '/asset-registers/:register/entries/:id/evidence-references',
  operationId: 'addAssetEntryEvidenceReference',
  summary: 'Name a page or a document of the register and attach it to an entry',
  access: 'register.write',
  params: EntryOf,
  body: z.object({ reference: EvidenceReference, writeId: z.uuid() }),
  response: EntryEvidenceList,
  refusals: [...WRITE_REFUSALS],
  since: '0.1.0',
});

export const putEntryEvidence = route({
  method: 'PUT',
  path: '/asset-registers/:register/entries/:id/evidence-attachments',
  operationId: 'putAssetEntryEvidence',
  summary: 'Attach evidence to an entry and take it away from it, all or nothing',
  access: 'register.write',
  params: EntryOf,
  body: z.object({ attach: z.array(z.uuid()).max(200), detach: z.array(z.uuid()).max(200) }),
  response: EntryEvidenceList,
  refusals: [...WRITE_REFUSALS, 'evidence.not-of-this-organization'],
  since: '0.1.0',
});

export const getEntryEvidenceFile = route({
  method: 'GET',
  path: '/asset-registers/:register/entries/:id/evidence/:evidenceId/file',
  operationId: 'getAssetEntryEvidenceFile',
  summary: 'The file of a piece of evidence, to save',
  access: 'register.read',
  params: EntryOf.extend({ evidenceId: z.uuid() }),
  response: FileAnswer,
  answers: 'file',
  refusals: ['record.not-found'],
  since: '0.1.0',
});
