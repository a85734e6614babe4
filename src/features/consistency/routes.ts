import { can } from '#core/access/access.ts';
import { isRefusal, refuse } from '#core/kernel/refusal.ts';
import { PROVINCE_ISSUER } from '#core/report/letterhead.ts';
import type { DecidedFinding } from '#contract/finding-decision.ts';
import { filterFindings } from '#server/consistency/filter-findings.ts';
import { listQuotes } from '#server/consistency/item-quotes.ts';
import { countFindingsByKind } from '#server/consistency/list-findings.ts';
import { listDecisions, listFindingsWithinReach } from '#server/consistency/list-decided-findings.ts';
import { handle, type HandledRoute, type RequestContext } from '#server/http/handler.ts';
import { decideFinding, exportFindings, getFinding, listFindings } from './contract.ts';
import { decideFinding as decide } from './decide-finding.ts';
import { writeFindingsFile } from './export-findings.ts';

const listWithinReach = ({ db, clock, actor }: RequestContext): Promise<readonly DecidedFinding[]> =>
  listFindingsWithinReach(db, actor, clock.today());

const findWithinReach = async (
  context: RequestContext,
  fingerprint: string,
): Promise<DecidedFinding | undefined> => {
  const findings = await listWithinReach(context);
  return findings.find((finding) => finding.fingerprint === fingerprint);
};

/** The contradictions between plans, figures and rules, and what was decided about them. */
export const consistencyRoutes: readonly HandledRoute[] = [
  handle(listFindings, async ({ query }, context) => {
    const findings = await listWithinReach(context);
    const items = filterFindings(findings, query);
    const mayMakeLetter = can(context.actor, 'official-document.write', {
      organizationCode: PROVINCE_ISSUER,
    });
    return { items, total: items.length, byKind: countFindingsByKind(findings), mayMakeLetter };
  }),
  handle(exportFindings, async ({ query }, context) => {
    const findings = filterFindings(await listWithinReach(context), query);
    return writeFindingsFile(context.db, findings, query, context.clock.today());
  }),
  handle(getFinding, async ({ params: { fingerprint } }, context) => {
    const finding = await findWithinReach(context, fingerprint);
    if (!finding) return refuse('record.not-found', { kind: 'finding', code: fingerprint });
    const items = [...new Set(finding.statements.map(({ place }) => place.id))];
    const quotes = await listQuotes(context.db, items);
    return {
      finding,
      quotes: items.map((itemId) => ({ itemId, quote: quotes.get(itemId) ?? null })),
      decisions: [...(await listDecisions(context.db, fingerprint))],
    };
  }),
  handle(decideFinding, async ({ params: { fingerprint }, body }, context) => {
    const { db, clock, actor, caller } = context;
    if (!actor) return refuse('session.required');
    const no = await decide({ db, clock, accountId: actor.accountId, caller }, fingerprint, body);
    if (isRefusal(no)) return no;
    const finding = await findWithinReach(context, fingerprint);
    return finding ? { finding } : refuse('finding.changed', { fingerprint });
  }),
];
