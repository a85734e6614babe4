import { v7 as newId } from 'uuid';
import { addTaskEvidenceFile, reportTask } from '#features/execution/task-contract.ts';
import { casesOfOrganizations, type AccessCase } from './access-case.ts';
import type { CallInput, TestApi } from './api.ts';
import { pdfFile } from './evidence-files.ts';
import { inventTask } from './invented-task.ts';

const casesOf = (
  api: TestApi,
  name: string,
  input: (id: string, organization: string, account: string) => CallInput | Promise<CallInput>,
): Promise<readonly AccessCase[]> =>
  casesOfOrganizations(name, async (organization, account) => {
    const due = { kind: 'day', raw: '20/12/2026', end: '2026-12-20' };
    const { id } = await inventTask(api, { due, lead: [organization] });
    return input(id, organization, account);
  });

const part = (organization: string) => ({ organization, period: '', version: 0, writeId: newId() });

/** Reporting on a task. */
export const reportTasks = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(api, 'a task', (id, organization) => ({
    params: { id },
    body: { ...part(organization), percent: '10', words: null, result: null, doneOn: null, evidence: [] },
  }));

/** Asking for a later day. */
export const askExtensions = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(api, 'a task', (id, organization) => ({
    params: { id },
    body: { ...part(organization), until: '2027-01-31', reason: 'Chờ kinh phí' },
  }));

/** Noting that decisions were seen. */
export const readDecisions = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(api, 'a task', (id) => ({ params: { id } }));

/** Looking at evidence. */
export const readTaskEvidence = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(api, 'evidence for a task', (id, organization) => ({ params: { id, organization } }));

/** Sending a file. */
export const sendTaskFiles = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(api, 'a file for a task', (id, organization) => ({
    ...{ params: { id, organization }, query: { writeId: newId() } },
    file: { name: 'a.pdf', content: pdfFile() },
  }));

/** Naming a page. */
export const nameTaskEvidence = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(api, 'a page for a task', (id, organization) => ({
    params: { id, organization },
    body: { reference: { kind: 'link', url: 'https://example.vn/a', title: '' }, writeId: newId() },
  }));

/** Opening a file that a report names; others than its own people see no other. */
export const readTaskFiles = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(api, 'a file of a task', async (id, organization, account) => {
    const params = { id, organization };
    const caller = api.asAccount(account);
    const file = { name: 'a.pdf', content: pdfFile() };
    const { body } = await caller.call(addTaskEvidenceFile, { params, query: { writeId: newId() }, file });
    const evidenceId = body.added ?? '';
    const report = { ...part(organization), percent: '10', words: null, result: null, doneOn: null };
    await caller.call(reportTask, { params: { id }, body: { ...report, evidence: [evidenceId] } });
    return { params: { ...params, evidenceId } };
  });
