import { z } from 'zod';
import { SAYS_SOMETHING } from '#core/kernel/text.ts';
import { LEAGUE_SNAPSHOT_KINDS } from '#core/score-snapshot/league-snapshot.ts';
import { Instant } from './schemas.ts';

/** A league kept in one act, in short. */
export const LeagueSnapshotSummary = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: z.enum(LEAGUE_SNAPSHOT_KINDS),
    note: z.string().nullable(),
    framework: z.object({ code: z.string(), version: z.number().int() }),
    year: z.number().int(),
    subjectCount: z.number().int(),
    takenAt: Instant,
    /** Name of the person; null when the system took it by itself. */
    takenBy: z.string().nullable(),
    /** SHA-256 over all that it says, with the hash of each subject’s snapshot. */
    contentHash: z.string(),
  })
  .meta({ id: 'LeagueSnapshotSummary' });
export type LeagueSnapshotSummary = z.infer<typeof LeagueSnapshotSummary>;

/** How a league is to be kept. */
export const LeagueSnapshotInput = z
  .object({
    kind: z.enum(LEAGUE_SNAPSHOT_KINDS),
    name: z.string().max(120).regex(SAYS_SOMETHING),
    note: z.string().max(1000).nullable(),
    /** Made by the client once for this write: a retry with it changes nothing. */
    writeId: z.uuid(),
  })
  .meta({ id: 'LeagueSnapshotInput' });
export type LeagueSnapshotInput = z.infer<typeof LeagueSnapshotInput>;

/** Whether the snapshot of a league is still as it was taken. */
export const LeagueSnapshotVerification = z
  .object({
    /** Both hold. */
    holds: z.boolean(),
    /** The kept hash is that of what the row and its members’ hashes say today. */
    content: z.boolean(),
    /** Subjects whose own snapshot no longer has the hash that was kept. */
    altered: z.array(z.string()),
    contentHash: z.string(),
    computedHash: z.string(),
  })
  .meta({ id: 'LeagueSnapshotVerification' });
export type LeagueSnapshotVerification = z.infer<typeof LeagueSnapshotVerification>;
