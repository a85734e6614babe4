import { canonicalJson } from '#core/kernel/canonical-json.ts';
import type { SnapshotContent, SnapshotKind } from './snapshot.ts';

/** What a snapshot of a whole league stands for. A scenario supposes the data of one subject, so it is none of these. */
export const LEAGUE_SNAPSHOT_KINDS = ['self', 'appraised', 'published'] as const satisfies SnapshotKind[];
export type LeagueSnapshotKind = (typeof LEAGUE_SNAPSHOT_KINDS)[number];

/** The snapshot of one subject in it, by its hash. */
export interface LeagueMember {
  readonly subject: string;
  readonly contentHash: string;
}

/** A league kept in one act: every subject's snapshot under one name, so that its ranks can be found again. */
export interface LeagueSnapshotContent extends Pick<
  SnapshotContent,
  'framework' | 'year' | 'name' | 'note' | 'takenAt' | 'takenBy'
> {
  readonly kind: LeagueSnapshotKind;
  readonly members: readonly LeagueMember[];
}

/** Names this form of the text: another form would need another name, or old hashes could not be checked any more. */
const FORMAT = 'senso-league-snapshot/1';

/**
 * The text over which the hash of a league's snapshot is taken. It holds the hash of each member, so that nobody can be
 * added to it or taken from it unseen. The order in which members are told does not matter.
 */
export const canonicalLeagueSnapshot = (content: LeagueSnapshotContent): string => {
  const { framework, year, kind, name, note, takenAt, takenBy, members } = content;
  return canonicalJson({
    format: FORMAT,
    framework: { code: framework.code, version: framework.version, hash: framework.hash },
    ...{ year, kind, name, note, takenAt, takenBy },
    members: Object.fromEntries(members.map(({ subject, contentHash }) => [subject, contentHash])),
  });
};
