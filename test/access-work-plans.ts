import { v7 as newId } from 'uuid';
import { addWorkSteps } from '#features/work-plan/contract.ts';
import { casesOfOrganizations, type AccessCase } from './access-case.ts';
import type { CallInput, TestApi } from './api.ts';
import { inventTask } from './invented-task.ts';

const STEP = {
  ...{ name: 'Khảo sát hiện trạng', firstDay: null, lastDay: '2026-12-10', assigneeId: null },
  ...{ assigneeWords: null, handedTo: null, result: null },
};

const casesOf = (
  api: TestApi,
  input: (id: string, organization: string, account: string) => CallInput | Promise<CallInput>,
): Promise<readonly AccessCase[]> =>
  casesOfOrganizations('a work plan', async (organization, account) => {
    const { id } = await inventTask(api, { lead: [organization] });
    return input(id, organization, account);
  });

/** Looking at a plan. */
export const readWorkPlans = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(api, (id, organization) => ({ params: { id, organization } }));

/** Adding a step. */
export const addToWorkPlans = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(api, (id, organization) => ({
    params: { id, organization },
    body: { steps: [STEP], writeId: newId() },
  }));

/** Completing a step. Another role of the same organization comes second, to a step that is no longer as it was seen. */
export const changeWorkSteps = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(api, async (id, organization, account) => {
    const body = { steps: [STEP], writeId: newId() };
    const params = { id, organization };
    const added = await api.asAccount(account).call(addWorkSteps, { params, body });
    const [step] = added.body.steps;
    return {
      params: { id: step?.id ?? '' },
      body: { kind: 'complete', doneOn: '2026-11-20', words: null, version: 1, writeId: newId() },
    };
  });
