import type { SameShape } from '#web/i18n/messages.ts';
import { countOf } from '#web/i18n/plural.ts';
import type { vi } from './messages.vi.ts';

/** The English texts of directives that are entered by hand. */
export const en: SameShape<typeof vi> = {
  title: 'Enter a directive with the tasks that it gives',
  lead: 'Directives, conclusions of meetings and of inspections: each task enters the register with this document as its source. What is being entered is kept in this browser.',
  back: 'Import documents',
  orFile: 'Is the document there as a file? Import the file: its tasks are read for you to review.',
  document: 'Document',
  kind: 'Kind',
  docNumber: 'Number',
  issueDate: 'Day of issue',
  issuer: 'Issued by',
  subject: 'Subject line',
  tasks: (count) => `Tasks: ${count}`,
  task: (place) => `Task ${place}`,
  name: 'What is to be done',
  finding: 'What the inspection found',
  leads: 'Lead',
  coordinating: 'Coordinating',
  due: 'Due (in the words of the document)',
  dueHelp: 'Such as: trước ngày 20/12/2026, Quý I/2027, hằng quý, thường xuyên.',
  dueUntil: (day) => `Understood as: last day ${day}.`,
  dueRecurring: 'Understood as: recurring.',
  dueOngoing: 'Understood as: ongoing.',
  dueEvent: 'Understood as: waiting for an event.',
  dueUnknown: 'No day follows from it; the words are kept and the task is due on no day.',
  expectedResult: 'Expected result',
  remove: (place) => `Remove task ${place}`,
  add: 'Add a task',
  missing: 'Fill this in.',
  missingLead: 'Choose at least one agency.',
  missingSome: (count) => `${countOf(count, 'entry is', 'entries are')} missing.`,
  submit: 'Enter into the register of tasks',
  clear: 'Discard what is entered',
  none: 'No agency matches',
};
