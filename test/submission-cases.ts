import { v7 as newId } from 'uuid';
import { actOnRound, createRound, getRound } from '#features/collection/contract.ts';
import type { AccessCase } from './access-routes.ts';
import type { CallInput, TestApi } from './api.ts';

// The reporter and the approver of the demonstration are of STP; the framework's appraisers appraise both.
const MEMBERS = [
  { code: 'STP', name: 'own', relations: ['own', 'appraised'] },
  { code: 'SNV', name: 'of another organization', relations: ['other', 'appraised'] },
] as const;

const openRound = async (api: TestApi): Promise<string> => {
  const coordinator = api.as('coordinator');
  const { body, problem } = await coordinator.call(createRound, {
    body: {
      ...{ title: 'Đợt thử', dutyId: null, framework: 'dti-agency-2025', period: '2025', valueKind: 'final' },
      ...{ dueDay: '2026-12-01', dueBefore: true, lockDay: '2026-12-15', appraisalSteps: 1 },
      ...{ requiresEvidence: false, organizations: MEMBERS.map(({ code }) => code), items: null },
      writeId: newId(),
    },
  });
  if (problem) throw new Error(`No round to try access with: ${JSON.stringify(problem)}`);
  const opening = { action: 'open', version: 1, writeId: newId() };
  await coordinator.call(actOnRound, { params: { id: body.id }, body: opening });
  return body.id;
};

type Asked = Omit<CallInput, 'params'> & Pick<AccessCase, 'who'>;

/** Calls for the submission of one's own and of another organization in an open round, as asked. */
export const submissionCases =
  (asked: Readonly<Record<string, () => Asked>>) =>
  async (api: TestApi): Promise<readonly AccessCase[]> => {
    const { body } = await api.as('coordinator').call(getRound, { params: { id: await openRound(api) } });
    return MEMBERS.flatMap(({ code, name, relations }) => {
      const id = body.members.find(({ organization }) => organization.code === code)?.submissionId ?? '';
      return Object.entries(asked).map(([what, build]) => {
        const { who, ...input } = build();
        return {
          ...{ name: `${name}, ${what}`, relations, input: { params: { id }, ...input } },
          ...(who !== undefined && { who }),
        };
      });
    });
  };

/** A step of a submission as a body. */
export const stepOf = (action: string): CallInput => ({
  body: { action, reason: 'thử', version: 1, writeId: newId() },
});
