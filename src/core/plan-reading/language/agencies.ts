import { WORK_VERBS } from './work-words.ts';
import type { AgencyDirectory } from '#core/organization/directory.ts';
import { nameKey, tidy } from '#core/kernel/text.ts';
import { writeOut } from './agency-abbreviations.ts';

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

// First words of the names of Vietnamese agencies and bodies, lower case, without the unit that follows.
const NAME_HEADS = [
  'sở',
  'bộ',
  'ban',
  'cục',
  'chi cục',
  'tổng cục',
  'vụ',
  'viện',
  'văn phòng',
  'vp',
  'vpub',
  'ubnd',
  'ủy ban',
  'hđnd',
  'hội đồng',
  'mttq',
  'mặt trận',
  'công an',
  'ca tỉnh',
  'bộ chỉ huy',
  'quân sự',
  'thanh tra',
  'thuế',
  'thống kê',
  'kho bạc',
  'bảo hiểm',
  'bhxh',
  'ngân hàng',
  'nhnn',
  'bưu điện',
  'điện lực',
  'báo',
  'đài',
  'cổng',
  'trung tâm',
  'trường',
  'bệnh viện',
  'bql',
  'đoàn',
  'tỉnh đoàn',
  'hội',
  'hiệp hội',
  'liên đoàn',
  'liên minh',
  'liên hiệp',
  'tỉnh ủy',
  'thành ủy',
  'đảng ủy',
  'đội',
  'tổ',
  'phòng',
  'tập đoàn',
  'tổng công ty',
  'công ty',
  'doanh nghiệp',
  'dn',
  'vnpt',
  'viettel',
  'bưu chính viettel',
  'hải quan',
  'học viện',
  'tòa án',
  'kiểm toán',
  'fpt',
  'mobifone',
  'các',
  'những',
  'toàn bộ',
  'đơn vị',
  'cơ quan',
  'chủ đầu tư',
  'chủ quản',
  'thủ trưởng',
  'thường trực',
  'đại biểu',
  'chủ tịch',
  'giám đốc',
  'chính phủ',
  'thủ tướng',
] as const;

// What an agency does: from such a word on, the cell speaks of the work and no longer of the name.
const WORK_WORDS =
  /^(?:tham mưu|tham gia|trình|có(?! liên quan| thẩm quyền| chức năng)|rà soát|tự|thông báo|tổ chức(?! chính trị| xã hội| có| liên quan| đoàn thể)|chủ động|chủ trì|phối hợp|thực hiện|triển khai|theo dõi|hướng dẫn|cung cấp|chịu trách nhiệm|xây dựng|ban hành|đề xuất|báo cáo|gửi|là|được|phụ trách|thẩm định|tổng hợp|tiếp tục|quyết định|bố trí|đẩy mạnh|để|nhằm|khi|theo|trong|căn cứ|về|cho|định kỳ|trước|chậm nhất)(?![A-Za-zÀ-ỹ])/u;

// Behind a name in capitals a verb in lower case ends it: "Sở Y tế đẩy nhanh …".
const WORK_VERB = new RegExp(`^${WORK_VERBS}(?![A-Za-zÀ-ỹ])`, 'u');

const isWork = (words: string): boolean => WORK_WORDS.test(words) || WORK_VERB.test(words);

const SEPARATOR = /\s*(?:[;,/]|(?<=\s)và(?=\s)|(?<=\s)-(?=\s))\s*/gu;
const MOST_SEGMENTS_IN_A_NAME = 5;

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

// Words that begin as an agency does and name work, a meeting or a thing: "Tổ chức thực hiện", "Ban hành …", "Các nhiệm vụ".
const NO_NAME =
  /^(?:tổ chức (?:thực hiện|triển khai|lại|bộ máy|các hoạt động|tuyên truyền|tập huấn|hội|kiểm tra|giám sát|đào tạo|bồi dưỡng|sơ kết|tổng kết)|ban hành|báo cáo|hội (?:nghị|thảo|nhập|tụ|thi)|đội ngũ|phòng,? (?:chống|ngừa)|bộ (?:máy|chỉ số|tiêu chí|dữ liệu|tài liệu|quy|công cụ)|trường hợp|đoàn kết|đoàn kiểm tra|các (?:nhiệm vụ|giải pháp|chỉ tiêu|chỉ số|mục tiêu|nội dung|hoạt động|kết quả|dự án|đề án|văn bản|nguồn|điều kiện|yêu cầu))(?![A-Za-zÀ-ỹ])/iu;

