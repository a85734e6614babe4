/** An event of the audit trail as it is stored, each part as the text that its hash was taken over. */
export interface ChainedEvent {
  readonly id: string;
  /** Place in the chain, from 1; null for an event that the chain knows nothing of. */
  readonly position: number | null;
  /** Instant in UTC with microseconds, `2026-11-22T02:00:00.000000Z`. */
  readonly at: string;
  readonly actor: string;
  readonly actingAs: string | null;
  readonly address: string | null;
  readonly action: string;
  readonly subject: string;
  /** The details as the database writes them. */
  readonly details: string;
  readonly requestId: string | null;
  readonly previousHash: string | null;
  readonly hash: string | null;
}

/** A place in the chain with the hash of the event there: whoever has noted it can tell later whether all before it is the same. */
export interface ChainHead {
  readonly position: number;
  /** SHA-256 in 64 hexadecimal digits. */
  readonly hash: string;
}

export type ChainFault =
  /** The event does not say any more what it said when it was recorded. */
  | { readonly kind: 'changed'; readonly position: number; readonly eventId: string }
  /** Events from one place to another are gone. */
  | { readonly kind: 'removed'; readonly from: number; readonly to: number }
  /** The event at the place is another than the one that its successor, or the end of the trail, was recorded after. */
  | { readonly kind: 'replaced'; readonly position: number }
  /** The event was put in without being recorded; without an id, all from the recorded end to the place. */
  | { readonly kind: 'inserted'; readonly position: number | null; readonly eventId: string | null }
  /** All hashes agree, and yet the trail is not the one from which the given head was noted. */
  | { readonly kind: 'rewritten'; readonly position: number }
  /** The database does not chain new events any more. */
  | { readonly kind: 'unguarded' };

/** Hash of a text in UTF-8: SHA-256 in hexadecimal digits. */
export type HashText = (text: string) => string;

/** The chain before its first event. */
export const CHAIN_START: ChainHead = { position: 0, hash: '0'.repeat(64) };

const utf8Length = (text: string): number => {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return length;
};

const writePart = (part: string | null): string =>
  part === null ? '-' : `${String(utf8Length(part))}:${part}`;

/** The text over which the hash of an event is taken: each part with its length in bytes, so that no two events share one. */
export const chainText = (event: ChainedEvent): string =>
  [
    event.position === null ? null : String(event.position),
    event.id,
    event.at,
    event.actor,
    event.actingAs,
    event.address,
    event.action,
    event.subject,
    event.details,
    event.requestId,
    event.previousHash,
  ]
    .map(writePart)
    .join('');

/** How far a trail has been checked, and what was wrong with the events looked at last. */
export interface ChainCheck {
  readonly reached: ChainHead;
  readonly faults: readonly ChainFault[];
}

const checkOne = (reached: ChainHead, event: ChainedEvent, hashText: HashText): ChainCheck => {
  const { id: eventId, position, previousHash, hash } = event;
  if (position === null || hash === null || position <= reached.position) {
    return { reached, faults: [{ kind: 'inserted', position, eventId }] };
  }
  const expected = reached.position + 1;
  const isGap = position > expected;
  const isDetached = !isGap && previousHash !== reached.hash;
  return {
    // From here on the stored hash counts, so that each fault is named once.
    reached: { position, hash },
    faults: [
      ...(isGap ? [{ kind: 'removed', from: expected, to: position - 1 } as const] : []),
      ...(isDetached ? [{ kind: 'replaced', position: reached.position } as const] : []),
      ...(hashText(chainText(event)) === hash ? [] : [{ kind: 'changed', position, eventId } as const]),
    ],
  };
};

/** Checks events in the order of their places, going on from where the check had come; those without a place come in any order. */
export const checkEvents = (
  start: ChainHead,
  events: readonly ChainedEvent[],
  hashText: HashText,
): ChainCheck => {
  let reached = start;
  const faults: ChainFault[] = [];
  for (const event of events) {
    const checked = checkOne(reached, event, hashText);
    reached = checked.reached;
    faults.push(...checked.faults);
  }
  return { reached, faults };
};

/** Compares the last event of a trail with the end that was recorded beside it. */
export const checkEnd = (reached: ChainHead, head: ChainHead): readonly ChainFault[] => {
  if (reached.position < head.position) {
    return [{ kind: 'removed', from: reached.position + 1, to: head.position }];
  }
  if (reached.position > head.position) {
    return [{ kind: 'inserted', position: reached.position, eventId: null }];
  }
  return reached.hash === head.hash ? [] : [{ kind: 'replaced', position: reached.position }];
};

/** Compares a trail with a head that was noted earlier: at its place there must be the event with its hash. */
export const checkNotedHead = (noted: ChainHead, hashThere: string | null): readonly ChainFault[] =>
  hashThere === noted.hash || noted.position === 0 ? [] : [{ kind: 'rewritten', position: noted.position }];

/** A head as it is printed, `position:hash`. */
export const writeHead = ({ position, hash }: ChainHead): string => `${String(position)}:${hash}`;

/** Reads a printed head; undefined when it is none. */
export const readHead = (text: string): ChainHead | undefined => {
  const [, position, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim().toLowerCase()) ?? [];
  return position === undefined || hash === undefined ? undefined : { position: Number(position), hash };
};
