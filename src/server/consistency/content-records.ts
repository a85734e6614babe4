import { buildReportingDuties, readIncrease, readYear } from '#core/consistency/records/build-records.ts';
import type { ConsistencyInput, ItemPlace } from '#core/consistency/records/records.ts';
import type { CitationRole, Comparator, ItemKind } from '#core/plan/plan-item.ts';
import type { Db } from '#server/db/database.ts';
import { listItemAgencies } from '#server/registers/item-agencies.ts';
import { storedDay } from '#server/registers/stored-day.ts';
import { agenciesIn, type Agencies } from './agency-facts.ts';

const itemsWith = (db: Db) =>
  db
    .selectFrom('document_item as item')
    .innerJoin('document', 'document.id', 'item.document_id')
    .where('item.ended_by', 'is', null)
    .select(['item.id', 'item.document_id', 'item.kind', 'item.name', 'item.line', 'document.year'])
    .orderBy('item.document_id')
    .orderBy('item.position');

const rowPlace = (row: {
  id: string;
  document_id: string;
  kind: string;
  line: number | null;
}): ItemPlace => ({
  // Safe: the constraint document_item_kind_known admits no other kind.
  kind: row.kind as ItemKind,
  id: row.id,
  documentId: row.document_id,
  line: row.line,
});

type LabelledValues = { label: string; value: string | null }[];

const listIndicatorScores = async (db: Db): Promise<ConsistencyInput['indicatorScores']> => {
  const rows = await itemsWith(db)
    .innerJoin('printed_indicator_score as detail', 'detail.item_id', 'item.id')
    .select([
      'detail.table_caption',
      'detail.scores',
      'detail.is_total',
      'detail.maximum_score',
      'item.order_label',
    ])
    .execute();
  return rows.map((row) => ({
    place: rowPlace(row),
    name: row.name,
    table: row.table_caption ?? '',
    order: row.order_label,
    maximumScore: row.maximum_score,
    scores: row.scores as LabelledValues,
    isTotal: row.is_total,
  }));
};

const listResults = async (db: Db): Promise<ConsistencyInput['results']> => {
  const rows = await itemsWith(db)
    .innerJoin('reported_result as detail', 'detail.item_id', 'item.id')
    .select(['detail.value', 'detail.unit', 'detail.percent', 'detail.numerator', 'detail.denominator'])
    .select(['detail.as_of', 'detail.delta_raw', 'detail.comparator', 'item.section', 'item.quote'])
    .execute();
  return rows.map((row) => ({
    place: rowPlace(row),
    name: row.name,
    section: row.section,
    // Safe: the constraint of the column admits no other comparator.
    comparator: row.comparator as Comparator,
    value: row.value,
    unit: row.unit,
    percent: row.percent,
    numerator: row.numerator,
    denominator: row.denominator,
    year: readYear(row.as_of),
    increase: readIncrease(row.delta_raw),
    quote: row.quote,
  }));
};

const listResources = async (db: Db): Promise<ConsistencyInput['resources']> => {
  const rows = await itemsWith(db)
    .innerJoin('funding_row as detail', 'detail.item_id', 'item.id')
    .select(['detail.table_caption', 'detail.amounts', 'detail.total', 'detail.is_total'])
    .select(['item.appendix', 'item.section', 'item.quote'])
    .execute();
  return rows.map((row) => ({
    place: rowPlace(row),
    name: row.name,
    table: row.table_caption ?? '',
    amounts: row.amounts as LabelledValues,
    total: row.total,
    isTotal: row.is_total,
    appendix: row.appendix,
    section: row.section,
    quote: row.quote,
  }));
};

const listDuties = async (db: Db, facts: Agencies): Promise<ConsistencyInput['reportingDuties']> => {
  const rows = await itemsWith(db)
    .innerJoin('reporting_duty as detail', 'detail.item_id', 'item.id')
    .select(['detail.frequency', 'detail.covers', 'detail.valid_for', 'detail.comparator'])
    .select(['detail.due_date', 'detail.recurring_days'])
    .execute();
  const agencies = await listItemAgencies(
    db,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) =>
    buildReportingDuties({
      place: rowPlace(row),
      what: row.name,
      recipients: agenciesIn('recipient', agencies.get(row.id) ?? [], facts),
      frequency: row.frequency,
      covers: row.covers,
      validFor: row.valid_for,
      comparator: row.comparator,
      dueDate: row.due_date,
      recurringDays: row.recurring_days,
      documentYear: row.year,
    }),
  );
};

const listCitations = async (db: Db): Promise<ConsistencyInput['citations']> => {
  const rows = await itemsWith(db)
    .innerJoin('cited_document as detail', 'detail.item_id', 'item.id')
    .select(['detail.role', 'detail.doc_type', 'detail.doc_number', 'detail.issue_date'])
    .select(['detail.issuing_agency', 'detail.subject', 'detail.locality', 'item.quote'])
    .execute();
  return rows.map((row) => ({
    place: rowPlace(row),
    // Safe: the constraint cited_document_role_known admits no other role.
    role: row.role as CitationRole,
    docType: row.doc_type,
    docNumber: row.doc_number,
    issuedOn: storedDay(row.issue_date),
    issuer: row.issuing_agency,
    title: row.subject,
    locality: row.locality,
    quote: row.quote,
  }));
};

type Contents = Pick<
  ConsistencyInput,
  'indicatorScores' | 'results' | 'resources' | 'reportingDuties' | 'citations'
>;

/** What documents say beside targets, tasks, projects and gaps, as far as contradictions ask. */
export const listContentRecords = async (db: Db, facts: Agencies): Promise<Contents> => ({
  indicatorScores: await listIndicatorScores(db),
  results: await listResults(db),
  resources: await listResources(db),
  reportingDuties: await listDuties(db, facts),
  citations: await listCitations(db),
});
