/**
 * Where a message stands. `dropped`: when it was to be sent nothing of it was due any more. `uncertain`: it was handed over
 * and nobody knows whether it was taken.
 */
export const MESSAGE_STATES = ['queued', 'sending', 'sent', 'given-up', 'uncertain', 'dropped'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** Whether a message may be sent again: it has left the house or was given up, and does not stand in the application alone. */
export const mayBeSentAgain = ({
  channel,
  state,
}: {
  readonly channel: string;
  readonly state: string;
}): boolean => channel !== 'in-app' && ['sent', 'given-up', 'uncertain'].includes(state);

/**
 * What became of an attempt to hand a message over: taken, refused for this person, not handed over because the other side
 * refuses us or does not answer, or handed over whole without an answer.
 */
export const DELIVERY_OUTCOMES = ['accepted', 'refused', 'denied', 'unreachable', 'uncertain'] as const;
export type DeliveryOutcome = (typeof DELIVERY_OUTCOMES)[number];

/** What can become of a message, step by step, as its log tells. */
export const DELIVERY_EVENTS = [
  'queued',
  'attempted',
  'sent',
  'failed',
  'uncertain',
  'given-up',
  'dropped',
  'asked-again',
] as const;
export type DeliveryEvent = (typeof DELIVERY_EVENTS)[number];

const FIRST_DELAY_SECONDS = 60;
const LONGEST_DELAY_SECONDS = 3600;

/** How often a message is tried before it is given up; with the pauses between that is about six hours. */
export const MOST_ATTEMPTS = 12;

/** How often a message is handed over of which each time nobody learns whether it was taken: the person may have it as often. */
const MOST_UNCERTAIN = 3;

/** What follows from an attempt of this number, from 1: how long to wait until the next, in seconds, where there is one. */
export type DeliveryStep =
  | { readonly state: 'sent' | 'given-up' | 'uncertain' }
  | { readonly state: 'queued'; readonly afterSeconds: number };

/**
 * Decides what follows from an attempt, where so many before it were uncertain. An address that is refused stays refused;
 * anything else may pass. What may have arrived is not given up: a person decides whether it is sent again.
 */
export const decideDelivery = (
  outcome: DeliveryOutcome,
  attempt: number,
  uncertainBefore = 0,
): DeliveryStep => {
  if (outcome === 'accepted') return { state: 'sent' };
  if (outcome === 'refused') return { state: 'given-up' };
  const uncertain = uncertainBefore + (outcome === 'uncertain' ? 1 : 0);
  if (uncertain >= MOST_UNCERTAIN) return { state: 'uncertain' };
  if (attempt >= MOST_ATTEMPTS) return { state: uncertain > 0 ? 'uncertain' : 'given-up' };
  const afterSeconds = Math.min(FIRST_DELAY_SECONDS * 2 ** (attempt - 1), LONGEST_DELAY_SECONDS);
  return { state: 'queued', afterSeconds };
};
