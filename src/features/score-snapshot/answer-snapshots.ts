import type { Action } from '#core/access/permissions.ts';
import { decimal } from '#core/kernel/decimal.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { placeComponents } from '#core/scoring/placed-component.ts';
import { publishScore } from '#core/score-snapshot/published-points.ts';
import { findDataItem } from '#core/scoring/framework.ts';
import { traceNumber } from '#core/scoring/interval.ts';
import type { Db } from '#server/db/database.ts';
import { listAccountNames } from '#server/registers/account-names.ts';
import {
  getFrameworkVersion,
  type IndexData,
  type IndexSelection,
  loadIndex,
} from '#server/scoring/load-index.ts';
import { comparisonView, type NamedScore } from './comparison-view.ts';
import type { ScoreSnapshotList, ScoreSnapshotView, SnapshotComparison } from './contract.ts';
import { type OpenSnapshot, openSnapshot, verifySnapshot } from './open-snapshot.ts';
import { keepPresentLeague, scoreKept } from './score-present.ts';
import { listSnapshots } from './store.ts';
import { isSimulated, summaryView, versionView } from './summary-view.ts';

const publishPresent = (data: IndexData) =>
  publishScore(data.framework, scoreKept(data.framework, data.values, keepPresentLeague(data, data.values)));

/** The snapshots of the selected score, newest first. */
export const answerSnapshots = async (
  db: Db,
  selection: IndexSelection,
  actions: readonly Action[],
): Promise<ScoreSnapshotList | Refusal> => {
  const data = await loadIndex(db, selection);
  if (isRefusal(data)) return data;
  const { framework, subject, key } = data;
  const stored = await listSnapshots(db, key.framework, key.subject);
  const names = await listAccountNames(
    db,
    stored.flatMap(({ content }) => content.takenBy ?? []),
  );
  const items = [];
  for (const snapshot of stored) {
    const { code, version } = snapshot.content.framework;
    const kept = version === framework.version ? { framework } : await getFrameworkVersion(db, code, version);
    items.push(summaryView(snapshot, kept.framework, subject, names));
  }
  return {
    framework: versionView(framework),
    subject: { code: subject.code, name: subject.name },
    year: key.year,
    present: publishPresent(data).total,
    simulated: isSimulated(data.stored),
    items,
    total: items.length,
    actions: [...actions],
  };
};

/** A snapshot with its points and its verification. */
export const answerSnapshot = async (
  db: Db,
  id: string,
  actions: readonly Action[],
): Promise<ScoreSnapshotView | Refusal> => {
  const opened = await openSnapshot(db, id);
  if (isRefusal(opened)) return opened;
  const { framework, kept, points, summary, score } = opened;
  return {
    snapshot: summary,
    verification: verifySnapshot(opened),
    maximum: traceNumber(score.maximum),
    components: placeComponents(framework).map(({ component, parentCode, depth }) => ({
      code: component.code,
      parentCode,
      depth,
      kind: component.kind,
      name: component.name,
      maximum: traceNumber(score.byCode.get(component.code)?.maximum ?? decimal(component.maximumPoints)),
      points: points.components.get(component.code) ?? null,
    })),
    assumed: kept.flatMap(({ item: code, value, origin }) => {
      const item = origin === 'assumed' ? findDataItem(framework, code) : undefined;
      return item ? [{ item, value }] : [];
    }),
    actions: [...actions],
  };
};

const sideOf = ({ stored, framework, subject, values, points, summary }: OpenSnapshot): NamedScore => ({
  score: { framework, values, points },
  side: {
    snapshot: summary,
    framework: versionView(framework),
    subject: { code: subject.code, name: subject.name },
    year: stored.content.year,
    points: points.total,
    simulated: summary.simulated,
  },
});

const presentSide = (data: IndexData): NamedScore => {
  const { framework, subject, values, key } = data;
  const points = publishPresent(data);
  return {
    score: { framework, values, points },
    side: {
      snapshot: null,
      framework: versionView(framework),
      subject: { code: subject.code, name: subject.name },
      year: key.year,
      points: points.total,
      simulated: isSimulated(data.stored),
    },
  };
};

const openLater = async (
  db: Db,
  { stored: { content } }: OpenSnapshot,
  after: string | undefined,
): Promise<NamedScore | Refusal> => {
  if (after === undefined) {
    const present = await loadIndex(db, {
      framework: content.framework.code,
      subject: content.subject,
      year: content.year,
    });
    return isRefusal(present) ? present : presentSide(present);
  }
  const opened = await openSnapshot(db, after);
  return isRefusal(opened) ? opened : sideOf(opened);
};

/** Compares a snapshot with another one of its framework or, without one, with the present data. */
export const answerComparison = async (
  db: Db,
  before: string,
  after: string | undefined,
): Promise<SnapshotComparison | Refusal> => {
  const opened = await openSnapshot(db, before);
  if (isRefusal(opened)) return opened;
  const later = await openLater(db, opened, after);
  if (isRefusal(later)) return later;
  const earlier = sideOf(opened);
  const [code, other] = [earlier.side.framework.code, later.side.framework.code];
  if (code !== other) return refuse('score-snapshot.different-frameworks', { before: code, after: other });
  return comparisonView(earlier, later);
};
