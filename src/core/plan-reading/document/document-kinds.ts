import { tidy } from '#core/kernel/text.ts';
import { isMostlyCapital, isUpperCase } from '#core/plan-reading/outline/numbering.ts';

/** Kinds of administrative documents as their titles print them (Nghị định 30/2020/NĐ-CP, Điều 7), longest first. */
const KINDS = [
  'CHƯƠNG TRÌNH HÀNH ĐỘNG',
  'KẾ HOẠCH HÀNH ĐỘNG',
  'NGHỊ QUYẾT',
  'QUYẾT ĐỊNH',
  'KẾ HOẠCH',
  'CHƯƠNG TRÌNH',
  'ĐỀ ÁN',
  'BÁO CÁO',
  'CHỈ THỊ',
  'TỜ TRÌNH',
  'THÔNG BÁO',
  'HƯỚNG DẪN',
  'KẾT LUẬN',
  'QUY CHẾ',
  'QUY ĐỊNH',
  'PHƯƠNG ÁN',
  'DỰ ÁN',
  'CÔNG ĐIỆN',
  'CÔNG VĂN',
] as const;

/** The kind of document that a line names as its title, and what follows on the same line; undefined for any other line. */
export const findDocumentKind = (
  line: string,
): { readonly kind: string; readonly rest: string } | undefined => {
  const words = tidy(line);
  const kind = KINDS.find(
    (name) =>
      words.slice(0, name.length).toUpperCase() === name &&
      isMostlyCapital(words.slice(0, name.length)) &&
      !/^\p{L}/u.test(words.slice(name.length)),
  );
  if (!kind) return undefined;
  const rest = words.slice(kind.length).replace(/^[\s:.-]+/u, '');
  // "KẾ HOẠCH CHUYỂN ĐỔI SỐ" goes on in capitals; a heading "KẾ HOẠCH THỰC HIỆN" inside a plan is numbered and never comes here.
  if (rest !== '' && !isUpperCase(rest) && !/^\p{Lu}/u.test(rest)) return undefined;
  return { kind: `${kind.charAt(0)}${kind.slice(1).toLowerCase()}`, rest };
};
