import { z } from 'zod';
import { isWorkingDay } from '#core/calendar/working-days.ts';
import { enqueueJob, enqueueOnce } from '#server/jobs/enqueue-job.ts';
import { jobKind, type JobKind } from '#server/jobs/job-kind.ts';
import { duePolicy } from '#server/reference/due-policy.ts';
import { hasDueMessage } from './delivery/message-store.ts';
import { planDay } from './planning/plan-day.ts';
import type { ReminderPorts } from './reminder-ports.ts';
import { hasRun } from './planning/run-store.ts';
import { mayLeave, outsideChannels, sendDue } from './delivery/send-due.ts';

const PLAN = 'reminder.plan';
const SEND = 'reminder.send';

// With the pauses between, about an hour and a half.
const PLAN_ATTEMPTS = 11;

/** What is done about reminders beside requests: a day is planned once, and what waits is sent. */
export const reminderJobs = (ports: ReminderPorts): readonly JobKind[] => [
  jobKind({
    ...{ name: PLAN, lane: 'short', payload: z.object({}) },
    run: async () => ({ ...(await planDay(ports)) }),
  }),
  jobKind({
    ...{ name: SEND, lane: 'outside', payload: z.object({}) },
    run: async (_payload, { unwanted }) => ({ attempts: await sendDue(ports, unwanted) }),
  }),
];

/**
 * Asks for what is to be done about reminders now. Each server calls it again and again, also when it starts: a day that
 * nobody planned is planned then, and of what is asked for twice one is made.
 */
export const tendReminders = async (ports: ReminderPorts): Promise<void> => {
  const { db, clock } = ports;
  const today = clock.today();
  if (isWorkingDay(today, duePolicy.calendar) && !(await hasRun(db, today))) {
    const job = { kind: PLAN, key: today, payload: {}, createdBy: null, mostAttempts: PLAN_ATTEMPTS };
    await enqueueOnce(db, job);
  }
  const isWaiting = await hasDueMessage(db, outsideChannels(ports), clock.now());
  if (!isWaiting || !(await mayLeave(ports))) return;
  await db
    .transaction()
    .execute((tx) => enqueueJob(tx, { kind: SEND, key: 'all', payload: {}, createdBy: null }));
};
