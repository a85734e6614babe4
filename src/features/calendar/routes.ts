import { isRefusal, refuse } from '#core/kernel/refusal.ts';
import { plainDate } from '#core/kernel/plain-date.ts';
import { handle, type HandledRoute, type RequestContext } from '#server/http/handler.ts';
import * as contract from './contract.ts';
import { enterDay, type CalendarWriter } from './enter-day.ts';
import { createFeed, endFeed, organizationsOf, writeFeed } from './feed.ts';
import { listFeeds, listNames } from './reads.ts';
import { viewYear } from './view-year.ts';

const writerOf = ({ db, clock, actor, caller }: RequestContext): CalendarWriter | undefined =>
  actor && { db, clock, caller, accountId: actor.accountId };

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** The working calendar and the calendars that others subscribe to. */
export const calendarRoutes: readonly HandledRoute[] = [
  handle(contract.getCalendarYear, ({ query }, { db, clock }) =>
    viewYear(db, query.year ?? yearOf(clock.today())),
  ),
  handle(contract.enterCalendarDay, async ({ params, body }, context) => {
    const writer = writerOf(context);
    if (!writer) return refuse('session.required');
    const refused = await enterDay(writer, { ...body, day: plainDate(params.day) });
    return refused ?? viewYear(context.db, yearOf(params.day));
  }),
  handle(contract.listCalendarFeeds, async (_input, { db, actor }) => ({
    items: actor ? [...(await listFeeds(db, actor.accountId))] : [],
    choices: [...(await listNames(db, organizationsOf(actor)))],
  })),
  handle(contract.createCalendarFeed, async ({ body }, context) => {
    const writer = writerOf(context);
    if (!writer || !context.actor) return refuse('session.required');
    return createFeed(writer, context.actor, body.organizationCode);
  }),
  handle(contract.revokeCalendarFeed, ({ params }, context) => {
    const writer = writerOf(context);
    return writer ? endFeed(writer, params.id) : Promise.resolve(refuse('session.required'));
  }),
  handle(contract.readCalendarFeed, async ({ params }, { db, clock, mailer }) => {
    const text = await writeFeed({ db, clock }, params.token, mailer?.publicUrl);
    if (isRefusal(text)) return text;
    return { name: 'lich.ics', mediaType: 'text/calendar; charset=utf-8', content: Buffer.from(text) };
  }),
];
