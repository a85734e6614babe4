import { refuse } from '#core/kernel/refusal.ts';
import { handle, type HandledRoute } from '#server/http/handler.ts';
import { answerOwnReminders, answerPreference, choosePreference } from './answer-own.ts';
import * as contract from './own-contract.ts';
import { markRead } from './own-reads.ts';
import { channelsOf } from '#features/reminder/reminder-ports.ts';
import { findStopLink, stopCopies } from './stop-copies.ts';

const MOST_TOLD = 200;

/** What a person is reminded of, how the person wants to be, and the links by which copies are turned off. */
export const ownReminderRoutes: readonly HandledRoute[] = [
  handle(contract.listOwnReminders, ({ query }, { db, clock, actor }) =>
    answerOwnReminders(db, clock, actor, query.limit ?? MOST_TOLD),
  ),
  handle(contract.readOwnReminders, async ({ body }, { db, clock, actor }) => {
    if (!actor) return refuse('session.required');
    await markRead(db, actor.accountId, body.upTo, clock.now());
    return { fresh: (await answerOwnReminders(db, clock, actor, 1)).fresh };
  }),
  handle(contract.getReminderPreference, async (_input, context) => {
    const { db, clock, actor } = context;
    return actor ? answerPreference(db, clock, actor, channelsOf(context)) : refuse('session.required');
  }),
  handle(contract.writeReminderPreference, async ({ body }, context) => {
    const { db, clock, actor, caller } = context;
    if (!actor) return refuse('session.required');
    const refused = await choosePreference({ db, clock, actor, caller }, body);
    return refused ?? answerPreference(db, clock, actor, channelsOf(context));
  }),
  handle(contract.findStopLink, ({ body }, { authentication, ...context }) =>
    findStopLink({ ...context, secretBox: authentication.secretBox }, body.link),
  ),
  handle(contract.stopReminderCopies, ({ body }, { authentication, ...context }) =>
    stopCopies({ ...context, secretBox: authentication.secretBox }, body.link),
  ),
];
