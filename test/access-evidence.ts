import { v7 as newId } from 'uuid';
import { addEvidenceFile, putAttachments } from '#features/collection/evidence-contract.ts';
import type { AccessCase } from './access-case.ts';
import { casesOf } from './access-submissions.ts';
import type { TestApi } from './api.ts';
import { pdfFile } from './evidence-files.ts';

const REPORTERS: Readonly<Record<string, string>> = { STP: 'stp-can-bo', SNV: 'snv-can-bo' };

/** Reading what an organization has to prove its figures with. */
export const readEvidence = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(api, 'evidence', () => ({}));

/** Sending a file. */
export const sendEvidenceFiles = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(api, 'a file', () => ({
    query: { writeId: newId() },
    file: { name: 'a.pdf', content: pdfFile() },
  }));

/** Naming a page. */
export const nameEvidence = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(api, 'a page', () => ({
    body: { reference: { kind: 'link', url: 'https://dongthap.gov.vn/', title: '' }, writeId: newId() },
  }));

/** Attaching nothing, which is permitted to whom attaching is. */
export const attachEvidence = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(api, 'attaching', () => ({ body: { attach: [], detach: [] } }));

/** Reading the file behind a figure. */
export const readEvidenceFiles = async (api: TestApi): Promise<readonly AccessCase[]> => {
  const cases = await casesOf(api, 'the file', ({ subject, item }) => ({ body: { subject, item } }));
  return Promise.all(
    cases.map(async ({ input, ...rest }) => {
      const { params = {} } = input;
      const { subject, item } = input.body as { readonly subject: string; readonly item: string };
      const reporter = api.asAccount(REPORTERS[subject] ?? '');
      const sent = { params, query: { writeId: newId() }, file: { name: 'a.pdf', content: pdfFile() } };
      const { id: evidenceId } = (await reporter.call(addEvidenceFile, sent)).body;
      const body = { attach: [{ subject, item, evidenceId }], detach: [] };
      await reporter.call(putAttachments, { params, body });
      return { ...rest, input: { params: { ...params, evidenceId } } };
    }),
  );
};
