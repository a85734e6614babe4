import { sql } from 'kysely';
import type { AccessReach } from '#core/access/access.ts';
import type { PaperKind } from '#core/report/writing/write-document.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { PaperRequest } from './contract.ts';

/** A paper as it is kept. */
export interface StoredPaper {
  readonly id: string;
  readonly kind: PaperKind;
  readonly organizationCode: string;
  readonly title: string;
  readonly period: string | null;
  readonly simulated: boolean;
  /** Canonical text of the data. */
  readonly facts: string;
  readonly factsHash: string;
  readonly request: PaperRequest;
  readonly writeId: string;
  /** Instant with milliseconds in UTC. */
  readonly madeAt: string;
  /** Null where a step of the ladder of reminders made it. */
  readonly madeBy: string | null;
}

/** A paper without the data that made it, with the names that stand beside it. */
export type PaperLine = Omit<StoredPaper, 'facts' | 'request' | 'writeId' | 'madeBy'> & {
  readonly organizationName: string;
  readonly madeByName: string | null;
};

/** Keeps a paper for good. */
export const insertPaper = async (tx: Tx, paper: StoredPaper): Promise<void> => {
  await tx
    .insertInto('official_document')
    .values({
      official_document_id: paper.id,
      kind: paper.kind,
      organization_code: paper.organizationCode,
      title: paper.title,
      period: paper.period,
      simulated: paper.simulated,
      facts: paper.facts,
      facts_hash: paper.factsHash,
      request: JSON.stringify(paper.request),
      write_id: paper.writeId,
      made_at: paper.madeAt,
      made_by: paper.madeBy,
    })
    .execute();
};

const selectPapers = (db: Db | Tx) => db.selectFrom('official_document').selectAll();

type PaperRow = Awaited<ReturnType<ReturnType<typeof selectPapers>['executeTakeFirstOrThrow']>>;

const paperOf = (row: PaperRow): StoredPaper => ({
  id: row.official_document_id,
  // Safe: the constraint of the column admits no other.
  kind: row.kind as PaperKind,
  organizationCode: row.organization_code,
  title: row.title,
  period: row.period,
  simulated: row.simulated,
  facts: row.facts,
  factsHash: row.facts_hash,
  request: PaperRequest.parse(row.request),
  writeId: row.write_id,
  madeAt: new Date(row.made_at).toISOString(),
  madeBy: row.made_by,
});

/** The paper with this id. */
export const findPaper = async (db: Db | Tx, id: string): Promise<StoredPaper | undefined> => {
  const row = await selectPapers(db).where('official_document_id', '=', id).executeTakeFirst();
  return row && paperOf(row);
};

/** The paper that a write made. */
export const findPaperOfWrite = async (db: Db | Tx, writeId: string): Promise<StoredPaper | undefined> => {
  const row = await selectPapers(db).where('write_id', '=', writeId).executeTakeFirst();
  return row && paperOf(row);
};

/** Waits until nobody else makes a paper by this write; the lock ends with the transaction. */
export const lockWrite = async (tx: Tx, writeId: string): Promise<void> => {
  const name = `official-document/${writeId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
};

/** Papers within reach, newest first, or the one with an id. */
export const listPaperLines = async (
  db: Db,
  reach: AccessReach,
  id?: string,
): Promise<readonly PaperLine[]> => {
  const rows = await db
    .selectFrom('official_document as paper')
    .innerJoin('organization', 'organization.code', 'paper.organization_code')
    .leftJoin('account', 'account.account_id', 'paper.made_by')
    .select(['paper.official_document_id', 'paper.kind', 'paper.organization_code', 'paper.title'])
    .select(['paper.period', 'paper.simulated', 'paper.facts_hash', 'paper.made_at'])
    .select(['organization.name as organization_name', 'account.display_name'])
    .$if(id !== undefined, (query) => query.where('paper.official_document_id', '=', id ?? ''))
    .$if(reach.kind === 'some', (query) =>
      query.where(
        sql<boolean>`paper.organization_code = any(${reach.kind === 'some' ? [...reach.organizationCodes] : []})`,
      ),
    )
    .orderBy('paper.made_at', 'desc')
    .orderBy('paper.official_document_id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.official_document_id,
    kind: row.kind as PaperKind,
    organizationCode: row.organization_code,
    organizationName: row.organization_name,
    title: row.title,
    period: row.period,
    simulated: row.simulated,
    factsHash: row.facts_hash,
    madeAt: new Date(row.made_at).toISOString(),
    madeByName: row.display_name,
  }));
};
