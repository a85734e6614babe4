import type { LeagueSnapshotVerification } from '#contract/league-snapshot.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { Db } from '#server/db/database.ts';
import { findLeagueSnapshot } from '#server/scoring/league-snapshots.ts';
import { hashLeagueSnapshot, hashSnapshot } from './content-hash.ts';
import { listMemberIds } from './league-store.ts';
import { findSnapshot } from './store.ts';

/** Checks the snapshot of a league: that it says what it said, of the same subjects, and that none of theirs was changed. */
export const verifySnapshotOfLeague = async (
  db: Db,
  id: string,
): Promise<LeagueSnapshotVerification | Refusal<'record.not-found'>> => {
  const snapshot = await findLeagueSnapshot(db, id);
  if (!snapshot) return refuse('record.not-found', { kind: 'league-snapshot', id });
  const members = [];
  const altered: string[] = [];
  for (const memberId of await listMemberIds(db, id)) {
    const member = await findSnapshot(db, memberId);
    if (!member) continue;
    const { content, contentHash } = member;
    members.push({ subject: content.subject, contentHash });
    if (hashSnapshot(content) !== contentHash) altered.push(content.subject);
  }
  const { framework, year, kind, name, note, takenAt, takenBy, contentHash } = snapshot;
  const computedHash = hashLeagueSnapshot({
    ...{ framework, year, kind, name, note, takenAt, takenBy, members },
  });
  const content = computedHash === contentHash;
  return { holds: content && altered.length === 0, content, altered, contentHash, computedHash };
};
