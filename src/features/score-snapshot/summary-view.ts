import type { Framework } from '#core/scoring/framework.ts';
import type { SubjectRow } from '#server/scoring/subjects.ts';
import type { ComparedSide, SnapshotSummary } from './contract.ts';
import type { StoredSnapshot } from './store.ts';

/** Which version of which framework. */
export const versionView = (framework: Framework): ComparedSide['framework'] => ({
  code: framework.code,
  version: framework.version,
  title: framework.title,
  maximumPoints: framework.maximumPoints,
});

/** A snapshot in short. */
export const summaryView = (
  { id, content, contentHash }: StoredSnapshot,
  framework: Framework,
  subject: Pick<SubjectRow, 'code' | 'name'>,
  names: ReadonlyMap<string, string>,
): SnapshotSummary => ({
  id,
  name: content.name,
  kind: content.kind,
  note: content.note,
  framework: versionView(framework),
  subject: { code: subject.code, name: subject.name },
  year: content.year,
  points: { low: content.points.low, high: content.points.high },
  takenAt: content.takenAt,
  takenBy: content.takenBy === null ? null : (names.get(content.takenBy) ?? null),
  contentHash,
});
