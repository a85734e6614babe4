import type { Footnote } from '#core/plan-reading/text/blocks.ts';
import { findDay } from '#core/plan-reading/language/days.ts';
import type { DocumentReference } from '#core/plan-reading/reading.ts';
import { lineAt, quoteBetween } from '#core/plan-reading/text/source-text.ts';

const REFERENCE =
  /(\p{Lu}\p{Ll}+(?: \p{Ll}+){0,3}) số:?\s*(\d+[a-z]?\s*[-/]\s*[\p{Lu}\d][\p{L}\d&\-/]*)\s+ngày\s+(\d{1,2})(?:\/|\s+tháng\s+)(\d{1,2})(?:\/|\s+năm\s+)(\d{4})/gu;
const SUBJECT = /(?:về việc|về)\s+(.+?)[.;]?$/su;
const ISSUER = /^\s+của\s+(.+?)\s+(?:về|v\/v|phê duyệt|ban hành)/u;

/** Reads the documents that a footnote names with number and date. */
export const readReferences = (footnote: Footnote): readonly DocumentReference[] => {
  const { content } = footnote;
  return [...content.text.matchAll(REFERENCE)].map((match) => {
    const [found, docType = '', number = '', day, month, year] = match;
    const rest = content.text.slice(match.index + found.length);
    return {
      docType,
      docNumber: number.replace(/\s/gu, ''),
      issueDate: findDay(Number(year), Number(month), Number(day)) ?? null,
      issuingAgency: ISSUER.exec(rest)?.[1] ?? null,
      subject: SUBJECT.exec(rest)?.[1] ?? null,
      footnoteNumber: footnote.number,
      quote: quoteBetween(content, match.index, match.index + found.length),
      line: lineAt(content, match.index),
    };
  });
};
