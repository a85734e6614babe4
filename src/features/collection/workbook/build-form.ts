import { createHash } from 'node:crypto';
import { MEDIA_TYPES } from '#core/kernel/media-types.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { BLANK } from '#core/scoring/data-value.ts';
import { buildFormWorkbook } from '#core/submission/workbook/build-form-workbook.ts';
import type {
  FigureScope,
  WorkbookForm,
  WorkbookItem,
  WorkbookSection,
} from '#core/submission/workbook/workbook-form.ts';
import { WORKBOOK_WORDS } from '#core/submission/workbook/workbook-words.ts';
import type { FileAnswer } from '#contract/schemas.ts';
import type { SubmissionForm, SubmissionItem } from '#contract/submission.ts';
import { shownCode } from '#core/task-progress/task-codes.ts';
import { TASK_GROUP } from '#core/task-progress/task-form.ts';
import { writeXlsx } from '#server/xlsx/write-xlsx.ts';
import type { SubmissionRecord } from '#features/collection/submission/submission-record.ts';
import { NO_PAST } from '#features/collection/follow-up/answer-changes.ts';
import { submissionView } from '#features/collection/submission/submission-view.ts';

export type Language = keyof typeof WORKBOOK_WORDS;

const scopeOf = ({ subject, share }: SubmissionItem, organization: string): FigureScope => {
  if (share === 'part') return 'part';
  return subject === organization ? 'own' : 'whole';
};

const itemOf = (entry: SubmissionItem, organization: string): WorkbookItem => {
  const { subject, item, answer, previous } = entry;
  return {
    ...{ subject, item, scope: scopeOf(entry, organization) },
    previous: previous && { value: previous.value, period: previous.period },
    answer: answer
      ? {
          ...{ value: answer.value, note: answer.note, explanation: answer.explanation },
          version: answer.version,
        }
      : { value: BLANK, note: null, explanation: null, version: 0 },
  };
};

const headingOf = (code: string, name: string): string => (code === '' ? name : `${code}. ${name}`);

const sectionsOf = (
  { groups, organization }: SubmissionForm,
  language: Language,
): readonly WorkbookSection[] =>
  groups.flatMap(({ code, name, indicators }) => [
    { heading: headingOf(code === TASK_GROUP ? '' : code, name[language]), level: 1 as const, items: [] },
    ...indicators.map((indicator) => ({
      heading: headingOf(shownCode(indicator.code), indicator.name[language]),
      level: 2 as const,
      items: indicator.items.map((item) => itemOf(item, organization.code)),
    })),
  ]);

// What is asked and how, without what was answered.
const fingerprintOf = (
  { framework, frameworkVersion }: SubmissionRecord['round'],
  form: SubmissionForm,
): string => {
  const asked = form.groups.flatMap(({ indicators }) =>
    indicators.flatMap(({ items }) => items.map(({ subject, item, share }) => [subject, share, item])),
  );
  return createHash('sha256')
    .update(JSON.stringify([framework, frameworkVersion, asked]))
    .digest('hex');
};

const writtenDay = (day: PlainDate, language: Language): string =>
  language === 'vi' ? day.split('-').reverse().join('/') : day;

/** The form of a submission as a workbook holds it. */
export const workbookFormOf = (
  record: SubmissionRecord,
  today: PlainDate,
  language: Language,
): WorkbookForm => {
  const form = submissionView(record, [], { actor: undefined, today, names: new Map(), past: NO_PAST });
  return {
    ...{ submissionId: form.id, roundId: form.round.id, roundTitle: form.round.title },
    ...{ period: form.round.period, organization: form.organization },
    lastDay: writtenDay(form.round.schedule.lastDay, language),
    framework: `${record.round.framework}@${String(record.round.frameworkVersion)}`,
    fingerprint: fingerprintOf(record.round, form),
    sections: sectionsOf(form, language),
  };
};

/** Writes the form of a submission as a file. */
export const writeFormWorkbook = (
  record: SubmissionRecord,
  today: PlainDate,
  language: Language,
): FileAnswer => {
  const form = workbookFormOf(record, today, language);
  return {
    name: `bieu-so-lieu-${form.organization.code}-${form.period}.xlsx`,
    mediaType: MEDIA_TYPES.xlsx,
    content: writeXlsx(buildFormWorkbook(form, WORKBOOK_WORDS[language])),
  };
};
