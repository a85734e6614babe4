import type { z } from 'zod';
import type { Comparator } from '#core/plan/plan-item.ts';
import type { ItemAgency } from '#contract/plan-item.ts';
import type { Db } from '#server/db/database.ts';
import { listItemAgencies } from '#server/registers/item-agencies.ts';
import { placeOf } from '#server/registers/register-items.ts';
import { storedDay } from '#server/registers/stored-day.ts';
import type {
  CitedDocument,
  FundingRow,
  PrintedIndicatorScore,
  ReportedResult,
  ReportingDuty,
} from '#contract/document-contents.ts';
import type { getDocumentContents } from './contract.ts';

/** What a document says beside targets, tasks, projects and gaps. */
export type DocumentContents = z.infer<typeof getDocumentContents.response>;

const SHARED = [
  'item.id',
  'item.name',
  'item.indicator_code',
  'item.appendix',
  'item.section',
  'item.order_label',
  'item.line',
  'item.page',
  'item.block',
] as const;

type SharedRow = Parameters<typeof placeOf>[0] & { readonly id: string; readonly name: string };

const itemsOf = (db: Db, documentId: string) =>
  db
    .selectFrom('document_item as item')
    .where('item.document_id', '=', documentId)
    .orderBy('item.line', (order) => order.asc().nullsLast())
    .orderBy('item.position')
    .select(SHARED);

const shared = (row: SharedRow, agencies: ReadonlyMap<string, readonly ItemAgency[]>) => ({
  id: row.id,
  name: row.name,
  place: placeOf(row),
  agencies: [...(agencies.get(row.id) ?? [])],
});

const withAgencies = async <Row extends SharedRow, View>(
  db: Db,
  rows: readonly Row[],
  view: (row: Row, members: ReturnType<typeof shared>) => View,
): Promise<View[]> => {
  const agencies = await listItemAgencies(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => view(row, shared(row, agencies)));
};

const listScores = async (db: Db, documentId: string): Promise<DocumentContents['indicatorScores']> => {
  const rows = await itemsOf(db, documentId)
    .innerJoin('printed_indicator_score as detail', 'detail.item_id', 'item.id')
    .select([
      'detail.table_caption',
      'detail.maximum_score',
      'detail.scores',
      'detail.ranks',
      'detail.is_total',
    ])
    .execute();
  return withAgencies(db, rows, (row, members) => ({
    ...members,
    indicatorCode: row.indicator_code,
    table: row.table_caption,
    maximumScore: row.maximum_score,
    scores: row.scores as z.infer<typeof PrintedIndicatorScore>['scores'],
    ranks: row.ranks as z.infer<typeof PrintedIndicatorScore>['ranks'],
    isTotal: row.is_total,
  }));
};

const listDuties = async (db: Db, documentId: string): Promise<DocumentContents['reportingDuties']> => {
  const rows = await itemsOf(db, documentId)
    .innerJoin('reporting_duty as detail', 'detail.item_id', 'item.id')
    .selectAll('detail')
    .execute();
  return withAgencies(db, rows, (row, members) => ({
    ...members,
    reporterRaw: row.reporter_raw,
    recipientRaw: row.recipient_raw,
    frequency: row.frequency as z.infer<typeof ReportingDuty>['frequency'],
    covers: row.covers,
    validFor: row.valid_for,
    dateRaw: row.date_raw,
    comparator: row.comparator as Comparator | null,
    dueDate: storedDay(row.due_date),
    recurringDays: row.recurring_days,
  }));
};

const listCitations = async (db: Db, documentId: string): Promise<DocumentContents['citedDocuments']> => {
  const rows = await itemsOf(db, documentId)
    .innerJoin('cited_document as detail', 'detail.item_id', 'item.id')
    // Numbers begin anew each year: a number alone does not say which document is meant.
    .leftJoin('document as meant', (join) =>
      join
        .onRef('meant.doc_number', '=', 'detail.doc_number')
        .onRef('meant.issue_date', '=', 'detail.issue_date'),
    )
    .selectAll('detail')
    .select('meant.id as meant_id')
    .execute();
  return withAgencies(db, rows, (row, members) => ({
    ...members,
    role: row.role as z.infer<typeof CitedDocument>['role'],
    docType: row.doc_type,
    docNumber: row.doc_number,
    issueDate: storedDay(row.issue_date),
    issuingAgency: row.issuing_agency,
    subject: row.subject,
    level: row.level,
    alsoLines: row.also_lines,
    documentId: row.meant_id,
  }));
};

const listResults = async (db: Db, documentId: string): Promise<DocumentContents['results']> => {
  const rows = await itemsOf(db, documentId)
    .innerJoin('reported_result as detail', 'detail.item_id', 'item.id')
    .selectAll('detail')
    .execute();
  return withAgencies(db, rows, (row, members): z.infer<typeof ReportedResult> => ({
    ...members,
    raw: row.raw,
    comparator: row.comparator as Comparator | null,
    value: row.value,
    values: row.value_list,
    unit: row.unit,
    percent: row.percent,
    status: row.status,
    asOf: row.as_of,
  }));
};

const listFunding = async (db: Db, documentId: string): Promise<DocumentContents['resources']> => {
  const rows = await itemsOf(db, documentId)
    .innerJoin('funding_row as detail', 'detail.item_id', 'item.id')
    .selectAll('detail')
    .execute();
  return withAgencies(db, rows, (row, members) => ({
    ...members,
    table: row.table_caption,
    periodLabel: row.period_label,
    unit: row.unit,
    amounts: row.amounts as z.infer<typeof FundingRow>['amounts'],
    total: row.total,
    isTotal: row.is_total,
  }));
};

/** Printed scores, reporting duties, citations, results and money of a document, each in order of reading. */
export const getContents = async (db: Db, documentId: string): Promise<DocumentContents> => ({
  indicatorScores: await listScores(db, documentId),
  reportingDuties: await listDuties(db, documentId),
  citedDocuments: await listCitations(db, documentId),
  results: await listResults(db, documentId),
  resources: await listFunding(db, documentId),
});
