import { describe, expect, it } from 'vitest';
import { ACTIONS, can, permittedActions, ROLES, type Action, type Actor, type Role } from './access.ts';

// Written out by hand: whoever adds an action or a role decides here, in each cell, who may do it.
const TABLE = {
  //                      coordinator, viewer
  'overview.read': [true, true],
  'organization.read': [true, true],
  'organization.write': [true, false],
  'plan.read': [true, true],
  'plan.import': [true, false],
  'index.read': [true, true],
  'framework.write': [true, false],
  'data-value.write': [true, false],
  'score-snapshot.write': [true, false],
  'ranking.read': [true, true],
  'map.read': [true, true],
  'boundary.write': [true, false],
  'improvement-plan.write': [true, false],
  'scenario.write': [true, false],
  'search.read': [true, true],
  'session.read': [true, true],
} as const satisfies Record<Action, readonly [coordinator: boolean, viewer: boolean]>;

const actorOf = (role: Role): Actor => ({ accountId: 'somebody', role });
const cells = Object.entries(TABLE).flatMap(([action, [coordinator, viewer]]) => [
  { action: action as Action, role: 'coordinator' as const, permitted: coordinator },
  { action: action as Action, role: 'viewer' as const, permitted: viewer },
]);

describe('who may do what', () => {
  it.each(cells)('$role, $action: $permitted', ({ action, role, permitted }) => {
    expect(can(actorOf(role), action)).toBe(permitted);
    expect(permittedActions(actorOf(role)).includes(action)).toBe(permitted);
  });

  it('is decided for every action and every role', () => {
    expect(Object.keys(TABLE).toSorted()).toEqual([...ACTIONS].toSorted());
    expect([...ROLES]).toEqual(['coordinator', 'viewer']);
  });

  it('nobody may do anything', () => {
    for (const action of ACTIONS) expect(can(undefined, action)).toBe(false);
    expect(permittedActions(undefined)).toEqual([]);
  });
});
