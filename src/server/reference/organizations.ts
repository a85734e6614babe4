import { z } from 'zod';
import { ORGANIZATION_KINDS, type Organization } from '#core/organization/organization.ts';
import { PlainDateText } from '#contract/schemas.ts';
import agencies from '#data/organizations/agencies.json' with { type: 'json' };
import communes from '#data/organizations/communes.json' with { type: 'json' };

const OrganizationRecord = z.strictObject({
  code: z.string().regex(/^[A-Z0-9_]{2,40}$/),
  name: z.string().min(1),
  nameEn: z.string().nullable(),
  abbreviation: z.string().nullable(),
  kind: z.enum(ORGANIZATION_KINDS),
  aliases: z.array(z.string().min(1)),
  parentCode: z.string().nullable(),
  validFrom: PlainDateText.nullable(),
  validTo: PlainDateText.nullable(),
  predecessorCodes: z.array(z.string()),
  memberKinds: z.array(z.enum(ORGANIZATION_KINDS)),
  place: z
    .strictObject({
      areaKm2: z.number().nullable(),
      longitude: z.number().nullable(),
      latitude: z.number().nullable(),
      formerProvinceCode: z.string().nullable(),
    })
    .nullable(),
});

/** The organizations of the province as they come with the product, agencies before communes, each in official order. */
export const referenceOrganizations: readonly Organization[] = z
  .array(OrganizationRecord)
  .parse([...agencies, ...communes]);
