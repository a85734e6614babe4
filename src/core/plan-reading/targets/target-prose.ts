import type { ListItem, Paragraph, Table, TableRow } from '#core/plan-reading/text/blocks.ts';
import { columnsWith, roleColumns } from '#core/plan-reading/tables/column-roles.ts';
import { parseAgencies } from '#core/plan-reading/language/agencies.ts';
import { startsAsAgency } from '#core/plan-reading/language/agency-heads.ts';
import { isAspirational } from '#core/plan-reading/language/comparators.ts';
import { findPeriods, findPlanPeriod, parsePeriod } from '#core/plan-reading/language/periods.ts';
import { placeWithin, sectionLabel, type Place } from '#core/plan-reading/outline/place.ts';
import type { ReadPeriod, TargetReading, Unnumbered } from '#core/plan-reading/reading.ts';
import type { ReadingContext } from '#core/plan-reading/reading-context.ts';
import { sectionTopic, type SectionTopic } from '#core/plan-reading/outline/section-topic.ts';
import { lineAt, type SourceText } from '#core/plan-reading/text/source-text.ts';
import { listStatedValues, splitClauses, type StatedValue } from './stated-values.ts';
import { tidyName } from './value-names.ts';
import { listWholeWorks } from './whole-works.ts';

interface Responsible {
  readonly raw: string | null;
  readonly agencies: readonly string[];
}

const NOBODY: Responsible = { raw: null, agencies: [] };

/** What a sentence that ends in a colon says for the whole list below it. */
export interface Introduction {
  readonly period: ReadPeriod | null;
  readonly aspirational: boolean;
}

/** What a prose target takes from where it stands. */
interface Surroundings {
  readonly place: Place;
  readonly order: string | null;
  readonly embedded: boolean;
  readonly lead: Responsible;
  readonly period: ReadPeriod | null;
  readonly aspirational: boolean;
}

const toTarget = (value: StatedValue, around: Surroundings): Unnumbered<TargetReading> => ({
  appendix: around.place.appendix,
  section: sectionLabel(around.place),
  order: around.order,
  embedded: around.embedded,
  indicatorCode: null,
  name: value.name,
  rawTarget: value.raw,
  comparator: value.quantity.comparator,
  value: value.quantity.value,
  unit: value.quantity.unit,
  basis: value.quantity.basis,
  aspirational: value.aspirational || around.aspirational,
  qualitativeLevel: value.quantity.kind === 'level' ? value.raw : null,
  baseline: null,
  period: value.period ?? around.period,
  deadline: null,
  phases: [],
  actuals: [],
  plannedValues: [],
  leadRaw: around.lead.raw,
  leadAgencies: around.lead.agencies,
  coordinatingRaw: null,
  coordinatingAgencies: [],
  quote: value.quote,
  line: value.line,
});

// "1. Mục tiêu chung: …" tells what all is for, and is no objective of a list.
const IN_GENERAL = /^(?:mục tiêu (?:chung|tổng quát)|mục đích|tầm nhìn|quan điểm)(?![A-Za-zÀ-ỹ])/iu;

// "Thực hiện theo các chỉ tiêu tại Phụ lục I": where the objectives stand is none.
const POINTS_ELSEWHERE =
  /(?:chi tiết|cụ thể|theo)(?: các| hệ thống| những)?(?: chỉ tiêu| mục tiêu| nội dung)?(?: nêu)? (?:tại|ở|trong|theo) (?:phụ lục|biểu|bảng)(?![A-Za-zÀ-ỹ])/iu;

/** An objective without a number: its whole first sentence is the name. */
const toQualitativeTarget = (
  content: SourceText,
  around: Surroundings,
): Unnumbered<TargetReading> | undefined => {
  const [first] = splitClauses(content.text);
  if (!first || content.text.endsWith(':') || IN_GENERAL.test(content.text)) return undefined;
  const words = content.text.slice(first.start, first.end);
  if (POINTS_ELSEWHERE.test(words)) return undefined;
  const [period] = findPeriods(words);
  return {
    ...toTarget(
      {
        quantity: {
          kind: 'level',
          start: 0,
          end: 0,
          comparator: 'qualitative',
          value: null,
          unit: null,
          basis: null,
        },
        name: tidyName(words),
        raw: words,
        aspirational: isAspirational(words),
        period: period?.period ?? null,
        quote: content.source,
        line: lineAt(content, 0),
        clause: first,
      },
      around,
    ),
    qualitativeLevel: null,
  };
};

/** The agency that a heading names: "8. Sở Khoa học và Công nghệ", "11. Đề nghị Ngân hàng Nhà nước …". */
const findResponsible = (place: Place, context: ReadingContext): Responsible => {
  for (const step of [...place.steps].reverse()) {
    const raw = step.title.replace(/^đề nghị\s+/iu, '');
    if (!startsAsAgency(raw)) continue;
    const { agencies } = parseAgencies(raw, context.agencies);
    if (agencies.length > 0) return { raw, agencies: agencies.map((agency) => agency.name) };
  }
  return NOBODY;
};

/** The time that a heading gives its objectives: "Mục tiêu cụ thể đến năm 2030". */
const findHeadingPeriod = (place: Place): ReadPeriod | null =>
  place.steps.map((step) => findPlanPeriod(step.title)).findLast((period) => period !== null) ?? null;

