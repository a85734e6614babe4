import { buildAgencyDirectory, type AgencyDirectory } from '#core/organization/directory.ts';
import type { Organization, OrganizationKind } from '#core/organization/organization.ts';

/** An organization without anything but what is said of it; its name is its code. */
export const inventOrganization = (
  code: string,
  kind: OrganizationKind,
  change: Partial<Organization> = {},
): Organization => ({
  ...{ code, kind, name: code, nameEn: null, abbreviation: null, aliases: [], parentCode: null },
  ...{ validFrom: null, validTo: null, predecessorCodes: [], memberKinds: [], place: null },
  ...change,
});

const agency = (
  code: string,
  name: string,
  kind: OrganizationKind,
  aliases: readonly string[] = [],
  parentCode: string | null = null,
): Organization => inventOrganization(code, kind, { name, aliases, parentCode });

/** A directory of a few agencies that every province has, for readers of invented plans. */
export const buildInventedDirectory = (): AgencyDirectory =>
  buildAgencyDirectory([
    agency('UBND', 'Ủy ban nhân dân tỉnh', 'peoples-committee', ['UBND tỉnh']),
    agency('VPUBND', 'Văn phòng Ủy ban nhân dân tỉnh', 'department', ['VP UBND tỉnh', 'Văn phòng UBND tỉnh']),
    agency('SKHCN', 'Sở Khoa học và Công nghệ', 'department', ['Sở KH&CN']),
    agency('TTS', 'Trung tâm Chuyển đổi số', 'public-service-unit', ['Trung tâm CĐS'], 'SKHCN'),
    agency('STC', 'Sở Tài chính', 'department'),
    agency('STP', 'Sở Tư pháp', 'department'),
    agency('SNV', 'Sở Nội vụ', 'department'),
    agency('SYT', 'Sở Y tế', 'department'),
    agency('CA', 'Công an tỉnh', 'police'),
    agency('BHXH', 'Bảo hiểm xã hội tỉnh', 'vertical-agency'),
    agency('SBN', 'Các sở, ban, ngành tỉnh', 'group', ['Các sở, ban, ngành', 'Các sở, ngành']),
    agency('CX', 'UBND các xã, phường', 'group', ['UBND cấp xã', 'UBND xã, phường']),
  ]);
