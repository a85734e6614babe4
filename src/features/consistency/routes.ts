import { can, type Actor } from '#core/access/access.ts';
import { KINDS_FROM_SCORES } from '#core/consistency/finding.ts';
import { isRefusal, refuse } from '#core/kernel/refusal.ts';
import type { DecidedFinding } from '#contract/finding-decision.ts';
import { countFindingsByKind } from '#server/consistency/list-findings.ts';
import { listDecidedFindings, listDecisions } from '#server/consistency/list-decided-findings.ts';
import { handle, type HandledRoute, type RequestContext } from '#server/http/handler.ts';
import { decideFinding, exportFindings, getFinding, listFindings } from './contract.ts';
import { decideFinding as decide } from './decide-finding.ts';
import { exportFindings as writeFile } from './export-findings.ts';
import { filterFindings } from './filter-findings.ts';
import { listQuotes } from './reads.ts';

const isWithinReach = (actor: Actor | undefined, { kind }: DecidedFinding): boolean =>
  can(actor, 'index.read') || !KINDS_FROM_SCORES.includes(kind);

const listWithinReach = async ({ db, clock, actor }: RequestContext): Promise<readonly DecidedFinding[]> => {
  const findings = await listDecidedFindings(db, clock.today());
  return findings.filter((finding) => isWithinReach(actor, finding));
};

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
    return { items, total: items.length, byKind: countFindingsByKind(findings) };
  }),
  handle(exportFindings, async ({ query }, context) => {
    const findings = filterFindings(await listWithinReach(context), query);
    return writeFile(context, findings, query, {
      ...{ today: context.clock.today(), now: context.clock.now() },
    });
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
