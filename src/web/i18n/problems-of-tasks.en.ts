import type { ProblemCode } from '#web/api/problem-error.ts';
import type { ProblemSentences } from './problem-sentences.ts';

type TaskCode = Extract<
  ProblemCode,
  `task.${string}` | `difficulty.${string}` | `work-step.${string}` | `committee-member.${string}`
>;

const dayOf = (day: unknown): string => (typeof day === 'string' ? day : 'the present last day');

const STATES: Readonly<Record<string, string>> = {
  ended: 'A later document has ended this task.',
  completed: 'This part is confirmed as completed.',
  paused: 'This part is paused.',
  'not-running': 'The task is completed or paused.',
  'not-paused': 'The task is not paused.',
};

const STEP_STATES: Readonly<Record<string, string>> = {
  completed: 'This step is recorded as done.',
  open: 'This step is not recorded as done.',
  withdrawn: 'This step was taken out of the plan.',
};

/** What refusals about tasks and their difficulties say and how to mend them. */
export const problemsOfTasks: Readonly<Record<TaskCode, ProblemSentences>> = {
  'task.wrong-state': {
    what: ({ state }) => STATES[String(state)] ?? 'Its present state does not allow this.',
    mend: 'Load the page again to see how it stands now.',
  },
  'task.nothing-to-decide': {
    what: 'No report or request waits for a decision.',
    mend: 'Load the page again: somebody else may have decided.',
  },
  'task.no-due-day': {
    what: 'This task is due on no day, so there is nothing to extend.',
    mend: 'If it waits for an event, record the event with the day by which the task is due.',
  },
  'task.extension-not-later': {
    what: ({ lastDay }) => `The new last day must come after ${dayOf(lastDay)}.`,
    mend: 'Choose a later day.',
  },
  'task.day-ahead': {
    what: 'The chosen day lies ahead.',
    mend: 'Choose today or a day before.',
  },
  'task.not-conditional': {
    what: 'The plan says when this task is due; it waits for no event.',
    mend: 'To change its last day, use an extension.',
  },
  'task.due-before-start': {
    what: ({ day }) => `It would be due before the event itself (${dayOf(day)}).`,
    mend: 'Choose a day from the event on.',
  },
  'difficulty.wrong-state': {
    what: 'Somebody has dealt with this difficulty meanwhile, so this can no longer be done.',
    mend: 'Load the page again to see how it stands now.',
  },
  'difficulty.day-past': {
    what: 'The day chosen for the answer lies before today.',
    mend: 'Choose today or a later day.',
  },
  'difficulty.not-another-organization': {
    what: 'It can’t be passed to the chosen organization: it raised the difficulty itself, is a group, or is no more.',
    mend: 'Choose another organization that exists today.',
  },
  'work-step.wrong-state': {
    what: ({ state }) => STEP_STATES[String(state)] ?? 'The present state of this step does not allow this.',
    mend: 'Load the page again to see the plan as it stands now.',
  },
  'work-step.days-reversed': {
    what: ({ row, firstDay, lastDay }) =>
      `Step ${String(row)}: its first day ${dayOf(firstDay)} comes after its last day ${dayOf(lastDay)}.`,
    mend: 'Correct one of the two days. No step was kept.',
  },
  'work-step.too-many': {
    what: ({ most, present, added }) =>
      `A work plan holds ${String(most)} steps at most; it has ${String(present)}, and ${String(added)} would be added.`,
    mend: 'Leave rows out, or join small steps. No step was kept.',
  },
  'work-step.not-of-organization': {
    what: ({ row }) => `Step ${String(row)}: the chosen person does not report for this organization.`,
    mend: 'Choose somebody else, or write the name of the person or unit.',
  },
  'work-step.not-answering': {
    what: ({ row, organization }) =>
      `Step ${String(row)}: it can’t be handed to ${String(organization)}, which is no other organization that answers for this task.`,
    mend: 'Choose an organization that carries out this task too.',
  },
  'committee-member.days-reversed': {
    what: ({ validFrom, validTo }) =>
      `The last day (${dayOf(validTo)}) is before the first (${dayOf(validFrom)}).`,
    mend: 'Correct one of the two days.',
  },
  'committee-member.twice': {
    what: ({ validFrom, validTo }) =>
      `This person is a member of the steering committee already, from ${dayOf(validFrom)}${typeof validTo === 'string' ? ` to ${dayOf(validTo)}` : ''}.`,
    mend: 'Change the assignment that is there, or give it a last day first.',
  },
  'committee-member.unsuitable-account': {
    what: 'The chosen account is closed, or has no role that may see areas.',
    mend: 'Choose another account, or write the name as the document does.',
  },
  'committee-member.name-gone': {
    what: 'The name of this member is not kept here: it was erased, or is that of the account.',
    mend: 'If it is another person, add a new member.',
  },
};
