import { createHash } from 'node:crypto';
import { canonicalJson, type JsonValue } from '#core/kernel/canonical-json.ts';
import { canonicalLeagueSnapshot, type LeagueSnapshotContent } from '#core/score-snapshot/league-snapshot.ts';
import { canonicalSnapshot, type SnapshotContent } from '#core/score-snapshot/snapshot.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** SHA-256 over all that a snapshot says, in hexadecimal digits. */
export const hashSnapshot = (content: SnapshotContent): string => sha256(canonicalSnapshot(content));

/** SHA-256 over all that the snapshot of a league says, in hexadecimal digits. */
export const hashLeagueSnapshot = (content: LeagueSnapshotContent): string =>
  sha256(canonicalLeagueSnapshot(content));

/** SHA-256 over a framework's stored definition, in hexadecimal digits. */
export const hashDefinition = (definition: unknown): string =>
  // Safe: the definition was read from a JSON column.
  sha256(canonicalJson(definition as JsonValue));
