import type { KeptValue } from '#core/score-snapshot/snapshot.ts';
import type { Framework } from '#core/scoring/framework.ts';
import type { SubjectRow } from '#server/scoring/subjects.ts';
import type { ComparedSide, SnapshotSummary } from './contract.ts';
import { keptValuesOf, type StoredSnapshot } from './store.ts';

/** Which version of which framework. */
export const versionView = (framework: Framework): ComparedSide['framework'] => ({
  code: framework.code,
  version: framework.version,
  title: framework.title,
  maximumPoints: framework.maximumPoints,
});

/** Whether a value is made up, as the demonstration's are. */
export const isSimulated = (values: readonly Pick<KeptValue, 'origin'>[]): boolean =>
  values.some(({ origin }) => origin === 'simulated');

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
  simulated: isSimulated(keptValuesOf(content)),
  takenAt: content.takenAt,
  takenBy: content.takenBy === null ? null : (names.get(content.takenBy) ?? null),
  contentHash,
});
