import type { ListItem, Paragraph } from '#core/plan-reading/text/blocks.ts';
import { findDutyTimes, type DutyTime } from './duty-times.ts';
import { parseAgencies } from '#core/plan-reading/language/agencies.ts';
import { startsAsAgency } from '#core/plan-reading/language/agency-heads.ts';
import { findPlanPeriod } from '#core/plan-reading/language/periods.ts';
import { WORK_VERBS } from '#core/plan-reading/language/work-words.ts';
import type { Outline, OutlineEntry } from '#core/plan-reading/outline/outline.ts';
import { sectionLabel, type Place } from '#core/plan-reading/outline/place.ts';
import type { ReportingDutyReading, Unnumbered } from '#core/plan-reading/reading.ts';
import type { ReadingContext } from '#core/plan-reading/reading-context.ts';
import { LEADING_AGENCY } from '#core/plan-reading/tasks/read-assignments.ts';
import { sectionTopic } from '#core/plan-reading/outline/section-topic.ts';
import { lineAt, quoteBetween } from '#core/plan-reading/text/source-text.ts';
import { splitClauses } from '#core/plan-reading/targets/stated-values.ts';
import type { Span } from '#core/plan-reading/text/spans.ts';

type Reading = Unnumbered<ReportingDutyReading>;

interface Parties {
  readonly reporterRaw: string | null;
  readonly recipientRaw: string | null;
}

const REPORTS =
  /báo cáo|tổng hợp báo|cung cấp (?:đầy đủ )?(?:các )?(?:số liệu|thông tin)|gửi (?:về )?(?:Sở|UBND|Ủy ban|Văn phòng)|gửi\s[^;.()]{3,100}?\s(?:về|cho|đến)\s(?:Sở|UBND|Ủy ban|Văn phòng|Phòng|Ban|Bộ|Công an)\s|số liệu/iu;
// A plan of one's own that must be handed in is a duty like a report.
const HANDS_IN =
  /(?:xây dựng (?:và ban hành )?|(?<!(?:tham mưu|trình) [^;.]{0,80})(?:ban hành |cụ thể h(?:óa|oá) [^;.]*?(?:thành|bằng) ))(?:kế hoạch|chương trình)[^;.]*$/iu;
const RECIPIENT =
  /(?:[Gg]ửi(?: về| cho| đến)?|(?<=(?:[Bb]áo cáo|[Gg]ửi)[^;.]{0,120})về|cho|[Bb]áo cáo)\s+(?=(?:Sở|UBND|Ủy ban|Uỷ ban|Văn phòng|Bộ|Ban (?:Chỉ đạo|Thường vụ|Chấp hành|Cán sự)|Thường trực|Tỉnh [uủ][ỷy]|Thành [uủ][ỷy]|Đảng [uủ][ỷy]|HĐND|Hội đồng|Chủ tịch|Trưởng [Bb]an|Giám đốc|Công an|Thanh tra|Chính phủ|Thủ tướng|Phòng|Trung tâm|Cục)(?![A-Za-zÀ-ỹ]))/gu;
const SUBJECT = new RegExp(
  `(?:^|[,;.:]\\s|(?<=\\s)yêu cầu\\s|^Yêu cầu\\s)((?:các|Các)\\s[^;.:]*?)\\s(?:báo cáo|gửi|${WORK_VERBS})(?![A-Za-zÀ-ỹ])`,
  'u',
);

const findRecipient = (words: string, context: ReadingContext): string | null => {
  for (const match of words.matchAll(RECIPIENT)) {
    const rest = words.slice(match.index + match[0].length);
    const told = /^[^;.()]*/u.exec(rest)?.[0] ?? '';
    const [first] = parseAgencies(told, context.agencies).agencies;
    if (first?.organizationCode === null)
      return knownBeginning(told, context) ?? firstWords(first.nameAsWritten);
    if (first) return first.nameAsWritten;
  }
  return null;
};

const LONGEST_NAME = 12;

/** "UBND tỉnh kết quả thực hiện …": the longest name in the directory that the words begin with. */
const knownBeginning = (words: string, { agencies }: ReadingContext): string | undefined => {
  const parts = words.split(' ').slice(0, LONGEST_NAME);
  return parts
    .map((_, index) =>
      parts
        .slice(0, parts.length - index)
        .join(' ')
        .replace(/(?<![\s,:])[\s,:]+$/u, ''),
    )
    .find((name) => name.includes(' ') && agencies.find(name).length === 1);
};

