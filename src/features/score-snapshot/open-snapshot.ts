import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import { publishScore, type PublishedPoints } from '#core/score-snapshot/published-points.ts';
import type { KeptValue } from '#core/score-snapshot/snapshot.ts';
import type { DataValues } from '#core/scoring/data-value.ts';
import type { IndexScore } from '#core/scoring/evaluate.ts';
import type { Framework } from '#core/scoring/framework.ts';
import type { TextRange } from '#core/scoring/trace.ts';
import type { Db } from '#server/db/database.ts';
import { listAccountNames } from '#server/registers/account-names.ts';
import { getFrameworkVersion } from '#server/scoring/load-index.ts';
import { findSubject, type SubjectRow } from '#server/scoring/subjects.ts';
import { hashDefinition, hashSnapshot } from './content-hash.ts';
import type { SnapshotSummary, SnapshotVerification } from './contract.ts';
import { scoreKept } from './score-present.ts';
import { findSnapshot, keptPointsOf, keptValuesOf, type StoredSnapshot } from './store.ts';
import { summaryView } from './summary-view.ts';

/** A snapshot with all that is needed to show, check and compare it. */
export interface OpenSnapshot {
  readonly stored: StoredSnapshot;
  readonly framework: Framework;
  /** The definition as it is stored, over which the framework's hash is taken. */
  readonly definition: unknown;
  readonly subject: SubjectRow;
  readonly kept: readonly KeptValue[];
  readonly values: DataValues;
  /** The points as they were kept. */
  readonly points: PublishedPoints;
  /** What the kept values give when they are scored again. */
  readonly score: IndexScore;
  readonly summary: SnapshotSummary;
}

/** Opens a snapshot, or refuses when there is none of this id. */
export const openSnapshot = async (
  db: Db,
  id: string,
): Promise<OpenSnapshot | Refusal<'record.not-found'>> => {
  const stored = await findSnapshot(db, id);
  if (!stored) return refuse('record.not-found', { kind: 'score-snapshot', id });
  const { content } = stored;
  const { code, version } = content.framework;
  const { framework, definition } = await getFrameworkVersion(db, code, version);
  const subject = await findSubject(db, content.subject);
  if (!subject) return refuse('record.not-found', { kind: 'organization', code: content.subject });
  const names = await listAccountNames(db, content.takenBy === null ? [] : [content.takenBy]);
  const kept = keptValuesOf(content);
  const values = new Map(kept.map(({ item, value }) => [item, value]));
  return {
    stored,
    framework,
    definition,
    subject,
    kept,
    values,
    points: { total: content.points, components: keptPointsOf(content) },
    score: scoreKept(framework, values, content.league),
    summary: summaryView(stored, framework, subject, names),
  };
};

const isSameRange = (a: TextRange, b: TextRange | undefined): boolean =>
  a.low === b?.low && a.high === b.high;

const givesSamePoints = ({ framework, score, points }: OpenSnapshot): boolean => {
  const again = publishScore(framework, score);
  return (
    isSameRange(again.total, points.total) &&
    again.components.size === points.components.size &&
    [...again.components].every(([code, range]) => isSameRange(range, points.components.get(code)))
  );
};

/** Checks a snapshot: that nothing of it was changed, that its framework is as it was, and that the points follow again. */
export const verifySnapshot = (snapshot: OpenSnapshot): SnapshotVerification => {
  const { stored, definition } = snapshot;
  const computedHash = hashSnapshot(stored.content);
  const content = computedHash === stored.contentHash;
  const framework = hashDefinition(definition) === stored.content.framework.hash;
  const score = givesSamePoints(snapshot);
  return {
    holds: content && framework && score,
    ...{ content, framework, score },
    contentHash: stored.contentHash,
    computedHash,
  };
};
