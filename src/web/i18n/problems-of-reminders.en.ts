import type { ProblemCode } from '#web/api/problem-error.ts';
import type { ProblemSentences } from './problem-sentences.ts';

const place = ({ step }: Readonly<Record<string, unknown>>): string => `Step ${String(step)}`;

/** What refusals about reminders say and how to mend them. */
export const problemsOfReminders: Readonly<
  Record<Extract<ProblemCode, `reminder.${string}` | 'webhook.not-configured'>, ProblemSentences>
> = {
  'webhook.not-configured': {
    what: 'No address for webhooks is configured.',
    mend: 'The operator sets SENSO_WEBHOOK_URL and SENSO_WEBHOOK_SECRET and starts the system again.',
  },
  'reminder.step-twice': {
    what: (details) => `${place(details)} falls on the day of another step.`,
    mend: 'Make one step of both, or change the days of one.',
  },
  'reminder.empty-step': {
    what: (details) => `${place(details)} tells nobody, or by no way.`,
    mend: 'Choose at least one recipient and one way, or remove the step.',
  },
  'reminder.early-letter': {
    what: (details) => `${place(details)} draws up a letter before anybody is late.`,
    mend: 'Put the step at least one working day after the last day, or leave out the letter.',
  },
  'reminder.wrong-state': {
    what: 'This has been dealt with, or can’t be yet.',
    mend: 'Load the page again to see how it stands.',
  },
  'reminder.unusable-link': {
    what: 'The link can’t be used.',
    mend: 'Open the link of the latest letter, or sign in and choose on the page My notices.',
  },
};
