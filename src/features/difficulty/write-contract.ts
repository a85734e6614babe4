import { z } from 'zod';
import { DIFFICULTY_KINDS } from '#core/difficulty/difficulty.ts';
import { EVIDENCE_FILE_REFUSALS, EvidencePiece, EvidenceReference } from '#contract/evidence.ts';
import { route } from '#contract/route.ts';
import { FileAnswer, PlainDateText } from '#contract/schemas.ts';
import { DifficultyView } from './contract.ts';

const Words = z.string().max(4000).regex(/\S/);
const Document = z.string().max(500);
const OrganizationCode = z.string().max(40);
const Evidence = z.array(z.uuid()).max(50);

export const raiseDifficulty = route({
  method: 'POST',
  path: '/difficulties',
  operationId: 'raiseDifficulty',
  summary: 'Raise a difficulty of an organization with a task, a target or a report',
  access: 'difficulty.raise',
  body: z
    .object({
      organization: OrganizationCode,
      kind: z.enum(DIFFICULTY_KINDS),
      words: Words,
      /** What the organization proposes. */
      suggestion: Words.nullable(),
      about: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('item'), id: z.uuid() }),
        z.object({ kind: z.literal('submission'), id: z.uuid(), item: z.string().max(60).nullable() }),
      ]),
      dueDay: PlainDateText,
      evidence: Evidence,
      writeId: z.uuid(),
    })
    .meta({ id: 'DifficultyInput' }),
  response: DifficultyView,
  refusals: [
    ...(['record.not-found', 'access.denied', 'edit.conflict'] as const),
    ...(['difficulty.day-past', 'evidence.not-of-this-organization'] as const),
  ],
  since: '0.1.0',
});

const write = { version: z.number().int().min(1), writeId: z.uuid() };
const Id = z.object({ id: z.uuid() });
const WRITE_REFUSALS = [
  'record.not-found',
  'access.denied',
  'edit.conflict',
  'difficulty.wrong-state',
] as const;

const DifficultyAnswer = z
  .discriminatedUnion('move', [
    z.object({ move: z.literal('answer'), words: Words, document: Document.nullable(), ...write }),
    /** Not this organization's matter: the coordinator passes it on. */
    z.object({ move: z.literal('give-back'), words: Words, ...write }),
  ])
  .meta({ id: 'DifficultyAnswer' });

export const answerDifficulty = route({
  method: 'POST',
  path: '/difficulties/:id/answers',
  operationId: 'answerDifficulty',
  summary: 'Answer a difficulty, or give one that was passed on back to the coordinator',
  access: 'difficulty.answer',
  params: Id,
  body: DifficultyAnswer,
  response: DifficultyView,
  refusals: WRITE_REFUSALS,
  since: '0.1.0',
});

export const ruleOnDifficulty = route({
  method: 'POST',
  path: '/difficulties/:id/rulings',
  operationId: 'ruleOnDifficulty',
  summary: 'Record what the leaders of the province decide on a difficulty that was forwarded to them',
  access: 'difficulty.rule',
  params: Id,
  body: z.object({ words: Words, document: Document.nullable(), ...write }).meta({ id: 'DifficultyRuling' }),
  response: DifficultyView,
  refusals: WRITE_REFUSALS,
  since: '0.1.0',
});

const DifficultyDirection = z
  .discriminatedUnion('move', [
    z.object({
      ...{ move: z.literal('pass'), organization: OrganizationCode, words: Words.nullable() },
      ...{ dueDay: PlainDateText, ...write },
    }),
    /** With a proposal to the leaders of the province. */
    z.object({ move: z.literal('forward'), words: Words, dueDay: PlainDateText, ...write }),
  ])
  .meta({ id: 'DifficultyDirection' });

export const directDifficulty = route({
  method: 'POST',
  path: '/difficulties/:id/directions',
  operationId: 'directDifficulty',
  summary: 'Pass a difficulty to another organization, or forward it to the leaders of the province',
  access: 'difficulty.direct',
  params: Id,
  body: DifficultyDirection,
  response: DifficultyView,
  refusals: [...WRITE_REFUSALS, 'difficulty.day-past', 'difficulty.not-another-organization'],
  since: '0.1.0',
});

