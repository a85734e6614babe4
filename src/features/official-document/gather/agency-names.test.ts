import { expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import type { Organization } from '#core/organization/organization.ts';
import { nameAgenciesOn } from './agency-names.ts';

it('calls gone who has ended by the day, not who was still to begin', () => {
  const organization = (code: string, members: Partial<Organization>): Organization => ({
    ...{ code, name: code, nameEn: null, abbreviation: null, aliases: [], parentCode: null },
    ...{ validFrom: null, validTo: null, predecessorCodes: [], memberKinds: [], place: null },
    ...{ kind: 'department', ...members },
  });
  const nameOf = nameAgenciesOn(
    [
      organization('SKHCN', { validFrom: plainDate('2025-03-01') }),
      organization('STTTT', { validTo: plainDate('2025-02-28') }),
    ],
    plainDate('2025-02-28'),
  );
  const later = nameAgenciesOn(
    [organization('STTTT', { validTo: plainDate('2025-02-28') })],
    plainDate('2025-03-01'),
  );
  const lead = (organizationCode: string, name: string) => ({
    agencies: [{ role: 'lead' as const, organizationCode, name, nameAsWritten: name, abbreviation: null }],
  });
  expect(nameOf(lead('SKHCN', 'Sở KH&CN'), 'lead')).toEqual(['Sở KH&CN']);
  expect(nameOf(lead('STTTT', 'Sở TT&TT'), 'lead')).toEqual(['STTTT']);
  expect(later(lead('STTTT', 'Sở TT&TT'), 'lead')).toEqual(['Sở TT&TT (đã giải thể)']);
});
