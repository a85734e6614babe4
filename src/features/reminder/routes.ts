import { addDays } from '#core/calendar/day-arithmetic.ts';
import { isRefusal, refuse } from '#core/kernel/refusal.ts';
import { can } from '#core/access/access.ts';
import { mayBeSentAgain } from '#core/reminder/delivery.ts';
import { handle, type HandledRoute, type RequestContext } from '#server/http/handler.ts';
import { answerPreview } from './planning/answer-preview.ts';
import * as contract from './contract.ts';
import { decideLetter } from './letter/decide-letter.ts';
import { listLetters } from './letter/letter-store.ts';
import { countLog, listLog } from './delivery/log-reads.ts';
import { channelsOf, type ReminderWriter } from './reminder-ports.ts';
import { sendAgain } from './delivery/send-again.ts';
import { testChannel } from './delivery/test-channel.ts';
import { answerLadder, writeLadder } from './ladder/write-ladder.ts';

const writerOf = ({ db, clock, actor, caller }: RequestContext): ReminderWriter | undefined =>
  actor && { db, clock, actor, caller };

// As far back as messages that were given up are told at the top.
const DAYS_TOLD = -30;

const answerLetters = async ({ db }: RequestContext) => {
  const items = [...(await listLetters(db))];
  return { items, total: items.length };
};

/** The ladder of reminders, what it would tell, what became of messages, and letters that wait for a signature. */
export const reminderRoutes: readonly HandledRoute[] = [
  handle(contract.getReminderLadder, (_input, context) =>
    answerLadder(context.db, context.actor, channelsOf(context)),
  ),
  handle(contract.writeReminderLadder, async ({ body }, context) => {
    const writer = writerOf(context);
    if (!writer) return refuse('session.required');
    const refused = await writeLadder(writer, body);
    return refused ?? answerLadder(context.db, context.actor, channelsOf(context));
  }),
  handle(contract.getReminderPreview, (_input, context) => answerPreview(context.db, context.clock, context)),
  handle(contract.listReminderMessages, async ({ query }, { db, clock, actor }) => {
    const items = await listLog(db, query);
    const mayWrite = can(actor, 'reminder.write');
    return {
      items: items.map((item) => ({
        ...item,
        maySendAgain: mayWrite && mayBeSentAgain(item),
      })),
      ...(await countLog(db, query, addDays(clock.today(), DAYS_TOLD))),
    };
  }),
  handle(contract.sendReminderAgain, ({ params, body }, context) => {
    const writer = writerOf(context);
    return writer ? sendAgain(writer, params.id, body) : Promise.resolve(refuse('session.required'));
  }),
  handle(contract.testReminderChannel, ({ body }, context) => {
    const writer = writerOf(context);
    return writer
      ? testChannel(context, writer, context.counter, body.channel)
      : Promise.resolve(refuse('session.required'));
  }),
  handle(contract.listReminderLetters, (_input, context) => answerLetters(context)),
  handle(contract.decideReminderLetter, async ({ params, body }, context) => {
    const writer = writerOf(context);
    if (!writer) return refuse('session.required');
    const refused = await decideLetter(writer, params.id, body);
    return isRefusal(refused) ? refused : answerLetters(context);
  }),
];
