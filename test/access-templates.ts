import { v7 as newId } from 'uuid';
import { insertTemplate } from '#features/official-document/template/template-store.ts';
import type { AccessCase } from './access-case.ts';
import { ISSUERS, keepPaper } from './access-papers.ts';
import type { TestApi } from './api.ts';
import { paragraph } from './docx-file.ts';
import { templateFile } from './template-file.ts';

const kind = 'agency-report' as const;
const placeOf = (organization: string) => ({ organization, kind });

const casesOf = (
  inputOf: (code: string) => AccessCase['input'] | Promise<AccessCase['input']>,
): Promise<readonly AccessCase[]> =>
  Promise.all(
    ISSUERS.map(async ({ code, relations }) => ({
      ...{ name: `templates of ${code}`, relations, input: await inputOf(code) },
    })),
  );

/** Looking at an agency's templates, and beginning one. */
export const readTemplates = (): Promise<readonly AccessCase[]> =>
  casesOf((code) => ({ query: placeOf(code) }));

/** Uploading a template of an agency. */
export const sendTemplates = (): Promise<readonly AccessCase[]> =>
  casesOf((code) => ({
    query: { ...placeOf(code), name: `Mẫu ${newId()}`, writeId: newId() },
    file: { name: 'mau.docx', content: templateFile(paragraph('{trich_yeu}')) },
  }));

/** Going back to the delivered layout. */
export const chooseTemplates = (): Promise<readonly AccessCase[]> =>
  casesOf((code) => ({
    body: { ...placeOf(code), templateId: null, choiceVersion: 0, writeId: newId() },
  }));

const keepTemplate = async ({ db }: TestApi, organizationCode: string): Promise<string> => {
  const { account_id: uploadedBy } = await db
    .selectFrom('account')
    .select('account_id')
    .executeTakeFirstOrThrow();
  const id = newId();
  const content = templateFile(paragraph('{trich_yeu}'));
  await db.transaction().execute((tx) =>
    insertTemplate(
      tx,
      {
        ...{ id, organizationCode, kind, name: id, version: 1, fileName: 'mau.docx' },
        ...{ contentHash: 'ab'.repeat(32), uploadedAt: '2026-11-22T02:00:00.000Z', uploadedBy },
        writeId: newId(),
      },
      content,
    ),
  );
  return id;
};

/** Taking out a template of an agency. */
export const readTemplateFiles = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(async (code) => ({ params: { id: await keepTemplate(api, code) } }));

/** Trying a template of an agency on its own report. */
export const previewTemplates = (api: TestApi): Promise<readonly AccessCase[]> =>
  casesOf(async (code) => ({
    params: { id: await keepTemplate(api, code) },
    query: { paper: await keepPaper(api, code) },
  }));
