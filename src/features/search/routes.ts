import { can, type Actor } from '#core/access/access.ts';
import type { Action } from '#core/access/permissions.ts';
import { handle, type HandledRoute } from '#server/http/handler.ts';
import { listIndexComponents } from '#server/registers/index-components.ts';
import type { Db } from '#server/db/database.ts';
import { search, SEARCH_KINDS, type SearchKind } from './contract.ts';
import {
  buildSearchWords,
  searchDocuments,
  searchItems,
  searchOrganizations,
  type FoundHits,
} from './reads.ts';
import { searchComponents } from './search-components.ts';

const DEFAULT_LIMIT = 8;
const LARGEST_LIMIT = 50;

/** What a person must be permitted to do to be told that there is such a thing. */
const ACTION_OF_KIND: Readonly<Record<SearchKind, Action>> = {
  organization: 'organization.read',
  'index-component': 'index.read',
  target: 'plan.read',
  task: 'plan.read',
  project: 'plan.read',
  gap: 'plan.read',
  document: 'plan.read',
};

const COMPONENT_CODE = /^\d+(?:\.\d+)+$/u;

/** Groups in their order; the code of a component names that component before anything else, and never a commune. */
const orderGroups = (groups: readonly FoundHits[], typed: string): readonly FoundHits[] => {
  const ordered = groups.toSorted((a, b) => SEARCH_KINDS.indexOf(a.kind) - SEARCH_KINDS.indexOf(b.kind));
  if (!COMPONENT_CODE.test(typed.trim())) return ordered;
  const others = ordered.filter(({ kind }) => kind !== 'organization' && kind !== 'index-component');
  return [...ordered.filter(({ kind }) => kind === 'index-component'), ...others];
};

/** Leaves only hits with the very letters that were typed, when there are any: "tư pháp" is not "giải pháp … từ". */
const preferExact = (groups: readonly FoundHits[]): readonly FoundHits[] => {
  if (groups.every(({ exactTotal }) => exactTotal === 0)) return groups;
  return groups.map((group) => ({
    ...group,
    total: group.exactTotal,
    items: group.items.filter(({ exact }) => exact),
  }));
};

const searchEverywhere = async (
  db: Db,
  actor: Actor | undefined,
  typed: string,
  limit: number,
): Promise<readonly FoundHits[]> => {
  const words = buildSearchWords(typed);
  if (words.words.length === 0) return [];
  const found = await Promise.all([
    searchItems(db, words, limit),
    searchOrganizations(db, words, limit),
    searchDocuments(db, words, limit),
    listIndexComponents(db).then((components) => searchComponents(components, words, limit)),
  ]);
  // Before the exact ones are preferred: what is not shown must not push out what is.
  const permitted = found.flat().filter(({ kind }) => can(actor, ACTION_OF_KIND[kind]));
  return preferExact(orderGroups(permitted, typed)).filter(({ total }) => total > 0);
};

/** One search over everything that its reader may see. */
export const searchRoutes: readonly HandledRoute[] = [
  handle(search, async ({ query: { q, limit } }, { db, actor }) => {
    const wanted = Math.min(Number(limit ?? DEFAULT_LIMIT), LARGEST_LIMIT);
    const groups = await searchEverywhere(db, actor, q, wanted);
    return {
      groups: groups.map(({ kind, total, items }) => ({ kind, total, items: [...items] })),
      total: groups.reduce((sum, { total }) => sum + total, 0),
    };
  }),
];
