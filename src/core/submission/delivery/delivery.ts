import { decimal, isDecimalText } from '#core/kernel/decimal.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { isAfter } from '#core/kernel/plain-date.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { DataItem, DataValue } from '#core/scoring/data-value.ts';
import type { SubmissionState } from '#core/submission/submission-state.ts';

/** How far a source of figures may deliver. What is not named is out of reach; null is any. */
export interface DeliveryScope {
  readonly organizations: readonly string[];
  readonly frameworks: readonly string[] | null;
  readonly items: readonly string[] | null;
  readonly roundId: string | null;
}

/** A figure that an open round asks an organization for. */
export interface DeliveryTarget {
  readonly submissionId: string;
  readonly organization: string;
  readonly roundId: string;
  readonly framework: string;
  readonly period: string;
  readonly subject: string;
  readonly item: string;
}

/** What a delivery says of the figure that it means, in our codes. */
export interface DeliveryAddress {
  readonly organization: string;
  readonly item: string;
  readonly period: string;
  readonly subject: string | null;
  readonly framework: string | null;
  readonly roundId: string | null;
}

type AddressRefusal = Refusal<
  'delivery.out-of-scope' | 'delivery.no-open-round' | 'delivery.ambiguous-round'
>;

const isWithin = (list: readonly string[] | null, code: string): boolean => list?.includes(code) ?? true;

/** Finds the one figure that a delivery means among those that are asked for, within the scope of its source. */
export const findDeliveryTarget = (
  scope: DeliveryScope,
  address: DeliveryAddress,
  targets: readonly DeliveryTarget[],
): DeliveryTarget | AddressRefusal => {
  const { organization, item, period, subject, framework, roundId } = address;
  if (!scope.organizations.includes(organization)) {
    return refuse('delivery.out-of-scope', { field: 'organization' });
  }
  if (!isWithin(scope.items, item)) return refuse('delivery.out-of-scope', { field: 'item' });
  const meant = targets.filter(
    (target) =>
      target.organization === organization &&
      target.item === item &&
      target.period === period &&
      target.subject === (subject ?? target.subject) &&
      target.framework === (framework ?? target.framework) &&
      target.roundId === (roundId ?? target.roundId),
  );
  if (meant.length === 0) return refuse('delivery.no-open-round', { period });
  const permitted = meant.filter(
    (target) =>
      isWithin(scope.frameworks, target.framework) && target.roundId === (scope.roundId ?? target.roundId),
  );
  const [target, ...others] = permitted;
  if (!target) return refuse('delivery.out-of-scope', { field: 'round' });
  return others.length > 0 ? refuse('delivery.ambiguous-round', { count: permitted.length }) : target;
};

/** Whether a token opens anything on a day: it lasts through the last of its days, unless it was revoked. */
export const isTokenAlive = (
  token: { readonly expiresOn: PlainDate; readonly revokedAt: string | null },
  today: PlainDate,
): boolean => token.revokedAt === null && !isAfter(today, token.expiresOn);

/** An answer as it stands, with the source that delivered it; null where a person gave it. */
export interface StandingAnswer {
  readonly value: DataValue;
  readonly kind: 'typed' | 'workbook' | 'known' | 'delivery';
  readonly sourceId: string | null;
}

const isSame = (item: DataItem, one: DataValue, other: DataValue): boolean => {
  if (one.state !== 'value' || other.state !== 'value') return one.state === other.state;
  if (item.kind === 'number' && isDecimalText(one.value) && isDecimalText(other.value)) {
    return decimal(one.value).equals(decimal(other.value));
  }
  return one.value === other.value;
};

/**
 * Decides whether a delivered figure takes the place of what stands there: over nothing, over what the same source
 * delivered, and over what was only filled in as known; never over what a person gave or another source delivered.
 */
export const decideDelivery = (
  item: DataItem,
  delivered: DataValue,
  standing: StandingAnswer | undefined,
  sourceId: string,
): 'take' | 'unchanged' | Refusal<'delivery.typed-by-person' | 'delivery.other-source'> => {
  const present = standing?.value ?? { state: 'blank' };
  if (isSame(item, delivered, present)) return 'unchanged';
  if (!standing || present.state === 'blank' || standing.kind === 'known') return 'take';
  const details = { present: present.state === 'value' ? present.value : present.state };
  if (standing.kind !== 'delivery') return refuse('delivery.typed-by-person', details);
  return standing.sourceId === sourceId ? 'take' : refuse('delivery.other-source', details);
};

/** The states in which figures land: a form that waits for a signature is not changed behind the back of who signs. */
const OPEN_TO_DELIVERIES: readonly SubmissionState[] = ['draft', 'returned'];

/** Why a submission takes no delivery now, or undefined. */
export const findDeliveryRefusal = (submission: {
  readonly state: SubmissionState;
  readonly takesFigures: boolean;
}): Refusal<'submission.wrong-state' | 'round.closed'> | undefined => {
  if (!OPEN_TO_DELIVERIES.includes(submission.state)) {
    return refuse('submission.wrong-state', { state: submission.state });
  }
  return submission.takesFigures ? undefined : refuse('round.closed');
};
