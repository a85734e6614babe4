import { groupBy } from '#core/kernel/group-by.ts';
import { tidy } from '#core/kernel/text.ts';
import type { AgencyDirectory } from '#core/organization/directory.ts';
import { buildDoubtContext, listDoubts, type DoubtContext } from '#core/plan-reading/doubts/list-doubts.ts';
import type { DocumentHead } from '#core/plan-reading/reading.ts';
import type { ComparedEntry, ItemMatch } from '#core/plan/compare-import.ts';
import { dayOrNull } from '#core/plan/read-day.ts';
import type { RegisteredItem } from '#core/plan/match-items.ts';
import { listEntryLines, type RegisterEntry } from '#core/plan/register-entry.ts';
import type { DocumentName } from '#contract/plan-item.ts';
import type { PlanImportPreview, PlanImportRow, PreviewItem, RegisteredTarget } from './contract.ts';
import { mentions } from './register/detail-rows.ts';
import { findAgencyCode } from './register/item-rows.ts';
import type { ItemReview } from './review/review-contract.ts';
import { progressOf } from './review/review-import.ts';
import { UNREVIEWED, viewReviews } from './review/review-view.ts';
import type { ComparedImport } from './compare-with-registers.ts';

/** The words of the source that tell most about an item at a glance: its value, its time, its points. */
export const summaryOf = (entry: RegisterEntry): string | null => {
  switch (entry.kind) {
    case 'target':
      return entry.reading.rawTarget;
    case 'task':
      return entry.reading.deadline?.raw ?? null;
    case 'project':
      return entry.reading.period?.raw ?? null;
    case 'gap':
      return [entry.reading.score, entry.reading.maxScore].map((points) => points ?? '–').join(' / ');
    case 'indicator-score':
      return entry.reading.scores.map(({ value }) => value ?? '–').join(' · ');
    case 'reporting-duty':
      return entry.reading.raw;
    case 'cited-document':
      return entry.reading.docNumber;
    case 'result':
      return entry.reading.raw;
    case 'resource':
      return entry.reading.periodLabel;
  }
};

const placeOf = ({ reading }: RegisterEntry) => ({
  appendix: reading.appendix,
  section: reading.section,
  order: reading.order,
  line: reading.line,
  page: reading.page ?? null,
  block: reading.block ?? null,
});

const agenciesOf = (entry: RegisterEntry, directory: AgencyDirectory): PreviewItem['agencies'] =>
  entry.agencies.map(({ role, name }) => {
    const organizationCode = findAgencyCode(directory, name);
    const organization = organizationCode === null ? undefined : directory.findByCode(organizationCode);
    return { role, nameAsWritten: name, organizationCode, name: organization?.name ?? name };
  });

/** Items of other documents that speak of the same things, by reading id. */
export type SimilarItems = ReadonlyMap<string, readonly RegisteredTarget[]>;

interface Beside {
  readonly directory: AgencyDirectory;
  readonly doubts: DoubtContext;
  readonly elsewhere: ComparedImport['elsewhere'];
  readonly similar: SimilarItems;
  readonly reviews: ReadonlyMap<string, ItemReview>;
  /** What this review has told apart, by reading id. */
  readonly distinct: ReadonlyMap<string, readonly string[]>;
}

const listElsewhere = (
  entry: RegisterEntry,
  { elsewhere, similar, distinct }: Beside,
): RegisteredTarget[] => {
  const alike = similar.get(entry.reading.id) ?? [];
  const known = new Set(alike.map(({ itemId }) => itemId));
  const told = distinct.get(entry.reading.id) ?? [];
  const stated = elsewhere.get(entry.indicatorCode ?? '') ?? [];
  return [...alike, ...stated.filter(({ itemId }) => !known.has(itemId))].filter(
    ({ itemId }) => !told.includes(itemId),
  );
};

const previewItem = (
  { entry, registered, match, differences }: ComparedEntry,
  beside: Beside,
): PreviewItem => ({
  readingId: entry.reading.id,
  kind: entry.kind,
  name: entry.name,
  summary: summaryOf(entry),
  quote: entry.quote ?? '',
  place: placeOf(entry),
  lines: [...listEntryLines(entry)],
  indicatorCode: entry.indicatorCode,
  agencies: agenciesOf(entry, beside.directory),
  match,
  itemId: registered?.itemId ?? null,
  differences: [...differences],
  elsewhere: listElsewhere(entry, beside),
  doubts: [...listDoubts(entry, beside.doubts)],
  review: beside.reviews.get(entry.reading.id) ?? UNREVIEWED,
});

