import { z } from 'zod';
import { WORKBOOK_PROBLEMS } from '#core/submission/workbook/read-form-workbook.ts';
import { route } from '#contract/route.ts';
import { FileAnswer } from '#contract/schemas.ts';
import { SavedAnswers } from '#contract/submission.ts';

const Id = z.object({ id: z.uuid() });

/** A cell of a form that can't be taken as it is. */
export const WorkbookProblem = z
  .object({
    sheet: z.string(),
    cell: z.string(),
    item: z.string().nullable(),
    code: z.enum(WORKBOOK_PROBLEMS),
    details: z.record(z.string(), z.string()),
  })
  .meta({ id: 'WorkbookProblem' });
export type WorkbookProblem = z.infer<typeof WorkbookProblem>;

/** A figure that a form changes. */
const WorkbookChange = z
  .object({
    subject: z.string(),
    item: z.string(),
    cell: z.string(),
    state: z.enum(['value', 'blank', 'not-applicable']),
    value: z.string().nullable(),
    /** The text that a number was read from, where the cell held no number. */
    text: z.string().nullable(),
  })
  .meta({ id: 'WorkbookChange' });
export type WorkbookChange = z.infer<typeof WorkbookChange>;

export const WorkbookImport = z
  .object({
    isSaved: z.boolean(),
    changes: z.array(WorkbookChange),
    unchanged: z.number().int(),
    /** What the checks of the form say once the figures are in it. */
    answers: SavedAnswers,
  })
  .meta({ id: 'WorkbookImport' });
export type WorkbookImport = z.infer<typeof WorkbookImport>;

export const getFormWorkbook = route({
  method: 'GET',
  path: '/submissions/:id/workbook',
  operationId: 'getFormWorkbook',
  summary: 'The form of a submission as an .xlsx workbook, to be filled in and brought back',
  access: 'submission.read',
  params: Id,
  query: z.object({ language: z.enum(['vi', 'en']).optional() }),
  response: FileAnswer,
  answers: 'file',
  refusals: ['record.not-found'],
  since: '0.1.0',
});

export const importFormWorkbook = route({
  method: 'POST',
  path: '/submissions/:id/workbook',
  operationId: 'importFormWorkbook',
  summary: 'Take the figures of a filled form over, all or nothing; a dry run saves nothing',
  access: 'submission.write',
  params: Id,
  query: z.object({ dryRun: z.enum(['yes', 'no']), writeId: z.uuid() }),
  body: 'multipart',
  response: WorkbookImport,
  refusals: [
    'record.not-found',
    'submission.wrong-state',
    'round.closed',
    'workbook.not-a-form',
    'workbook.another-organization',
    'workbook.another-round',
    'workbook.outdated',
    'workbook.invalid',
    'file.missing',
    'file.empty',
    'file.broken',
    'file.too-large',
    'file.too-complex',
  ],
  since: '0.1.0',
});

export const takeKnownFigures = route({
  method: 'POST',
  path: '/submissions/:id/known-figures',
  operationId: 'takeKnownFigures',
  summary: 'Fill every blank figure of a draft with the one that is known already, marked as such',
  access: 'submission.write',
  params: Id,
  body: z.object({ writeId: z.uuid() }),
  response: SavedAnswers,
  refusals: ['record.not-found', 'submission.wrong-state', 'round.closed'],
  since: '0.1.0',
});
