import { handle, type HandledRoute } from '#server/http/handler.ts';
import { countFindingsByKind, listAllFindings } from '#server/consistency/list-findings.ts';
import { filterFindings } from './filter-findings.ts';
import { listFindings } from './contract.ts';

/** The contradictions between plans, figures and rules. */
export const consistencyRoutes: readonly HandledRoute[] = [
  handle(listFindings, async ({ query }, { db, clock }) => {
    const findings = await listAllFindings(db, clock.today());
    const items = filterFindings(findings, query);
    return { items, total: items.length, byKind: countFindingsByKind(findings) };
  }),
];
