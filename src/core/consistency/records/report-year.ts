import type { DocumentRecord, ResultRecord } from './records.ts';
import { searchKey } from '#core/kernel/text.ts';

const YEARS = /(?<![\d/.-])nam (20\d{2})(?![\d/-])/gu;
const SPANS = /giai doan|nhiem ky|tu nam|quy|thang|20\d{2} ?- ?20\d{2}/u;

/** The year that a yearly report tells of by its title; undefined for any other document. */
export const findReportYear = ({ head }: DocumentRecord): number | undefined => {
  const title = searchKey(head?.title ?? '');
  if (searchKey(head?.docType ?? '') !== 'bao cao' || SPANS.test(title)) return undefined;
  // "Kết quả năm 2025, nhiệm vụ năm 2026": what was reached comes first.
  const [first] = [...title.matchAll(YEARS)].map(([, year]) => Number(year));
  return first;
};

/** Words that bind a figure to another time or make it a change. */
const OTHERWISE_TOLD =
  /tang|giam|so voi|vuot|nam 20\d{2}|ngay \d|thang \d|quy [ivx\d]|nhiem ky|ke hoach|muc tieu|chi tieu|trung binh|binh quan|hien nay|luy ke|du kien/u;

/** Whether a figure of a yearly report is plainly one of its year: "Tỷ lệ … đạt 91,7%." */
export const isPlainlyReported = ({ quote, comparator }: ResultRecord): boolean =>
  comparator === '=' && quote !== null && !OTHERWISE_TOLD.test(searchKey(quote));
