import { startsAsAgency } from '#core/plan-reading/language/agency-heads.ts';

/** What brackets behind a task say of it: "(Sở Y tế chủ trì; Công an tỉnh phối hợp; hoàn thành trong Quý II/2026)". */
export interface BracketLabels {
  readonly lead: string;
  readonly coordinating: string | null;
  readonly deadline: string | null;
  readonly start: number;
  readonly end: number;
}

const BRACKETS = /\(([^()]{8,400})\)/gu;
// "Đầu tư Trung tâm dữ liệu - Sở … chủ trì, hoàn thành trong năm 2027."
const BEHIND_DASH = /\s[-–]\s(\p{Lu}[^()]{8,300})$/gu;
const LEADS =
  /^(.{3,200}?)\s+(?:làm\s+)?(?:chủ trì|thực hiện|là cơ quan chủ trì)(?:\s+(?:thực hiện|tham mưu))?$/u;
const LEADS_WITH = /^(.{3,200}?)\s+chủ trì,?\s+phối hợp(?:\s+với)?\s+(.{3,300})$/u;
const COORDINATES = /^(?:phối hợp(?:\s+với)?:?\s+(.{3,200})|(.{3,200}?)\s+phối hợp(?:\s+thực hiện)?)$/u;
const TIMED =
  /^(?:thời (?:gian|hạn)(?:\s+(?:thực hiện|hoàn thành))?:?|hoàn thành|thực hiện|xong)\s*:?\s+(.{3,80})$/iu;

// "(đơn vị chủ trì)" names nobody.
const NAMES = /^(?:\p{Lu}|các\s)/u;

const firstOf = (pattern: RegExp, parts: readonly string[]): RegExpExecArray | undefined =>
  parts.map((part) => pattern.exec(part)).find((match) => match !== null) ?? undefined;

const readOne = (inside: string): Omit<BracketLabels, 'start' | 'end'> | undefined => {
  // A comma parts names as well as statements: semicolons are tried first.
  for (const separator of [/\s*;\s*/u, /\s*,\s*(?=(?:hoàn thành|thực hiện|thời gian|xong|phối hợp)\s)/u]) {
    const parts = inside.split(separator).map((part) => part.replace(/(?<![.\s])[.\s]+$/u, ''));
    const both = firstOf(LEADS_WITH, parts);
    const lead = both?.[1] ?? firstOf(LEADS, parts)?.[1];
    if (lead === undefined || !NAMES.test(lead) || !startsAsAgency(lead)) continue;
    const others = firstOf(COORDINATES, parts);
    return {
      lead,
      coordinating: both?.[2] ?? others?.[1] ?? others?.[2] ?? null,
      deadline: firstOf(TIMED, parts)?.[1] ?? null,
    };
  }
  return undefined;
};

/** Finds brackets, or words behind a dash, that say who leads the task before them. */
export const findBracketLabels = (text: string): BracketLabels | undefined => {
  for (const match of [...text.matchAll(BRACKETS), ...text.matchAll(BEHIND_DASH)]) {
    const found = readOne(match[1] ?? '');
    if (found) return { ...found, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
};
