import type { CallInput } from './api.ts';

/** How an organization stands to the demonstration accounts that hold a role for one. */
export type Relation = 'own' | 'appraised' | 'other';

/** One call to a route that concerns an organization. */
export interface AccessCase {
  /** What is tried, with the state of the record where that counts: "own, submitted". */
  readonly name: string;
  readonly relations: readonly Relation[];
  readonly input: CallInput;
  /** Who may do it in this state, where that are not those of the route. */
  readonly who?: string;
}

// The demonstration's first reporter and approver hold their roles for STP.
const ORGANIZATIONS: readonly {
  readonly organization: string;
  readonly account: string;
  readonly relations: readonly Relation[];
}[] = [
  { organization: 'STP', account: 'stp-can-bo', relations: ['own'] },
  { organization: 'SNV', account: 'snv-can-bo', relations: ['other'] },
];

/** One case of an organization whose roles are held, and one of another; `input` is given an account of each. */
export const casesOfOrganizations = (
  name: string,
  input: (organization: string, account: string) => CallInput | Promise<CallInput>,
): Promise<readonly AccessCase[]> =>
  Promise.all(
    ORGANIZATIONS.map(async ({ organization, account, relations }) => ({
      ...{ name: `${name} of ${organization}`, relations },
      input: await input(organization, account),
    })),
  );
