import type { TaskDue } from './reads.ts';
import { countDocuments, listTaskDues, listTasksById } from './reads.ts';
import type { Overview } from './contract.ts';
import { findDueSchedule } from '#core/calendar/due-state.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { TaskItem } from '#contract/plan-item.ts';
import { countFindingsByKind } from '#server/consistency/list-findings.ts';
import { listDecidedFindings } from '#server/consistency/list-decided-findings.ts';
import type { Db } from '#server/db/database.ts';
import { duePolicy } from '#server/reference/due-policy.ts';
import { countDueStates } from '#server/registers/due.ts';

const SHOWN = 10;

// To look at first, in order of the last day: what is overdue without a report, then what is due next.
const chooseUrgent = (tasks: readonly TaskDue[], limit: number): readonly string[] => {
  const due = tasks.filter((task) => task.lastDay !== null);
  const overdue = due.filter(({ state }) => state === 'overdue-unreported');
  const next = due.filter(({ state }) => state === 'due-soon' || state === 'in-period');
  return [...overdue, ...next].slice(0, limit).map(({ id }) => id);
};

type UrgentTask = Overview['tasks']['urgent'][number];

const urgentTask = ({ id, name, document, agencies, due }: TaskItem): readonly UrgentTask[] => {
  const schedule = due && findDueSchedule(due, duePolicy.calendar);
  if (!schedule) return [];
  const { remindDay, lateAfterDay } = schedule;
  const leads = agencies.filter((agency) => agency.role === 'lead');
  return [{ id, name, document, leads, due, remindDay, lateAfterDay }];
};

/** What the first page shows beside the index. */
export const loadOverview = async (db: Db, today: PlainDate): Promise<Overview> => {
  const tasks = await listTaskDues(db, today);
  const urgent = await listTasksById(db, chooseUrgent(tasks, SHOWN), today);
  const findings = (await listDecidedFindings(db, today)).filter(({ state }) => state === 'open');
  return {
    today,
    tasks: {
      total: tasks.length,
      byState: countDueStates(tasks.map(({ state }) => state)),
      urgent: urgent.flatMap(urgentTask),
      dueSoonDays: duePolicy.dueSoonDays,
    },
    contradictions: {
      total: findings.length,
      byKind: countFindingsByKind(findings),
      top: findings.slice(0, SHOWN),
    },
    documents: { total: await countDocuments(db) },
  };
};
