import type { Table, TableRow } from '#core/plan-reading/text/blocks.ts';
import {
  columnsWith,
  roleColumns,
  type ColumnRole,
  type RoledColumn,
} from '#core/plan-reading/tables/column-roles.ts';
import { parseAgencies } from '#core/plan-reading/language/agencies.ts';
import { findFractions, parseNumber, type Fraction } from '#core/plan-reading/language/numbers.ts';
import { findPeriods } from '#core/plan-reading/language/periods.ts';
import { findQuantities, type Quantity } from '#core/plan-reading/language/quantities.ts';
import type { Outline } from '#core/plan-reading/outline/outline.ts';
import { placeWithin, sectionLabel, type Place } from '#core/plan-reading/outline/place.ts';
import type { Comparator, GapReading, Unnumbered } from '#core/plan-reading/reading.ts';
import type { ReadingContext } from '#core/plan-reading/reading-context.ts';
import { lineAt, quoteBetween, type SourceText } from '#core/plan-reading/text/source-text.ts';

type Cells = Readonly<Partial<Record<ColumnRole, SourceText>>>;

const GAP_ROLES: readonly ColumnRole[] = [
  'order',
  'name',
  'cause',
  'remedy',
  'lead',
  'coordinating',
  'remark',
  'code',
  'baseline',
  'actual',
];
const LOST_POINTS = /trừ|mất|thiếu|chênh|giảm/iu;
const CODE_ONLY = /^\d{1,2}(?:\.\d{1,2})+$/u;

// One row may speak of two criteria: "6.5. … : đạt …; Tiêu chí 6.6. … : đạt …".
const NEXT_CRITERION = /[;.]\s+(?=(?:tiêu chí|chỉ số|chỉ tiêu)?\s*\d{1,2}\.\d{1,2}\.?\s+\p{Lu})/giu;
const CODE = /^(?:tiêu chí|chỉ số|chỉ tiêu)?\s*(\d{1,2}(?:\.\d{1,2})+)[.:]?\s+/iu;
const SCORE_WORDS = /[\s:;,.]*(?:(?:chỉ |mới )?đạt(?: được)?)?\s*$/iu;
// A share printed without its decimals still belongs to its fraction.
const ROUNDED_BY = 0.51;
const REQUIREMENT = /yêu cầu|điều kiện là|quy định là/iu;

interface Part {
  readonly text: string;
  readonly quote: string | null;
  readonly line: number;
}

const splitCriteria = (cell: SourceText): readonly Part[] => {
  const starts = [
    0,
    ...[...cell.text.matchAll(NEXT_CRITERION)].map((match) => match.index + match[0].length),
  ];
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? cell.text.length;
    const text = cell.text.slice(start, end).replace(/(?<![;\s])[;\s]+$/u, '');
    const quote = starts.length > 1 ? quoteBetween(cell, start, start + text.length) : null;
    return { text, quote, line: lineAt(cell, start) };
  });
};

const beforeRequirement = (words: string): string => {
  const found = REQUIREMENT.exec(words);
  return found ? words.slice(0, found.index) : words;
};

/** The value reached: the first share that the words give before they come to what is required. */
const findReached = (words: string, wholly: boolean): Quantity | undefined =>
  findQuantities(beforeRequirement(words)).find(
    ({ kind, comparator }) => comparator === '=' && (kind === 'percent' || (wholly && kind === 'stated')),
  );

const findRequired = (words: string): Quantity | undefined => {
  const found = REQUIREMENT.exec(words);
  return found ? findQuantities(words.slice(found.index))[0] : undefined;
};

const numberOf = (quantity: Quantity | undefined): number | null =>
  typeof quantity?.value === 'number' ? quantity.value : null;

/** "78,2% (1.012.330/1.294.540 người)": the part and the whole that the share was made of. */
const makes = ({ numerator, denominator }: Fraction, share: Quantity | undefined): boolean => {
  const value = numberOf(share);
  return value !== null && Math.abs((100 * numerator) / denominator - value) < ROUNDED_BY;
};

interface Required {
  readonly value: number | null;
  readonly comparator: Comparator | null;
}

const chooseRequired = (tail: string, cause: string, remedy: string): Required => {
  const stated = findRequired(tail) ?? findRequired(cause);
  const found =
    stated ?? findQuantities(remedy).find(({ kind, unit }) => kind === 'compared' && unit !== null);
  return { value: numberOf(found), comparator: found?.comparator ?? null };
};

/** Points that a row gives in columns of their own: "Điểm tối đa | Điểm đạt", or both in one cell as "5/10". */
interface Points {
  readonly score: number | null;
  readonly maxScore: number | null;
}

const readPoints = (row: TableRow, columns: readonly RoledColumn[]): Points => {
  const textIn = (role: ColumnRole): string | undefined => {
    const column = columnsWith(columns, role).findLast(({ column: { header } }) => !LOST_POINTS.test(header));
    return column && row.cells[column.index]?.text;
  };
  const [score, maxScore] = [textIn('score') ?? '', textIn('max-score') ?? ''];
  const [both] = findFractions(score === '' ? maxScore : score);
  if (both) return { score: both.numerator, maxScore: both.denominator };
  return { score: parseNumber(score) ?? null, maxScore: parseNumber(maxScore) ?? null };
};

