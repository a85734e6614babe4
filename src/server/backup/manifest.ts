import { z } from 'zod';

/** Where the description of a backup stands in it: after all that it describes. */
export const MANIFEST_NAME = 'manifest.json';
export const BACKUP_FORMAT = 'senso-backup-1';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What a backup says of itself. */
export const Manifest = z.object({
  format: z.literal(BACKUP_FORMAT),
  version: z.string(),
  /** When the copied state was, an instant. */
  takenAt: z.string(),
  profile: z.string(),
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })),
  /** In the order in which their rows go in. */
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.number().int(),
      pieces: z.number().int(),
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), last: z.string() })),
  auditHead: z.object({ position: z.string(), hash: Hash }),
  /** SHA-256 of each entry of the archive but this one. */
  entries: z.record(z.string(), Hash),
});
export type Manifest = z.infer<typeof Manifest>;

/** The entry that holds a piece of a table. */
export const tableEntry = (table: string, piece: number): string =>
  `database/${table}/${String(piece).padStart(6, '0')}.copy`;

const EVIDENCE = /^evidence\/([0-9a-f]{64})$/;

/** The entry that holds a file. */
export const evidenceEntry = (sha256: string): string => `evidence/${sha256}`;

/** The hash of the file that an entry holds; undefined for another entry. */
export const findEvidenceHash = (entry: string): string | undefined => EVIDENCE.exec(entry)?.[1];

/** The entry that holds the key with which short secrets in the database are sealed. */
export const KEY_ENTRY = 'secret-key';