const isFirm = ({ quantity }: StatedValue): boolean =>
  quantity.kind === 'percent' || quantity.kind === 'compared' || quantity.kind === 'rank';

const BRINGS_ABOUT =
  /^(?:hình thành|thành lập|xây dựng|phát triển|thu hút|công nhận|xóa|xoá|lắp đặt|đào tạo|tạo lập)(?: được| mới)?\s*$/iu;

/** "…; hình thành 01 trung tâm": a clause that brings about what it counts states an objective of its own. */
const isOfItsOwn = ({ quantity, clause }: StatedValue, { content }: ListItem): boolean =>
  quantity.unit !== null && BRINGS_ABOUT.test(content.text.slice(clause.start, quantity.start));

/** "02 bệnh viện đạt mức 7": so many are to reach the level, which tells of what they are. */
const isLevelOfCounted = ({ quantity, name }: StatedValue): boolean =>
  quantity.kind === 'level' && /^\d+\s/u.test(name);

/** A mere count is an objective only when it is all that an item of the list gives: "Xây dựng 01 khu …". */
const chooseObjectives = (
  values: readonly StatedValue[],
  block: Paragraph | ListItem,
): readonly StatedValue[] => {
  const stated = values.filter((value) => value.quantity.kind !== 'bare' && !isLevelOfCounted(value));
  if (block.kind === 'paragraph') return stated;
  if (stated.length === 0) return values.slice(0, 1);
  return values.filter((value) => value.quantity.kind !== 'bare' || isOfItsOwn(value, block));
};

/** A numbered item that stands under no heading opens no document: a directive orders so. */
const topicOf = (block: Paragraph | ListItem, place: Place): SectionTopic => {
  const topic = sectionTopic(place);
  return topic === 'opening' && block.kind === 'list-item' && block.level !== 'bullet' ? 'tasks' : topic;
};

/** Reads the targets that running text holds; which values count depends on what the section speaks of. */
export const readProseTargets = (
  block: Paragraph | ListItem,
  place: Place,
  context: ReadingContext,
  { planPeriod, introduction }: { planPeriod: ReadPeriod | null; introduction: Introduction | undefined },
): readonly Unnumbered<TargetReading>[] => {
  const topic = topicOf(block, place);
  if (topic === 'opening' || topic === 'results') return [];
  const values = listStatedValues(block.content).filter(({ name }) => name !== '');
  const around: Surroundings = {
    place,
    order: block.kind === 'list-item' && /\p{L}|\d/u.test(block.marker) ? block.marker : null,
    embedded: topic === 'tasks',
    lead: topic === 'assignments' ? findResponsible(place, context) : NOBODY,
    period: introduction?.period ?? findHeadingPeriod(place) ?? planPeriod,
    aspirational: introduction?.aspirational ?? false,
  };
  if (topic !== 'specific-objectives') {
    const levels = topic === 'tasks' ? values.filter(({ quantity }) => quantity.kind === 'level') : [];
    return [...values.filter(isFirm), ...levels].map((value) => toTarget(value, around));
  }
  const chosen = chooseObjectives(values, block).map((value) => toTarget(value, around));
  const whole = listWholeWorks(block.content).map((value) => toTarget(value, { ...around, embedded: true }));
  if (chosen.length > 0) return [...chosen, ...whole];
  const qualitative = block.kind === 'list-item' ? toQualitativeTarget(block.content, around) : undefined;
  return qualitative ? [qualitative] : [];
};

const textOf = (row: TableRow, index: number | undefined): SourceText | undefined =>
  index === undefined ? undefined : row.cells[index];

/** The values that stand inside the rows of a task table: in the task itself and in its expected result. */
export const readEmbeddedTargets = (
  table: Table,
  place: Place,
  context: ReadingContext,
  planPeriod: ReadPeriod | null,
): readonly Unnumbered<TargetReading>[] => {
  const columns = roleColumns(table);
  const one = (role: Parameters<typeof columnsWith>[1]): number | undefined =>
    columnsWith(columns, role)[0]?.index;
  const [lead, name, result] = [one('lead'), one('name'), one('expected-result')];
  if (lead === undefined || name === undefined || one('cause') !== undefined) return [];
  return table.rows.flatMap((row) => {
    const leadRaw = textOf(row, lead)?.text ?? '';
    const deadline = textOf(row, one('deadline'))?.text ?? '';
    const time = deadline === '' ? null : parsePeriod(deadline, { year: context.document.year });
    const around: Surroundings = {
      place: placeWithin(place, row.sections),
      order: textOf(row, one('order'))?.text ?? null,
      embedded: true,
      lead: {
        raw: leadRaw === '' ? null : leadRaw,
        agencies: parseAgencies(leadRaw, context.agencies).agencies.map((agency) => agency.name),
      },
      period: time !== null && time.end !== null ? time : planPeriod,
      aspirational: false,
    };
    return [textOf(row, name), textOf(row, result)]
      .flatMap((cell) => (cell ? listStatedValues(cell) : []))
      .filter((value) => isFirm(value) && value.name !== '')
      .map((value) => toTarget(value, around));
  });
};
