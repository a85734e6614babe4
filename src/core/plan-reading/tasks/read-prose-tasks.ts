import { findBracketLabels } from '#core/plan-reading/text/bracket-labels.ts';
import type { Block } from '#core/plan-reading/text/blocks.ts';
import { placeOfText } from '#core/plan-reading/outline/item-place.ts';
import { readLabelsAs, trimPart, type LabelledText } from '#core/plan-reading/text/labelled-text.ts';
import { parseAgencies } from '#core/plan-reading/language/agencies.ts';
import { parsePeriod } from '#core/plan-reading/language/periods.ts';
import type { Outline, OutlineEntry } from '#core/plan-reading/outline/outline.ts';
import type { ReadingContext } from '#core/plan-reading/reading-context.ts';
import type { TaskReading, Unnumbered } from '#core/plan-reading/reading.ts';

/** What a labelled part of running text tells about a task. */
type Label = 'lead' | 'coordinating' | 'deadline' | 'result';

const WHO = String.raw`(?:(?:cơ quan|đơn vị|sở, ngành|bộ phận)\s+)?`;
const DOES = String.raw`(?:\s+(?:thực hiện|tham mưu|theo dõi|chính))?`;
const LABELS = readLabelsAs<Label>([
  ['lead', String.raw`${WHO}chủ trì${DOES}|đơn vị thực hiện|cơ quan thực hiện|phân công(?: thực hiện)?`],
  ['coordinating', String.raw`${WHO}phối hợp${DOES}`],
  [
    'deadline',
    String.raw`thời (?:gian|hạn|điểm)(?:\s+(?:thực hiện|hoàn thành|triển khai))?|thực hiện trong|hoàn thành`,
  ],
  [
    'result',
    String.raw`(?:dự kiến\s+)?(?:kết quả|sản phẩm)(?:\s+(?:dự kiến|đầu ra|cần đạt|thực hiện|đạt được))?`,
  ],
]);
/** Labels behind the words of a task, or else in brackets. */
const readLabels = (text: string): LabelledText<Label> => {
  const labelled = LABELS.split(text);
  if (labelled.parts.has('lead')) return labelled;
  const inside = findBracketLabels(text);
  if (!inside) return labelled;
  const parts = new Map<Label, string>([['lead', inside.lead]]);
  if (inside.coordinating !== null) parts.set('coordinating', inside.coordinating);
  if (inside.deadline !== null) parts.set('deadline', inside.deadline);
  return { before: trimPart(text.slice(0, inside.start)), parts };
};

const textOf = (block: Block): string => (block.kind === 'table' ? '' : block.content.text);

const agenciesOf = (raw: string | undefined, context: ReadingContext): readonly string[] =>
  raw === undefined ? [] : parseAgencies(raw, context.agencies).agencies.map((agency) => agency.name);

const buildTask = (
  { block, place }: OutlineEntry,
  name: string,
  parts: ReadonlyMap<Label, string>,
  context: ReadingContext,
): Unnumbered<TaskReading> | undefined => {
  if (block.kind === 'table') return undefined;
  const [lead, coordinating] = [parts.get('lead'), parts.get('coordinating')];
  const deadline = parts.get('deadline');
  return {
    ...placeOfText(place, block.content),
    order:
      block.kind === 'list-item' && block.level !== 'bullet'
        ? block.marker
        : block.kind === 'heading'
          ? block.number
          : null,
    kind: 'prose-block',
    name: name.replace(/^nội dung(?: thực hiện| nhiệm vụ)?\s*:\s*/iu, '').replace(/(?<![.;:,])[.;:,]+$/u, ''),
    role: null,
    issuingAgencies: [],
    expectedResult: parts.get('result') ?? null,
    deadline: deadline === undefined ? null : parsePeriod(deadline, { year: context.document.year }),
    deadlineColumn: null,
    leadRaw: lead ?? null,
    leadAgencies: agenciesOf(lead, context),
    coordinatingRaw: coordinating ?? null,
    coordinatingAgencies: agenciesOf(coordinating, context),
  };
};

const NUMBER_BEFORE = /^\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[IVX]+)[.)/]\s*/u;

/** Reads tasks told in running text with "Cơ quan chủ trì: …", "Phối hợp: …", "Thời gian: …", in or below the text. */
export const readProseTasks = (
  outline: Outline,
  context: ReadingContext,
): readonly Unnumbered<TaskReading>[] =>
  outline.entries
    .map((entry, at) => {
      if (entry.block.kind === 'table' || entry.block.kind === 'footnote') return undefined;
      const { before, parts } = readLabels(textOf(entry.block));
      if (before === '') return undefined;
      const all = new Map([...LABELS.below(outline.entries, at), ...parts]);
      if (!all.has('lead')) return undefined;
      const name =
        entry.block.kind === 'heading'
          ? parts.size === 0
            ? entry.block.title
            : before.replace(NUMBER_BEFORE, '')
          : before;
      return buildTask(entry, name, all, context);
    })
    .filter((task) => task !== undefined);
