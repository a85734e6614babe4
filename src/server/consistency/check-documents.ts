import { findContradictions } from '#core/consistency/find-contradictions.ts';
import { judgePrintedScores } from '#core/consistency/records/score-verdicts.ts';
import type { Finding } from '#core/consistency/finding.ts';
import {
  buildReadingRecords,
  joinRecords,
  type DocumentRecords,
} from '#core/consistency/records/records-of-reading.ts';
import type { ConsistencyInput } from '#core/consistency/records/records.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { buildAgencyDirectory } from '#core/organization/directory.ts';
import type { Organization } from '#core/organization/organization.ts';
import { buildDocumentIdentity } from '#core/plan/document-identity.ts';
import { dayOrNull } from '#core/plan/read-day.ts';
import { buildRegisterEntries } from '#core/plan/register-entry.ts';
import type { PlanReading } from '#core/plan-reading/reading.ts';
import type { FindingView } from '#contract/consistency.ts';
import type { DocumentName } from '#contract/plan-item.ts';
import type { Db } from '#server/db/database.ts';
import { listOrganizations } from '#server/registers/agency-directory.ts';
import { documentColumns, documentNameOf } from '#server/registers/document-name.ts';
import { referenceFrameworks } from '#server/reference/frameworks.ts';
import { referenceOrganizations } from '#server/reference/organizations.ts';
import { readScope, subjectOf } from './document-subject.ts';
import { listIndexRecords } from './index-records.ts';
import { listRegisterRecords } from './register-records.ts';

/** A document to check: what its file says, under the name of the file. */
export interface ReadDocument {
  readonly fileName: string;
  readonly reading: PlanReading;
}

/** A contradiction with the words of its sides. */
export interface QuotedFinding {
  readonly finding: FindingView;
  /** By document: the name of the file, or number or subject of a registered document. */
  readonly nameOf: (documentId: string) => string;
  /** The words of an item in its source; null where only its facts are known. */
  readonly quoteOf: (itemId: string) => string | null;
}

interface Known {
  readonly records: ConsistencyInput;
  readonly organizations: readonly Organization[];
  readonly names: ReadonlyMap<string, DocumentName>;
  readonly quotes: ReadonlyMap<string, string | null>;
  /** Registered documents by what tells one document from another. */
  readonly identities: ReadonlyMap<string, string>;
}

const NOTHING: Known = {
  records: { ...joinRecords([]), scoreVerdicts: [], forecasts: [] },
  organizations: referenceOrganizations,
  names: new Map(),
  quotes: new Map(),
  identities: new Map(),
};

const readRegisters = async (db: Db, today: PlainDate): Promise<Known> => {
  const documents = await db.selectFrom('document').select(documentColumns).select('identity_key').execute();
  const items = await db.selectFrom('document_item').select(['id', 'quote']).execute();
  return {
    records: { ...(await listRegisterRecords(db, today)), ...(await listIndexRecords(db)) },
    organizations: await listOrganizations(db),
    names: new Map(documents.map((row) => [row.document_id, documentNameOf(row)])),
    quotes: new Map(items.map(({ id, quote }) => [id, quote])),
    identities: new Map(documents.map((row) => [row.identity_key, row.document_id])),
  };
};

/** Proposals bind nobody: only what an authority decided judges the scores of a document. */
const decreedFrameworks = referenceFrameworks.filter(({ status }) => status !== 'proposal');

const idOf = ({ fileName }: ReadDocument, index: number): string => `file-${String(index + 1)}-${fileName}`;

const nameOfReading = ({ document }: PlanReading, id: string): DocumentName => ({
  id,
  docType: document.docType,
  attachedDocType: document.attachedDocType,
  docNumber: document.docNumber,
  issueDate: dayOrNull(document.issueDate),
  year: document.year,
  subjectLine: document.subjectLine,
  isDraft: document.isDraft,
});