const firstWords = (name: string): string =>
  name.replace(/\s+(?:để|tổng hợp|theo|trước|kết quả|tình hình|tiến độ|việc|về).*$/u, '');

const headingAgency = (place: Place): string | null => {
  const titles = place.steps.map((step) => step.title.replace(/^đề nghị\s+/iu, ''));
  return titles.findLast((title) => startsAsAgency(title)) ?? null;
};

// "Các cơ quan, đơn vị gửi …": whoever a text names first is meant, under whatever heading it stands.
const PLURAL_SUBJECT = /^(?:các|những|toàn bộ|tất cả các)\s/iu;

/** Who reports: several named at the very start; else the agency of the heading. A closing paragraph for everybody names its own subject. */
const findReporter = (words: string, entry: OutlineEntry): string | null => {
  const leading = LEADING_AGENCY.exec(words)?.[1]?.replace(/^(?:giao(?: cho)?|phân công|đề nghị)\s+/iu, '');
  if (leading !== undefined && /^\p{Lu}/u.test(leading) && startsAsAgency(leading)) return leading;
  const subject = SUBJECT.exec(words);
  const own = subject?.[1] ?? null;
  if (own !== null && subject?.index === 0 && PLURAL_SUBJECT.test(words) && startsAsAgency(own)) return own;
  const heading = headingAgency(entry.place);
  const closes = entry.block.kind === 'paragraph' && /^(?:căn cứ|yêu cầu|đề nghị|định kỳ)/iu.test(words);
  return closes ? (own ?? heading) : (heading ?? own);
};

const COVERED = /quý (?:IV|I{1,3}|[1-4])(?![A-Za-zÀ-ỹ])|0?6 tháng(?: đầu năm| cuối năm)?|cả năm/giu;

const findCovered = (words: string): string | null => {
  const found = [...words.matchAll(COVERED)].map((match) => match[0].replace(/^quý/iu, 'Quý'));
  return found.length === 0 ? null : [...new Set(found)].join('; ');
};

const DUTY_VERB =
  /(?<![A-Za-zÀ-ỹ])(?:cung cấp|xây dựng|báo cáo|tổng hợp|gửi|(?<!(?:tự|kết quả|công tác|tình hình)\s)đánh giá|công bố|lập|rà soát|ban hành|cụ thể h(?:óa|oá))(?![A-Za-zÀ-ỹ])/giu;

const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const DUTY_NAME = /(?:báo cáo năm|báo cáo quý|0?6 tháng|(?:hằng|hàng) (?:tháng|quý|năm))$/iu;
/** "quý I trước ngày 20/3, quý II trước ngày 20/6": the report is named once, each time has its own period before it. */
const PERIOD_ALONE = /^[\s,;]*(?:và )?((?:quý (?:IV|I{1,3}|[1-4])|0?6 tháng)[^,;.]{0,24})$/iu;
const HANDED_TO = /,?(?:\s+và)?\s+(?:gửi(?: về)?|về|cho)\s+(?:Sở|UBND|Ủy ban|Văn phòng|Bộ).*$/u;
// "Định kỳ hằng tháng tổng hợp, báo cáo … tình hình …": what is reported follows the time.
const TOLD_AFTER = /^(?:tổng hợp|báo cáo|đánh giá|gửi báo cáo)(?![A-Za-zÀ-ỹ]).{12,}/isu;
const LONGEST_DUTY = 220;
// No sentence that orders reports is longer: a text without stops must not be read anew for each of its dates.
const LONGEST_CLAUSE = 4000;
const MOST_TIMES = 20;

interface DutyWords {
  readonly what: string;
  readonly covers: string | null;
}

const tidyDuty = (words: string): string =>
  capitalized(
    words
      .replace(/\([^()]*\)/gu, '')
      .replace(HANDED_TO, '')
      .replace(/,?\s+hoàn thành$/u, '')
      .replace(/\s+/gu, ' ')
      .replace(/(?<![\s.;:,/])[\s.;:,/]+$/u, '')
      .trim(),
  );

