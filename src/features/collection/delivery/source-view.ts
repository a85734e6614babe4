import type { PlainDate } from '#core/kernel/plain-date.ts';
import { isTokenAlive } from '#core/submission/delivery/delivery.ts';
import type { z } from 'zod';
import type { DeliverySource, listDeliverySources } from '#features/collection/delivery-contract.ts';
import { listOpenRounds } from './delivery-reads.ts';
import { listSources, listTokens, type StoredSource, type StoredToken } from './delivery-store.ts';
import type { Db } from '#server/db/database.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import { listFrameworksInForce } from '#server/scoring/load-index.ts';

const sourceView = (
  source: StoredSource,
  tokens: readonly StoredToken[],
  today: PlainDate,
): DeliverySource => ({
  ...{ id: source.id, name: source.name, roundId: source.roundId, version: source.version },
  organizations: [...source.organizations],
  frameworks: source.frameworks && [...source.frameworks],
  items: source.items && [...source.items],
  organizationMapping: { ...source.organizationMapping },
  itemMapping: { ...source.itemMapping },
  tokens: tokens
    .filter(({ sourceId }) => sourceId === source.id)
    .map(({ sourceId: _source, ...token }) => ({ ...token, isAlive: isTokenAlive(token, today) })),
});

/** All sources with their tokens. */
export const viewSources = async (db: Db, today: PlainDate): Promise<readonly DeliverySource[]> => {
  const [sources, tokens] = [await listSources(db), await listTokens(db)];
  return sources.map((source) => sourceView(source, tokens, today));
};

type Choices = z.input<(typeof listDeliverySources)['response']>['choices'];

/** What a scope may name. */
export const viewChoices = async (db: Db): Promise<Choices> => ({
  organizations: (await listOrganizations(db)).map(({ code, name }) => ({ code, name })),
  frameworks: (await listFrameworksInForce(db)).map(({ code, title, dataItems }) => ({
    ...{ code, title },
    items: dataItems.map((item) => item.code),
  })),
  rounds: [...(await listOpenRounds(db))],
});
