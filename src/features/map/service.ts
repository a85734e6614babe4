import { createHash } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { readBoundaries } from '#core/geography/check-boundaries.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import { appendAuditEvent, type Caller } from '#server/db/audit.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { listMappedUnits } from './reads.ts';
import { appendBoundaries, findLatestMark, lockBoundaries } from './store.ts';

/** Who loads boundaries, and when. */
export interface MapContext {
  readonly db: Db;
  readonly clock: Clock;
  readonly accountId: string | null;
  readonly caller: Caller;
}

interface GivenFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** What loading a file did. */
export interface LoadedBoundaries {
  readonly id: string;
  readonly count: number;
  readonly repeated: boolean;
}

// Ten times a province's communes as a national database draws them.
const LARGEST_BYTES = 6 * 1024 * 1024;

const parse = (content: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    return refuse('boundaries.not-json');
  }
};

const load = async (
  tx: Tx,
  { clock, accountId, caller }: MapContext,
  { name, content }: GivenFile,
): Promise<LoadedBoundaries | Refusal> => {
  await lockBoundaries(tx);
  const units = await listMappedUnits(tx, clock.today());
  const sha256 = createHash('sha256').update(content).digest('hex');
  const latest = await findLatestMark(tx);
  if (latest?.sha256 === sha256) return { id: latest.id, count: units.length, repeated: true };
  const json = parse(content);
  if (isRefusal(json)) return json;
  const boundaries = readBoundaries(
    json,
    units.map(({ code, longitude, latitude }) => ({ code, centre: [longitude, latitude] })),
  );
  if (isRefusal(boundaries)) return boundaries;
  const [id, at] = [newId(), clock.now()];
  await appendBoundaries(tx, { id, fileName: name, sha256, boundaries, loadedAt: at, loadedBy: accountId });
  await appendAuditEvent(tx, caller, {
    ...{ at, action: 'boundary.write', subject: `boundary-set:${id}` },
    ...(latest && { before: { sha256: latest.sha256 } }),
    after: { fileName: name, sha256, count: boundaries.length },
  });
  return { id, count: boundaries.length, repeated: false };
};

/** Loads the boundaries of all communes and wards. A file that was loaded last changes nothing. */
export const loadBoundaries = async (
  context: MapContext,
  file: GivenFile,
): Promise<LoadedBoundaries | Refusal> => {
  if (file.content.length === 0) return refuse('file.empty');
  if (file.content.length > LARGEST_BYTES) return refuse('file.too-large', { limitBytes: LARGEST_BYTES });
  return context.db.transaction().execute((tx) => load(tx, context, file));
};
