import { tidy } from '#core/kernel/text.ts';
import { findDay, isYear } from '#core/plan-reading/language/days.ts';
import { isMostlyCapital } from '#core/plan-reading/outline/numbering.ts';
import type { Block, Heading, Paragraph } from '#core/plan-reading/text/blocks.ts';
import { findDocumentKind } from './document-kinds.ts';
import type { Outline } from '#core/plan-reading/outline/outline.ts';
import type { DocumentHead } from '#core/plan-reading/reading.ts';
import { readSignature } from './read-signature.ts';
import { listLines, type TextLine } from '#core/plan-reading/text/source-text.ts';

const HEAD_ENDS =
  /^(?:căn cứ|thực hiện|thi hành|triển khai thực hiện (?:nghị quyết|quyết định|kế hoạch)|theo đề nghị|với mục tiêu)\s/iu;
const NUMBER_LINE = /(?:^|\s)Số\s*:\s*(.*?)(?:\s{2,}.*|\s(?=\p{Lu}[\p{L}\s]+,\s*ngày).*)?$/u;
// Offices of the party print their numbers without a colon.
const NUMBER_OF_PARTY = /^Số\s+(\d{1,5}\s?-\s?\p{Lu}[\p{L}\d]*\/\p{Lu}[\p{L}\d/-]*)$/u;
const NUMBER = /^\d{1,5}[a-z]?\s*[-/]\s*[\p{Lu}\d][\p{L}\d&\-/. ]*$/u;
const DATE_LINE = /,\s*(ngày\s*(\d{0,2})\s*tháng\s*(\d{0,2})\s*năm\s*(\d{4})?)/u;
// With strokes only at the end of its line: elsewhere it is the date of a document that is cited.
const SHORT_DATE_LINE = /[A-Za-zÀ-ỹ],\s*(ngày\s*(\d{0,2})\s*\/\s*(\d{0,2})\s*\/\s*(\d{4})?)\s*\.?$/u;
const ATTACHED_TO =
  /^\(?\s*(?:ban hành\s+)?kèm theo\s+(\p{Lu}[\p{L}\s]+?)\s+số\s*:?\s*(.*?)\s*ngày\s*(\d{0,2})\s*(?:\/|tháng)?\s*(\d{0,2})\s*(?:\/|năm)?\s*(\d{4})?\s*(?:của\s+(.+?))?\s*\)?$/iu;
const NATIONAL_NAME =
  /CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc|ĐẢNG CỘNG SẢN VIỆT NAM/gu;
const ISSUES = /((?:[Ủủ]y|[Uu]ỷ) ban nhân dân (?:tỉnh|thành phố) \p{Lu}\p{L}*(?: \p{Lu}\p{L}*)*)/u;
const ISSUER_START =
  /^(?:(?:ỦY|UỶ) BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|(?:TỈNH|THÀNH|ĐẢNG) (?:ỦY|UỶ)|ĐẢNG BỘ|BAN CÁN SỰ ĐẢNG|SỞ|BAN CHỈ ĐẠO|BỘ|CHÍNH PHỦ|THỦ TƯỚNG CHÍNH PHỦ|VĂN PHÒNG|CỤC|BAN QUẢN LÝ|CÔNG AN|THANH TRA|THUẾ|CHI CỤC|TRUNG TÂM|BỆNH VIỆN|TRƯỜNG|KHO BẠC|BAN (?:TUYÊN GIÁO|TỔ CHỨC|NỘI CHÍNH|DÂN VẬN)|(?:ỦY|UỶ) BAN (?:MẶT TRẬN|MTTQ|KIỂM TRA)|LIÊN (?:MINH|ĐOÀN|HIỆP)|HIỆP HỘI)(?:\s|$)/u;
const UNIT_WORDS = 'tỉnh|thành phố|tp\\.?|xã|phường|đặc khu|huyện|thị xã';
const ABOVE_AN_OFFICE =
  /^(?:(?:ỦY|UỶ) BAN NHÂN DÂN|UBND|BỘ|SỞ|(?:TỈNH|THÀNH|ĐẢNG) (?:ỦY|UỶ)|CÔNG AN (?:TỈNH|THÀNH PHỐ))(?:\s|$)/u;
