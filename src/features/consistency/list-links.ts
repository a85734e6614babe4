import {
  measurePair,
  pairKey,
  readDecidedLinks,
  type ProposedLink,
} from '#core/consistency/measures/measure-link.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import {
  listDecidedLinks,
  listLatestLinkDecisions,
  type LatestLinkDecision,
} from '#server/consistency/decided-links.ts';
import { listLinkable, type RegisteredMeasurable } from '#server/consistency/measurables.ts';
import type { Db } from '#server/db/database.ts';
import type { MeasurableView, MeasureLink } from './link-contract.ts';

const viewOf = ({
  measurable,
  key,
  code,
  document,
  line,
  leadNames,
  values,
}: RegisteredMeasurable): MeasurableView => ({
  ...{ key, kind: measurable.kind, code, name: measurable.name, unit: measurable.unit, document, line },
  itemId: measurable.kind === 'target' ? measurable.id : null,
  leads: [...leadNames],
  values: [...values],
});

const STATE_AFTER = {
  confirmed: 'confirmed',
  refused: 'refused',
  withdrawn: 'proposed',
} as const satisfies Record<LatestLinkDecision['decision'], MeasureLink['state']>;

interface Pair {
  readonly one: RegisteredMeasurable;
  readonly other: RegisteredMeasurable;
  readonly proposal: ProposedLink | undefined;
  readonly decision: LatestLinkDecision | undefined;
}

const linkOf = ({ one, other, proposal, decision }: Pair): MeasureLink => ({
  one: viewOf(one),
  other: viewOf(other),
  score: proposal?.score ?? null,
  reasons: [...(proposal?.reasons ?? [])],
  state: decision ? STATE_AFTER[decision.decision] : 'proposed',
  version: decision?.version ?? 0,
  decidedAt: decision?.decidedAt ?? null,
  decidedBy: decision?.decidedBy ?? null,
});

/**
 * Every pair that seems to be one measurable thing, with what was decided, the likeliest first; then pairs that were
 * decided and would no longer be proposed. Decisions about what is not registered any more wait until it is again.
 */
export const listLinks = async (db: Db, today: PlainDate): Promise<readonly MeasureLink[]> => {
  const { measurables, proposals } = await listLinkable(db, today);
  const byKey = new Map([...measurables.values()].map((one) => [one.key, one]));
  const decisions = new Map(
    (await listLatestLinkDecisions(db)).map((decision) => [
      pairKey(measurePair(decision.one, decision.other)),
      decision,
    ]),
  );
  const pairOf = (
    a: RegisteredMeasurable | undefined,
    b: RegisteredMeasurable | undefined,
    proposal?: ProposedLink,
  ) => {
    if (!a || !b) return [];
    const [one, other] = a.key < b.key ? [a, b] : [b, a];
    return [{ one, other, proposal, decision: decisions.get(pairKey(measurePair(a.key, b.key))) }];
  };
  const proposed = proposals.flatMap((link) =>
    pairOf(measurables.get(link.a), measurables.get(link.b), link),
  );
  const shown = new Set(proposed.map(({ one, other }) => pairKey({ a: one.key, b: other.key })));
  const others = [...decisions]
    .filter(([key]) => !shown.has(key))
    .flatMap(([, { one, other }]) => pairOf(byKey.get(one), byKey.get(other)));
  return [...proposed, ...others].map(linkOf);
};

interface LinkedMeasures {
  readonly items: MeasurableView[];
  readonly proposed: number;
}

/** What was confirmed, directly or over others, to be the same as a target: itself first; nothing while nothing was. */
export const listLinked = async (db: Db, today: PlainDate, itemId: string): Promise<LinkedMeasures> => {
  const { measurables } = await listLinkable(db, today);
  const { isConfirmed } = readDecidedLinks(await listDecidedLinks(db));
  const linked = [...measurables.values()].filter(({ measurable }) => isConfirmed(itemId, measurable.id));
  const self = measurables.get(itemId);
  const waiting = (await listLinks(db, today)).filter(
    ({ state, one, other }) => state === 'proposed' && (one.itemId === itemId || other.itemId === itemId),
  );
  const items = self && linked.length > 0 ? [self, ...linked].map(viewOf) : [];
  return { items, proposed: waiting.length };
};
