import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '#core/access/permissions.ts';
import type { Route } from '#contract/route.ts';
import { listAccounts } from '#features/account/administration-contract.ts';
import { getOwnAccount, listOwnSessions } from '#features/account/own-account-contract.ts';
import { getAssetRegister, listAssetRegisters } from '#features/asset-register/contract.ts';
import { listAuditChoices, listAuditEvents } from '#features/audit/contract.ts';
import { type CallInput, startTestApi, type TestApi } from '#test/api.ts';
import { act, fill, openRound, submissionOf } from '#test/reporting-round.ts';
import { getRound, getSubmission, listRoundProposals, listRounds, listWork } from './contract.ts';
import { listDeliveries, listDeliverySources } from './delivery-contract.ts';
import { listEvidence } from './evidence-contract.ts';
import {
  getReportingOverview,
  getReportingPerformance,
  getRoundStanding,
  getSubmissionChanges,
  listReminders,
} from './follow-up-contract.ts';

const COMMUNE = '29869';
const MOST_STATEMENTS = 15;

let api: TestApi;
let round: CallInput;
let submission: CallInput;
beforeAll(async () => {
  api = await startTestApi({ demonstration: true });
  // Several rounds on several frameworks: what pages cost must not grow with them.
  for (const framework of ['dti-commune-2025', 'dti-agency-2025', 'dti-province-2025']) {
    await openRound(api, { framework, organizations: null });
  }
  // Its form is sent for the second time: it has a past.
  const id = await openRound(api, { framework: 'dti-commune-2026', organizations: null });
  round = { params: { id } };
  const sent = await submissionOf(api, id, COMMUNE);
  await fill(api.asAccount('cao-lanh-can-bo'), sent);
  const head = api.asAccount('cao-lanh-chu-tich');
  for (const action of ['submit', 'withdraw', 'submit']) await act(head, sent, action, 'Rà soát lại');
  submission = { params: { id: sent } };
});
afterAll(() => api.close());

const none = (): CallInput => ({});
const ofRound = (): CallInput => round;
const ofSubmission = (): CallInput => submission;

// What each page asks for beside the session that the shell has.
const PAGES: readonly (readonly [string, Role, readonly (readonly [Route, () => CallInput])[]])[] = [
  [
    'the list of rounds',
    'coordinator',
    [
      [listRounds, none],
      [getReportingOverview, none],
    ],
  ],
  ['a new round', 'coordinator', [[listRoundProposals, () => ({ query: { year: '2026' } })]]],
  [
    'the wall of a round',
    'coordinator',
    [
      [getRound, ofRound],
      [getRoundStanding, ofRound],
    ],
  ],
  ['completeness and timeliness', 'leader', [[getReportingPerformance, () => ({ query: { year: '2026' } })]]],
  [
    'my work',
    'coordinator',
    [
      [listWork, none],
      [listReminders, none],
    ],
  ],
  ['a form', 'coordinator', [[getSubmission, ofSubmission]]],
  ['the evidence of a form', 'coordinator', [[listEvidence, ofSubmission]]],
  [
    'an appraisal',
    'coordinator',
    [
      [getSubmission, ofSubmission],
      [getSubmissionChanges, ofSubmission],
    ],
  ],
  [
    'deliveries',
    'administrator',
    [
      [listDeliverySources, none],
      [listDeliveries, none],
    ],
  ],
  ['accounts', 'administrator', [[listAccounts, none]]],
  [
    'the own account',
    'reporter',
    [
      [getOwnAccount, none],
      [listOwnSessions, none],
    ],
  ],
  [
    'the audit trail',
    'auditor',
    [
      [listAuditEvents, none],
      [listAuditChoices, none],
    ],
  ],
  ['the registers', 'coordinator', [[listAssetRegisters, none]]],
  ['a register', 'coordinator', [[getAssetRegister, () => ({ params: { register: 'he-thong-thong-tin' } })]]],
];

test.each(PAGES)(
  `%s, of a %s, asks the database ${String(MOST_STATEMENTS)} times at most`,
  async (_page, role, requests) => {
    let statements = 0;
    for (const [route, input] of requests) {
      const answer = await api.as(role).call(route, input());
      expect(answer.problem, route.path).toBeUndefined();
      statements += answer.statements;
    }
    expect(statements).toBeGreaterThan(0);
    expect(statements).toBeLessThanOrEqual(MOST_STATEMENTS);
  },
);