// "…, gửi Sở Y tế", "…, báo cáo UBND tỉnh": such a verb only tells who receives what an earlier one names.
const ONLY_HANDS_OVER =
  /^(?:(?:gửi|nộp)(?: về| cho| đến)?(?:\s(?:Sở|UBND|Ủy ban|Văn phòng|Bộ)\s.*)?|\p{L}+(?:\s\p{L}+)?|báo cáo (?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Chủ tịch UBND)(?: (?:tỉnh|thành phố|xã|phường))?)$/iu;

const saysWhat = (words: string): boolean => !ONLY_HANDS_OVER.test(tidyDuty(words));

/** What is handed in: the words from the verb to the time, or from the time to whoever receives it. */
const describeDuty = (text: string, from: number, time: Span, to: number): DutyWords => {
  const before = text.slice(from, time.start).replace(/(?<![\s:(,])[\s:(,]+$/u, '');
  const after = text.slice(time.end, to).replace(/^[\s),:]+/u, '');
  const name = DUTY_NAME.exec(before)?.[0];
  const told = /báo cáo/iu.test(before) ? undefined : TOLD_AFTER.exec(after)?.[0];
  if (told !== undefined) return { what: tidyDuty(after), covers: findCovered(before) };
  if (name !== undefined) {
    const what = capitalized(/báo cáo/iu.test(name) ? name : `Báo cáo ${name}`);
    return { what, covers: findCovered(name) };
  }
  const verbs = [...before.matchAll(DUTY_VERB)];
  // "… thành kế hoạch hằng năm, ban hành trước ngày …": the last verb says nothing without the one before.
  const verb = verbs.findLast((found) => saysWhat(before.slice(found.index))) ?? verbs.at(-1);
  const period = verb ? undefined : PERIOD_ALONE.exec(before)?.[1];
  if (period !== undefined) return { what: `Báo cáo ${period}`, covers: findCovered(period) };
  if (!verb || before.length - verb.index > LONGEST_DUTY) {
    return { what: tidyDuty(after), covers: findCovered(tidyDuty(after)) };
  }
  const words = before.slice(verb.index);
  return { what: tidyDuty(words), covers: findCovered(words) };
};

/** "Định kỳ gửi báo cáo … trước ngày 15/12" is one duty: the date says more than that it comes back. */
const withoutVague = (times: readonly DutyTime[]): readonly DutyTime[] =>
  times.some((time) => time.comparator !== null) ? times.filter((time) => time.frequency !== 'other') : times;

const readBlock = (
  entry: OutlineEntry & { readonly block: Paragraph | ListItem },
  context: ReadingContext,
  introduced: Parties | undefined,
  validFor: string | null,
): readonly Reading[] => {
  const { content } = entry.block;
  const { text } = content;
  const ownReporter = introduced?.reporterRaw ?? findReporter(text, entry);
  return splitClauses(text).flatMap((clause) => {
    if (clause.end - clause.start > LONGEST_CLAUSE) return [];
    const words = text.slice(clause.start, clause.end);
    const times = withoutVague(findDutyTimes(words, context.document.year)).map((time) => ({
      ...time,
      start: time.start + clause.start,
      end: time.end + clause.start,
    }));
    if (times.length > MOST_TIMES) return [];
    return times
      .filter((time) => isReported(text, clause, time, times))
      .map((time, index, all) => {
        const after = text.slice(time.start, clause.end);
        const recipientRaw =
          findRecipient(after, context) ?? findRecipient(words, context) ?? introduced?.recipientRaw ?? null;
        // The duty stands on the line of its time: a quote that began further up would not be found there.
        const opens = index === 0 && lineAt(content, clause.start) === lineAt(content, time.start);
        const from = opens ? clause.start : time.start;
        const first = firstOfTimes(text, all, index);
        const { what, covers } = describeDuty(
          text,
          all[first - 1]?.end ?? clause.start,
          wholeTime(text, all, first),
          clause.end,
        );
        return {
          appendix: entry.place.appendix,
          section: sectionLabel(entry.place),
          order: entry.block.kind === 'list-item' ? entry.block.marker : null,
          what,
          reporterRaw: ownReporter,
          reporterAgencies: namesOf(ownReporter, context),
          recipientRaw,
          recipientAgencies: namesOf(recipientRaw, context),
          frequency: time.frequency,
          covers,
          validFor: /h[ằà]ng năm/iu.test(words) ? 'hằng năm' : validFor,
          raw: time.raw,
          comparator: time.comparator,
          dueDate: time.dueDate,
          recurringDays: time.recurringDays,
          quote: quoteBetween(content, from, clause.end),
          line: lineAt(content, time.start),
        };
      });
  });
};

/** "trước ngày 20/6 và 20/12": a bare day goes on with the time before it, and so with what is said of that. */
const firstOfTimes = (text: string, times: readonly DutyTime[], index: number): number => {
  const [before, time] = [times[index - 1], times[index]];
  if (!before || !time || !/^\d/u.test(time.raw)) return index;
  return /^[\s,]*(?:và)?\s*(?:ngày\s*)?$/u.test(text.slice(before.end, time.start))
    ? firstOfTimes(text, times, index - 1)
    : index;
};

/** "trước ngày 15/6 và trước ngày 15/12 …": what follows the last of such times is said of each. */
const wholeTime = (text: string, times: readonly DutyTime[], index: number): Span => {
  let end = times[index]?.end ?? 0;
  for (const next of times.slice(index + 1)) {
    if (!/^[\s,]*(?:và)?\s*$/u.test(text.slice(end, next.start))) break;
    end = next.end;
  }
  return { start: times[index]?.start ?? 0, end };
};

const namesOf = (raw: string | null, context: ReadingContext): readonly string[] =>
  raw === null ? [] : parseAgencies(raw, context.agencies).agencies.map((agency) => agency.name);

const REPORTED_AFTER =
  /^(?:[\s,]+(?:\p{L}+[\s,]+){0,4}?|(?:[\s,]+(?:và|hoặc|(?:hằng |hàng )?(?:quý|năm|0?6 tháng)|cả năm|đột xuất))+[\s,]+)(?:tổng hợp|báo cáo|gửi báo cáo)/iu;
// "Tổng hợp, báo cáo … định kỳ hằng quý, 6 tháng và năm": without a date the time may follow what is reported.
const REPORTED_BEFORE =
  /(?<![A-Za-zÀ-ỹ])(?:báo cáo|tổng hợp)\s[^;.()]{8,}\sđịnh kỳ\s(?:(?:hằng |hàng |cả )?(?:tháng|quý|0?6 tháng|năm)(?:, | và | hoặc |$))+$/iu;

/** A time is a duty when its clause speaks of a report, not when a thing is merely done again and again. */
const isReported = (text: string, clause: Span, time: DutyTime, all: readonly DutyTime[]): boolean => {
  const before = text.slice(clause.start, time.start);
  const after = text.slice(time.end, clause.end);
  const isDated = time.dueDate !== null || time.recurringDays.length > 0;
  if (isDated && time.comparator !== null && HANDS_IN.test(before)) return true;
  if (time.comparator !== null) return REPORTS.test(text.slice(clause.start, clause.end));
  if (isDated && time.frequency === 'monthly' && REPORTS.test(before)) return true;
  if (REPORTED_AFTER.test(after)) return true;
  return all.every(({ comparator }) => comparator === null) && REPORTED_BEFORE.test(before + time.raw);
};

const isProse = (entry: OutlineEntry): entry is OutlineEntry & { readonly block: Paragraph | ListItem } =>
  entry.block.kind === 'paragraph' || entry.block.kind === 'list-item';

/** "… theo các mốc thời gian sau:": who reports to whom is told once, above the list of dates. */
const findIntroduction = (entry: OutlineEntry, context: ReadingContext): Parties | undefined => {
  if (!isProse(entry) || !entry.block.content.text.endsWith(':')) return undefined;
  const { text } = entry.block.content;
  if (!REPORTS.test(text)) return undefined;
  return { reporterRaw: findReporter(text, entry), recipientRaw: findRecipient(text, context) };
};

/** Reads who must report what to whom by when. */
export const readReportingDuties = (outline: Outline, context: ReadingContext): readonly Reading[] => {
  const validFor = findPlanPeriod(context.document.subjectLine ?? '')?.raw ?? null;
  let introduced: Parties | undefined;
  return outline.entries.flatMap((entry) => {
    if (!isProse(entry) || entry.place.appendix !== null) return [];
    const topic = sectionTopic(entry.place);
    if (entry.block.kind === 'paragraph') introduced = findIntroduction(entry, context);
    if (topic === 'opening' || topic === 'specific-objectives') return [];
    if (entry.block.kind === 'paragraph' && introduced) return [];
    return readBlock(entry, context, introduced, validFor);
  });
};
