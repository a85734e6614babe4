/** The verbs of actions that record that something was not let happen: `access.deny`, `session.refuse`, `session.brake`. */
const DENIAL = /\.(?:deny|refuse|brake)$/;

/** Whether an action of the audit trail is a denial. */
export const isDenial = (action: string): boolean => DENIAL.test(action);
