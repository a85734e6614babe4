import type { SameShape } from '#web/i18n/messages.ts';
import type { vi } from './submission-messages.vi.ts';

/** The English words for where a submission stands and what moves it on. */
export const en: SameShape<typeof vi> = {
  states: {
    draft: 'being filled in',
    ready: 'waiting for signature',
    submitted: 'sent, waiting for appraisal',
    'under-appraisal': 'being appraised',
    returned: 'returned',
    accepted: 'accepted',
    locked: 'locked',
    published: 'published',
  },
  actions: {
    'mark-ready': 'Pass on for signature',
    'take-back': 'Take back to change',
    submit: 'Sign and send',
    withdraw: 'Withdraw the report',
    'start-appraisal': 'Begin appraisal',
    return: 'Return to the organization',
    accept: 'Accept the report',
    reopen: 'Reopen the report',
    lock: 'Lock',
    publish: 'Publish',
  },
  steps: {
    'mark-ready': 'passed on for signature',
    'take-back': 'taken back to change',
    submit: 'signed and sent',
    withdraw: 'withdrawn',
    'start-appraisal': 'appraisal begun',
    return: 'returned to the organization',
    accept: 'accepted',
    reopen: 'reopened',
    lock: 'locked',
    publish: 'published',
  },
};
