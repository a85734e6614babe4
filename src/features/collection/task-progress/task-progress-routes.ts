import { findReach } from '#core/access/access.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { refuse } from '#core/kernel/refusal.ts';
import { handle, type HandledRoute } from '#server/http/handler.ts';
import * as contract from '#features/collection/task-progress-contract.ts';
import { hasTask, listTaskProgress, type ProgressRow } from './task-progress-reads.ts';

const reportOf = ({ organizationCode: _, organizationName: __, evidence, ...report }: ProgressRow) => ({
  ...report,
  evidence: [...evidence],
});

const viewOf = (rows: readonly ProgressRow[]): contract.TaskProgress[] =>
  [...groupBy(rows, ({ organizationCode }) => organizationCode)].flatMap(([code, [latest, ...earlier]]) =>
    latest
      ? [
          {
            organization: { code, name: latest.organizationName },
            latest: reportOf(latest),
            earlier: earlier.map(reportOf),
          },
        ]
      : [],
  );

/** Progress of tasks as it was reported in rounds. */
export const taskProgressRoutes: readonly HandledRoute[] = [
  handle(contract.listTaskProgress, async ({ params: { id } }, { db, actor }) => {
    if (!(await hasTask(db, id))) return refuse('record.not-found', { kind: 'task', code: id });
    const items = viewOf(await listTaskProgress(db, id, findReach(actor, 'submission.read')));
    return { items, total: items.length };
  }),
];
