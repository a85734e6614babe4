import { WORK_VERBS } from '#core/plan-reading/language/work-words.ts';

const FIRST_CLAUSE = /^(.{20,}?)(?:[;.](?=\s|$)|\s(?=(?:để|nhằm)\s)|$)/su;
const FIRST_SENTENCE_PART = /^(.{20,}?)(?:[;.](?=\s|$)|$)/su;
/** "Chủ trì và phối hợp với các đơn vị thực hiện: …": who helps is read elsewhere, the work stands behind the colon. */
const LEAD_IN = /^(?:chủ trì|phối hợp)(?![A-Za-zÀ-ỹ])[^:;.]{0,120}:\s+(?=\S)/iu;
/** "Chủ trì, phối hợp với Sở Y tế xây dựng …": the work begins with the verb behind the names. */
const LEADS_WITH = new RegExp(
  `^chủ trì(?:,? (?:và )?(?!phối hợp)${WORK_VERBS})*,?(?: và)? phối hợp(?: chặt chẽ)?(?: với| cùng) .{3,200}?,? (?=${WORK_VERBS}(?![A-Za-zÀ-ỹ]))`,
  'iu',
);
/** "…, hoàn thành trước ngày 30/6/2026": the deadline is told apart. */
const DUE_BY =
  /,?\s+(?:và )?(?:hoàn thành|xong|chậm nhất|trước ngày)(?:\s(?:trước|trong|vào|chậm nhất|đến|là|hết|ngày|tháng|năm|quý|cuối|hằng|hàng|[IVX]+|[\d/.]+))+$/iu;
/** "Căn cứ dự toán được phê duyệt để bố trí …": what the work rests on comes before what is to be done. */
const GROUNDS = new RegExp(
  `^căn cứ\\s(?:(?!,\\s+${WORK_VERBS}(?![A-Za-zÀ-ỹ]))[^;.]){3,300}?\\s(?:để|nhằm)\\s+(?=\\S)`,
  'iu',
);
/** "Phấn đấu đạt …", also as scanned text renders it. */
const STRIVES = /^ph[ấâầ]n đ[ấầâ]u(?![\p{L}]|\s+tư)\s+/iu;
/** "Phối hợp với các xã để …": without its purpose such a duty would say nothing but with whom. */
const ONLY_COORDINATES =
  /^phối hợp(?: chặt chẽ)?(?: với| cùng)(?:\s(?:các|sở|ban|ngành|đơn vị|cơ quan|địa phương|liên quan|xã|phường|hội|và|có|tỉnh),?)+\s(?:để|nhằm)\s/iu;

/** The name of a duty: its first clause, without words that only lead up to the work. */
export const nameDuty = (text: string): string => {
  const work = text.replace(LEAD_IN, '').replace(LEADS_WITH, '').replace(GROUNDS, '').replace(STRIVES, '');
  const clause = ONLY_COORDINATES.test(work) ? FIRST_SENTENCE_PART : FIRST_CLAUSE;
  const name = (clause.exec(work)?.[1] ?? work)
    .replace(/(?<![.;:,/])[.;:,/]+$/u, '')
    .replace(DUE_BY, '')
    .trim();
  const whole = name.endsWith(')') && !name.includes('(') ? name.slice(0, -1).trim() : name;
  return whole.charAt(0).toUpperCase() + whole.slice(1);
};