const MOST_LINES_OF_A_NAME = 5;
const OFFICE_BELOW =
  /^(?:SỞ|BAN (?:QUẢN LÝ|CHỈ ĐẠO|TUYÊN GIÁO|TỔ CHỨC|NỘI CHÍNH|DÂN VẬN)|(?:ỦY|UỶ) BAN KIỂM TRA|VĂN PHÒNG|THANH TRA|CÔNG AN|THUẾ|CHI CỤC|TRUNG TÂM|BỆNH VIỆN|TRƯỜNG|(?:(?:ỦY|UỶ) BAN NHÂN DÂN|UBND)\s+(?:XÃ|PHƯỜNG))(?:\s|$)/u;
// Text copied off a page keeps the bars of the two columns of its head at the ends of lines.
const LOOSE_BARS = /^\s*\|\s*|\s*\|\s*$/gu;
const LINES_OF_A_HEAD = 40;
const LONGEST_HEAD_LINE = 300;
const LONGEST_ATTACHMENT = 400;

interface NumberAndDate {
  readonly docNumber: string | null;
  readonly docNumberRaw: string | null;
  readonly issueDate: string | null;
  readonly issueDateRaw: string | null;
  readonly year: number | null;
}

const NOTHING: NumberAndDate = {
  docNumber: null,
  docNumberRaw: null,
  issueDate: null,
  issueDateRaw: null,
  year: null,
};

const tidyNumber = (raw: string): string | null => {
  const words = raw.trim().replace(/\s*([-/])\s*/gu, '$1');
  return NUMBER.test(words) ? words : null;
};

const dateOf = (day = '', month = '', year = ''): string | null =>
  day === '' || month === '' || year === ''
    ? null
    : (findDay(Number(year), Number(month), Number(day)) ?? null);

const yearOf = (text: string | undefined): number | null =>
  text !== undefined && isYear(Number(text)) ? Number(text) : null;

/** "Số: 12/KH-UBND" and "Tỉnh, ngày 3 tháng 4 năm 2026" at the top; blanks stay null. */
const readTop = (lines: readonly TextLine[]): NumberAndDate => {
  let found = NOTHING;
  for (const { text } of lines) {
    const number =
      found.docNumberRaw === null ? (NUMBER_LINE.exec(text) ?? NUMBER_OF_PARTY.exec(text)) : null;
    if (number?.[1] !== undefined)
      found = { ...found, docNumberRaw: `Số: ${number[1]}`, docNumber: tidyNumber(number[1]) };
    const date = found.issueDateRaw === null ? (DATE_LINE.exec(text) ?? SHORT_DATE_LINE.exec(text)) : null;
    if (!date?.[1]) continue;
    found = {
      ...found,
      issueDateRaw: date[1],
      issueDate: dateOf(date[2], date[3], date[4]),
      year: yearOf(date[4]),
    };
  }
  return found;
};

interface Attachment extends NumberAndDate {
  readonly docType: string;
  readonly issuer: string | null;
}

/** "(Kèm theo Kế hoạch số 12/KH-UBND ngày 3/4/2026 của …)": what an annex says of its document. */
const readAttachment = (text: string): Attachment | undefined => {
  const said = text.search(/kèm theo\s/iu);
  if (said < 0) return undefined;
  const opened = text.lastIndexOf('(', said);
  const start = opened >= 0 && said - opened < 12 ? opened : said;
  const words = text.slice(start, start + LONGEST_ATTACHMENT);
  const match = ATTACHED_TO.exec(words.slice(0, words.includes(')') ? words.indexOf(')') + 1 : undefined));
  if (!match?.[1]) return undefined;
  const [, docType, number = '', day, month, year, issuer] = match;
  return {
    docType,
    docNumber: tidyNumber(number),
    docNumberRaw: `số ${number}`.trim(),
    issueDate: dateOf(day, month, year),
    issueDateRaw: tidy(`ngày ${day ?? ''}/${month ?? ''}/${year ?? ''}`),
    year: yearOf(year),
    issuer:
      issuer === undefined
        ? null
        : issuer
            .replace(/^Chủ tịch\s+(?=(?:UBND|ủy ban|uỷ ban)\s)/iu, '')
            .replace(/^UBND(?=\s)/u, 'Ủy ban nhân dân'),
  };
};

const withCapital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

const withCapitals = (name: string): string =>
  name.replace(/(?<![A-Za-zÀ-ỹ])\p{Ll}/gu, (letter) => letter.toUpperCase());

const PLACE_IN_NAME = new RegExp(
  `(?<![A-Za-zÀ-ỹ])(${UNIT_WORDS}|(?:tỉnh|thành|đảng) (?:ủy|uỷ)) (?!ủy|uỷ)(.+)$`,
  'iu',
);

