import { writeHead } from '#core/audit/audit-chain.ts';
import type { Clock } from '#core/kernel/clock.ts';
import { isRefusal, type Refusal } from '#core/kernel/refusal.ts';
import type { KeptLeague } from '#core/score-snapshot/kept-league.ts';
import type { KeptValue } from '#core/score-snapshot/snapshot.ts';
import type { Framework } from '#core/scoring/framework.ts';
import { readAuditHead } from '#server/db/audit.ts';
import type { Db } from '#server/db/database.ts';
import { listAccountNames } from '#server/registers/account-names.ts';
import { resolvePlaces } from '#server/registers/document-places.ts';
import { type IndexSelection, loadIndex } from '#server/scoring/load-index.ts';
import type { ExplanationSheet } from './contract.ts';
import { openSnapshot, verifySnapshot } from './open-snapshot.ts';
import { keepPresentLeague } from './score-present.ts';
import { sheetView } from './sheet-view.ts';

const explain = async (
  db: Db,
  framework: Framework,
  kept: readonly KeptValue[],
  league: KeptLeague | null,
) => ({
  auditHead: writeHead(await readAuditHead(db)),
  ...sheetView({
    framework,
    kept,
    league,
    place: await resolvePlaces(
      db,
      kept.map((value) => value.place ?? null),
    ),
    names: await listAccountNames(
      db,
      kept.flatMap(({ changedBy }) => changedBy ?? []),
    ),
  }),
});

const explainSnapshot = async (db: Db, id: string): Promise<ExplanationSheet | Refusal> => {
  const opened = await openSnapshot(db, id);
  if (isRefusal(opened)) return opened;
  const { stored, summary, framework, kept } = opened;
  return {
    snapshot: summary,
    verification: verifySnapshot(opened),
    subject: summary.subject,
    year: stored.content.year,
    asOf: stored.content.takenAt,
    ...(await explain(db, framework, kept, stored.content.league)),
  };
};

/** The whole score explained: of a snapshot when one is named, otherwise of the present data. */
export const answerSheet = async (
  { db, clock }: { readonly db: Db; readonly clock: Clock },
  selection: IndexSelection,
  snapshot: string | undefined,
): Promise<ExplanationSheet | Refusal> => {
  if (snapshot !== undefined) return explainSnapshot(db, snapshot);
  const data = await loadIndex(db, selection);
  if (isRefusal(data)) return data;
  const { framework, subject, key, stored } = data;
  return {
    snapshot: null,
    verification: null,
    subject: { code: subject.code, name: subject.name },
    year: key.year,
    asOf: clock.now(),
    ...(await explain(db, framework, stored, keepPresentLeague(data, data.values))),
  };
};
