/** The set with the member put in, or taken out when it was there. */
export const toggled = (set: ReadonlySet<string>, member: string): ReadonlySet<string> =>
  set.has(member) ? new Set([...set].filter((other) => other !== member)) : new Set([...set, member]);
