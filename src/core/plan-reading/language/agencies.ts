import { WORK_VERBS } from './work-words.ts';
import type { AgencyDirectory } from '#core/organization/directory.ts';
import { tidy } from '#core/kernel/text.ts';
import { writeOut } from './agency-abbreviations.ts';
import { startsAsAgency } from './agency-heads.ts';

export type { AgencyDirectory };

/** An agency as a plan names it. */
export interface NamedAgency {
  readonly nameAsWritten: string;
  /** Name in the directory; the name as written when the directory does not know it. */
  readonly name: string;
  readonly organizationCode: string | null;
}

export interface ParsedAgencies {
  /** In source order, each once. */
  readonly agencies: readonly NamedAgency[];
  /** Words of the cell that name no agency: "tham mưu, trình Chủ tịch ký". */
  readonly note: string | null;
}

// What an agency does: from such a word on, the cell speaks of the work and no longer of the name.
const WORK_WORDS =
  /^(?:tham mưu|tham gia|trình|có(?! liên quan| thẩm quyền| chức năng)|rà soát|tự|thông báo|tổ chức(?! chính trị| xã hội| tín dụng| kinh tế| hội| có| liên quan| đoàn thể)|chủ động|chủ trì|phối hợp|thực hiện|triển khai|theo dõi|hướng dẫn|cung cấp|chịu trách nhiệm|xây dựng|ban hành|đề xuất|báo cáo|gửi|là|được|phụ trách|thẩm định|tổng hợp|tiếp tục|quyết định|bố trí|đẩy mạnh|để|nhằm|khi|theo|trong|căn cứ|về|cho|định kỳ|trước|chậm nhất)(?![A-Za-zÀ-ỹ])/u;

// Behind a name in capitals a verb in lower case ends it: "Sở Y tế đẩy nhanh …".
const WORK_VERB = new RegExp(`^${WORK_VERBS}(?![A-Za-zÀ-ỹ])`, 'u');

const isWork = (words: string): boolean => WORK_WORDS.test(words) || WORK_VERB.test(words);

// Words of work within a name: "Giáo dục thường xuyên", "Ban Quản lý dự án đầu tư xây dựng", "Điều phối xây dựng nông thôn mới".
const WITHIN_NAME =
  /giáo dục\0thường xuyên|đầu tư\0(?:xây dựng|phát triển)|\0xây dựng (?:tỉnh|thành phố|khu vực|nông thôn mới)(?![A-Za-zÀ-ỹ])/iu;

const isWorkBehind = (name: string, words: string): boolean =>
  isWork(words) && !WITHIN_NAME.test(`${name.slice(-20)}\0${words.slice(0, 40)}`);

const SEPARATOR = /\s*(?:[;,/]|(?<=\s)và(?=\s)|(?<=\s)-(?=\s))\s*/gu;
const MOST_SEGMENTS_IN_A_NAME = 5;
// No body has a longer name; words without any stop must not be looked up whole from each of their spaces.
const LONGEST_NAME = 300;

interface Segment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What stands between the segment before and this one; empty for the first. */
  readonly separator: string;
}

const splitSegments = (text: string): readonly Segment[] => {
  const segments: Segment[] = [];
  let start = 0;
  let separator = '';
  const push = (end: number): void => {
    if (end > start) segments.push({ text: text.slice(start, end), start, end, separator });
  };
  for (const match of text.matchAll(SEPARATOR)) {
    push(match.index);
    start = match.index + match[0].length;
    separator = match[0];
  }
  push(text.length);
  return segments;
};

const findOne = (directory: AgencyDirectory, name: string) => {
  const found = name.length > LONGEST_NAME ? [] : directory.find(name);
  return found.length === 1 ? found[0] : undefined;
};

/** A stretch of the text that was read as a name, and the words after it in its last segment. */
interface Reading {
  readonly agency: NamedAgency;
  readonly nextSegment: number;
  readonly trailing: string;
}

// A run of marks is looked at once: without the look behind, each of its marks would try again.
const trimPunctuation = (name: string): string =>
  name.replace(/^[\s"“”*(-]+|(?<![\s.:;,*)"“”])[\s.:;,*)"“”]+$/gu, '');

/** Where a name may end in its last segment, and the words left behind it. */
type Endings = (segment: Segment) => readonly (readonly [end: number, trailing: string])[];

const WHOLE: Endings = (segment) => [[segment.end, '']];

/** "Văn phòng UBND tỉnh tham mưu, trình …": a name followed by what it does. */
const BEFORE_WORK: Endings = (segment) =>
  [...segment.text.slice(0, LONGEST_NAME).matchAll(/ /gu)]
    .toReversed()
    .map((space) => [segment.start + space.index, segment.text.slice(space.index + 1)] as const)
    .filter(([, trailing]) => isWork(trailing) || trailing.startsWith('('));

