import type { FoundPeriod } from '#core/plan-reading/language/periods.ts';
import type { Quantity } from '#core/plan-reading/language/quantities.ts';
import { isShare } from '#core/plan-reading/language/units.ts';
import { WORK_VERBS } from '#core/plan-reading/language/work-words.ts';
import { startingWithin, type Span } from '#core/plan-reading/text/spans.ts';

// Verbs between a name and its value, at the end of what stands before the value.
const LINKING_END =
  /(?:[\s,]+|^)(?:đạt được|đạt điểm số|đạt tỷ lệ|đạt mức|đạt|chiếm|là|bằng|ở mức|lên|gấp|còn|tỷ lệ|điểm số|có|ph[ấâầ]n đ[ấầâ]u|mục tiêu|hướng tới|được|khoảng|phải|nằm|đứng|xếp hạng|xếp|thuộc|vào|trở thành|\$)$/iu;
// From here on the sentence speaks of the value alone: "… và đảm bảo 100% hệ thống …".
const FRESH_START = /(?:^|[\s,])(?:đảm bảo|bảo đảm|ph[ấâầ]n đ[ấầâ]u)(?: có| đạt)?$/iu;
const COOPERATION =
  /^(?:chủ trì|phối hợp)(?:,|\s).*?(?:liên quan|địa phương|đơn vị(?! (?:có )?liên quan))\s+(?=\p{Ll})/iu;
// "Sở … chủ trì, phối hợp với các doanh nghiệp … phát triển thêm": who does it names no value.
const WHO_DOES = new RegExp(
  `^\\p{Lu}[^:;.()]{2,120}?\\schủ trì,?(?:\\s(?:và\\s)?phối hợp(?: chặt chẽ)?(?: với| cùng)\\s[^:;.()]{3,240}?)?,?\\s(?=${WORK_VERBS}(?![A-Za-zÀ-ỹ]))`,
  'u',
);
const CLOSING_REMARK = /\s*\([^()]{12,}\)$/u;
// Verbs that open a sentence about a value and belong to no name.
const OPENING =
  /^(?:[\s,]+|(?:và|hiện nay|hiện|đến nay|đồng thời|trong đó|tiếp tục|duy trì|nâng cao|đảm bảo|bảo đảm|rà soát|ph[ấâầ]n đ[ấầâ]u|đạt|có|thúc đẩy|đẩy mạnh|tăng cường|tăng|thu hút(?: thêm)?|đưa|từng bước|cập nhật|thêm|hoàn thành|ít nhất|tối thiểu|để|khoảng|cung cấp|triển khai các giải pháp|góp phần)(?![A-Za-zÀ-ỹ]))/iu;
const LEAD_IN = /^.{0,90}?:(?:\s+|$)/u;
// From such words on a sentence tells what the value is good for, and no longer what it is of.
export const PURPOSE =
  /(?:,\s+(?:đảm bảo|bảo đảm|phục vụ|sẵn sàng|đáp ứng|góp phần|tạo|qua đó|từ đó|không (?:còn|để))|(?<=\))\s+(?:đảm bảo|bảo đảm)|(?<!không)\s(?:để|nhằm))(?![A-Za-zÀ-ỹ]).*$/iu;

