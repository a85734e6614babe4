import type { ProblemCode } from '#web/api/problem-error.ts';
import { nameOpenJobs } from './open-jobs.ts';
import { countOf } from './plural.ts';
import type { ProblemSentences } from './problem-sentences.ts';

type ExchangeCode = Extract<
  ProblemCode,
  | `workbook.${string}`
  | `delivery.${string}`
  | `official-document.${string}`
  | `document-template.${string}`
  | `job.${string}`
>;

/** Refusals of workbooks that come back, of figures that other systems deliver, of documents that are made, and of work beside requests. */
export const problemsOfExchange: Readonly<Record<ExchangeCode, ProblemSentences>> = {
  'workbook.not-a-form': {
    what: 'This file is not a form that the system gave out.',
    mend: 'Download the .xlsx form, fill in that file and upload it.',
  },
  'workbook.another-organization': {
    what: ({ found }) => `This form belongs to ${String(found)}.`,
    mend: ({ expected }) => `Upload the form of ${String(expected)}.`,
  },
  'workbook.another-round': {
    what: ({ found }) => `This form belongs to another reporting round: ${String(found)}.`,
    mend: ({ expected }) => `Download the form of “${String(expected)}” and fill it in.`,
  },
  'workbook.outdated': {
    what: 'This form was downloaded before what is asked for was changed.',
    mend: 'Download the form again and copy the figures over.',
  },
  'workbook.invalid': {
    what: ({ problems }) =>
      `${countOf(String(Array.isArray(problems) ? problems.length : 0), 'cell')} of the form must be corrected. No figure was taken over.`,
    mend: 'Correct the cells named below in the file, save it and upload it again.',
  },
  'delivery.token-required': {
    what: 'The token of the data source is missing, has expired or was revoked.',
    mend: 'Send “Authorization: Bearer <token>”; ask the administrator for a new token if need be.',
  },
  'delivery.key-reused': {
    what: 'This idempotency key was used for a delivery of other content.',
    mend: 'Take a new key for each delivery; send an old one again only with the very same content.',
  },
  'delivery.out-of-scope': {
    what: 'The data source may not deliver this item for this organization.',
    mend: 'Check the codes of organization and item, or ask the administrator for a wider scope.',
  },
  'delivery.no-open-round': {
    what: 'No open reporting round asks for this figure for this period.',
    mend: 'Check the codes and the period; figures are taken while their round is open.',
  },
  'delivery.ambiguous-round': {
    what: 'More than one open reporting round asks for this figure.',
    mend: 'Name the framework, the round or the subject.',
  },
  'delivery.typed-by-person': {
    what: 'A person of the organization has entered another value.',
    mend: 'Agree with the organization. Once it clears its value, the next delivery is taken.',
  },
  'delivery.other-source': {
    what: 'Another data source has delivered another value for this item.',
    mend: 'Let each figure come from one source.',
  },
  'delivery.repeated-in-delivery': {
    what: 'This figure stands more than once in the delivery.',
    mend: 'Deliver each figure of each organization once.',
  },
  'delivery.unknown-period': {
    what: 'The period can not be read.',
    mend: 'Write 2026, 2026-Q1, 2026-H1, 2026-05; in the manner of DHIS2 2026, 2026Q1, 2026S1, 202605.',
  },
  'delivery.name-taken': {
    what: 'There is a data source of this name.',
    mend: 'Choose another name.',
  },
  'delivery.expiry-out-of-range': {
    what: 'The last day of the token is out of range.',
    mend: 'Choose a day from today to one year ahead.',
  },
  'official-document.nothing-to-tell': {
    what: ({ kind, organizations }) =>
      Array.isArray(organizations)
        ? `Nothing is overdue of: ${organizations.join(', ')}.`
        : kind === 'reminder-letter'
          ? 'Nothing is overdue, so there is nobody to remind.'
          : kind === 'findings-letter'
            ? 'There is nothing to write in this letter: no open contradiction fits.'
            : 'There is nothing to write in this document: no task or target fits.',
    mend: ({ kind, organizations }) =>
      Array.isArray(organizations)
        ? 'Leave them out, or choose nobody to write to all that are late.'
        : kind === 'reminder-letter'
          ? 'A letter to the late is made when a task is overdue and not reported as done.'
          : 'Choose another document, period or agency, or fewer filters.',
  },
  'official-document.answer-day': {
    what: 'The day by which the late are to answer can’t be that one.',
    mend: ({ today, latest }) => `Choose a day from ${String(today)} to ${String(latest)}.`,
  },
  'official-document.too-long': {
    what: 'The document is long and takes more time than anybody waits for.',
    mend: 'Have it made as a job; follow its progress and download it when it is done.',
  },
  'official-document.number-taken': {
    what: ({ number, series, title }) =>
      `Number ${String(number)}/${String(series)} of this year has been given to another document: ${String(title)}.`,
    mend: 'Look into the register of outgoing documents and enter another number.',
  },
  'document-template.invalid': {
    what: ({ count }) => `The template has ${countOf(String(count), 'fault')}.`,
    mend: 'Mend each place of the table below and upload the template again.',
  },
  'document-template.reaches-out': {
    what: ({ what }) =>
      `The template fetches or embeds something: ${String(what)}. Such templates are not taken.`,
    mend: 'Remove outside links, embedded (OLE) files and linking fields; put pictures into the template itself and upload it again.',
  },
  'job.too-many-open': {
    what: ({ open, jobs }) =>
      `${countOf(String(open), 'job')} of this kind that you asked for ${open === 1 ? 'waits or runs' : 'wait or run'}${nameOpenJobs(jobs, 'en', (at) => `asked for at ${at}`)}.`,
    mend: 'Wait until one is over and ask again. An administrator can stop what is not needed any more on the page Background work.',
  },
  'job.asker-not-entitled': {
    what: ({ reason }) =>
      reason === 'no-account'
        ? 'The account that asked for this job has been disabled or is gone.'
        : 'Whoever asked for this job holds no role any more that may do it.',
    mend: 'Somebody who holds the role asks anew; or give the role back or enable the account, and repeat the job.',
  },
  'job.not-to-repeat': {
    what: 'This job can’t be repeated: it runs, it is done, or the file that came with it has been removed.',
    mend: 'Begin anew where it was asked for, for example by uploading the file again.',
  },
};
