import { v7 as newId } from 'uuid';
import { actOnRound, createRound, getRound, getSubmission } from '#features/collection/contract.ts';
import type { AccessCase, Relation } from './access-case.ts';
import type { TestApi } from './api.ts';

// The demonstration's reporter and approver hold their roles for STP, its appraiser for CAT.
const FRAMEWORK = 'dti-agency-2025';
const ORGANIZATIONS: readonly { readonly code: string; readonly relations: readonly Relation[] }[] = [
  { code: 'STP', relations: ['own', 'appraised'] },
  { code: 'SNV', relations: ['other', 'appraised'] },
];

/** A draft, and one of its figures. */
export interface OpenedSubmission {
  readonly id: string;
  readonly relations: readonly Relation[];
  readonly subject: string;
  readonly item: string;
}

/** A round that is open, with the submissions of one's own organization and of another one. */
const openSubmissions = async (
  api: TestApi,
  items: readonly string[] | null,
): Promise<OpenedSubmission[]> => {
  const coordinator = api.as('coordinator');
  const body = {
    ...{ title: 'Ai được làm gì', dutyId: null, framework: FRAMEWORK, period: '2025', valueKind: 'final' },
    ...{ dueDay: '2026-12-20', dueBefore: false, lockDay: null, appraisalSteps: 1, requiresEvidence: false },
    ...{ organizations: ORGANIZATIONS.map(({ code }) => code), items, writeId: newId() },
  };
  const { id } = (await coordinator.call(createRound, { body })).body;
  const step = { action: 'open', version: 1, writeId: newId() };
  await coordinator.call(actOnRound, { params: { id }, body: step });
  const { members } = (await coordinator.call(getRound, { params: { id } })).body;
  return Promise.all(
    ORGANIZATIONS.map(async ({ code, relations }) => {
      const own = members.find(({ organization }) => organization.code === code)?.submissionId ?? '';
      const { groups } = (await coordinator.call(getSubmission, { params: { id: own } })).body;
      const first = groups[0]?.indicators[0]?.items[0];
      return { id: own, relations, subject: code, item: first?.item.code ?? '' };
    }),
  );
};

/** The same call to the submission of each organization. */
export const casesOf = async (
  api: TestApi,
  name: string,
  inputOf: (submission: OpenedSubmission) => AccessCase['input'],
  change: Partial<AccessCase> = {},
): Promise<readonly AccessCase[]> =>
  (await openSubmissions(api, null)).map((submission) => ({
    name: `${name} of ${submission.subject}`,
    relations: submission.relations,
    input: { params: { id: submission.id }, ...inputOf(submission) },
    ...change,
  }));

/** Reading forms. */
export const readSubmissions = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(api, 'the form', () => ({}));

/** Writing figures of a draft. */
export const writeAnswers = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(api, 'a figure', ({ subject, item }) => ({
    body: {
      answers: [
        { subject, item, state: 'not-applicable', value: null, note: null, explanation: null, version: 0 },
      ],
      writeId: newId(),
    },
  }));

/** Bringing a filled form back; whoever may gets as far as its content. */
export const importWorkbooks = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(api, 'a workbook', () => ({
    query: { dryRun: 'yes', writeId: newId() },
    file: { name: 'a.xlsx', content: new Uint8Array([1]) },
  }));

/** Filling in what is known. */
export const fillInKnown = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(api, 'known figures', () => ({ body: { writeId: newId() } }));

/** Deciding on answers: of what has been sent. */
export const decideAnswers = async (api: TestApi): Promise<readonly AccessCase[]> => {
  const cases = await casesOf(api, 'a decision', ({ subject, item }) => ({
    body: {
      decisions: [
        { subject, item, decision: 'accepted', state: null, value: null, reason: null, version: 0 },
      ],
      writeId: newId(),
    },
  }));
  for (const { input } of cases) {
    await api.db
      .updateTable('submission')
      .set({ state: 'submitted' })
      .where('submission_id', '=', input.params?.id ?? '')
      .execute();
  }
  return cases;
};

const step = (action: string, reason: string | null = null) => ({
  body: { action, reason, version: 1, writeId: newId() },
});

/** Steps of a submission, each in a state from which it starts. */
export const moveSubmissions = async (api: TestApi): Promise<readonly AccessCase[]> => {
  const steps = [
    { action: 'mark-ready', state: 'draft', who: 'reporter:own approver:own' },
    { action: 'take-back', state: 'ready', who: 'reporter:own approver:own' },
    { action: 'submit', state: 'ready', who: 'approver:own' },
    { action: 'withdraw', state: 'submitted', who: 'approver:own' },
    { action: 'start-appraisal', state: 'submitted', who: 'coordinator appraiser:appraised' },
    { action: 'return', state: 'submitted', who: 'coordinator appraiser:appraised' },
    { action: 'accept', state: 'under-appraisal', who: 'coordinator appraiser:appraised' },
    { action: 'reopen', state: 'accepted', who: 'coordinator' },
  ];
  const cases: AccessCase[] = [];
  for (const { action, state, who } of steps) {
    const made = await casesOf(api, `${action} when ${state}`, () => step(action, 'lý do'), { who });
    for (const { input } of made) {
      await api.db
        .updateTable('submission')
        .set({ state })
        .where('submission_id', '=', input.params?.id ?? '')
        .execute();
    }
    cases.push(...made);
  }
  return cases;
};
