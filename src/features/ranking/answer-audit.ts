import type { RankingAudit, RankingAuditSettings } from '#core/composite-index/audit/audit-ranking.ts';
import { isUnusable, type Unusable } from '#core/composite-index/composite-finding.ts';
import { isRefusal, refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { RankingAuditor } from '#server/audit/ranking-auditor.ts';
import { keepForVersion } from '#server/consistency/keep-for-version.ts';
import type { Db } from '#server/db/database.ts';
import { auditInput } from './audit-input.ts';
import { leagueAuditView } from './audit-view.ts';
import type { LeagueAudit } from './contract.ts';
import { type LeagueRefusal, loadLeague } from './load-league.ts';
import { listSubjectNames, readLeagueVersion } from './reads.ts';

// One seed, so that the same figures give the same audit to everyone who asks.
const SETTINGS: RankingAuditSettings = { seed: 2026, points: 512, replicates: 300, weightShare: 0.25 };

// Below these, correlations and ranks say nothing.
const FEWEST_SUBJECTS = 5;
const FEWEST_INDICATORS = 2;

type Audited = RankingAudit | Unusable | Refusal<'request.too-many'>;

// An audit takes seconds; it stays as it is until a figure changes.
const keptAudits = keepForVersion(readLeagueVersion, () =>
  Promise.resolve(new Map<string, Promise<Audited>>()),
);

const auditOnce = async (db: Db, code: string, compute: () => Promise<Audited>): Promise<Audited> => {
  const audits = await keptAudits(db);
  const known = audits.get(code);
  if (known) return known;
  const audit = compute();
  audits.set(code, audit);
  // What was refused for want of room, or failed, is tried again.
  const answer = await audit.catch((error: unknown) => {
    audits.delete(code);
    throw error;
  });
  if (isRefusal(answer)) audits.delete(code);
  return answer;
};

/** The statistical audit of one league. */
export const answerLeagueAudit = async (
  db: Db,
  code: string,
  auditor: RankingAuditor,
): Promise<LeagueAudit | LeagueRefusal | Refusal<'ranking.too-few-to-audit' | 'request.too-many'>> => {
  const league = await loadLeague(db, { framework: code });
  if (isRefusal(league)) return league;
  const input = auditInput(league.framework, league.scores);
  const size = { subjects: input.subjects.length, indicators: input.indicators.length };
  if (size.subjects < FEWEST_SUBJECTS || size.indicators < FEWEST_INDICATORS) {
    return refuse('ranking.too-few-to-audit', size);
  }
  const audit = await auditOnce(db, code, () => auditor.audit({ input, settings: SETTINGS }));
  if (isRefusal(audit)) return audit;
  // The input is made of a checked framework and finite shares: findings are a bug of ours.
  if (isUnusable(audit)) throw new Error(`A league can't be audited: ${JSON.stringify(audit.findings)}`);
  const names = await listSubjectNames(db, input.subjects);
  return leagueAuditView({ league, input, audit, settings: SETTINGS }, names);
};
