import { nameKey } from '#core/kernel/text.ts';
import type { Organization } from '#core/organization/organization.ts';

type Known = Pick<Organization, 'code' | 'kind' | 'name' | 'validFrom' | 'validTo'>;

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

/** What the head of a document says about whose it is. */
interface Head {
  readonly issuingAgency: string | null;
  readonly subjectLine: string | null;
}

const NAME = String.raw`(?:\p{Lu}\p{L}*)(?: (?:\p{Lu}\p{L}*))*`;
const COMMUNE = new RegExp(String.raw`(?<!\p{L})(?:[Xx]ã|[Pp]hường|[Đđ]ặc khu) ${NAME}`, 'u');
const PROVINCE = new RegExp(String.raw`(?<!\p{L})(?:[Tt]ỉnh|[Tt]hành phố) ${NAME}`, 'u');
const STATE = /^(?:bộ |chính phủ|thủ tướng|quốc hội)/u;

/**
 * Whose figures a document gives, where not those of the province that keeps the registers: a commune, another province, the
 * state. Empty for that province and for whatever does not say.
 */
export const readScope = ({ issuingAgency, subjectLine }: Head, organizations: readonly Known[]): string => {
  const issuer = issuingAgency ?? '';
  const commune = COMMUNE.exec(subjectLine ?? '') ?? COMMUNE.exec(issuer);
  if (commune) return nameKey(commune[0]);
  if (STATE.test(nameKey(issuer))) return nameKey(issuer);
  const province = nameKey(PROVINCE.exec(issuer)?.[0] ?? '');
  const isOurs = organizations.some(({ kind, name }) => kind === 'province' && nameKey(name) === province);
  return isOurs ? '' : province;
};