// The key moves tone marks ("đoàn" becomes "đòan"), so the words to compare with must be keys too.
const HEAD_KEYS = NAME_HEADS.map(nameKey);

/** Whether the words begin as the name of an agency does: "Sở …", "Các doanh nghiệp …", "UBND …". */
export const startsAsAgency = (words: string): boolean => {
  if (NO_NAME.test(words)) return false;
  if (/^(?:Viễn thông|Đại học|Cao đẳng|Chi nhánh)\s\p{Lu}/u.test(words)) return true;
  const key = nameKey(words);
  return HEAD_KEYS.some(
    (head) => key === head || (key.startsWith(head) && /^[^\p{L}\p{N}]/u.test(key.slice(head.length))),
  );
};

const findOne = (directory: AgencyDirectory, name: string) => {
  const found = directory.find(name);
  return found.length === 1 ? found[0] : undefined;
};

/** A stretch of the text that was read as a name, and the words after it in its last segment. */
interface Reading {
  readonly agency: NamedAgency;
  readonly nextSegment: number;
  readonly trailing: string;
}

const trimPunctuation = (name: string): string => name.replace(/^[\s"“”*(-]+|[\s.:;,*)"“”]+$/gu, '');

/** Where a name may end in its last segment, and the words left behind it. */
type Endings = (segment: Segment) => readonly (readonly [end: number, trailing: string])[];

const WHOLE: Endings = (segment) => [[segment.end, '']];

/** "Văn phòng UBND tỉnh tham mưu, trình …": a name followed by what it does. */
const BEFORE_WORK: Endings = (segment) =>
  [...segment.text.matchAll(/ /gu)]
    .toReversed()
    .map((space) => [segment.start + space.index, segment.text.slice(space.index + 1)] as const)
    .filter(([, trailing]) => isWork(trailing) || trailing.startsWith('('));

// "Giám đốc Sở …", "Thủ trưởng các sở, ban, ngành", "Chủ tịch UBND các xã": who answers for an agency stands for it.
const HEAD_OF_AGENCY =
  /^(?:đồng chí\s+)?(?:(?:tổng )?giám đốc|thủ trưởng|người đứng đầu|lãnh đạo|chủ tịch|chánh(?=\s(?:văn phòng|thanh tra))|trưởng(?=\s(?:ban|phòng))|cục trưởng|thủ trưởng)\s+/iu;

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

const isGroupWord = (name: string): boolean => /^(?:các|những|toàn bộ|đơn vị|cơ quan)\s/iu.test(name);

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
    if (readKnown(text, segments, to + 1, directory, WHOLE)) break;
    const before = segments[to]?.text ?? '';
    if (SERIES.test(before) && SERIES_ITEM.test(next.text)) continue;
    if (to === from && isHalfOfName(before, text.slice(first.start))) continue;
    const goesOn = isGroupWord(first.text) ? /^\p{Ll}/u.test(next.text) : !startsAsAgency(next.text);
    if (!goesOn || /^(?:các|những)\s/iu.test(next.text)) break;
  }
  const whole = text.slice(first.start, segments[to]?.end ?? first.end);
  const work = /\s(?=\S)/gu;
  let cut = whole.length;
  for (const space of whole.matchAll(work)) {
    if (!isWork(whole.slice(space.index + 1))) continue;
    cut = space.index;
    break;
  }
  const nameAsWritten = trimPunctuation(whole.slice(0, cut));
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
  const ends = [segment, ...following.slice(0, MOST_SEGMENTS_IN_A_NAME - 1)].map(({ end }) => end);
  for (const space of segment.text.matchAll(NEXT_NAME)) {
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

const withoutRepeats = (agencies: readonly NamedAgency[]): readonly NamedAgency[] =>
  agencies.filter((agency, index) => agencies.findIndex((other) => other.name === agency.name) === index);

const readAgencies = (text: string, directory: AgencyDirectory): ParsedAgencies => {
  const segments = splitSegments(text).flatMap((segment, index, all) =>
    partGluedNames(text, segment, all.slice(index + 1), directory),
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
  readAgencies(tidy(text.replace(/[;,]?\s*<br\s*\/?>/giu, '; ')), directory);
