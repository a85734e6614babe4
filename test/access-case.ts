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
