import { setImmediate as letOthersRun } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import type { LeagueSnapshotKind } from '#core/score-snapshot/league-snapshot.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { SnapshotContent } from '#core/score-snapshot/snapshot.ts';
import type { Framework } from '#core/scoring/framework.ts';
import { buildLeague, comparesSubjects } from '#core/scoring/score-league.ts';
import { appendAuditEvent } from '#server/db/audit.ts';
import type { Tx } from '#server/db/database.ts';
import {
  listLeagueDataValues,
  listLeagueSubjects,
  lockLeague,
  type StoredValue,
} from '#server/scoring/data-values.ts';
import { getFrameworkDefinition } from '#server/scoring/frameworks.ts';
import { findFramework } from '#server/scoring/load-index.ts';
import { findLeagueSnapshotOfWrite, type StoredLeagueSnapshot } from '#server/scoring/league-snapshots.ts';
import { buildContent, type KeepingAct, keptName } from './build-content.ts';
import { hashLeagueSnapshot, hashSnapshot } from './content-hash.ts';
import { insertLeagueSnapshot, isNameTaken } from './league-store.ts';
import { insertSnapshot, type StoredSnapshot } from './store.ts';
import { actOf, type SnapshotTaker } from './take-snapshot.ts';

/** What is asked for: which league, as what, under which name. */
export interface LeagueSnapshotRequest {
  readonly framework: string;
  readonly kind: LeagueSnapshotKind;
  readonly name: string;
  readonly note: string | null;
  readonly writeId: string;
}

/** The answer to a write that was made before: the same as then, or a conflict when its key was used for another. */
const answerRetry = (
  earlier: StoredLeagueSnapshot,
  { framework, kind, name }: LeagueSnapshotRequest,
): StoredLeagueSnapshot | Refusal<'edit.conflict'> =>
  earlier.framework.code === framework && earlier.kind === kind && earlier.name === keptName(name)
    ? earlier
    : refuse('edit.conflict', { field: 'writeId' });

/** What each subject's snapshot says; between two of them whoever else waits is answered. */
const buildMembers = async (
  framework: Framework,
  stored: ReadonlyMap<string, readonly StoredValue[]>,
  { kind, name, note }: LeagueSnapshotRequest,
  act: KeepingAct,
): Promise<readonly SnapshotContent[] | Refusal> => {
  const leagueValues = new Map(
    [...stored].map(([subject, figures]) => [
      subject,
      new Map(figures.map(({ item, value }) => [item, value])),
    ]),
  );
  const league = comparesSubjects(framework) ? buildLeague(framework, leagueValues) : undefined;
  const members: SnapshotContent[] = [];
  for (const [subject, figures] of stored) {
    const key = { framework: framework.code, subject, year: framework.assessmentYear };
    const values = leagueValues.get(subject) ?? new Map();
    const data = { key, framework, stored: figures, values, leagueWith: () => league };
    const content = buildContent(data, { kind, name, note, changes: [] }, act);
    if (isRefusal(content)) return content;
    members.push(content);
    await letOthersRun();
  }
  return members;
};

const keep = async (
  tx: Tx,
  contents: readonly [SnapshotContent, ...SnapshotContent[]],
  request: LeagueSnapshotRequest,
  taker: SnapshotTaker,
): Promise<StoredLeagueSnapshot> => {
  const members: readonly StoredSnapshot[] = contents.map((content) => ({
    id: newId(),
    content,
    contentHash: hashSnapshot(content),
  }));
  const { framework, year, name, note, takenAt, takenBy } = contents[0];
  const { kind } = request;
  const content = { framework, year, kind, name, note, takenAt, takenBy };
  const snapshot: StoredLeagueSnapshot = {
    id: newId(),
    ...content,
    subjectCount: members.length,
    contentHash: hashLeagueSnapshot({
      ...content,
      members: members.map(({ content: { subject }, contentHash }) => ({ subject, contentHash })),
    }),
  };
  await insertLeagueSnapshot(tx, snapshot, request.writeId);
  for (const member of members) await insertSnapshot(tx, member, newId(), snapshot.id);
  await appendAuditEvent(tx, taker.caller, {
    at: takenAt,
    action: 'score-snapshot.write',
    subject: `league-snapshot:${snapshot.id}`,
    details: { kind, name, subjectCount: snapshot.subjectCount, contentHash: snapshot.contentHash },
  });
  return snapshot;
};

/**
 * Keeps the present scores of all subjects of a league under one name, all or none, in one transaction. Each gets a
 * snapshot of its own, against the bests that all of them have. A retry with the same write id changes nothing.
 */
export const takeSnapshotOfLeague = (
  taker: SnapshotTaker,
  request: LeagueSnapshotRequest,
): Promise<StoredLeagueSnapshot | Refusal> =>
  taker.db.transaction().execute(async (tx) => {
    const framework = await findFramework(tx, request.framework);
    if (!framework) return refuse('record.not-found', { kind: 'framework', code: request.framework });
    const league = { framework: framework.code, year: framework.assessmentYear };
    // Who gets their first figure after this read is in the next snapshot.
    await lockLeague(tx, league, await listLeagueSubjects(tx, league));
    const earlier = await findLeagueSnapshotOfWrite(tx, request.writeId);
    if (earlier) return answerRetry(earlier, request);
    const stored = await listLeagueDataValues(tx, league);
    if (stored.size < 2) return refuse('record.not-found', { kind: 'league', code: framework.code });
    const name = keptName(request.name);
    if (await isNameTaken(tx, league, name)) {
      return refuse('score-snapshot.name-taken', { field: 'name', name });
    }
    const definition = await getFrameworkDefinition(tx, framework.code, framework.version);
    const members = await buildMembers(framework, stored, request, actOf(taker, definition));
    if (isRefusal(members)) return members;
    const [first, ...others] = members;
    return first
      ? keep(tx, [first, ...others], request, taker)
      : refuse('record.not-found', { kind: 'league', code: framework.code });
  });
