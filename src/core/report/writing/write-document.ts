import type { DocumentOrigin, OfficialDocument } from '#core/report/official-document.ts';
import { writeDifficultyAnswer, type DifficultyAnswerFacts } from './difficulty-answer.ts';
import type { FindingsLetterFacts } from './finding-facts.ts';
import { writeFindingsLetter } from './findings-letter.ts';
import {
  writeAgencyReport,
  writeProgressReport,
  type AgencyReportFacts,
  type ProgressReportFacts,
} from './progress-report.ts';
import { writeReminderLetter, type ReminderFacts } from './reminder-letter.ts';
import { writeAnnouncement, type AnnouncementFacts } from './result-announcement.ts';
import type { SelfAssessmentFacts } from './self-assessment-facts.ts';
import { writeSelfAssessment } from './self-assessment.ts';

/** The data that a document is made from and kept with. */
export type DocumentFacts =
  | SelfAssessmentFacts
  | AnnouncementFacts
  | ProgressReportFacts
  | AgencyReportFacts
  | ReminderFacts
  | DifficultyAnswerFacts
  | FindingsLetterFacts;

/** The papers that are made here. */
export const PAPER_KINDS = [
  'self-assessment',
  'progress-report',
  'result-announcement',
  'reminder-letter',
  'agency-report',
  'difficulty-answer',
  'findings-letter',
] as const satisfies readonly DocumentFacts['kind'][];
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Writes a document from its data: the same data give the same document. */
export const writeDocument = (facts: DocumentFacts, origin: DocumentOrigin | null): OfficialDocument => {
  switch (facts.kind) {
    case 'self-assessment':
      return writeSelfAssessment(facts, origin);
    case 'result-announcement':
      return writeAnnouncement(facts, origin);
    case 'progress-report':
      return writeProgressReport(facts, origin);
    case 'agency-report':
      return writeAgencyReport(facts, origin);
    case 'reminder-letter':
      return writeReminderLetter(facts, origin);
    case 'difficulty-answer':
      return writeDifficultyAnswer(facts, origin);
    case 'findings-letter':
      return writeFindingsLetter(facts, origin);
  }
};
