import { isFoundByWords } from '#core/organization/choose-organization.ts';
import type { NamedOrganization } from '#core/organization/directory.ts';

interface OfferedOrganization extends NamedOrganization {
  /** Its last day; null while it stands. */
  readonly validTo: string | null;
}

/**
 * Organizations to choose one from, found by any of their spellings. Offered are those that stand today, and those that stood
 * on the day that is asked for.
 */
export const organizationChoices = (
  organizations: readonly OfferedOrganization[],
  day?: string,
): {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly isFound: (code: string, words: string) => boolean;
} => {
  const byCode = new Map(organizations.map((organization) => [organization.code, organization]));
  const stands = ({ validTo }: OfferedOrganization): boolean =>
    validTo === null || (day !== undefined && day !== '' && validTo >= day);
  return {
    choices: organizations.filter(stands).map(({ code, name }) => ({ value: code, label: name })),
    isFound: (code, words) => {
      const organization = byCode.get(code);
      return organization !== undefined && isFoundByWords(organization, words);
    },
  };
};