/** "2.4" before the name, in a column of codes, or where other rows have their number. */
const findCode = (text: string, cells: Cells): string | null => {
  const told = CODE.exec(text)?.[1];
  if (told !== undefined) return told;
  const beside = [cells.code?.text, cells.order?.text].map((words) => words?.replace(/\.$/u, ''));
  return beside.find((words) => words !== undefined && CODE_ONLY.test(words)) ?? null;
};

const readPart = (
  part: Part,
  row: TableRow,
  { cells, points }: { readonly cells: Cells; readonly points: Points },
  place: Place,
  context: ReadingContext,
) => {
  const words = part.text.replace(CODE, '');
  const fractions = findFractions(words);
  // Where the points have columns of their own, a fraction beside the name is a part of a whole.
  const score = points.score === null ? fractions[0] : undefined;
  const others = score ? fractions.slice(1) : fractions;
  const name = (score ? words.slice(0, score.start) : words).replace(SCORE_WORDS, '');
  const tail = score ? words.slice(score.end) : '';
  const [cause, remedy] = [cells.cause?.text ?? '', cells.remedy?.text ?? ''];
  const measured = (cells.actual ?? cells.baseline)?.text ?? '';
  const reached = findReached(tail, true) ?? findReached(measured, true) ?? findReached(cause, false);
  // Where the cause tells the value, it may also tell what it is a share of.
  const ofCause = findFractions(beforeRequirement(cause)).find((part) => makes(part, reached));
  const share: Fraction | undefined = others[0] ?? findFractions(measured)[0] ?? ofCause;
  const required = chooseRequired(tail, cause, remedy);
  const lead = parseAgencies(cells.lead?.text ?? '', context.agencies);
  const coordinating = cells.coordinating?.text ?? '';
  const here = placeWithin(place, row.sections);
  return {
    appendix: here.appendix,
    section: sectionLabel(here),
    order: cells.order?.text ?? null,
    indicatorCode: findCode(part.text, cells),
    name,
    score: score?.numerator ?? points.score,
    maxScore: score?.denominator ?? points.maxScore,
    currentValue: numberOf(reached),
    currentUnit: reached ? (reached.unit ?? '%') : null,
    numerator: share?.numerator ?? null,
    denominator: share?.denominator ?? null,
    requiredValue: required.value,
    requiredComparator: required.comparator,
    scorePeriod: findPeriods(tail)[0]?.period.raw ?? null,
    cause: cause === '' ? null : cause,
    causeLine: cells.cause ? lineAt(cells.cause, 0) : null,
    remedy: remedy === '' ? null : remedy,
    remedyLine: cells.remedy ? lineAt(cells.remedy, 0) : null,
    remark: cells.remark?.text ?? null,
    leadRaw: cells.lead?.text ?? null,
    leadAgencies: lead.agencies.map((agency) => agency.name),
    coordinatingRaw: coordinating === '' ? null : coordinating,
    coordinatingAgencies: parseAgencies(coordinating, context.agencies).agencies.map((agency) => agency.name),
    quote: row.continuation.length === 0 && part.quote !== null ? part.quote : row.quote,
    line: part.quote === null ? row.lines.start : part.line,
    continuation: row.continuation.map(({ line, quote }) => ({ line, quote })),
    sourceDefect: row.sourceDefect,
  } satisfies Unnumbered<GapReading>;
};

/** "III | Hạ tầng số | 200 | 131,75": the sum of a group, with nothing said of why and what to do. */
const headsOthers = (cells: Cells): boolean =>
  !cells.cause && !cells.remedy && !cells.lead && findCode(cells.name?.text ?? '', cells) === null;

const readGapTable = (
  table: Table,
  place: Place,
  context: ReadingContext,
): readonly Unnumbered<GapReading>[] => {
  const columns = roleColumns(table);
  if (columnsWith(columns, 'cause').length === 0 || columnsWith(columns, 'name').length === 0) return [];
  return table.rows.flatMap((row) => {
    const entries = GAP_ROLES.flatMap((role) => {
      const index = columnsWith(columns, role)[0]?.index;
      const cell = index === undefined ? undefined : row.cells[index];
      return cell && cell.text !== '' ? [[role, cell] as const] : [];
    });
    const cells: Cells = Object.fromEntries(entries);
    if (!cells.name || headsOthers(cells)) return [];
    const points = readPoints(row, columns);
    return splitCriteria(cells.name).map((part) => readPart(part, row, { cells, points }, place, context));
  });
};

/** Reads the components that fall short, from tables with a cause and a remedy for each. */
export const readGaps = (outline: Outline, context: ReadingContext): readonly Unnumbered<GapReading>[] =>
  outline.entries.flatMap(({ block, place }) =>
    block.kind === 'table' ? readGapTable(block, place, context) : [],
  );