// "Giám đốc Sở …", "Thủ trưởng các sở, ban, ngành", "Chủ tịch UBND các xã": who answers for an agency stands for it.
const HEAD_OF_AGENCY =
  /^(?:tất cả\s+)?(?:đồng chí\s+)?(?:tất cả(?=\scác)|(?:tổng )?giám đốc|thủ trưởng|người đứng đầu|lãnh đạo|chủ tịch|chánh(?=\s(?:văn phòng|thanh tra))|trưởng(?=\s(?:ban|phòng))|cục trưởng|thủ trưởng)\s+/iu;

/** "Báo và Đài Phát thanh …", "Văn phòng HĐND và UBND xã": one body whose name joins two. */
const JOINED =
  /^(báo)(?: và|,) (?:đài )?(?:phát thanh|PT-?TH)|^((?:văn phòng|VP) (?:đoàn (?:ĐBQH|đại biểu quốc hội)|HĐND|hội đồng nhân dân)(?:,? HĐND)?) (?:và|&) (?:UBND|ủy ban|uỷ ban|HĐND|hội đồng)/iu;

const isHalfOfName = (name: string, text: string): boolean => {
  const joined = JOINED.exec(text);
  return joined !== null && (joined[1] ?? joined[2])?.length === name.length;
};

/** The longest known name that begins with this segment and ends where it may. */
const readKnown = (
  text: string,
  segments: readonly Segment[],
  from: number,
  directory: AgencyDirectory,
  endings: Endings,
): Reading | undefined => {
  const first = segments[from];
  if (!first) return undefined;
  const head = HEAD_OF_AGENCY.exec(first.text)?.[0].length ?? 0;
  const last = Math.min(segments.length, from + MOST_SEGMENTS_IN_A_NAME) - 1;
  for (let to = last; to >= from; to -= 1) {
    const segment = segments[to];
    if (!segment) continue;
    for (const [end, trailing] of endings(segment)) {
      if (end - first.start > LONGEST_NAME) continue;
      const nameAsWritten = trimPunctuation(text.slice(first.start, end));
      const organization =
        findOne(directory, nameAsWritten) ??
        (head > 0 ? findOne(directory, trimPunctuation(text.slice(first.start + head, end))) : undefined);
      if (!organization || isHalfOfName(nameAsWritten, text.slice(first.start))) continue;
      const agency = { nameAsWritten, name: organization.name, organizationCode: organization.code };
      return { agency, nextSegment: to + 1, trailing };
    }
  }
  return undefined;
};

// "Thủ trưởng các sở, ban, ngành": one body, whatever stands before the series.
const SERIES = /(?:^|\s)(?:sở|ban|ngành)$/iu;
const SERIES_ITEM = /^(?:ban|ngành|đoàn thể|cơ quan|đơn vị|địa phương)(?:\s|$)/u;

const ONLY_PLURAL = /^(?:các|những|toàn bộ)$/iu;

const isGroupWord = (name: string): boolean => /^(?:các|những|toàn bộ|đơn vị|cơ quan)(?:\s|$)/iu.test(name);

// "các tổ chức chính trị - xã hội và doanh nghiệp": two groups; "các cơ quan và đơn vị liên quan" is one.
const OTHER_GROUP = /^(?:doanh nghiệp|hợp tác xã|bệnh viện|trung tâm|trường|ngân hàng|hội|hiệp hội)(?:\s|$)/u;

/** A name that the directory does not know: one segment, and those that only make sense as its rest. */
const readUnknown = (
  text: string,
  segments: readonly Segment[],
  from: number,
  directory: AgencyDirectory,
): Reading | undefined => {
  const first = segments[from];
  if (!first || !startsAsAgency(first.text)) return undefined;
  let to = from;
  for (; to + 1 < segments.length; to += 1) {
    const next = segments[to + 1];
    if (!next || next.separator.includes(';') || isWork(next.text)) break;
    const before = segments[to]?.text ?? '';
    if (to === from && isHalfOfName(before, text.slice(first.start))) continue;
    if (readKnown(text, segments, to + 1, directory, WHOLE)) break;
    if (SERIES.test(before) && SERIES_ITEM.test(next.text)) continue;
    if (isGroupWord(first.text) && OTHER_GROUP.test(next.text) && next.separator.includes('và')) break;
    const goesOn = isGroupWord(first.text) ? /^\p{Ll}/u.test(next.text) : !startsAsAgency(next.text);
    if (!goesOn || /^(?:các|những)\s/iu.test(next.text)) break;
  }
  const whole = text.slice(first.start, segments[to]?.end ?? first.end);
  const work = /\s(?=\S)/gu;
  let cut = whole.length;
  for (const space of whole.matchAll(work)) {
    const name = whole.slice(0, space.index);
    if (!isWorkBehind(name, whole.slice(space.index + 1)) || ONLY_PLURAL.test(name)) continue;
    cut = space.index;
    break;
  }
  const trimmed = trimPunctuation(whole.slice(0, cut));
  const isOpen = trimmed.includes('(') && !trimmed.includes(')') && whole.slice(0, cut).includes(')');
  const nameAsWritten = isOpen ? `${trimmed})` : trimmed;
  if (nameAsWritten === '') return undefined;
  const agency = { nameAsWritten, name: writeOut(nameAsWritten), organizationCode: null };
  return { agency, nextSegment: to + 1, trailing: whole.slice(cut + 1) };
};

