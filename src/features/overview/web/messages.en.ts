import { countOf } from '#web/i18n/plural.ts';
import type { SameShape } from '#web/i18n/messages.ts';
import type { vi } from './messages.vi.ts';

/** The English texts of the first page. */
export const en: SameShape<typeof vi> = {
  page: 'Overview',
  eyebrow: (framework, subject, year) => `${subject} · ${framework} · ${year}`,
  finding: ({ year, points, missing, goal, forecast }) => {
    const reached =
      goal === null
        ? ''
        : missing === null
          ? `, the goal of ${goal} is reached`
          : `, ${missing} short of ${goal}`;
    const expected = forecast === null ? '' : `; the plan expects ${forecast}`;
    return `By the rules the ${year} figures give ${points} points${reached}${expected}`;
  },
  loadingTitle: 'Overview of the digital transformation index',
  noIndexTitle: 'No figures to score yet',
  noIndexOfYear: (year) => `No figures of ${year} to score yet`,
  noIndex: 'The framework or the figures of the province for this year have not been loaded.',
  latestYear: 'See the latest year with figures',
  forecastBeyond: (points) =>
    `The plan expects ${points} points more than the upper end of the range that its own figures give, under the assumptions of the calculation.`,
  forecastWithin: 'The forecast of the plan lies within the points that the rules give.',
  correctedBefore: 'These points rest on the figures at hand, of which',
  corrected: (count) => `${countOf(count, 'differs', 'differ')} from those of the plan`,
  correctedAfter: '.',
  correctedBeyond: (points) => `The plan expects ${points} points more than their upper end.`,
  documentsGive: (points) => `The plan's own figures give ${points} points`,
  documentsBeyond: (points) => `, at least ${points} below what it expects`,
  documentsEnd: ', under the assumptions of the calculation.',
  openIndicators: (count) => `${count} indicators lack a rule or data, so the points are a range.`,
  seeAssumptions: 'See the assumptions',
  pictureTitle: 'Points by the 8 main indicators',
  achieved: 'By the rules',
  possible: 'Uncertain range',
  goal: 'Goal',
  forecast: 'Expected by the plan',
  published: (year) => `Published ${year}`,
  publishedMean: (year) => `Published ${year}, mean of the former provinces`,
  rank: (rank, outOf) => `rank ${rank}/${outOf}`,
  predecessor: (name) => name,
  maximum: 'Maximum',
  mainIndicator: 'Main indicator',
  total: 'Whole index',
  forecastGap: 'Expected above the rules',
  tableTitle: 'Figures of the picture',
  roundedOnce: 'The total is rounded once: adding up the rounded rows may differ by 0.01 points.',
  unsupported: (points) => `expected ${points} more`,
  lossesTitle: 'Largest losses',
  lossesOrder:
    'The largest possible loss first. A range means that the rule or the data are not fully known.',
  lossesLead: (points) => `These ten indicators lose ${points} points.`,
  allLosses: 'See the whole index',
  component: 'Indicator',
  lost: 'Lost',
  points: 'Points',
  rule: 'Rule',
  lead: 'Lead agency',
  thresholdsTitle: 'Near a threshold or the maximum',
  thresholdsLead:
    'At the right, the points gained by reaching it. Ordered by what is still missing, the nearest first.',
  atOnceTitle: 'Points come with the threshold',
  graduallyTitle: 'Near the maximum; points grow in proportion',
  noThresholds: 'No indicator is near a threshold.',
  now: 'Now',
  threshold: 'Threshold',
  gain: 'Gain',
  neededOf: (numerator, needed, denominator) => `${numerator} → ${needed} of ${denominator}`,
  tasksTitle: 'Tasks',
  tasksLead: (total, today) => `${total} tasks in the plans, as of ${today}.`,
  tasksNote: 'Overdue follows from the due rule of the plan, the calendar, extensions and confirmed results.',
  noTasks: 'There are no tasks in the system yet.',
  allTasks: 'See all tasks',
  urgentTitle: 'First to deal with',
  urgentOrder: 'In order of the last day, the earliest first.',
  task: 'Task',
  due: 'Due',
  state: 'State',
  count: 'Tasks',
  contradictionsTitle: 'Contradictions in the plans',
  contradictionsLead: (total) => `${total} contradictions not settled yet.`,
  noContradictions: 'No contradiction is left to settle.',
  allContradictions: 'See all contradictions',
  documentsTitle: 'Sources',
  documentsLead: (count) => `The figures come from ${count} registered documents.`,
  allDocuments: 'See the documents',
};
