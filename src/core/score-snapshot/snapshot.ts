import { canonicalJson, type JsonValue } from '#core/kernel/canonical-json.ts';
import type { DecimalText } from '#core/kernel/decimal.ts';
import type { DataValue } from '#core/scoring/data-value.ts';
import type { DocumentPlace } from '#core/scoring/framework.ts';
import type { LocalizedText } from '#core/scoring/localized-text.ts';
import type { ItemCode } from '#core/scoring/rule.ts';
import type { KeptLeague } from './kept-league.ts';

/**
 * What a snapshot stands for: what the subject counts itself, what the appraisal accepted, what was published,
 * or a scenario that supposes other data.
 */
export const SNAPSHOT_KINDS = ['self', 'appraised', 'published', 'scenario'] as const;
export type SnapshotKind = (typeof SNAPSHOT_KINDS)[number];

/** Everything that a snapshot says. Its hash is taken over all of it, so that no part can change unseen. */
export interface SnapshotContent {
  readonly framework: {
    readonly code: string;
    readonly version: number;
    /** SHA-256 of the canonical text of the framework's definition. */
    readonly hash: string;
  };
  readonly subject: string;
  readonly year: number;
  readonly kind: SnapshotKind;
  readonly name: string;
  readonly note: string | null;
  /** Instant with milliseconds in UTC, `2026-11-22T02:00:00.000Z`. */
  readonly takenAt: string;
  /** The account that took it; null when a process did. */
  readonly takenBy: string | null;
  readonly points: { readonly low: DecimalText; readonly high: DecimalText };
  /** Published points by component code. */
  readonly components: JsonValue;
  /** All inputs: values with their states and where they come from. */
  readonly values: JsonValue;
  /** What the score was compared with; null when no rule compares subjects. */
  readonly league: KeptLeague | null;
}

/** Names this form of the text: another form would need another name, or old hashes could not be checked any more. */
const FORMAT = 'senso-score-snapshot/1';

/** The text over which the hash of a snapshot is taken. */
export const canonicalSnapshot = (content: SnapshotContent): string => {
  const { framework, points } = content;
  return canonicalJson({
    format: FORMAT,
    framework: { code: framework.code, version: framework.version, hash: framework.hash },
    subject: content.subject,
    year: content.year,
    kind: content.kind,
    name: content.name,
    note: content.note,
    takenAt: content.takenAt,
    takenBy: content.takenBy,
    points: { low: points.low, high: points.high },
    components: content.components,
    values: content.values,
    // Absent where there is none: most frameworks compare nobody.
    league: content.league ?? undefined,
  });
};

/**
 * Where a kept value came from: as the registers say it (`document`, `inferred`, `entered`, `simulated`),
 * or `assumed` by the scenario that the snapshot keeps.
 */
export const KEPT_ORIGINS = ['document', 'inferred', 'entered', 'simulated', 'reported', 'assumed'] as const;
export type KeptOrigin = (typeof KEPT_ORIGINS)[number];

/** An input as it was when the snapshot was taken. Early snapshots kept the value alone. */
export interface KeptValue {
  readonly item: ItemCode;
  readonly value: DataValue;
  readonly origin?: KeptOrigin;
  readonly note?: LocalizedText | null;
  readonly place?: DocumentPlace | null;
  readonly version?: number;
  readonly changedAt?: string;
  /** The account that entered it; null when it was loaded. */
  readonly changedBy?: string | null;
}
