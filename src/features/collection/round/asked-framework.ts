import type { Framework } from '#core/scoring/framework.ts';
import { withTasks } from '#core/task-progress/task-form.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { findFrameworkVersion } from '#server/scoring/load-index.ts';
import type { StoredRound } from './round-store.ts';
import { listAskedTasks } from '#features/collection/task-progress/task-progress-reads.ts';

/** All that a round asks for, to name it by: its framework and, after it, its tasks. */
export const findAskedFramework = async (db: Db | Tx, round: StoredRound): Promise<Framework | undefined> => {
  const framework = await findFrameworkVersion(db, round.framework, round.frameworkVersion);
  return framework && withTasks(framework, await listAskedTasks(db, round.id));
};