const sentenceCase = (words: string): string =>
  words
    .toLowerCase()
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
    .replace(PLACE_IN_NAME, (_, unit: string, name: string) => `${unit} ${withCapitals(name)}`);

const writeOut = (issuer: string): string =>
  issuer.replace(/^UBND(?=\s|$)/u, 'ỦY BAN NHÂN DÂN').replace(/^HĐND(?=\s|$)/u, 'HỘI ĐỒNG NHÂN DÂN');

/** "ỦY BAN NHÂN DÂN / TỈNH …" at the top left, however the two columns of the head were written down. */
const IS_PLACE = new RegExp(`^(?:${UNIT_WORDS})\\s`, 'iu');

/** "BAN CHỈ ĐẠO VỀ PHÁT TRIỂN / KHOA HỌC, CÔNG NGHỆ": the name of an office may need several lines; a committee's ends with its place. */
const restOfName = (words: readonly string[], at: number): string => {
  if (!LONG_NAME.test((words[at] ?? '').toUpperCase())) return '';
  const below = words.slice(at + 1, at + MOST_LINES_OF_A_NAME);
  const end = below.findIndex(
    (text) =>
      !isMostlyCapital(text) ||
      /^số[\s:]/iu.test(text) ||
      findDocumentKind(text) !== undefined ||
      ISSUER_START.test(text.toUpperCase()) ||
      IS_PLACE.test(text),
  );
  return below
    .slice(0, end < 0 ? undefined : end)
    .map((text) => ` ${text}`)
    .join('');
};

const LONG_NAME = /^(?:SỞ|BAN|BỘ|CỤC|VĂN PHÒNG)\s/u;

const readLetterhead = (lines: readonly TextLine[]): string | null => {
  const words = lines.map(({ text }) => tidy(text.replace(NATIONAL_NAME, ' '))).filter((text) => text !== '');
  const at = words.findIndex((text) => isMostlyCapital(text) && ISSUER_START.test(text.toUpperCase()));
  if (at < 0) return null;
  const placeAfter = (index: number): string =>
    IS_PLACE.test((words[index + 1] ?? '').toUpperCase()) ? ` ${words[index + 1] ?? ''}` : '';
  const below = placeAfter(at) === '' ? at + 1 : at + 2;
  // "UBND TỈNH … / SỞ …": the body above an office is not the one that issues.
  const own =
    ABOVE_AN_OFFICE.test((words[at] ?? '').toUpperCase()) &&
    OFFICE_BELOW.test((words[below] ?? '').toUpperCase())
      ? below
      : at;
  return sentenceCase(writeOut(`${words[own] ?? ''}${placeAfter(own)}${restOfName(words, own)}`));
};

/** Whether it is said whose committee it is; other bodies say enough by their own name. */
const namesPlace = (issuer: string | null): boolean =>
  issuer !== null &&
  (/(?:tỉnh|thành phố|xã|phường|đặc khu) \p{Lu}/u.test(issuer) || !/^(?:Ủy|Uỷ) ban nhân dân/u.test(issuer));

interface Title {
  readonly docType: string | null;
  readonly subjectLine: string | null;
  readonly at: number;
}

