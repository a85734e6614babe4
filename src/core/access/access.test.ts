import { describe, expect, it } from 'vitest';
import { can, decideAccess, findReach, permittedActions, type Actor } from './access.ts';
import { ACTIONS, ROLES, type Action, type Role } from './permissions.ts';

// Written out by hand: whoever adds an action or a role decides here, in each cell, who may do it, and how far:
// all, own organization, organizations that it appraises, or areas of the steering committee that the account answers for; - is nobody.
const COLUMNS = [
  'coordinator',
  'reporter',
  'approver',
  'appraiser',
  'leader',
  'administrator',
  'auditor',
  'viewer',
];
const TABLE: Readonly<Record<Action, string>> = {
  //                         coord rep  appr  apprais lead admin audit viewer
  'overview.read': '         all   -    -     -       all  -     all   all',
  'organization.read': '     all   all  all   all     all  all   all   all',
  'organization.write': '    all   -    -     -       -    all   -     -',
  'plan.read': '             all   all  all   all     all  -     all   all',
  'plan.import': '           all   -    -     -       -    -     -     -',
  'finding.decide': '        all   -    -     -       -    -     -     -',
  'measure-link.decide': '   all   -    -     -       -    -     -     -',
  'index.read': '            all   -    -     -       all  -     all   all',
  'framework.write': '       all   -    -     -       -    -     -     -',
  'data-value.write': '      all   -    -     -       -    -     -     -',
  'score-snapshot.write': '  all   -    -     -       -    -     -     -',
  'ranking.read': '          all   -    -     -       all  -     all   all',
  'map.read': '              all   -    -     -       all  all   all   all',
  'boundary.write': '        all   -    -     -       -    all   -     -',
  'improvement-plan.write': 'all   -    -     -       -    -     -     -',
  'scenario.write': '        all   -    -     -       -    -     -     -',
  'search.read': '           all   all  all   all     all  -     all   all',
  'session.read': '          all   all  all   all     all  all   all   all',
  'round.read': '            all   -    -     -       all  -     all   -',
  'round.write': '           all   -    -     -       -    -     -     -',
  'submission.read': '       all   own  own   appraised all -   all   -',
  'submission.write': '      -     own  own   -       -    -     -     -',
  'submission.sign': '       -     -    own   -       -    -     -     -',
  'submission.appraise': '   all   -    -     appraised - -     -     -',
  'execution.read': '        all   own  own   -       all  -     all   -',
  'execution.report': '      -     own  own   -       -    -     -     -',
  'execution.decide': '      all   -    -     -       -    -     -     -',
  'difficulty.read': '       all   own  own   -       all  -     all   -',
  'difficulty.raise': '      -     own  own   -       -    -     -     -',
  'difficulty.answer': '     all   own  own   -       -    -     -     -',
  'difficulty.rule': '       all   -    -     -       all  -     -     -',
  'difficulty.direct': '     all   -    -     -       -    -     -     -',
  'steering-committee.read': 'all area area  -       all  -     all   -',
  'steering-committee.write': 'all -   -     -       -    -     -     -',
  'register.read': '         all   own  own   all     all  -     all   -',
  'register.write': '        -     own  own   -       -    -     -     -',
  'account.read': '          -     -    -     -       -    all   all   -',
  'account.write': '         -     -    -     -       -    all   -     -',
  'audit.read': '            -     -    -     -       -    all   all   -',
  'delivery-source.write': ' -     -    -     -       -    all   -     -',
  'job.read': '              -     -    -     -       -    all   -     -',
  'job.write': '             -     -    -     -       -    all   -     -',
  'calendar.write': '        -     -    -     -       -    all   -     -',
  'official-document.read': 'all  own  own   -       all  -     all   -',
  'official-document.write': 'all own  own   -       -    -     -     -',
  'reminder.read': '         all   -    -     -       all  -     all   -',
  'reminder.write': '        all   -    -     -       -    -     -     -',
};

const MINE = { organizationCode: 'STP' };
const OF_OTHERS = { organizationCode: 'SNV' };
const APPRAISED_BY_ME = { organizationCode: 'SNV', appraiserCodes: ['CAT', 'STP'] };

