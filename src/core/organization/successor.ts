import type { PlainDate } from '#core/kernel/plain-date.ts';
import { existsOn, type Organization } from './organization.ts';

/**
 * Who stands for an organization on a day: itself while it exists, else whoever has taken its work over, over several steps where it
 * was taken over again. Undefined where nobody is known to have.
 */
export const findStandingFor = (
  organizations: readonly Organization[],
  code: string,
  day: PlainDate,
): Organization | undefined => {
  const seen = new Set<string>();
  let wanted: readonly string[] = [code];
  while (wanted.length > 0) {
    const found = organizations.find((one) => wanted.includes(one.code) && existsOn(one, day));
    if (found) return found;
    wanted.forEach((one) => seen.add(one));
    wanted = organizations
      .filter((one) => !seen.has(one.code) && one.predecessorCodes.some((before) => wanted.includes(before)))
      .map((one) => one.code);
  }
  return undefined;
};
