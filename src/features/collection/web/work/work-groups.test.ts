import { describe, expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import type { WorkItem } from '#contract/submission.ts';
import { findTask, groupOfWork } from './work-groups.ts';

const work = (change: Partial<WorkItem>): WorkItem => ({
  submissionId: '1',
  round: {
    ...{ id: '2', title: 'Báo cáo Quý II', period: '2026-Q2' },
    ...{ remindDay: plainDate('2026-06-19'), lastDay: plainDate('2026-06-20') },
    lateAfterDay: plainDate('2026-06-22'),
  },
  organization: { code: 'STP', name: 'Sở Tư pháp' },
  ...{ state: 'draft', asked: 4, answered: 1, returned: 0, tasks: 0 },
  ...{ isLate: false, daysLeft: 3, extendedUntil: null },
  ...{ actions: [], mayWrite: false, mayAppraise: false },
  ...change,
});

describe('what a person must do', () => {
  it.each([
    ['a reporter fills a draft', work({ actions: ['mark-ready'], mayWrite: true }), 'fill'],
    [
      'a reporter corrects what came back',
      work({ state: 'returned', actions: ['mark-ready'], mayWrite: true }),
      'correct',
    ],
    [
      'a reporter waits for the signature',
      work({ state: 'ready', actions: ['take-back'], mayWrite: true }),
      undefined,
    ],
    [
      'a head signs what is ready',
      work({ state: 'ready', actions: ['take-back', 'submit'], mayWrite: true }),
      'sign',
    ],
    ['a head waits for the appraisal', work({ state: 'submitted', actions: ['withdraw'] }), undefined],
    [
      'an appraiser appraises',
      work({ state: 'submitted', actions: ['start-appraisal', 'return', 'accept'], mayAppraise: true }),
      'appraise',
    ],
    ['a leader looks on', work({}), undefined],
    ['a round that is closed to the agency asks nothing', work({ actions: ['mark-ready'] }), undefined],
  ] as const)('%s', (_name, item, task) => {
    expect(findTask(item)).toBe(task);
    expect(groupOfWork(item)).toBe(task ? 'now' : 'waiting');
  });

  it('is over when it is accepted', () => {
    expect(groupOfWork(work({ state: 'accepted', actions: ['reopen'] }))).toBe('done');
  });
});
