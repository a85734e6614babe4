import type { Batch, Outbox, OutboxEntry } from './outbox.ts';
import { openOutbox } from './outbox.ts';

// Raised when entries take another form: what an older program kept must not break a newer one.
const FORMAT = 1;

/** Where a browser keeps an outbox: what belongs to one person and one form. */
export interface OutboxPlace {
  readonly username: string;
  readonly submissionId: string;
}

const prefixOf = ({ username, submissionId }: OutboxPlace): string =>
  `senso.answers.${String(FORMAT)}.${username}.${submissionId}.`;

const ENTRY = 'entry.';
const BATCH = 'batch.';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const parse = (text: string | null): unknown => {
  try {
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
};

const isEntry = (value: unknown): value is OutboxEntry =>
  isRecord(value) &&
  ['id', 'subject', 'item', 'state', 'typed'].every((field) => typeof value[field] === 'string') &&
  typeof value.version === 'number';

const isBatch = (value: unknown): value is Batch =>
  isRecord(value) &&
  typeof value.writeId === 'string' &&
  Array.isArray(value.entries) &&
  value.entries.every(isEntry);

const listKept = (prefix: string): readonly unknown[] =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .map((key) => parse(localStorage.getItem(key)));

/** What this browser kept of earlier visits, and of tabs that are open now. Anything else that lies there is nothing. */
export const loadOutbox = (place: OutboxPlace): Outbox => {
  try {
    const prefix = prefixOf(place);
    return openOutbox(
      listKept(`${prefix}${ENTRY}`).filter(isEntry),
      listKept(`${prefix}${BATCH}`).filter(isBatch),
    );
  } catch {
    return openOutbox([], []);
  }
};

const keepChanged = <Value>(
  prefix: string,
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
): void => {
  for (const [key, value] of after) {
    if (before.get(key) !== value) localStorage.setItem(`${prefix}${key}`, JSON.stringify(value));
  }
  for (const key of before.keys()) {
    if (!after.has(key)) localStorage.removeItem(`${prefix}${key}`);
  }
};

const batchesOf = ({ batches }: Outbox): ReadonlyMap<string, Batch> =>
  new Map(batches.map((batch) => [batch.writeId, batch]));

/**
 * Keeps what changed between two states of an outbox. Each figure lies under a key of its own, so that two tabs do not
 * overwrite each other. False when the browser has no room, or does not permit it.
 */
export const keepOutbox = (place: OutboxPlace, before: Outbox, after: Outbox): boolean => {
  try {
    const prefix = prefixOf(place);
    keepChanged(`${prefix}${ENTRY}`, before.entries, after.entries);
    keepChanged(`${prefix}${BATCH}`, batchesOf(before), batchesOf(after));
    return true;
  } catch {
    return false;
  }
};

/** What another tab did: kept an entry anew, or let one go because it is saved or given up. */
export type OtherTabChange =
  | { readonly kind: 'entered'; readonly entry: OutboxEntry }
  | { readonly kind: 'gone'; readonly key: string; readonly id: string };

/** Reads an event of the browser's storage as a change of this outbox. Undefined when it is about something else. */
export const readOtherTab = (
  place: OutboxPlace,
  { key, oldValue, newValue }: Pick<StorageEvent, 'key' | 'oldValue' | 'newValue'>,
): OtherTabChange | undefined => {
  const prefix = `${prefixOf(place)}${ENTRY}`;
  if (!key?.startsWith(prefix)) return undefined;
  const entry = parse(newValue);
  if (isEntry(entry)) return { kind: 'entered', entry };
  const gone = parse(oldValue);
  return isEntry(gone) ? { kind: 'gone', key: key.slice(prefix.length), id: gone.id } : undefined;
};
