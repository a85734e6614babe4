import type { Block } from './blocks.ts';
import { nameDuty } from './duty-name.ts';
import { placeOfText } from './item-place.ts';
import { parseAgencies, startsAsAgency } from './language/agencies.ts';
import { findPeriods } from './language/periods.ts';
import type { Outline, OutlineEntry } from './outline.ts';
import { placeWithin, type Place } from './place.ts';
import type { ReadingContext } from './reading-context.ts';
import type { ReadPeriod, TaskReading, Unnumbered } from './reading.ts';

const DUTIES = /tổ chức thực hiện|trách nhiệm|phân công|tổ chức triển khai/iu;
const ADDRESS = /^(?:đề nghị|giao|yêu cầu|riêng|đối với)\s+/iu;
const DUTY_WORDS =
  /(?:chủ trì|phối hợp|thực hiện|có trách nhiệm|chịu trách nhiệm|tham mưu|rà soát|xây dựng|tổ chức|triển khai|tăng cường|chủ động|tiếp tục|theo dõi|hướng dẫn|căn cứ|tổng hợp|ưu tiên|bố trí|ban hành|tham gia|đẩy mạnh|phổ biến)/iu;
const LEADING_AGENCY = new RegExp(
  `^(.{3,160}?)(?:\\s*:\\s+|\\s+(?=${DUTY_WORDS.source}(?![A-Za-zÀ-ỹ])))`,
  'iu',
);
const COORDINATES = /^phối hợp(?![A-Za-zÀ-ỹ])/iu;
const COORDINATED =
  /phối hợp(?: chặt chẽ)?(?: với| cùng)?\s+(.{3,200}?)\s+(?=(?:tham mưu|thực hiện|triển khai|tổ chức|xây dựng|rà soát|tăng cường|cập nhật|kết nối|cung cấp|hướng dẫn|kiểm tra|theo dõi|nâng cao|đẩy mạnh|ban hành|trong việc|để|nhằm|hoàn thiện|nghiên cứu|thúc đẩy|hỗ trợ)(?![A-Za-zÀ-ỹ]))/iu;
const DUE = /(?:hoàn thành|chậm nhất|trước ngày|xong|đến hết (?:năm|quý|tháng|ngày))[^.;]{0,60}/iu;
const CLOSES =
  /^(?:\(|trên đây|trong quá trình|quá trình|yêu cầu (?:các|thủ trưởng)|kế hoạch này|căn cứ chức năng)/iu;

/** Words of an agency before what it is to do. */
interface Addressee {
  readonly raw: string;
  readonly names: readonly string[];
}

const readAddressee = (words: string, context: ReadingContext): Addressee | undefined => {
  const raw = words
    .replace(ADDRESS, '')
    .replace(/[.:;,]+$/u, '')
    .trim();
  if (!startsAsAgency(raw)) return undefined;
  const names = parseAgencies(raw, context.agencies).agencies.map((agency) => agency.name);
  return names.length === 0 ? undefined : { raw, names };
};

/** The agency that the innermost heading above names. */
const findAddresseeAbove = (place: Place, context: ReadingContext): Addressee | undefined => {
  const duties = place.steps.findIndex((step) => DUTIES.test(step.title));
  if (duties < 0) return undefined;
  for (const step of place.steps.slice(duties + 1).toReversed()) {
    const addressee = readAddressee(step.title, context);
    if (addressee) return addressee;
  }
  return undefined;
};

const readDeadline = (text: string, context: ReadingContext): ReadPeriod | null => {
  const due = DUE.exec(text);
  return due ? (findPeriods(due[0], { year: context.document.year })[0]?.period ?? null) : null;
};

const readCoordinating = (text: string, context: ReadingContext): Addressee | undefined => {
  const raw = COORDINATED.exec(text)?.[1];
  if (raw === undefined) return undefined;
  const known = parseAgencies(raw, context.agencies).agencies.filter(
    (agency) => agency.organizationCode !== null,
  );
  return { raw, names: known.map((agency) => agency.name) };
};

interface Duty {
  readonly addressee: Addressee;
  readonly text: string;
}

/** "Các sở, ban, ngành tỉnh: Chủ trì …": the item names who is meant, and that counts more than the heading. */
const readDuty = (text: string, above: Addressee | undefined, context: ReadingContext): Duty | undefined => {
  const leading = LEADING_AGENCY.exec(text);
  const own = leading?.[1] === undefined ? undefined : readAddressee(leading[1], context);
  if (own && leading) return { addressee: own, text: text.slice(leading[0].length).trim() };
  return above ? { addressee: above, text } : undefined;
};

/** A paragraph is a duty of its own only right under the heading of the agency. */
const isDutyBlock = (
  block: Block,
  place: Place,
  headings: ReadonlySet<number>,
): block is Extract<Block, { kind: 'list-item' | 'paragraph' }> => {
  if (block.kind === 'list-item') return !block.content.text.endsWith(':');
  const innermost = place.steps.at(-1);
  return (
    block.kind === 'paragraph' &&
    innermost !== undefined &&
    headings.has(innermost.line) &&
    !CLOSES.test(block.content.text) &&
    !block.content.text.endsWith(':')
  );
};

const readEntry = (
  { block, place }: OutlineEntry,
  headings: ReadonlySet<number>,
  context: ReadingContext,
): Unnumbered<TaskReading> | undefined => {
  if (place.appendix !== null || !place.steps.some((step) => DUTIES.test(step.title))) return undefined;
  if (!isDutyBlock(block, place, headings)) return undefined;
  const duty = readDuty(block.content.text, findAddresseeAbove(place, context), context);
  if (!duty || duty.text === '') return undefined;
  const marker = block.kind === 'list-item' && block.level !== 'bullet' ? block.marker : null;
  const own =
    marker === null ? place : placeWithin(place, [{ number: marker, title: '', line: block.lines.start }]);
  const coordinates = COORDINATES.test(duty.text);
  const coordinating = coordinates ? undefined : readCoordinating(duty.text, context);
  return {
    ...placeOfText(own, block.content),
    order: marker,
    kind: 'assignment',
    name: nameDuty(duty.text),
    role: coordinates ? 'phối hợp' : 'chủ trì',
    issuingAgencies: [],
    expectedResult: null,
    deadline: readDeadline(duty.text, context),
    deadlineColumn: null,
    leadRaw: duty.addressee.raw,
    leadAgencies: duty.addressee.names,
    coordinatingRaw: coordinating?.raw ?? null,
    coordinatingAgencies: coordinating?.names ?? [],
  };
};

/** Reads the duties that a section on carrying out the plan gives to agencies, item by item. */
export const readAssignments = (
  outline: Outline,
  context: ReadingContext,
): readonly Unnumbered<TaskReading>[] => {
  const headings = new Set(
    outline.entries.filter(({ block }) => block.kind === 'heading').map(({ block }) => block.lines.start),
  );
  return outline.entries
    .map((entry) => readEntry(entry, headings, context))
    .filter((task) => task !== undefined);
};
