import { countDocuments, countTasksByState, listPressingTasks, type PressingTask } from './reads.ts';
import type { Overview } from './contract.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { countFindingsByKind } from '#server/consistency/list-findings.ts';
import { listDecidedFindings } from '#server/consistency/list-decided-findings.ts';
import type { Db } from '#server/db/database.ts';
import { countEveryState } from '#server/registers/task-standings.ts';

const SHOWN = 10;

const urgentTask = ({ item, state, lastDay }: PressingTask): Overview['tasks']['urgent'][number] => {
  const { id, name, document, agencies } = item;
  return { id, name, document, leads: agencies.filter(({ role }) => role === 'lead'), state, lastDay };
};

/** What the first page shows beside the index. */
export const loadOverview = async (db: Db, today: PlainDate): Promise<Overview> => {
  const counts = await countTasksByState(db, today);
  const urgent = await listPressingTasks(db, today, SHOWN);
  const findings = (await listDecidedFindings(db, today)).filter(({ state }) => state === 'open');
  return {
    today,
    tasks: {
      total: [...counts.values()].reduce((sum, count) => sum + count, 0),
      byState: countEveryState(counts),
      urgent: urgent.map(urgentTask),
    },
    contradictions: {
      total: findings.length,
      byKind: countFindingsByKind(findings),
      top: findings.slice(0, SHOWN),
    },
    documents: { total: await countDocuments(db) },
  };
};
