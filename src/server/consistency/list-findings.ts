import type { FindingKindCount, FindingView } from '#contract/consistency.ts';
import type { DocumentName } from '#contract/plan-item.ts';
import { findContradictions } from '#core/consistency/find-contradictions.ts';
import { FINDING_KINDS, type Finding } from '#core/consistency/finding.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Db } from '#server/db/database.ts';
import { documentColumns, documentNameOf } from '#server/registers/document-name.ts';
import { readDataVersion } from './data-version.ts';
import { listIndexRecords } from './index-records.ts';
import { keepForVersion } from './keep-for-version.ts';
import { listRegisterRecords } from './register-records.ts';

type Documents = ReadonlyMap<string, DocumentName>;

const listDocumentNames = async (db: Db): Promise<Documents> => {
  const rows = await db.selectFrom('document').select(documentColumns).execute();
  return new Map(rows.map((row) => [row.document_id, documentNameOf(row)]));
};

const viewOf = (finding: Finding, documents: Documents): FindingView => ({
  ...finding,
  statements: finding.statements.flatMap((statement) => {
    const document = documents.get(statement.place.documentId);
    return document ? [{ ...statement, document, agencies: [...statement.agencies] }] : [];
  }),
});

const findAll = async (db: Db, today: PlainDate): Promise<readonly FindingView[]> => {
  const registers = await listRegisterRecords(db, today);
  const index = await listIndexRecords(db);
  const documents = await listDocumentNames(db);
  return findContradictions({ ...registers, ...index }).map((finding) => viewOf(finding, documents));
};

/** Every contradiction between the registered plans, figures and rules, the gravest first. */
export const listAllFindings = keepForVersion(readDataVersion, findAll);

/** How many contradictions there are of each kind, in the order of kinds; kinds without any are left out. */
export const countFindingsByKind = (findings: readonly FindingView[]): FindingKindCount[] =>
  FINDING_KINDS.flatMap((kind) => {
    const count = findings.filter((finding) => finding.kind === kind).length;
    return count === 0 ? [] : [{ kind, count }];
  });
