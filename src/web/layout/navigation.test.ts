import { expect, test } from 'vitest';
import { permittedActions } from '#core/access/access.ts';
import type { Role } from '#core/access/permissions.ts';
import { splitNavigation } from './navigation.ts';

const barOf = (role: Role, organizationCode: string | null = null): readonly string[] =>
  splitNavigation(permittedActions({ accountId: 'an', holdings: [{ role, organizationCode }] })).onPhone.map(
    ({ name }) => name,
  );

test('the bar of a phone has what its person needs first, at most four', () => {
  expect(barOf('leader')).toEqual(['overview', 'work', 'areas', 'plans']);
  expect(barOf('viewer')).toEqual(['overview', 'index', 'plans', 'organizations']);
  expect(barOf('reporter', 'STP')).toEqual(['work', 'week', 'plans', 'organizations']);
  expect(barOf('administrator')).toEqual(['organizations', 'administration', 'auditTrail']);
});
