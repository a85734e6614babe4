/** Where a message stands. `dropped`: when it was to be sent nothing of it was due any more. */
export const MESSAGE_STATES = ['queued', 'sending', 'sent', 'given-up', 'dropped'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/**
 * What became of an attempt to hand a message over: taken, refused for this person, or not handed over because the other
 * side refuses us or does not answer.
 */
export const DELIVERY_OUTCOMES = ['accepted', 'refused', 'denied', 'unreachable'] as const;
export type DeliveryOutcome = (typeof DELIVERY_OUTCOMES)[number];

const FIRST_DELAY_SECONDS = 60;
const LONGEST_DELAY_SECONDS = 3600;

/** How often a message is tried before it is given up; with the pauses between that is about seven hours. */
export const MOST_ATTEMPTS = 12;

/** What follows from an attempt of this number, from 1: how long to wait until the next, in seconds, where there is one. */
export type DeliveryStep =
  { readonly state: 'sent' | 'given-up' } | { readonly state: 'queued'; readonly afterSeconds: number };

/** Decides what follows from an attempt. An address that is refused stays refused; anything else may pass. */
export const decideDelivery = (outcome: DeliveryOutcome, attempt: number): DeliveryStep => {
  if (outcome === 'accepted') return { state: 'sent' };
  if (outcome === 'refused' || attempt >= MOST_ATTEMPTS) return { state: 'given-up' };
  const afterSeconds = Math.min(FIRST_DELAY_SECONDS * 2 ** (attempt - 1), LONGEST_DELAY_SECONDS);
  return { state: 'queued', afterSeconds };
};
