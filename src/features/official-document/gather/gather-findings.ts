import type { Actor } from '#core/access/access.ts';
import { KINDS_FROM_SCORES } from '#core/consistency/finding.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { ProvinceFacts } from '#core/report/province.ts';
import type { FindingsLetterFacts } from '#core/report/writing/finding-facts.ts';
import type { DecidedFinding } from '#contract/finding-decision.ts';
import type { DocumentName } from '#contract/plan-item.ts';
import { filterFindings } from '#server/consistency/filter-findings.ts';
import { isScoredOnSimulated } from '#server/consistency/index-records.ts';
import { listQuotes } from '#server/consistency/item-quotes.ts';
import { listFindingsWithinReach } from '#server/consistency/list-decided-findings.ts';
import type { Db } from '#server/db/database.ts';
import type { PaperRequest } from '#features/official-document/contract.ts';
import { findDocumentName } from '#features/official-document/reads.ts';
import {
  citeChecked,
  describeFinding,
  findAskedAgency,
  scopeInWords,
  withDocumentFirst,
} from '#web/widgets/finding/official-words.ts';

interface FindingsGathering {
  readonly db: Db;
  readonly today: PlainDate;
  /** Who makes the letter: it tells nothing that they may not read. */
  readonly actor: Actor | undefined;
  readonly province: Required<ProvinceFacts>;
}

const listOpen = async ({
  db,
  today,
  actor,
}: Omit<FindingsGathering, 'province'>): Promise<readonly DecidedFinding[]> =>
  filterFindings(await listFindingsWithinReach(db, actor, today), { state: 'open' });

const addresseeOf = (agency: string | undefined, document: string | null): string => {
  if (agency !== undefined) return agency;
  return document === null
    ? 'Các cơ quan chủ trì soạn thảo văn bản'
    : `Cơ quan chủ trì soạn thảo ${document}`;
};

/** What a letter on contradictions says: those that are open, of one document or all, narrowed as asked. */
export const gatherFindings = async (
  gathering: FindingsGathering,
  { documentId, within }: Extract<PaperRequest, { kind: 'findings-letter' }>,
): Promise<FindingsLetterFacts | Refusal<'record.not-found'>> => {
  const { db, today, province } = gathering;
  const name = documentId === null ? undefined : await findDocumentName(db, documentId);
  if (documentId !== null && !name) return refuse('record.not-found', { kind: 'document', id: documentId });
  const told = filterFindings(await listOpen(gathering), { ...within, documentId: name?.id });
  const quotes = await listQuotes(
    db,
    told.flatMap(({ statements }) => statements.map(({ place }) => place.id)),
  );
  const document = name ? citeChecked(name) : null;
  return {
    ...{ kind: 'findings-letter', ...province, asOf: today, document },
    addressee: addresseeOf(findAskedAgency(told, within), document),
    narrowedTo: scopeInWords(told, within),
    simulated: told.some(({ kind }) => KINDS_FROM_SCORES.includes(kind)) && (await isScoredOnSimulated(db)),
    findings: told.map((finding) =>
      describeFinding(name ? withDocumentFirst(finding, name.id) : finding, quotes),
    ),
  };
};

/** Documents of which something contradicts still, drafts first, then the newest. */
export const listContradictedDocuments = async (
  gathering: Omit<FindingsGathering, 'province'>,
): Promise<readonly DocumentName[]> => {
  const statements = (await listOpen(gathering)).flatMap((finding) => finding.statements);
  const documents = new Map(statements.map(({ document }) => [document.id, document]));
  return [...documents.values()].toSorted(
    (one, other) =>
      Number(other.isDraft) - Number(one.isDraft) ||
      (other.year ?? 0) - (one.year ?? 0) ||
      (other.issueDate ?? '').localeCompare(one.issueDate ?? '') ||
      one.id.localeCompare(other.id),
  );
};