// Of a document that is registered too, the file is the newer word.
const withoutDocuments = (records: ConsistencyInput, dropped: ReadonlySet<string>): ConsistencyInput => {
  const kept = <Entry extends { readonly place: { readonly documentId: string } }>(all: readonly Entry[]) =>
    all.filter(({ place }) => !dropped.has(place.documentId));
  return {
    documents: records.documents.filter(({ id }) => !dropped.has(id)),
    targets: kept(records.targets),
    tasks: kept(records.tasks),
    projects: kept(records.projects),
    gaps: kept(records.gaps),
    indicatorScores: kept(records.indicatorScores),
    results: kept(records.results),
    resources: kept(records.resources),
    reportingDuties: kept(records.reportingDuties),
    citations: kept(records.citations),
    scoreVerdicts: kept(records.scoreVerdicts),
    forecasts: kept(records.forecasts),
  };
};

const recordsOf = (documents: readonly ReadDocument[], known: Known): DocumentRecords => {
  const agencies = buildAgencyDirectory(known.organizations);
  return joinRecords(
    documents.map((document, index) => {
      const { issueDate, year } = document.reading.document;
      const subject = subjectOf(issueDate, year, known.organizations);
      const scope = readScope(document.reading.document, known.organizations);
      return buildReadingRecords(
        { id: idOf(document, index), reading: document.reading, subject, scope },
        agencies,
      );
    }),
  );
};

const concerns = (finding: Finding, documents: ReadonlySet<string>): boolean =>
  finding.statements.some(({ place }) => documents.has(place.documentId));

/**
 * Holds documents that are in no register against each other and, with a database, against the registers;
 * without documents, the registers among themselves. Nothing is written.
 */
export const checkDocuments = async (
  documents: readonly ReadDocument[],
  registers: { readonly db: Db; readonly today: PlainDate } | undefined,
): Promise<readonly QuotedFinding[]> => {
  const known = registers ? await readRegisters(registers.db, registers.today) : NOTHING;
  const replaced = documents.map(({ reading }) =>
    known.identities.get(buildDocumentIdentity(reading.document)),
  );
  const dropped = new Set(replaced.filter((id) => id !== undefined));
  const registered = withoutDocuments(known.records, dropped);
  const all = joinRecords([registered, recordsOf(documents, known)]);
  const checked = new Set(documents.map(idOf));
  const names = new Map([
    ...known.names,
    ...documents.map((document, index) => {
      const id = idOf(document, index);
      return [id, nameOfReading(document.reading, id)] as const;
    }),
  ]);
  const quotes = new Map([
    ...known.quotes,
    ...documents.flatMap((document, index) =>
      buildRegisterEntries(document.reading).map(
        ({ kind, position, quote }) =>
          [`${idOf(document, index)}:${kind}:${String(position)}`, quote] as const,
      ),
    ),
  ]);
  const files = new Map(documents.map((document, index) => [idOf(document, index), document.fileName]));
  const unregistered = all.gaps.filter(({ place }) => checked.has(place.documentId));
  const scoreVerdicts = [
    ...registered.scoreVerdicts,
    ...decreedFrameworks.flatMap((framework) => judgePrintedScores(unregistered, framework)),
  ];
  return findContradictions({ ...all, scoreVerdicts, forecasts: registered.forecasts })
    .filter((finding) => checked.size === 0 || concerns(finding, checked))
    .map((finding) => ({
      finding: {
        ...finding,
        statements: finding.statements.flatMap((statement) => {
          const document = names.get(statement.place.documentId);
          return document ? [{ ...statement, document, agencies: [...statement.agencies] }] : [];
        }),
      },
      nameOf: (id) =>
        files.get(id) ??
        names.get(id)?.docNumber ??
        names.get(id)?.subjectLine ??
        names.get(id)?.docType ??
        id,
      quoteOf: (id) => quotes.get(id) ?? null,
    }));
};
