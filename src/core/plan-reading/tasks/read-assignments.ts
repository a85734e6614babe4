import type { Block } from '#core/plan-reading/text/blocks.ts';
import { nameDuty } from '#core/plan-reading/duties/duty-name.ts';
import { placeOfText } from '#core/plan-reading/outline/item-place.ts';
import { parseAgencies } from '#core/plan-reading/language/agencies.ts';
import { startsAsAgency } from '#core/plan-reading/language/agency-heads.ts';
import { findPeriods } from '#core/plan-reading/language/periods.ts';
import { WORK_VERBS } from '#core/plan-reading/language/work-words.ts';
import { isUpperCase } from '#core/plan-reading/outline/numbering.ts';
import type { Outline, OutlineEntry } from '#core/plan-reading/outline/outline.ts';
import { placeWithin, type Place } from '#core/plan-reading/outline/place.ts';
import type { ReadingContext } from '#core/plan-reading/reading-context.ts';
import type { ReadPeriod, TaskReading, Unnumbered } from '#core/plan-reading/reading.ts';

const DUTIES = /tổ chức thực hiện|trách nhiệm|phân công|tổ chức triển khai/iu;
// A directive gives duties throughout, whatever its headings say.
const DIRECTIVES: readonly (string | null)[] = ['Chỉ thị', 'Công điện', 'Kết luận', 'Thông báo', 'Công văn'];
const ADDRESS = /^(?:đề nghị|giao(?: cho)?|yêu cầu|riêng|đối với|phân công)\s+/iu;
const ORDERS = /^(?:giao(?: cho)?|phân công)\s+/iu;
// Behind a colon anything may follow; elsewhere a verb tells where the name ends.
export const LEADING_AGENCY = new RegExp(
  `^(.{3,160}?)(?:\\s*:\\s+|,?\\s+(?<!được\\s)(?=(?:${WORK_VERBS}|gửi|báo cáo)(?![A-Za-zÀ-ỹ])))`,
  'u',
);
const PROPOSES = /^(?:(?:những )?kiến nghị|đề xuất)/iu;
const COORDINATES = /^phối hợp(?![A-Za-zÀ-ỹ])/iu;
const COORDINATED = new RegExp(
  `[Pp]hối hợp(?: chặt chẽ)?(?: với| cùng)?\\s+(.{3,200}?),?\\s+(?=(?:trong việc|để|nhằm|${WORK_VERBS})(?![A-Za-zÀ-ỹ]))`,
  'u',
);
const DUE =
  /(?:hoàn thành|chậm nhất|trước ngày|xong|đến hết (?:năm|quý|tháng|ngày)|(?:ban hành|phê duyệt|xem xét) trong)[^.;]{0,100}/iu;
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
    .replace(/(?<![.:;,])[.:;,]+$/u, '')
    .trim();
  if (!startsAsAgency(raw)) return undefined;
  const names = parseAgencies(raw, context.agencies).agencies.map((agency) => agency.name);
  return names.length === 0 ? undefined : { raw, names };
};

const isDirective = ({ document }: ReadingContext): boolean => DIRECTIVES.includes(document.docType);

/** The agency that the innermost heading above names. */
const findAddresseeAbove = (place: Place, context: ReadingContext): Addressee | undefined => {
  const duties = place.steps.findIndex((step) => DUTIES.test(step.title));
  if (duties < 0 && !isDirective(context)) return undefined;
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
  const named = parseAgencies(raw, context.agencies).agencies.filter(
    ({ organizationCode, nameAsWritten }) => organizationCode !== null || /^\p{Lu}/u.test(nameAsWritten),
  );
  return { raw, names: named.map((agency) => agency.name) };
};

const isOrder = (text: string): boolean => ORDERS.test(text) && LEADING_AGENCY.test(text);

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

/** Whether duties are given here: in the section on carrying out, in a directive, or by the words "Giao Sở … chủ trì". */
const givesDuties = (block: Block, place: Place, context: ReadingContext): boolean => {
  if (place.steps.some((step) => DUTIES.test(step.title))) return true;
  // What an office asks its superior to order is not ordered yet.
  if (place.steps.some((step) => PROPOSES.test(step.title))) return false;
  if (isDirective(context)) return place.steps.length > 0 || block.kind === 'list-item';
  return block.kind !== 'table' && isOrder(block.content.text);
};

/** A paragraph is a duty of its own only right under the heading of the agency. */
const isDutyBlock = (
  block: Block,
  place: Place,
  headings: ReadonlySet<number>,
): block is Extract<Block, { kind: 'list-item' | 'paragraph' }> => {
  if (block.kind === 'list-item') return !block.content.text.endsWith(':');
  const innermost = place.steps.at(-1);
  if (block.kind === 'paragraph' && isOrder(block.content.text)) return true;
  return (
    block.kind === 'paragraph' &&
    innermost !== undefined &&
    headings.has(innermost.line) &&
    !CLOSES.test(block.content.text) &&
    !isUpperCase(block.content.text) &&
    !block.content.text.endsWith(':')
  );
};

const readEntry = (
  { block, place }: OutlineEntry,
  headings: ReadonlySet<number>,
  context: ReadingContext,
): Unnumbered<TaskReading> | undefined => {
  if (place.appendix !== null || !givesDuties(block, place, context)) return undefined;
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
