import type { SameShape } from '#web/i18n/messages.ts';
import { countOf } from '#web/i18n/plural.ts';
import type { vi } from './messages.vi.ts';

/** The English texts of a person's own work. */
export const en: SameShape<typeof vi> = {
  eyebrow: 'My work',
  loading: 'My work',
  finding: (count) => `${countOf(count, 'report', 'reports')} to do`,
  findingLate: (count, late) => `${countOf(count, 'report', 'reports')} to do, ${late} late`,
  findingSoon: (count, title, days) =>
    `${countOf(count, 'report', 'reports')} to do, most urgent ${title}, ${days}`,
  findingNone: 'No report waits for you',
  waitingForOthers: (count) => `${countOf(count, 'report waits', 'reports wait')} for others`,
  ofOwnTasks: (tasks, late) =>
    `${countOf(tasks, 'task needs', 'tasks need')} attention this week${late === '0' ? '' : `, ${late} overdue`}`,
  toDecide: (count) => `${countOf(count, 'task waits', 'tasks wait')} for your decision`,
  tasksUnknown: 'tasks could not be loaded',
  ownTasks: 'Tasks that need attention this week',
  ownTasksLead:
    'Overdue, due this week, sent back, or waiting for the coordinator’s decision. Report progress on the page of the task.',
  taskWaits: {
    confirmation: 'waits for confirmation',
    extension: 'waits for a decision on more time',
    event: 'waits for an event',
    'sent-back': 'its report was sent back',
  },
  due: (day) => `due ${day}`,
  toTasks: (count) => `See ${countOf(count, 'task', 'tasks')}`,
  decisions: 'Tasks that wait for a decision',
  confirmations: (count) => `${countOf(count, 'task', 'tasks')} with a report to confirm`,
  extensions: (count) => `${countOf(count, 'task asks', 'tasks ask')} for an extension`,
  toWeek: 'Week of the organization',
  lead: 'What is due first stands first. Aim at the day of the reminder; only after the last day named is anything late.',
  denied: 'Your account takes part in no reporting round',
  deniedText: 'This page is for those who report, sign and appraise.',
  groups: { now: 'To do now', waiting: 'Waiting for others', done: 'Done' },
  emptyNow: 'There is no report to send now',
  emptyNowText: 'When a round is opened or a report is returned, it will appear here.',
  tasks: { fill: 'Fill in', correct: 'Correct as appraised', sign: 'Sign and send', appraise: 'Appraise' },
  open: 'Open the report',
  showAll: (count) => `Show all ${count} reports`,
  columns: {
    report: 'Report',
    organization: 'Organization',
    deadline: 'Due',
    progress: 'Filled in',
    state: 'State',
    task: 'To do',
  },
  answered: (answered, asked) => `${answered}/${asked}`,
  withTasks: (count) => `${countOf(count, 'task', 'tasks')} among them`,
  returned: (count) => `${countOf(count, 'figure', 'figures')} returned`,
  days: (remind, last, late) => `reminder ${remind} · due ${last} · late after ${late}`,
  extended: (day) => `extended until ${day}`,
  daysLeft: (count) => `${countOf(count, 'day', 'days')} left`,
  today: 'due today',
  overdue: (count) => `${countOf(count, 'day', 'days')} overdue`,
  late: 'late',
  mayWait: 'not late yet',
};
