import type { JsonValue } from '#core/kernel/canonical-json.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { tidy } from '#core/kernel/text.ts';
import { checkChanges } from '#core/scenario/check-changes.ts';
import { publishScore } from '#core/score-snapshot/published-points.ts';
import type { KeptValue, SnapshotContent, SnapshotKind } from '#core/score-snapshot/snapshot.ts';
import type { DataValue } from '#core/scoring/data-value.ts';
import type { StoredValue } from '#server/scoring/data-values.ts';
import type { IndexValues } from '#server/scoring/load-index.ts';
import { keepPresentLeague, scoreKept } from './score-present.ts';

/** As what a score is kept, under which name, and with which values in place of the present ones. */
export interface WantedContent {
  readonly kind: SnapshotKind;
  readonly name: string;
  readonly note: string | null;
  readonly changes: readonly { readonly item: string; readonly value: DataValue }[];
}

const keptOf = (stored: StoredValue): KeptValue => ({
  item: stored.item,
  value: stored.value,
  origin: stored.origin,
  note: stored.note,
  place: stored.place,
  version: stored.version,
  changedAt: stored.changedAt,
  changedBy: stored.changedBy,
});

/** The present values with those that a scenario supposes in their place, or the refusal of the first that does not fit. */
const supposeValues = (
  { framework, stored, values }: IndexValues,
  wanted: WantedContent['changes'],
): readonly KeptValue[] | Refusal => {
  const { changes, problems } = checkChanges(
    framework,
    values,
    new Map(wanted.map(({ item, value }) => [item, value])),
  );
  const [first] = problems;
  if (first) {
    const { item, problem } = first;
    return problem === 'unknown-item'
      ? refuse('record.not-found', { kind: 'data-item', code: item })
      : problem;
  }
  const kept = new Map<string, KeptValue>(stored.map((value) => [value.item, keptOf(value)]));
  for (const [item, value] of changes) kept.set(item, { item, value, origin: 'assumed' });
  return [...kept.values()].sort((one, other) => (one.item < other.item ? -1 : 1));
};

// Whole numbers and texts only: what is kept reads back as it was written.
const asJson = (value: unknown): JsonValue => JSON.parse(JSON.stringify(value)) as JsonValue;

/** When and by whom something is kept, and the hash of the framework’s definition. */
export interface KeepingAct {
  /** Instant with milliseconds in UTC. */
  readonly takenAt: string;
  readonly takenBy: string | null;
  readonly frameworkHash: string;
}

/** A name as it is kept: without spaces around it, one between words. */
export const keptName = (name: string): string => tidy(name);

/** A note as it is kept; null when it says nothing. */
const keptNote = (note: string | null): string | null =>
  note === null || tidy(note) === '' ? null : note.normalize('NFC');

/** All that the snapshot of a score says, or the refusal of a supposed value that does not fit. */
export const buildContent = (
  data: IndexValues,
  request: WantedContent,
  act: KeepingAct,
): SnapshotContent | Refusal => {
  const { framework, key } = data;
  const kept = supposeValues(data, request.changes);
  if (isRefusal(kept)) return kept;
  const values = new Map(kept.map(({ item, value }) => [item, value]));
  const league = keepPresentLeague(data, values);
  const points = publishScore(framework, scoreKept(framework, values, league));
  return {
    framework: { code: framework.code, version: framework.version, hash: act.frameworkHash },
    subject: key.subject,
    year: key.year,
    kind: request.kind,
    name: keptName(request.name),
    note: keptNote(request.note),
    takenAt: act.takenAt,
    takenBy: act.takenBy,
    points: points.total,
    components: asJson(Object.fromEntries(points.components)),
    values: asJson(kept),
    league,
  };
};
