import type { Block } from '#core/plan-reading/text/blocks.ts';
import { placeOfText } from '#core/plan-reading/outline/item-place.ts';
import { readLabelsAs } from '#core/plan-reading/text/labelled-text.ts';
import { parsePeriod } from '#core/plan-reading/language/periods.ts';
import type { Outline, OutlineEntry } from '#core/plan-reading/outline/outline.ts';
import { readBudget, readInvestors } from './project-money.ts';
import type { ReadingContext } from '#core/plan-reading/reading-context.ts';
import type { ProjectReading, Unnumbered } from '#core/plan-reading/reading.ts';

type Label = 'investor' | 'period' | 'budget' | 'funding' | 'other';

const LABELS = readLabelsAs<Label>([
  [
    'investor',
    String.raw`chủ đầu tư(?:\s+dự án)?|(?:đơn vị|cơ quan)\s+(?:thực hiện|chủ trì|quản lý|chủ quản)`,
  ],
  ['period', String.raw`(?:thời gian|tiến độ|giai đoạn)(?:\s+(?:thực hiện|đầu tư|triển khai))?`],
  [
    'budget',
    String.raw`(?:dự kiến\s+)?(?:tổng\s+(?:mức\s+)?(?:đầu tư|kinh phí|vốn)|kinh phí|vốn đầu tư|dự toán|khái toán)(?:\s+(?:dự kiến|thực hiện|dự án))?`,
  ],
  ['funding', String.raw`nguồn\s+(?:vốn|kinh phí)`],
  [
    'other',
    String.raw`quy mô|địa điểm(?:\s+thực hiện)?|mục tiêu|nội dung|(?:đơn vị|cơ quan)\s+phối hợp|sản phẩm|kết quả`,
  ],
]);
const SAYS_INVESTOR = /chủ đầu tư/iu;
const PROJECT = /^(?:\(?[\da-zđ]{1,2}(?:\.\d{1,2})*[.)]\s*)?(?:tiểu )?dự án(?!\p{L})/iu;
const NUMBER_BEFORE = /^\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[IVX]+)[.)/]\s*/u;

const numberOf = (block: Block): string | null => {
  if (block.kind === 'heading') return block.number;
  return block.kind === 'list-item' && block.level !== 'bullet' ? block.marker : null;
};

const readEntry = (
  entries: readonly OutlineEntry[],
  at: number,
  context: ReadingContext,
): Unnumbered<ProjectReading> | undefined => {
  const entry = entries[at];
  if (!entry || entry.block.kind === 'table' || entry.block.kind === 'footnote') return undefined;
  const { content } = entry.block;
  const { before, parts: own } = LABELS.split(content.text);
  if (before === '') return undefined;
  const parts = new Map([...LABELS.below(entries, at), ...own]);
  const [investorRaw, budget] = [parts.get('investor') ?? null, parts.get('budget') ?? null];
  const names = PROJECT.test(before) && budget !== null;
  const invests = investorRaw !== null && isInvestor(entries, at);
  if (investorRaw === null || (!names && !invests)) return undefined;
  const period = parts.get('period');
  return {
    ...placeOfText(entry.place, content),
    order: numberOf(entry.block),
    group: entry.place.steps.at(-1)?.title ?? null,
    fundingSource: parts.get('funding') ?? null,
    name: before.replace(NUMBER_BEFORE, ''),
    investorRaw,
    ...readInvestors(investorRaw, context),
    period: period === undefined ? null : parsePeriod(period, { year: context.document.year }),
    budget: readBudget(budget, '', null),
    remark: null,
    footnoteNumber: null,
    legalBasis: [],
  };
};

/** Whether the text, or a label below it, speaks of an investor in so many words. */
const isInvestor = (entries: readonly OutlineEntry[], at: number): boolean => {
  for (const [index, { block }] of entries.slice(at, at + MOST_LABELS).entries()) {
    if (block.kind === 'table' || (index > 0 && LABELS.split(block.content.text).before !== '')) return false;
    if (SAYS_INVESTOR.test(block.content.text)) return true;
  }
  return false;
};

const MOST_LABELS = 8;

/** Reads projects told in running text: "Dự án …. Chủ đầu tư: …. Thời gian thực hiện: …. Tổng mức đầu tư: …". */
export const readProseProjects = (
  { entries }: Outline,
  context: ReadingContext,
): readonly Unnumbered<ProjectReading>[] =>
  entries.map((_, at) => readEntry(entries, at, context)).filter((project) => project !== undefined);
