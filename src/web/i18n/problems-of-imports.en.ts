import type { ProblemCode } from '#web/api/problem-error.ts';
import { countOf } from './plural.ts';
import type { ProblemSentences } from './problem-sentences.ts';

type ImportCode = Extract<
  ProblemCode,
  `plan-import.${string}` | `plan-review.${string}` | `directive.${string}`
>;

const OBSTACLES: Readonly<Record<string, readonly [one: string, many: string]>> = {
  'later-import': ['later import', 'later imports'],
  round: ['reporting round', 'reporting rounds'],
  'round-request': ['request for progress', 'requests for progress'],
  'task-progress': ['report of progress', 'reports of progress'],
  'task-event': ['report or decision on a task', 'reports or decisions on tasks'],
  'task-purpose': ['link of a task to what it serves', 'links of tasks to what they serve'],
  difficulty: ['difficulty', 'difficulties'],
  'work-step': ['step of a work plan', 'steps of work plans'],
  'committee-area': ['part of the area of a committee member', 'parts of areas of committee members'],
  'target-value': ['value of a target in a year', 'values of targets in a year'],
  evidence: ['piece of evidence', 'pieces of evidence'],
  'index-figure': ['figure of the index', 'figures of the index'],
};

const countedObstacles = (obstacles: unknown): string =>
  Object.entries(obstacles ?? {})
    .map(([kind, count]) => countOf(String(count), ...(OBSTACLES[kind] ?? ['other entry', 'other entries'])))
    .join(', ');

/** What the refusals of imports of documents say and how to mend them. */
export const problemsOfImports: Readonly<Record<ImportCode, ProblemSentences>> = {
  'plan-import.already-accepted': {
    what: 'This import was accepted before.',
    mend: 'Open the document under Plans.',
  },
  'plan-import.discarded': {
    what: 'This import was discarded.',
    mend: 'Upload the file again if it is still needed.',
  },
  'plan-import.undone': {
    what: 'This import was undone.',
    mend: 'Upload the file again if it is still needed.',
  },
  'plan-import.not-accepted': {
    what: 'This import has not entered the registers, so there is nothing to undo.',
    mend: 'See its state in the list of uploaded documents.',
  },
  'plan-import.built-on': {
    what: ({ obstacles }) => `It cannot be undone, for this was built on it: ${countedObstacles(obstacles)}.`,
    mend: 'Undo later imports first, the latest one before the others. What was reported stays: import a correcting document instead.',
  },
  'plan-import.year-not-later': {
    what: ({ year }) => `Targets must be for a year after ${String(year)}, the year of the present figures.`,
    mend: 'Choose a later year and offer the plan again.',
  },
  'plan-import.not-amending': {
    what: 'This document is registered already, or is the chosen one itself, so it cannot amend it.',
    mend: 'Open the review of the import: a copy of a registered document is compared there.',
  },
  'plan-import.not-alike': {
    what: 'The file cannot be that document, or has its number and day and so is certainly the same.',
    mend: 'Reload the review to see which document is asked about.',
  },
  'plan-import.document-unclear': {
    what: 'It is not clear whether the file is a registered document or another one.',
    mend: 'Open the review of the import, answer the question at its top, then enter the document.',
  },
  'plan-import.unknown-item': {
    what: 'An item does not belong to this import.',
    mend: 'Reload the page to see the present list.',
  },
  'plan-review.unfinished': {
    what: ({ pending }) =>
      `${countOf(String(pending), 'item is', 'items are')} not reviewed yet, so nothing was entered.`,
    mend: 'Accept or reject the items that are left, then enter the document.',
  },
  'plan-review.nothing-to-undo': {
    what: 'There is no review step left to undo.',
    mend: 'Reload the page to see the present state.',
  },
  'plan-review.unreadable-field': {
    what: ({ text }) => `“${String(text)}” cannot be read in this field.`,
    mend: 'Enter numbers with a decimal comma (57,6) and days as 30/6/2026; a name must not be blank.',
  },
  'plan-review.nothing-above': {
    what: 'There is no item of the same kind above this one to merge with.',
    mend: 'Correct the item, or reject it.',
  },
  'plan-review.nothing-to-split': {
    what: 'This cut leaves a part without words.',
    mend: 'Move the cut to the middle of the sentence.',
  },
  'plan-import.already-registered': {
    what: ({ docNumber }) =>
      `Document ${String(docNumber)} of this authority and year is in the register already.`,
    mend: 'Check number, day and issuer; to add tasks, import the file of the document itself.',
  },
  'directive.day-ahead': {
    what: 'The day of issue lies ahead.',
    mend: 'Choose today or an earlier day.',
  },
};
