import { romanNumeral } from './numbering.ts';
import type { DocumentHead, DocumentKind, DocumentOrigin } from './official-document.ts';
import { breakCapitals, HEAD_COLUMNS, SIZE } from './official-layout.ts';
import { dayOrBlanks, numberOrBlank } from './official-wording.ts';

export const NATIONAL_NAME = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const NATIONAL_MOTTO = 'Độc lập - Tự do - Hạnh phúc';

/** The names of the kinds in sentence case; null where the kind is not printed. */
export const KIND_NAMES: Readonly<Record<DocumentKind, string | null>> = {
  report: 'Báo cáo',
  announcement: 'Thông báo',
  plan: 'Kế hoạch',
  submission: 'Tờ trình',
  dispatch: null,
};

/** The body above the issuing one in upper case; what it is the body of stays on one line: "ỦY BAN NHÂN DÂN" / "TỈNH ĐỒNG THÁP". */
export const parentLine = (parentBody: string): string =>
  parentBody
    .toUpperCase()
    .replace(/ (?:TỈNH|THÀNH PHỐ) .*$/u, (place) => ` ${place.trim().replace(/ /g, '\u00A0')}`);

/** The issuing body in upper case; a long name is broken as offices break it: "SỞ KHOA HỌC" / "VÀ CÔNG NGHỆ". */
export const issuerLines = ({ issuingBody }: DocumentHead): readonly string[] =>
  issuingBody.flatMap((part) => breakCapitals(part.toUpperCase(), SIZE.issuingBody, HEAD_COLUMNS.left));

/** "Số: 07/BC-UBND". */
export const numberLine = ({ number, symbol }: DocumentHead): string =>
  `Số: ${numberOrBlank(number)}/${symbol}`;

/** "Đồng Tháp, ngày 05 tháng 02 năm 2026". */
export const dateLine = ({ place, issuedOn, year }: DocumentHead): string =>
  `${place}, ${dayOrBlanks(issuedOn, year)}`;

/** "Phụ lục II"; without a numeral where there is one annex alone. */
export const annexLabel = (index: number, count: number): string =>
  count === 1 ? 'Phụ lục' : `Phụ lục ${romanNumeral(index + 1)}`;

/** "(Kèm theo Báo cáo số 07/BC-UBND ngày 05 tháng 02 năm 2026 của …)". */
export const annexReference = (head: DocumentHead): string => {
  const kind = KIND_NAMES[head.kind] ?? 'Công văn';
  const day = dayOrBlanks(head.issuedOn, head.year);
  return `(Kèm theo ${kind} số ${numberOrBlank(head.number)}/${head.symbol} ${day} của ${head.issuerName})`;
};

/** Lines of a list with the marks that the decree asks for: ";" after each, "." after the last. */
export const closeLines = (lines: readonly string[]): readonly string[] =>
  lines.map((line, index) => `${line}${index === lines.length - 1 ? '.' : ';'}`);

/** What "Kính gửi:" is followed by: one addressee on its line, several on lines of their own with dashes. */
export const addresseeLines = (addressees: readonly string[]): readonly string[] =>
  addressees.length === 1 ? addressees : closeLines(addressees).map((line) => `- ${line}`);

/** By what a paper is traced: printed small below its signature. */
export const originLine = ({ id, factsHash, asOf }: DocumentOrigin): string =>
  `Lập từ số liệu chốt lúc ${asOf}; ${id === null ? '' : `mã văn bản: ${id}; `}mã kiểm tra số liệu (SHA-256): ${factsHash}.`;
