import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '#core/access/access.ts';
import type { Role } from '#core/access/permissions.ts';
import { isRefusal } from '#core/kernel/refusal.ts';
import {
  decideSubmission,
  findAppraisalRefusal,
  findWriteRefusal,
  listSubmissionActions,
  needsReason,
  SUBMISSION_ACTIONS,
  SUBMISSION_STATES,
  type SubmissionAction,
  type SubmissionFacts,
  type SubmissionState,
} from './submission-state.ts';

const FACTS: SubmissionFacts = {
  ...{ organizationCode: 'STP', appraiserCodes: ['CAT'], state: 'draft', takesFigures: true },
  isRoundPublished: false,
  ...{ appraisalSteps: 1, appraisalsPassed: 0, firstAppraiserId: null },
  ...{ hardFindings: 0, unreasonedFindings: 0, undecidedAnswers: 0, returnedAnswers: 0 },
};

const actorAs = (role: Role, organizationCode: string | null, accountId = 'somebody'): Actor => ({
  ...{ accountId, pendingStep: null },
  holdings: [{ role, organizationCode }],
});
const REPORTER = actorAs('reporter', 'STP');
const HEAD = actorAs('approver', 'STP');
const COORDINATOR = actorAs('coordinator', null);
const APPRAISER = actorAs('appraiser', 'CAT');

// From each state, where each action leads; what is not written is refused. Written by hand, as the law of the house.
const LEADS: Readonly<Record<SubmissionState, Readonly<Partial<Record<SubmissionAction, SubmissionState>>>>> =
  {
    draft: { 'mark-ready': 'ready', submit: 'submitted' },
    ready: { 'take-back': 'draft', submit: 'submitted' },
    submitted: {
      withdraw: 'draft',
      'start-appraisal': 'under-appraisal',
      return: 'returned',
      accept: 'accepted',
    },
    'under-appraisal': { return: 'returned', accept: 'accepted' },
    returned: { 'mark-ready': 'ready', submit: 'submitted' },
    accepted: { reopen: 'returned', lock: 'locked' },
    locked: { reopen: 'returned', publish: 'published' },
    published: {},
  };

const BY: Readonly<Record<SubmissionAction, Actor>> = {
  'mark-ready': REPORTER,
  'take-back': REPORTER,
  submit: HEAD,
  withdraw: HEAD,
  'start-appraisal': APPRAISER,
  return: APPRAISER,
  accept: APPRAISER,
  reopen: COORDINATOR,
  lock: COORDINATOR,
  publish: COORDINATOR,
};

const cells = SUBMISSION_STATES.flatMap((state) =>
  SUBMISSION_ACTIONS.map((action) => ({ state, action, to: LEADS[state][action] ?? 'refused' })),
);

describe('the steps of a submission', () => {
  it.each(cells)('$action in $state: $to', ({ state, action, to }) => {
    const move = decideSubmission({ ...FACTS, state }, action, BY[action], 'vì sao');
    if (to === 'refused') expect(move).toMatchObject({ code: 'submission.wrong-state' });
    else expect(move).toMatchObject({ state: to });
    expect(listSubmissionActions({ ...FACTS, state }, BY[action]).includes(action)).toBe(to !== 'refused');
  });

  it('are taken by nobody who may not, whatever the state', () => {
    const strangers = [
      undefined,
      actorAs('reporter', 'SNV'),
      actorAs('approver', 'SNV'),
      actorAs('appraiser', 'STP'),
      actorAs('viewer', null),
      actorAs('leader', null),
    ];
    for (const { state, action } of cells) {
      for (const stranger of strangers) {
        const move = decideSubmission({ ...FACTS, state }, action, stranger, 'vì sao');
        expect(isRefusal(move) && ['access.denied', 'session.required'].includes(move.code)).toBe(true);
        expect(listSubmissionActions({ ...FACTS, state }, stranger)).toEqual([]);
      }
    }
  });

  it('an officer fills in, but only the head signs', () => {
    expect(decideSubmission({ ...FACTS, state: 'ready' }, 'submit', REPORTER, null)).toMatchObject({
      code: 'access.denied',
    });
    expect(decideSubmission({ ...FACTS, state: 'ready' }, 'submit', HEAD, null)).toEqual({
      ...{ state: 'submitted', appraisalsPassed: 0 },
    });
  });

  it('nothing leaves with an error, without a reason that a check asks for, or after the round has closed', () => {
    const send = (change: Partial<SubmissionFacts>) =>
      decideSubmission({ ...FACTS, ...change }, 'submit', HEAD, null);
    expect(send({ hardFindings: 1 })).toMatchObject({
      code: 'submission.incomplete',
      details: { hard: 1, unreasoned: 0 },
    });
    expect(send({ unreasonedFindings: 2 })).toMatchObject({ code: 'submission.incomplete' });
    expect(send({ takesFigures: false })).toMatchObject({ code: 'round.closed' });
  });

  it('a return says why, for the whole or for an item', () => {
    const facts = { ...FACTS, state: 'submitted' } as const;
    expect(decideSubmission(facts, 'return', APPRAISER, '  ')).toMatchObject({
      code: 'submission.reason-required',
    });
    expect(needsReason(facts, 'return')).toBe(true);
    expect(decideSubmission({ ...facts, returnedAnswers: 1 }, 'return', APPRAISER, null)).toMatchObject({
      state: 'returned',
    });
  });

  it('nothing is accepted that nobody has looked at, or while an item is returned', () => {
    const facts = { ...FACTS, state: 'under-appraisal' } as const;
    for (const change of [{ undecidedAnswers: 3 }, { returnedAnswers: 1 }]) {
      expect(decideSubmission({ ...facts, ...change }, 'accept', COORDINATOR, null)).toMatchObject({
        code: 'submission.undecided',
      });
    }
  });

  it('of two appraisals the second is another person’s', () => {
    const facts = { ...FACTS, state: 'under-appraisal', appraisalSteps: 2 } as const;
    const first = decideSubmission(facts, 'accept', actorAs('coordinator', null, 'one'), null);
    expect(first).toEqual({ state: 'under-appraisal', appraisalsPassed: 1 });
    const once = { ...facts, appraisalsPassed: 1, firstAppraiserId: 'one' };
    expect(decideSubmission(once, 'accept', actorAs('coordinator', null, 'one'), null)).toMatchObject({
      code: 'submission.same-appraiser',
    });
    expect(decideSubmission(once, 'accept', actorAs('coordinator', null, 'other'), null)).toEqual({
      ...{ state: 'accepted', appraisalsPassed: 2 },
    });
  });

  it('what is sent can’t be written, what is not sent can’t be appraised', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SUBMISSION_STATES), (state) => {
        const mayWrite = findWriteRefusal({ ...FACTS, state }, REPORTER) === undefined;
        const mayAppraise = findAppraisalRefusal({ ...FACTS, state }, APPRAISER) === undefined;
        expect(mayWrite && mayAppraise).toBe(false);
        expect(mayWrite).toBe(['draft', 'ready', 'returned'].includes(state));
      }),
    );
  });
});
