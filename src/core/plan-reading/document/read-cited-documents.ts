import { listCitations, type Citation } from './citations.ts';
import { readDocumentTable } from './document-registers.ts';
import { compareWords, wordsOf } from '#core/plan/name-similarity.ts';
import type { Outline, OutlineEntry } from '#core/plan-reading/outline/outline.ts';
import { placeWithin, sectionLabel, type Place } from '#core/plan-reading/outline/place.ts';
import type { CitationRole, CitedDocumentReading, Unnumbered } from '#core/plan-reading/reading.ts';
import type { ReadingContext } from '#core/plan-reading/reading-context.ts';
import { sectionTopic } from '#core/plan-reading/outline/section-topic.ts';

type Reading = Unnumbered<CitedDocumentReading>;

const BASIS = /^(?:căn cứ|theo đề nghị|xét đề nghị|thực hiện|thi hành)(?![A-Za-zÀ-ỹ])/iu;

const normalNumber = (number: string): string => number.replace(/[\s.]/gu, '').toLowerCase();

const PROVINCIAL_BODY = /^(?:UBND|(?:Ủy|Uỷ) ban nhân dân|HĐND|Hội đồng nhân dân) tỉnh$|Tỉnh [uủ][ỷy]$/iu;

/** "Ủy ban nhân dân tỉnh", "Tỉnh ủy" in the plan of a province mean the bodies of that province. */
const writtenOutIssuer = (issuer: string | null, context: ReadingContext): string | null => {
  if (issuer === null) return null;
  const province = /tỉnh (\p{Lu}.*)$/u.exec(context.document.issuingAgency ?? '')?.[1];
  if (province !== undefined && PROVINCIAL_BODY.test(issuer)) return `${issuer} ${province}`;
  const found = context.agencies.find(issuer);
  return found.length === 1 && found[0]?.kind !== 'peoples-committee' ? (found[0]?.name ?? issuer) : issuer;
};

const LEADS_TO_NOTE = /^(?:(?:số liệu|nguồn)?:?\s*(?:theo|xem|tại|căn cứ))?$/iu;

/** A footnote gives the documents at its beginning and after its semicolons; what these speak of is cited in passing. */
const isNoted = (citation: Citation, text: string): boolean => {
  const before = text.slice(0, citation.start).trimEnd();
  return (
    citation.footnoteNumber !== null ||
    LEADS_TO_NOTE.test(before) ||
    before.endsWith(';') ||
    before.endsWith('.')
  );
};

const roleOf = (citation: Citation, entry: OutlineEntry, context: ReadingContext): CitationRole => {
  const own = context.document.docNumber;
  if (own !== null && citation.docNumber !== null && normalNumber(own) === normalNumber(citation.docNumber)) {
    return 'self';
  }
  if (entry.block.kind === 'footnote' && isNoted(citation, entry.block.content.text)) return 'footnote';
  const words = entry.block.kind === 'table' ? '' : entry.block.content.text;
  const isOpening = sectionTopic(entry.place) === 'opening' && entry.place.appendix === null;
  return isOpening && BASIS.test(words) ? 'legal-basis' : 'cited';
};

const toReading = (
  citation: Citation,
  role: CitationRole,
  place: Place,
  context: ReadingContext,
  footnote: number | null,
): Reading => ({
  appendix: place.appendix,
  section: sectionLabel(place),
  order: null,
  role,
  docType: citation.docType,
  docNumber: citation.docNumber,
  issueDateRaw: citation.issueDateRaw,
  issueDate: citation.issueDate ?? (role === 'self' ? context.document.issueDate : null),
  issuingAgency: writtenOutIssuer(citation.issuingAgency, context),
  subject: role === 'self' ? context.document.subjectLine : citation.subject,
  alsoLines: [],
  footnoteNumber: role === 'footnote' ? (citation.footnoteNumber ?? footnote) : null,
  quote: citation.quote,
  line: citation.line,
});

const citationsOf = (entry: OutlineEntry, context: ReadingContext): readonly Reading[] => {
  const { block, place } = entry;
  if (block.kind === 'table') {
    return block.rows.flatMap((row) =>
      row.cells.flatMap((cell) =>
        listCitations(cell).map((citation) =>
          toReading(
            citation,
            roleOf(citation, entry, context),
            placeWithin(place, row.sections),
            context,
            null,
          ),
        ),
      ),
    );
  }
  const footnote = block.kind === 'footnote' ? block.number : null;
  return listCitations(block.content).map((citation, index) =>
    toReading(citation, roleOf(citation, entry, context), place, context, index === 0 ? footnote : null),
  );
};

/** Words that a title must have before it says enough to be another. */
const TELLING_WORDS = 5;
const OTHER_BELOW = 0.5;

// Two titles that have little in common are kept: one of the mentions is wrong.
const saysOther = (one: string | null, other: string | null): boolean => {
  const [a, b] = [wordsOf(one ?? ''), wordsOf(other ?? '')];
  const areTelling = a.length >= TELLING_WORDS && b.length >= TELLING_WORDS;
  return areTelling && compareWords(a, b).containment < OTHER_BELOW;
};

/** Two mentions with one number may be of one document. */
const mayBeSame = (a: Reading, b: Reading): boolean =>
  (a.issueDate === null || b.issueDate === null || a.issueDate === b.issueDate) &&
  (a.role === 'footnote') === (b.role === 'footnote') &&
  !(a.issueDate !== null && b.issueDate !== null && saysOther(a.subject, b.subject));

// A document is kept once, in its weightiest role; its other mentions are only lines.
const WEIGHT: Readonly<Record<CitationRole, number>> = {
  self: 5,
  'legal-basis': 4,
  'register-row': 3,
  planned: 2,
  footnote: 1,
  cited: 0,
};

const mergeMentions = (mentions: readonly Reading[]): readonly Reading[] => {
  const groups: Reading[][] = [];
  const byNumber = new Map<string, Reading[][]>();
  for (const mention of mentions) {
    const number = mention.docNumber === null ? undefined : normalNumber(mention.docNumber);
    const named = byNumber.get(number ?? '') ?? [];
    const group = named.find(([first]) => first && mayBeSame(first, mention));
    if (group) {
      group.push(mention);
      continue;
    }
    const opened = [mention];
    groups.push(opened);
    if (number !== undefined) byNumber.set(number, [...named, opened]);
  }
  return groups.flatMap((group) => {
    const [first] = group.toSorted((a, b) => WEIGHT[b.role] - WEIGHT[a.role]);
    if (!first) return [];
    const known = <Key extends 'issueDate' | 'issueDateRaw' | 'issuingAgency' | 'subject'>(key: Key) =>
      first[key] ?? group.find((mention) => mention[key] !== null)?.[key] ?? null;
    const lines = group.flatMap(({ line }) => (line === null || line === first.line ? [] : [line]));
    return [
      {
        ...first,
        issueDate: known('issueDate'),
        issueDateRaw: known('issueDateRaw'),
        issuingAgency: known('issuingAgency'),
        subject: known('subject'),
        alsoLines: [...new Set(lines)],
      },
    ];
  });
};

/** Reads every document that the plan names: its legal basis, citations, footnotes and registers of documents. */
export const readCitedDocuments = (outline: Outline, context: ReadingContext): readonly Reading[] => {
  const mentions = outline.entries.flatMap((entry) => {
    if (entry.block.kind !== 'table') return citationsOf(entry, context);
    const listed = readDocumentTable(entry.block, entry.place, context);
    return listed.length > 0 ? listed : citationsOf(entry, context);
  });
  return mergeMentions(mentions);
};
