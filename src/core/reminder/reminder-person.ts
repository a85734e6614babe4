import { isDuty, type MessageChannel, type ReminderAudience } from './ladder.ts';

/** Somebody who may be told: with what the roles make of the person on the day. */
export interface ReminderPerson {
  readonly accountId: string;
  /** Whom the person counts as; of officers and heads for which organization. */
  readonly places: readonly {
    readonly audience: ReminderAudience;
    readonly organizationCode: string | null;
  }[];
  /** Letters can be sent to the person. */
  readonly hasAddress: boolean;
  /** By which ways the person wants copies: what is not the own duty. */
  readonly copyChannels: readonly MessageChannel[];
}

/** Finds people by what they are told as. */
export interface AddressBook {
  readonly find: (audience: ReminderAudience, organizationCode: string) => readonly ReminderPerson[];
}

/** Officers and heads are those of an organization; who coordinates and who leads the province is told of all. */
export const buildAddressBook = (people: readonly ReminderPerson[]): AddressBook => {
  const places = new Map<string, ReminderPerson[]>();
  const keyOf = (audience: ReminderAudience, organizationCode: string | null): string =>
    isDuty(audience) ? `${audience} ${organizationCode ?? ''}` : audience;
  for (const person of people) {
    for (const { audience, organizationCode } of person.places) {
      const key = keyOf(audience, organizationCode);
      const found = places.get(key) ?? [];
      if (!found.includes(person)) places.set(key, [...found, person]);
    }
  }
  return { find: (audience, organizationCode) => places.get(keyOf(audience, organizationCode)) ?? [] };
};