const NEXT_NAME = / (?=(?:Sở|Công an|UBND|Ủy ban|Văn phòng|VP|Ban|Bộ|Thanh tra|Hội|Các|Thuế|Bưu điện) )/gu;

/** "Sở Nội vụ Sở KH&CN": two names in a cell whose line break was lost. */
const partGluedNames = (
  text: string,
  segment: Segment,
  following: readonly Segment[],
  directory: AgencyDirectory,
): readonly Segment[] => {
  if (findOne(directory, segment.text)) return [segment];
  const ends = [segment, ...following].map(({ end }) => end);
  for (const space of segment.text.slice(0, LONGEST_NAME).matchAll(NEXT_NAME)) {
    const [left, right] = [segment.text.slice(0, space.index), segment.text.slice(space.index + 1)];
    const middle = segment.start + space.index;
    const isName = ends.some((end) => findOne(directory, trimPunctuation(text.slice(middle + 1, end))));
    if (!isName || !findOne(directory, left)) continue;
    return [
      { ...segment, text: left, end: middle },
      { text: right, start: middle + 1, end: segment.end, separator: '; ' },
    ];
  }
  return [segment];
};

const withoutRepeats = (agencies: readonly NamedAgency[]): readonly NamedAgency[] => {
  const first = new Map(agencies.toReversed().map((agency) => [agency.name, agency]));
  return agencies.filter((agency) => first.get(agency.name) === agency);
};

const SERIES_OF_OFFICES = /(?<![\p{L}])(?:các\s+)?sở\s*:\s*(?=\p{Lu})/iu;

// "Các Sở Tài chính, Tư pháp và Nội vụ", "Sở Tài chính, Tư pháp": the word before the first goes for each.
const PLURAL_OFFICES = /^(?:[Cc]ác\s+)?[Ss]ở\s+(?=\p{Lu}[^:]*(?:[,;]| và )\s*\p{Lu})/u;

/** "Các sở: Xây dựng, Nội vụ": each name that the directory knows with the word before the colon gets it. */
const nameEachOffice = (text: string, directory: AgencyDirectory): string => {
  const head = SERIES_OF_OFFICES.exec(text) ?? PLURAL_OFFICES.exec(text);
  if (!head) return text;
  const series = text.slice(head.index + head[0].length);
  const segments = splitSegments(series);
  const starts: number[] = [];
  for (let from = 0; from < segments.length;) {
    const start = segments[from]?.start ?? 0;
    const last = segments
      .slice(from, from + MOST_SEGMENTS_IN_A_NAME)
      .findLastIndex(({ end }) => findOne(directory, `Sở ${trimPunctuation(series.slice(start, end))}`));
    if (last >= 0 && /^\p{Lu}/u.test(series.slice(start))) starts.push(start);
    from += Math.max(1, last + 1);
  }
  if (starts.length === 0) return text;
  const named = starts.reduceRight((words, at) => `${words.slice(0, at)}Sở ${words.slice(at)}`, series);
  return text.slice(0, head.index) + named;
};

const readAgencies = (text: string, directory: AgencyDirectory): ParsedAgencies => {
  const segments = splitSegments(text).flatMap((segment, index, all) =>
    partGluedNames(text, segment, all.slice(index + 1, index + MOST_SEGMENTS_IN_A_NAME), directory),
  );
  const agencies: NamedAgency[] = [];
  const notes: string[] = [];
  let inNote = false;
  for (let index = 0; index < segments.length;) {
    const segment = segments[index];
    if (!segment) break;
    const known: Reading | undefined =
      readKnown(text, segments, index, directory, WHOLE) ??
      readKnown(text, segments, index, directory, BEFORE_WORK);
    const reading: Reading | undefined =
      known ?? (inNote ? undefined : readUnknown(text, segments, index, directory));
    if (!reading) {
      notes.push(`${notes.length > 0 ? segment.separator : ''}${segment.text}`);
      inNote = true;
      index += 1;
      continue;
    }
    agencies.push(reading.agency);
    inNote = reading.trailing !== '';
    if (reading.trailing !== '') notes.push(`${notes.length > 0 ? '; ' : ''}${reading.trailing}`);
    index = reading.nextSegment;
  }
  const note = tidy(notes.join(''));
  return { agencies: withoutRepeats(agencies), note: note === '' ? null : note };
};

/**
 * Reads a cell or phrase that names agencies: "Sở Tư pháp; Sở GD&ĐT, Sở Y tế".
 * Names that the directory does not know, or knows for several organizations, are kept as written.
 */
export const parseAgencies = (text: string, directory: AgencyDirectory): ParsedAgencies =>
  readAgencies(nameEachOffice(tidy(text.replace(/[;,]?\s*<br\s*\/?>/giu, '; ')), directory), directory);