const actorOf = (role: Role): Actor => ({
  accountId: 'somebody',
  holdings: [{ role, organizationCode: 'STP' }],
});

const cells = Object.entries(TABLE).flatMap(([action, row]) =>
  row
    .trim()
    .split(/\s+/)
    .map((extent, index) => ({
      action: action as Action,
      role: COLUMNS[index] as Role,
      extent,
    })),
);

describe('who may do what', () => {
  it.each(cells)('$role, $action: $extent', ({ action, role, extent }) => {
    const actor = actorOf(role);
    const isAny = extent !== '-' && extent !== 'area';
    expect(can(actor, action)).toBe(isAny);
    expect(permittedActions(actor).includes(action)).toBe(isAny);
    const member = { ...actor, memberships: ['m'] };
    expect(can(member, action)).toBe(extent !== '-');
    expect(can(member, action, { committeeMemberId: 'm' })).toBe(extent === 'all' || extent === 'area');
    expect(can(member, action, { committeeMemberId: 'n' })).toBe(extent === 'all');
    expect(can(member, action, OF_OTHERS)).toBe(extent === 'all');
    expect(can(actor, action, MINE)).toBe(extent === 'all' || extent === 'own');
    expect(can(actor, action, OF_OTHERS)).toBe(extent === 'all');
    expect(can(actor, action, APPRAISED_BY_ME)).toBe(extent === 'all' || extent === 'appraised');
  });

  it.each(cells)('$role, $action: the filter of a list says the same', ({ action, role, extent }) => {
    const some = (organizationCodes: string[], appraiserCodes: string[]) => ({
      ...{ kind: 'some', organizationCodes, appraiserCodes },
    });
    expect(findReach(actorOf(role), action)).toEqual(
      extent === 'all'
        ? { kind: 'all' }
        : some(extent === 'own' ? ['STP'] : [], extent === 'appraised' ? ['STP'] : []),
    );
  });

  it('is decided for every action and every role', () => {
    expect(Object.keys(TABLE).toSorted()).toEqual([...ACTIONS].toSorted());
    expect(COLUMNS).toEqual([...ROLES]);
    expect(cells).toHaveLength(ACTIONS.length * ROLES.length);
  });

  it('nobody may do anything', () => {
    for (const action of ACTIONS) {
      expect(decideAccess(undefined, action)).toEqual({ permitted: false, reason: 'no-session' });
    }
    expect(permittedActions(undefined)).toEqual([]);
    expect(permittedActions({ accountId: 'somebody', holdings: [] })).toEqual([]);
  });

  it('says why not', () => {
    expect(decideAccess(actorOf('viewer'), 'plan.import')).toEqual({ permitted: false, reason: 'no-role' });
    expect(decideAccess(actorOf('reporter'), 'submission.write', OF_OTHERS)).toEqual({
      ...{ permitted: false, reason: 'other-organization' },
    });
  });

  it('who has a step to take first reaches the own account alone', () => {
    for (const role of ROLES) {
      const actor: Actor = { ...actorOf(role), pendingStep: 'change-password' };
      expect(permittedActions(actor)).toEqual(['session.read']);
      expect(decideAccess(actor, 'organization.read')).toEqual({ permitted: false, reason: 'pending-step' });
      expect(findReach(actor, 'organization.read')).toEqual({
        ...{ kind: 'some', organizationCodes: [], appraiserCodes: [] },
      });
    }
  });

  it('a person with several roles may do what any of them permits, and is told by which', () => {
    const holdings = [
      { role: 'reporter', organizationCode: 'STP' },
      { role: 'approver', organizationCode: 'SNV' },
    ] as const;
    const actor = { accountId: 'somebody', holdings };
    expect(decideAccess(actor, 'submission.sign', OF_OTHERS)).toEqual({
      ...{ permitted: true, holding: holdings[1] },
    });
    expect(can(actor, 'submission.sign', MINE)).toBe(false);
    expect(findReach(actor, 'submission.write')).toMatchObject({ organizationCodes: ['STP', 'SNV'] });
  });
});