const stripAll = (text: string, pattern: RegExp): string => {
  const stripped = text.replace(pattern, '').trim();
  return stripped === text ? text : stripAll(stripped, pattern);
};

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A name in good form: no leading verbs, no purpose, no punctuation at its ends. */
export const tidyName = (words: string): string => {
  const opened = stripAll(words.trim().replace(WHO_DOES, '').replace(COOPERATION, ''), OPENING);
  const plain = opened
    .replace(PURPOSE, '')
    .replace(/[.;]["”]$/u, '')
    .replace(/(?<![\s.;,:$])[\s.;,:$]+$/gu, '')
    .replace(CLOSING_REMARK, '')
    .replace(/,?\s+(?:vào|trong|đến|tới|tại|xuống|hoàn thành)$/u, '')
    .replace(/\s+so với(?: cùng kỳ)?$/iu, '')
    .replace(/^[\s.;,:-]+/gu, '');
  return capitalized(plain);
};

// "Thuộc nhóm 10 tỉnh đứng đầu về chỉ số …": what is ranked follows.
const RANKED_IN = /^về\s+(.{4,})$/isu;

// "Mỗi thôn có 01 điểm truy cập": what is counted is the value; of where it is counted only a place is left out.
const HAS = /(?:^|\s)(có)$/iu;
const WHERE =
  /^(?:toàn|cả|trên địa bàn)(?: tỉnh| thành phố| xã| phường| huyện)?$|^(?:tỉnh|toàn tỉnh|thành phố)$/iu;
// "100% hồ sơ được số hóa, trong đó trên 95% được làm sạch": the rest speaks of what was named before.
const GOES_ON = /^(?:được|đã được|đạt|có)\s/u;
const GOES_ON_WITHIN = /\s(?:được|đã được|đạt|có)\s/u;

/** Blanks out the times beside a value, so that they do not stand in its name. */
const withoutPeriods = (text: string, span: Span, periods: readonly FoundPeriod[]): string =>
  startingWithin(periods, span)
    .filter(({ end }) => end <= span.end)
    .reduceRight(
      (words, { start, end }) => words.slice(0, start - span.start) + words.slice(end - span.start),
      text.slice(span.start, span.end),
    )
    .replace(/\s+/gu, ' ')
    .trim();

// "từ 12 cán bộ nghiên cứu khoa học trở lên": the noun goes on up to the words that close the value.
const UP_TO_AT_LEAST = /\d\s+(.+?)\s+trở (?:lên|xuống)$/isu;

const nounOf = (quantity: Quantity, text: string): string | undefined =>
  UP_TO_AT_LEAST.exec(text.slice(quantity.start, quantity.end))?.[1];

const countedNoun = (quantity: Quantity, text: string): string => {
  if (quantity.unit === null || isShare(quantity.unit) || ['thứ hạng', 'lần'].includes(quantity.unit))
    return '';
  return nounOf(quantity, text) ?? quantity.unit.replace(/\/.*$/u, '');
};

const INDICATOR = '(?:tỷ lệ|tỉ lệ|tỷ trọng|chỉ số|số lượng|tổng số|giá trị|mức độ)(?=\\s)';
const PREAMBLE = new RegExp(`^(?!${INDICATOR}).*,\\s+(?=${INDICATOR})`, 'iu');

const LEADING_INDICATOR = new RegExp(`^${INDICATOR}`, 'iu');
// "Tỷ lệ hồ sơ …: cấp tỉnh đạt 100%, cấp xã đạt 90%": the second part is one of the same whole.
const PART_OF_WHOLE = /^(?:(?:ở |tại )?(?:cấp|khu vực|khối)|tại (?:các )?\p{L}+)\s[\p{L} ]{1,30}$/iu;
const PART_OF_WHOLE_AT_END = /\s(?:ở |tại )?(?:cấp|khu vực|khối)\s[\p{L} ]{1,25}$/iu;

/** "Sau dịch bệnh, kinh tế tiếp tục phát triển, tỷ lệ doanh thu …": the name begins with the indicator. */
const withoutPreamble = (subject: string): string => subject.replace(PREAMBLE, '');

/** A rank or a bare "at least 3 %" often stands a clause away from what it is of: the sentence so far names it. */
const sentenceBefore = (text: string, at: number): string => {
  const before = text.slice(0, at);
  return before.slice(before.lastIndexOf('. ') + 1).replace(/(?<![;,\s])[;,\s]+$/u, '');
};

/**
 * What the value is a value of, made of the words before and after it within the same part of a sentence.
 * "…; by 2030 80 %" says nothing of its own: it goes on about the previous value.
 */
export const nameValue = (
  text: string,
  part: Span,
  quantity: Quantity,
  periods: readonly FoundPeriod[],
  previous: string | undefined,
): string => {
  const before = withoutPeriods(text, { start: part.start, end: quantity.start }, periods);
  const after = withoutPeriods(text, { start: quantity.end, end: part.end }, periods);
  const subject = withoutPreamble(stripAll(before.replace(LEAD_IN, ''), LINKING_END));
  const linked = stripAll(before.replace(LEAD_IN, ''), LINKING_END) !== before.replace(LEAD_IN, '').trim();
  // "…: 50% (năm 2025 đạt 22%)": a remark names nothing.
  const rest = after.replace(/^[\s$.,;]+/u, '').replace(/^\([^()]*\)[\s.,;]*$/u, '');
  const startsAfresh = rest !== '' && FRESH_START.test(before.trim());
  const bareSubject = startsAfresh ? '' : stripAll(subject, OPENING);
  const isUnnamed = rest === '' && !nounOf(quantity, text)?.includes(' ');
  const saysNothing = bareSubject === '' && (quantity.kind === 'rank' || isUnnamed);
  const leadIn = LEAD_IN.exec(before)?.[0] ?? '';
  const namesIndicator = /(?<![\p{L}])(?:chỉ số|xếp hạng)(?![\p{L}])/iu.test(bareSubject);
  const ranked = quantity.kind === 'rank' && !namesIndicator ? RANKED_IN.exec(rest)?.[1] : undefined;
  if (ranked !== undefined) return tidyName(ranked);
  if (previous !== undefined && /^(?:và\s)?chiếm$/iu.test(before.replace(/^[\s,]+/u, ''))) return previous;
  if (saysNothing && leadIn !== '') return tidyName(leadIn);
  if (LEADING_INDICATOR.test(leadIn) && bareSubject !== '' && linked)
    return tidyName(
      `${leadIn.replace(/\s*:\s*$/u, '')} ${bareSubject.charAt(0).toLowerCase()}${bareSubject.slice(1)}`,
    );
  if (previous !== undefined && PART_OF_WHOLE.test(bareSubject) && PART_OF_WHOLE_AT_END.test(previous))
    return tidyName(previous.replace(PART_OF_WHOLE_AT_END, ` ${bareSubject}`));
  const plainRest = rest.replace(/[.;,\s]+$/u, '');
  if (
    previous !== undefined &&
    bareSubject === '' &&
    PART_OF_WHOLE.test(plainRest) &&
    (PART_OF_WHOLE_AT_END.test(previous) || LEADING_INDICATOR.test(previous))
  )
    return tidyName(`${previous.replace(PART_OF_WHOLE_AT_END, '')} ${plainRest}`);
  if (saysNothing) return previous ?? tidyName(sentenceBefore(text, part.start));
  const counted = `${countedNoun(quantity, text)} ${rest}`.trim();
  const has = HAS.exec(before)?.[1];
  if (has !== undefined && bareSubject !== '' && rest !== '' && countedNoun(quantity, text) !== '') {
    return tidyName(WHERE.test(bareSubject) ? counted : `${bareSubject} ${has} ${counted}`);
  }
  if (bareSubject !== '' && (linked || rest === '')) return tidyName(subject);
  if (bareSubject === '' && GOES_ON.test(rest) && previous !== undefined) {
    return tidyName(`${previous.split(GOES_ON_WITHIN)[0] ?? previous} ${rest}`);
  }
  return tidyName(bareSubject === '' ? counted : `${bareSubject} ${counted}`);
};

const PREDICATE =
  /\s(?:được|đã được|sử dụng|có|triển khai|thực hiện|ứng dụng|tham gia|cung cấp|kết nối|biết|xử lý|áp dụng|hoàn thành|đáp ứng|ban hành|bố trí|chấp nhận|tiếp cận|truy cập|khai thác|vận hành|tổ chức|chia sẻ|phát sinh|đăng ký|nộp|thu|mua|bán|trở thành|bảo đảm|đảm bảo)(?![A-Za-zÀ-ỹ]).*$/isu;
const SAME_CLAUSE = /^[^;:]*$/u;

/** A name with the words that it is made of, and where they end in the text. */
export interface NamedPart {
  readonly name: string;
  readonly quantity: Quantity;
  readonly part: Span;
}

const isShareBeforeNoun = ({ quantity, part }: NamedPart): boolean =>
  isShare(quantity.unit) && part.start >= quantity.start - 12;

/** "55% doanh nghiệp, 30% hợp tác xã sử dụng nền tảng số": what the last of a series does is said of each. */
export const shareVerbs = (text: string, values: readonly NamedPart[]): readonly string[] => {
  const names = values.map(({ name }) => name);
  for (let index = values.length - 2; index >= 0; index -= 1) {
    const [value, next] = [values[index], values[index + 1]];
    const isSeries = value && next && [value, next].every(isShareBeforeNoun);
    if (!isSeries || PREDICATE.test(value.name) || value.name.includes('(')) continue;
    if (!SAME_CLAUSE.test(text.slice(value.quantity.end, next.quantity.start))) continue;
    const verb = PREDICATE.exec(names[index + 1] ?? '')?.[0];
    if (verb !== undefined) names[index] = `${value.name}${verb}`;
  }
  return names;
};