const countMatches = (compared: readonly ComparedEntry[]): Record<ItemMatch, number> => {
  const groups = groupBy(compared, ({ match }) => match);
  const count = (match: ItemMatch): number => groups.get(match)?.length ?? 0;
  return {
    new: count('new'),
    same: count('same'),
    'gains-quote': count('gains-quote'),
    differs: count('differs'),
  };
};

const countUnknownAgencies = (
  compared: readonly ComparedEntry[],
  directory: AgencyDirectory,
): PlanImportPreview['unknownAgencies'] => {
  const unknown = compared
    .flatMap(({ entry }) => entry.agencies)
    .filter(({ name }) => findAgencyCode(directory, name) === null);
  return [...groupBy(unknown, ({ name }) => tidy(name))]
    .map(([nameAsWritten, mentioned]) => ({ nameAsWritten, count: mentioned.length }))
    .toSorted((a, b) => b.count - a.count);
};

const headOf = (head: DocumentHead): PlanImportPreview['head'] => ({
  docType: head.docType,
  attachedDocType: head.attachedDocType ?? null,
  docNumber: head.docNumber,
  docNumberRaw: head.docNumberRaw ?? null,
  issueDate: dayOrNull(head.issueDate),
  issueDateRaw: head.issueDateRaw ?? null,
  year: head.year ?? null,
  issuingAgency: head.issuingAgency,
  subjectLine: head.subjectLine,
  isDraft: head.isDraft,
  signerName: head.signerName ?? null,
  signerTitle: head.signerTitle ?? null,
  recipients: [...head.recipients],
  legalBasis: mentions(head.legalBasis),
});

const missingItem = ({ itemId, entry }: RegisteredItem): PlanImportPreview['missing'][number] => ({
  itemId,
  kind: entry.kind,
  name: entry.name,
  place: placeOf(entry),
});

const besideOf = ({ row, directory, elsewhere, review }: ComparedImport, similar: SimilarItems): Beside => ({
  similar,
  directory,
  doubts: buildDoubtContext(row.reading, directory),
  elsewhere,
  reviews: viewReviews(review),
  distinct: new Map(review.items.map(({ item, distinctFrom }) => [item.reading.id, distinctFrom])),
});

const identityOf = ({
  recognition,
  sharedText,
}: ComparedImport['recognized']): Omit<PlanImportPreview['identity'], 'distinctFrom'> => ({
  standing: recognition.standing,
  question: recognition.standing === 'asked' ? recognition.question : null,
  isOpen: recognition.standing === 'asked' || (recognition.standing === 'same' && recognition.isOpen),
  sharedText,
});

/** What the registers know of a file beside its items: the document that it is or may be, those that it is not, mapped names. */
export interface KnownBeside {
  readonly document?: DocumentName | undefined;
  readonly distinctFrom: readonly DocumentName[];
  readonly mappedAgencies: PlanImportPreview['mappedAgencies'];
}

/** What a person sees before accepting: the file's statements, their matches, and what needs attention. */
export const buildPreview = (
  prepared: ComparedImport,
  listed: PlanImportRow,
  { document, distinctFrom, mappedAgencies }: KnownBeside,
  similar: SimilarItems = new Map(),
): PlanImportPreview => {
  const { row, directory, compared, missing } = prepared;
  const beside = besideOf(prepared, similar);
  return {
    import: listed,
    review: progressOf(prepared),
    head: headOf(row.reading.document),
    document: document ?? null,
    identity: { ...identityOf(prepared.recognized), distinctFrom: [...distinctFrom] },
    lines: row.source_text === null ? null : row.source_text.split('\n'),
    items: compared.map((item) => previewItem(item, beside)),
    counts: countMatches(compared),
    missing: missing.map(missingItem),
    unknownAgencies: countUnknownAgencies(compared, directory),
    mappedAgencies,
    warnings: row.reading.warnings.map(({ code, severity, line, quote }) => ({
      ...{ code, severity, line },
      quote: quote ?? null,
    })),
  };
};
