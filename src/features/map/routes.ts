import { refuse } from '#core/kernel/refusal.ts';
import { handle, type HandledRoute } from '#server/http/handler.ts';
import { getMap, uploadBoundaries } from './contract.ts';
import { findBoundarySet, listMappedUnits } from './reads.ts';
import { loadBoundaries } from './service.ts';

/** Where the communes lie, and the loading of their boundaries. */
export const mapRoutes: readonly HandledRoute[] = [
  handle(getMap, async (_input, { db, clock }) => ({
    units: [...(await listMappedUnits(db, clock.today()))],
    boundarySet: (await findBoundarySet(db)) ?? null,
  })),
  handle(uploadBoundaries, async ({ file }, { db, clock, actor, caller }) => {
    if (!file) return refuse('file.missing');
    return loadBoundaries({ db, clock, caller, accountId: actor?.accountId ?? null }, file);
  }),
];
