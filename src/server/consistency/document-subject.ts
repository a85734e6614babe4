import type { Organization } from '#core/organization/organization.ts';

type Known = Pick<Organization, 'code' | 'kind' | 'validFrom' | 'validTo'>;

/** Whom a document speaks for: the provinces that existed when it was issued; before a merger others did. */
export const subjectOf = (
  issueDate: string | null,
  year: number | null,
  organizations: readonly Known[],
): string => {
  const spokenOn = issueDate ?? (year === null ? null : `${String(year)}-12-31`);
  return organizations
    .filter(({ kind }) => kind === 'province')
    .filter(
      ({ validFrom, validTo }) =>
        spokenOn === null ||
        ((validFrom === null || validFrom <= spokenOn) && (validTo === null || spokenOn <= validTo)),
    )
    .map(({ code }) => code)
    .toSorted()
    .join(' ');
};
