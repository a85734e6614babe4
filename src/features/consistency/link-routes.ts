import { isRefusal, refuse } from '#core/kernel/refusal.ts';
import { handle, type HandledRoute } from '#server/http/handler.ts';
import { decideLink } from './decide-link.ts';
import {
  decideMeasureLink,
  LINK_STATES,
  listLinkedMeasures,
  listMeasureLinks,
  type MeasureLink,
} from './link-contract.ts';
import { listLinked, listLinks } from './list-links.ts';
import { isRegistered } from './reads.ts';

const countStates = (links: readonly MeasureLink[]): Readonly<Record<MeasureLink['state'], number>> => {
  const [proposed = 0, confirmed = 0, refused = 0] = LINK_STATES.map(
    (state) => links.filter((link) => link.state === state).length,
  );
  return { proposed, confirmed, refused };
};

/** Which targets, components and data items are one measurable thing: proposed, and decided by a person. */
export const measureLinkRoutes: readonly HandledRoute[] = [
  handle(listMeasureLinks, async ({ query: { state, documentId } }, { db, clock }) => {
    const links = await listLinks(db, clock.today());
    const items = links.filter(
      ({ one, other, ...link }) =>
        (state === undefined || link.state === state) &&
        (documentId === undefined || [one, other].some(({ document }) => document?.id === documentId)),
    );
    return { items, total: items.length, counts: countStates(links) };
  }),
  handle(decideMeasureLink, async ({ body }, { db, clock, actor, caller }) => {
    if (!actor) return refuse('session.required');
    const no = await decideLink({ db, clock, accountId: actor.accountId, caller }, body);
    if (isRefusal(no)) return no;
    const links = await listLinks(db, clock.today());
    const link = links.find(({ one, other }) => one.key === body.one && other.key === body.other);
    return link ? { link } : refuse('record.not-found', { kind: 'measure-link', code: body.one });
  }),
  handle(listLinkedMeasures, async ({ params: { id } }, { db, clock }) =>
    (await isRegistered(db, id)) ? listLinked(db, clock.today(), id) : refuse('record.not-found', { id }),
  ),
];
