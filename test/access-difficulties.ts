import { v7 as newId } from 'uuid';
import { addOwnEvidenceFile, directDifficulty } from '#features/difficulty/write-contract.ts';
import { casesOfOrganizations, type AccessCase } from './access-case.ts';
import type { Caller, CallInput, TestApi } from './api.ts';
import { pdfFile } from './evidence-files.ts';
import { inventDifficulty } from './invented-difficulty.ts';
import { inventTask } from './invented-task.ts';

const casesOf = (
  api: TestApi,
  name: string,
  input: (organization: string, caller: Caller) => CallInput | Promise<CallInput>,
): Promise<readonly AccessCase[]> =>
  casesOfOrganizations(name, (organization, account) => input(organization, api.asAccount(account)));

/** Looking at one. */
export const readDifficulties = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(api, 'a difficulty', async (organization, caller) => ({
    params: { id: (await inventDifficulty(api, caller, { organization })).id },
  }));

/** Raising one. */
export const raiseDifficulties = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(api, 'a difficulty', async (organization) => {
    const { id } = await inventTask(api, { lead: [organization] });
    const about = { kind: 'item', id };
    return {
      body: {
        ...{ organization, kind: 'data', words: 'Thiếu dữ liệu', suggestion: null, about },
        ...{ dueDay: '2026-12-10', evidence: [], writeId: newId() },
      },
    };
  });

/** Answering one that was passed to an organization: by its own people. */
export const answerDifficulties = async (api: TestApi): Promise<readonly AccessCase[]> => {
  const caller = api.asAccount('snv-can-bo');
  const { id } = await inventDifficulty(api, caller, { organization: 'SNV' });
  const input = { params: { id }, body: { move: 'answer', words: 'Đã bố trí', document: null } };
  const answer = (version: number): CallInput => ({
    ...input,
    body: { ...input.body, version, writeId: newId() },
  });
  const unpassed: AccessCase = {
    ...{ name: 'a difficulty with the coordinator', relations: ['other'] },
    input: answer(1),
    who: 'coordinator',
  };
  const passed = (await inventDifficulty(api, caller, { organization: 'SNV' })).id;
  const direction = { move: 'pass', organization: 'STP', words: null, dueDay: '2026-12-10' };
  await api.as('coordinator').call(directDifficulty, {
    params: { id: passed },
    body: { ...direction, version: 1, writeId: newId() },
  });
  return [
    unpassed,
    {
      ...{ name: 'a difficulty passed to STP', relations: ['own'] },
      input: { ...answer(2), params: { id: passed } },
    },
  ];
};

/** Withdrawing one. */
export const replyToDifficulties = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(api, 'a difficulty', async (organization, caller) => ({
    params: { id: (await inventDifficulty(api, caller, { organization })).id },
    body: { move: 'withdraw', words: 'Đã tự xử lý', version: 1, writeId: newId() },
  }));

/** Looking at what an organization has. */
export const readDifficultyEvidence = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(api, 'evidence', (organization) => ({ params: { organization } }));

/** Sending a file. */
export const addDifficultyFiles = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(api, 'a file', (organization) => ({
    ...{ params: { organization }, query: { writeId: newId() } },
    file: { name: 'a.pdf', content: pdfFile() },
  }));

/** Naming a page. */
export const addDifficultyPages = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(api, 'a page', (organization) => ({
    params: { organization },
    body: { reference: { kind: 'link', url: 'https://example.vn/a', title: '' }, writeId: newId() },
  }));

const sendFile = async (organization: string, caller: Caller): Promise<string> => {
  const file = { name: 'a.pdf', content: pdfFile() };
  const upload = { params: { organization }, query: { writeId: newId() }, file };
  return (await caller.call(addOwnEvidenceFile, upload)).body.added ?? '';
};

/** Opening a file that an organization has. */
export const openOwnFiles = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(api, 'an own file', async (organization, caller) => ({
    params: { organization, evidenceId: await sendFile(organization, caller) },
  }));

/** Opening a file that a difficulty names. */
export const openDifficultyFiles = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(api, 'a file', async (organization, caller) => {
    const evidenceId = await sendFile(organization, caller);
    const { id } = await inventDifficulty(api, caller, { organization, evidence: [evidenceId] });
    return { params: { id, evidenceId } };
  });
