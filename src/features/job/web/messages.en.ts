import type { SameShape } from '#web/i18n/messages.ts';
import type { vi } from './messages.vi.ts';

/** The English texts of work that is done beside requests. */
export const en: SameShape<typeof vi> = {
  title: 'Background jobs',
  finding: (running, waiting, failed) => `${running} running, ${waiting} waiting, ${failed} without success`,
  findingNone: 'There are no background jobs',
  lead: 'What takes long is done after the person’s own step: reading large documents, making long papers. When a server stops half-way, the work is begun again.',
  noneHelp: 'Jobs appear here when somebody sends a large file or makes a long document.',
  loading: 'Loading background jobs',
  open: 'Running and waiting',
  noOpen: 'Nothing runs or waits.',
  failed: 'Without success',
  failedLead:
    'The last attempt met a fault or was refused. Look at the reason, mend it and have it done again. The file of a job that met a fault is kept for 7 days; what has no button to repeat it is asked for anew.',
  over: 'Done',
  kind: 'Job',
  state: 'State',
  reason: 'Reason',
  attempts: 'Attempts',
  attemptsOf: (done, most) => `${done} of ${most}`,
  askedBy: 'Asked for by',
  system: 'The system',
  asked: 'Asked for at',
  ended: 'Ended at',
  runAfter: (when) => `again after ${when}`,
  action: 'Action',
  stop: 'Stop',
  stopping: 'stopping',
  repeat: 'Repeat',
  stopThis: (kind) => `Stop: ${kind}`,
  repeatThis: (kind) => `Repeat: ${kind}`,
  faults: {
    lost: 'The server ended half-way in every attempt.',
    other: (name) => `A fault of the system (${name}); the server’s log has more.`,
  },
  states: {
    waiting: 'Waiting',
    running: 'Running',
    done: 'Done',
    refused: 'Refused',
    failed: 'Failed',
    cancelled: 'Stopped',
  },
  kinds: {
    'plan-import.read': 'Reading a large document',
    'official-document.make': 'Making a long document',
    'official-document.render': 'Making a file of a long document',
    'reminder.plan': 'Working out the reminders of the day',
    'reminder.send': 'Sending reminders',
    'standing.derive': 'Working out the states of tasks anew',
  },
};
