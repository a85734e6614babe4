import { can } from '#core/access/access.ts';
import { KINDS_FROM_SCORES } from '#core/consistency/finding.ts';
import { handle, type HandledRoute } from '#server/http/handler.ts';
import { countFindingsByKind, listAllFindings } from '#server/consistency/list-findings.ts';
import { filterFindings } from './filter-findings.ts';
import { listFindings } from './contract.ts';

/** The contradictions between plans, figures and rules. */
export const consistencyRoutes: readonly HandledRoute[] = [
  handle(listFindings, async ({ query }, { db, clock, actor }) => {
    const all = await listAllFindings(db, clock.today());
    const findings = can(actor, 'index.read')
      ? all
      : all.filter(({ kind }) => !KINDS_FROM_SCORES.includes(kind));
    const items = filterFindings(findings, query);
    return { items, total: items.length, byKind: countFindingsByKind(findings) };
  }),
];
