import { z } from 'zod';
import { DocumentName } from './plan-item.ts';
import { Instant } from './schemas.ts';

/** What an organization proves its figures and the entries of its registers with. */
export const EvidencePiece = z
  .object({
    id: z.uuid(),
    kind: z.enum(['file', 'document', 'link']),
    title: z.string(),
    /** Of a file. */
    file: z.object({ mediaType: z.string(), size: z.number().int(), sha256: z.string() }).nullable(),
    document: DocumentName.nullable(),
    url: z.string().nullable(),
    addedAt: Instant,
    /** The person's name; null when nobody is known. */
    addedBy: z.string().nullable(),
    /** How many figures of other submissions and other entries of registers rest on it. */
    otherUses: z.number().int(),
  })
  .meta({ id: 'EvidencePiece' });
export type EvidencePiece = z.infer<typeof EvidencePiece>;

const WebAddress = z
  .string()
  .max(2000)
  .refine((text) => URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol), {
    error: 'must be an address that begins with https:// or http://',
  });

/** Evidence that is no file: a page, or a document of the register. */
export const EvidenceReference = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('link'), url: WebAddress, title: z.string().max(300) }),
  z.object({ kind: z.literal('document'), documentId: z.uuid() }),
]);
export type EvidenceReference = z.infer<typeof EvidenceReference>;

/** Why a file is not taken as evidence. */
export const EVIDENCE_FILE_REFUSALS = [
  'file.missing',
  'file.empty',
  'file.too-large',
  'file.unsupported-kind',
  'file.old-office',
  'file.macros',
  'file.disguised',
  'file.broken',
  'file.too-complex',
  'file.infected',
  'file.scan-unavailable',
  'storage.full',
] as const;
