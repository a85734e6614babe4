import { findBracketLabels } from './bracket-labels.ts';
import type { Block } from './blocks.ts';
import { placeOfText } from './item-place.ts';
import { parseAgencies } from './language/agencies.ts';
import { parsePeriod } from './language/periods.ts';
import type { Outline, OutlineEntry } from './outline.ts';
import type { ReadingContext } from './reading-context.ts';
import type { TaskReading, Unnumbered } from './reading.ts';

/** What a labelled part of running text tells about a task. */
type Label = 'lead' | 'coordinating' | 'deadline' | 'result';

const WHO = String.raw`(?:(?:cơ quan|đơn vị|sở, ngành|bộ phận)\s+)?`;
const DOES = String.raw`(?:\s+(?:thực hiện|tham mưu|theo dõi|chính))?`;
const LABELS: readonly (readonly [Label, string])[] = [
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
];
const LABEL = new RegExp(
  `(?<![A-Za-zÀ-ỹ])(?:${LABELS.map(([label, words]) => `(?<${label}>${words})`).join('|')})\\s*:\\s*`,
  'giu',
);

/** A text before its labels, and what each label says. */
interface LabelledText {
  readonly before: string;
  readonly parts: ReadonlyMap<Label, string>;
}

const trimPart = (words: string): string => words.replace(/^[\s(–+-]+|(?<![\s;.,)(–+-])[\s;.,)(–+-]+$/gu, '');

/** The words of a task may end in a remark in brackets: only what the labels opened is cut. */
const trimBefore = (words: string): string => {
  const trimmed = trimPart(words);
  const open = trimmed.lastIndexOf('(');
  return open >= 0 && !trimmed.includes(')', open) && words.includes(')', open) ? `${trimmed})` : trimmed;
};

const splitLabels = (text: string): LabelledText => {
  const matches = [...text.matchAll(LABEL)];
  const parts = new Map<Label, string>();
  matches.forEach((match, index) => {
    const label = LABELS.find(([name]) => match.groups?.[name] !== undefined)?.[0];
    const end = matches[index + 1]?.index ?? text.length;
    const words = trimPart(text.slice(match.index + match[0].length, end));
    if (label && words !== '' && !parts.has(label)) parts.set(label, words);
  });
  return { before: trimBefore(text.slice(0, matches[0]?.index ?? text.length)), parts };
};

/** Labels behind the words of a task, or else in brackets. */
const readLabels = (text: string): LabelledText => {
  const labelled = splitLabels(text);
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

/** Labels that stand as blocks of their own below the words of the task. */
const labelsBelow = (entries: readonly OutlineEntry[], at: number): ReadonlyMap<Label, string> => {
  const parts = new Map<Label, string>();
  for (let below = at + 1; below < entries.length; below += 1) {
    const block = entries[below]?.block;
    if (!block || block.kind === 'table' || block.kind === 'heading') break;
    const { before, parts: own } = splitLabels(block.content.text);
    if (before !== '' || own.size === 0) break;
    for (const [label, words] of own) if (!parts.has(label)) parts.set(label, words);
  }
  return parts;
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
      const all = new Map([...labelsBelow(outline.entries, at), ...parts]);
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
