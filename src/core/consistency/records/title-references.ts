import type { CitationRecord } from './records.ts';
import { findPlainDate } from '#core/kernel/plain-date.ts';
import { tidy } from '#core/kernel/text.ts';

const REFERENCE =
  /(Nghị quyết|Quyết định|Kế hoạch|Chỉ thị|Chương trình(?: hành động)?|Nghị định|Thông tư|Kết luận|Hướng dẫn|Thông báo) số\s*(\d*[a-z]?\s?[/-]\s?[\p{L}\d&/-]+)(?:\s*,?\s*ngày (\d{1,2})[/-](\d{1,2})[/-](\d{4}))?/giu;

/** The documents that the title of a cited document names in turn: "Kế hoạch thực hiện Nghị quyết số 04-NQ/TU ngày …". */
export const listTitleReferences = (citation: CitationRecord): readonly CitationRecord[] =>
  [...tidy(citation.title ?? '').matchAll(REFERENCE)].map(
    ([quote, docType = '', docNumber = '', ...day]) => ({
      place: citation.place,
      role: 'cited',
      docType: docType.charAt(0).toUpperCase() + docType.slice(1),
      docNumber: docNumber.replace(/\s/gu, ''),
      issuedOn: findPlainDate(Number(day[2]), Number(day[1]), Number(day[0])) ?? null,
      ...{ issuer: null, title: null, locality: citation.locality },
      quote,
    }),
  );
