import { isRefusal, refuse } from '#core/kernel/refusal.ts';
import { handle, type HandledRoute, type RequestContext } from '#server/http/handler.ts';
import { answerChanges } from './answer-changes.ts';
import { answerNotices } from './answer-notices.ts';
import { answerPerformance } from './answer-performance.ts';
import { answerOverview, answerStanding } from './answer-standing.ts';
import { decideSum } from '#features/collection/figures/decide-sum.ts';
import * as contract from '#features/collection/follow-up-contract.ts';
import { listNotices } from '#features/collection/notice-contract.ts';
import { answerReminders, readReminders, remindOrganizations } from './remind.ts';
import type { RoundWriter } from '#features/collection/round/round-service.ts';
import { hasTarget, listYearValues } from '#features/collection/figures/target-year-store.ts';

const writerOf = ({ db, clock, actor, caller }: RequestContext): RoundWriter | undefined =>
  actor && { db, clock, actor, caller };

const countUnread = (reminders: readonly { readonly isRead: boolean }[]): number =>
  reminders.filter(({ isRead }) => !isRead).length;

/** What follows a round up: who waits, reminders, sums with gaps, timeliness, what changed, what targets reached. */
export const followUpRoutes: readonly HandledRoute[] = [
  handle(contract.getRoundStanding, ({ params }, { db, actor, clock }) =>
    answerStanding(db, params.id, actor, clock.today()),
  ),
  handle(contract.remindOrganizations, ({ params, body }, context) => {
    const writer = writerOf(context);
    return writer
      ? remindOrganizations(writer, params.id, body.organizations)
      : Promise.resolve(refuse('session.required'));
  }),
  handle(contract.decideSum, async ({ params, body }, context) => {
    const writer = writerOf(context);
    if (!writer) return refuse('session.required');
    const refused = await decideSum(writer, params.id, body);
    return refused ?? answerStanding(context.db, params.id, context.actor, context.clock.today());
  }),
  handle(contract.getReportingOverview, async (_input, { db, clock }) => {
    const items = await answerOverview(db, clock.today());
    return { items, total: items.length };
  }),
  handle(contract.getReportingPerformance, ({ query }, { db, clock }) =>
    answerPerformance(db, query.year, clock.today()),
  ),
  handle(contract.listReminders, async (_input, { db, actor, clock }) => {
    const items = await answerReminders(db, actor, clock);
    return { items: [...items], total: items.length, unread: countUnread(items) };
  }),
  handle(listNotices, async (_input, { db, actor, clock }) => {
    const items = await answerNotices(db, actor, clock);
    return { items: [...items], total: items.length, fresh: items.filter(({ isNew }) => isNew).length };
  }),
  handle(contract.readReminders, async ({ body }, { db, actor, clock }) => {
    if (!actor) return refuse('session.required');
    await readReminders(db, actor, body.reminders, clock.now());
    return { unread: countUnread(await answerReminders(db, actor, clock)) };
  }),
  handle(contract.getSubmissionChanges, async ({ params }, { db, actor }) => {
    const changes = await answerChanges(db, params.id, actor);
    return isRefusal(changes) ? changes : { since: changes.since, items: changes.items };
  }),
  handle(contract.listTargetYearValues, async ({ params }, { db }) => {
    if (!(await hasTarget(db, params.id))) {
      return refuse('record.not-found', { kind: 'target', code: params.id });
    }
    const items = await listYearValues(db, params.id);
    return { items: [...items], total: items.length };
  }),
];