const DifficultyReply = z
  .discriminatedUnion('move', [
    z.object({
      move: z.literal('ask-back'),
      words: Words,
      dueDay: PlainDateText,
      evidence: Evidence,
      ...write,
    }),
    z.object({ move: z.literal('accept'), words: Words.nullable(), ...write }),
    z.object({ move: z.literal('withdraw'), words: Words, ...write }),
  ])
  .meta({ id: 'DifficultyReply' });

export const replyToDifficulty = route({
  method: 'POST',
  path: '/difficulties/:id/replies',
  operationId: 'replyToDifficulty',
  summary: 'Accept the answer to an own difficulty, ask again, or withdraw it',
  access: 'difficulty.raise',
  params: Id,
  body: DifficultyReply,
  response: DifficultyView,
  refusals: [...WRITE_REFUSALS, 'difficulty.day-past', 'evidence.not-of-this-organization'],
  since: '0.1.0',
});

const OwnEvidenceList = z
  .object({
    items: z.array(EvidencePiece),
    total: z.number().int(),
    /** What the write added; null when nothing was written. */
    added: z.uuid().nullable(),
    /** The largest file that is taken, in bytes. */
    limitBytes: z.number().int(),
  })
  .meta({ id: 'OwnEvidenceList' });
export type OwnEvidenceList = z.infer<typeof OwnEvidenceList>;

const Organization = z.object({ organization: OrganizationCode });

export const listOwnEvidence = route({
  method: 'GET',
  path: '/difficulty-evidence/:organization',
  operationId: 'listDifficultyEvidence',
  summary: 'What an organization has to show a difficulty with',
  access: 'difficulty.raise',
  params: Organization,
  response: OwnEvidenceList,
  refusals: ['record.not-found'],
  since: '0.1.0',
});

export const addOwnEvidenceFile = route({
  method: 'POST',
  path: '/difficulty-evidence/:organization/files',
  operationId: 'addDifficultyEvidenceFile',
  summary: 'Send a file to be named in a difficulty; a retry keeps nothing twice',
  access: 'difficulty.raise',
  params: Organization,
  query: z.object({ writeId: z.uuid() }),
  body: 'multipart',
  fileLimit: 'evidence',
  response: OwnEvidenceList,
  refusals: ['record.not-found', 'edit.conflict', ...EVIDENCE_FILE_REFUSALS],
  since: '0.1.0',
});

export const addOwnEvidenceReference = route({
  method: 'POST',
  path: '/difficulty-evidence/:organization/references',
  operationId: 'addDifficultyEvidenceReference',
  summary: 'Name a page or a document of the register, to be named in a difficulty',
  access: 'difficulty.raise',
  params: Organization,
  body: z.object({ reference: EvidenceReference, writeId: z.uuid() }),
  response: OwnEvidenceList,
  refusals: ['record.not-found', 'edit.conflict'],
  since: '0.1.0',
});

export const getOwnEvidenceFile = route({
  method: 'GET',
  path: '/difficulty-evidence/:organization/:evidenceId/file',
  operationId: 'getOwnEvidenceFile',
  summary: 'The file of a piece of evidence that an organization has, to save',
  access: 'difficulty.raise',
  params: Organization.extend({ evidenceId: z.uuid() }),
  response: FileAnswer,
  answers: 'file',
  refusals: ['record.not-found'],
  since: '0.1.0',
});

export const getDifficultyFile = route({
  method: 'GET',
  path: '/difficulties/:id/evidence/:evidenceId/file',
  operationId: 'getDifficultyFile',
  summary: 'The file of a piece of evidence that a difficulty names, to save',
  access: 'difficulty.read',
  params: Id.extend({ evidenceId: z.uuid() }),
  response: FileAnswer,
  answers: 'file',
  refusals: ['record.not-found'],
  since: '0.1.0',
});