const cleanSubject = (words: string): string | null => {
  const subject = tidy(words.replace(/\(\s*(?:ban hành )?kèm theo .*$/iu, '').replace(/[\s_*-]+$/u, ''));
  return subject === '' ? null : subject;
};

/** A block that may carry the words of a title: a paragraph, or a heading without a number. */
const isTitleBlock = (block: Block | undefined): block is Paragraph | Heading =>
  block?.kind === 'paragraph' || (block?.kind === 'heading' && block.number === null);

const LONGEST_SUBJECT = 400;

const ATTACHED_LINE = /^\(?\s*(?:ban hành )?kèm theo /iu;

/** "Thực hiện Nghị quyết số …" may be the subject itself: the legal basis below it is longer or ends with a semicolon. */
const opensLegalBasis = (text: string, hasSubject: boolean): boolean => {
  if (hasSubject && ATTACHED_LINE.test(text)) return true;
  if (!HEAD_ENDS.test(text)) return false;
  return hasSubject || /^căn cứ/iu.test(text) || /[;:]$/u.test(text) || text.length > LONGEST_SUBJECT;
};

/** The words under the title of the document, over as many blocks as page and line breaks cut them into. */
const readSubject = (blocks: readonly Block[], at: number, rest: readonly string[]): string | null => {
  const end = rest.findIndex((line, index) => opensLegalBasis(line, index > 0));
  const words = end < 0 ? [...rest] : rest.slice(0, end);
  for (let index = at + 1; end < 0 && index <= at + 3; index += 1) {
    const block = blocks[index];
    if (!isTitleBlock(block)) break;
    const { text } = block.content;
    if (opensLegalBasis(text, words.length > 0)) break;
    if (words.length > 0 && !/^(?:\p{Ll}|năm \d{4}|giai đoạn)/u.test(text)) break;
    const lines = listLines(block.content).map((line) => line.text);
    const last = lines.findIndex((line, position) => position > 0 && opensLegalBasis(line, true));
    words.push(...lines.slice(0, last < 0 ? undefined : last));
    if (last >= 0) break;
  }
  return cleanSubject(words.join(' '));
};

const readTitle = (blocks: readonly Block[], from: number): Title => {
  for (let at = from; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (!block || block.kind === 'table') continue;
    if (block.kind === 'heading' && block.number !== null) continue;
    const lines = listLines(block.content).map(({ text }) => text);
    const line = lines.findIndex((text) => findDocumentKind(text) !== undefined);
    const kind = findDocumentKind(lines[line] ?? '');
    if (!kind) continue;
    const rest = [...(kind.rest === '' ? [] : [kind.rest]), ...lines.slice(line + 1)];
    return { docType: kind.kind, subjectLine: readSubject(blocks, at, rest), at };
  }
  return { docType: null, subjectLine: null, at: -1 };
};

/** The title of a plan that a decision carries: it stands below the signature of the decision. */
const readAttachedTitle = (blocks: readonly Block[], title: Title): string | null => {
  if (title.docType !== 'Quyết định') return null;
  for (let from = title.at + 1; from > 0;) {
    const next = readTitle(blocks, from);
    if (next.at < 0) return null;
    if (next.docType !== 'Quyết định') return next.docType;
    from = next.at + 1;
  }
  return null;
};

const yearInTitle = (subject: string | null): number | null => {
  const years = [...(subject ?? '').matchAll(/năm (\d{4})(?!\d)/gu)].flatMap(
    (match) => yearOf(match[1]) ?? [],
  );
  return years.at(-1) ?? null;
};

const sameKind = (a: string | null, b: string): boolean =>
  a !== null && b.toLowerCase().startsWith(a.toLowerCase());

/** Reads the head and foot of the document: kind, number, date, issuer, subject line, signer, recipients. */
export const readDocumentHead = (outline: Outline, fileName: string): DocumentHead => {
  const blocks = outline.entries.map(({ block }) => block);
  const texts = blocks.filter((block) => block.kind !== 'table');
  const title = readTitle(blocks, 0);
  const headLines = texts
    .flatMap((block) => listLines(block.content))
    .slice(0, LINES_OF_A_HEAD)
    .map((line) => ({ ...line, text: line.text.replace(LOOSE_BARS, '') }))
    .filter(({ text }) => text.length <= LONGEST_HEAD_LINE);
  const top = readTop(headLines);
  const attachments = texts
    .map((block) => readAttachment(block.content.text))
    .filter((found) => found !== undefined);
  const own = attachments.find((found) => sameKind(title.docType, found.docType));
  const saysNumber = top.docNumberRaw !== null || top.issueDateRaw !== null;
  const numberAndDate = saysNumber ? top : (own ?? NOTHING);
  const letterhead = readLetterhead(headLines);
  const stating = texts.find((block) => ISSUES.test(block.content.text));
  const stated = (stating && ISSUES.exec(stating.content.text)?.[1]) ?? null;
  const issuers = [letterhead, own?.issuer ?? null, stated].map((issuer) => issuer && withCapital(issuer));
  return {
    file: fileName,
    docType: title.docType,
    attachedDocType: readAttachedTitle(blocks, title),
    docNumber: numberAndDate.docNumber,
    docNumberRaw: numberAndDate.docNumberRaw,
    issueDate: numberAndDate.issueDate,
    issueDateRaw: numberAndDate.issueDateRaw,
    year: numberAndDate.year ?? own?.year ?? yearInTitle(title.subjectLine),
    issuingAgency: issuers.find(namesPlace) ?? issuers.find((issuer) => issuer !== null) ?? null,
    subjectLine: title.subjectLine,
    isDraft: numberAndDate.docNumber === null || numberAndDate.issueDate === null,
    ...readSignature(outline.entries),
    legalBasis: [],
  };
};
