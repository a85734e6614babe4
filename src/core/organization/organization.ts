import { isAfter, type PlainDate } from '#core/kernel/plain-date.ts';

/** What an organization is. A `group` stands for its members, as in "all departments of the province". */
export const ORGANIZATION_KINDS = [
  'province',
  'peoples-committee',
  'council',
  'party',
  'department',
  'board',
  'police',
  'vertical-agency',
  'public-service-unit',
  'enterprise',
  'association',
  'steering-committee',
  'coordination-team',
  'community-team',
  'commune',
  'ward',
  'special-zone',
  'ministry',
  'central-body',
  'group',
] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

/** Who said that a spelling means an organization: the reference data, or a person who mapped it. */
export const ALIAS_ORIGINS = ['reference', 'mapped'] as const;

/** Where a commune lies. Degrees of WGS 84; area in square kilometres. */
interface OrganizationPlace {
  readonly areaKm2: number | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  /** The province it belonged to before a merger. */
  readonly formerProvinceCode: string | null;
}

/** An agency, unit or territory that answers for something in a plan. Known by its code, never by its name. */
export interface Organization {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly abbreviation: string | null;
  readonly kind: OrganizationKind;
  /** Every other spelling met in documents. */
  readonly aliases: readonly string[];
  readonly parentCode: string | null;
  /** First and last day of its existence; null where no bound is known. */
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
  /** Organizations whose work it took over. */
  readonly predecessorCodes: readonly string[];
  /** Kinds of the organizations that a group stands for; empty for anything else. */
  readonly memberKinds: readonly OrganizationKind[];
  readonly place: OrganizationPlace | null;
}

/** Whether the organization existed on the day. */
export const existsOn = (
  organization: Pick<Organization, 'validFrom' | 'validTo'>,
  day: PlainDate,
): boolean =>
  !(organization.validFrom && isAfter(organization.validFrom, day)) &&
  !(organization.validTo && isAfter(day, organization.validTo));
