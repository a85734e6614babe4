import { findFractions, type Fraction } from '#core/plan-reading/language/numbers.ts';
import { findQuantities } from '#core/plan-reading/language/quantities.ts';
import type { Outline, OutlineEntry } from '#core/plan-reading/outline/outline.ts';
import { sectionLabel } from '#core/plan-reading/outline/place.ts';
import type { ResultReading, Unnumbered } from '#core/plan-reading/reading.ts';
import type { ReadingContext } from '#core/plan-reading/reading-context.ts';
import { sectionTopic } from '#core/plan-reading/outline/section-topic.ts';
import { listStatedValues, type StatedValue } from '#core/plan-reading/targets/stated-values.ts';

type Reading = Unnumbered<ResultReading>;

const CHANGE = /\((?:[^()]*?)((?:tăng|giảm)[^()]*)\)/iu;
const AIM = /\(([^()]*(?:đề ra|chỉ tiêu|mục tiêu|kế hoạch)[^()]*)\)/iu;

const percentOf = ({ quantity }: StatedValue): number | null =>
  quantity.unit === '%' && typeof quantity.value === 'number' ? quantity.value : null;

/** The part of a whole that the figure is told with; a mere count is told with none. */
const findShare = ({ quantity, clause }: StatedValue, text: string): Fraction | undefined =>
  quantity.kind === 'bare' ? undefined : findFractions(text.slice(clause.start, clause.end))[0];

const toReading = (value: StatedValue, text: string, entry: OutlineEntry): Reading => {
  const after = text.slice(value.quantity.end, value.clause.end);
  const share = findShare(value, text);
  const change = CHANGE.exec(after)?.[1] ?? null;
  const yearOverYear = change !== null && /so với (?:cùng kỳ|năm trước|năm \d{4})/iu.test(change);
  const changed = change === null ? undefined : findQuantities(change)[0];
  return {
    appendix: entry.place.appendix,
    section: sectionLabel(entry.place),
    order: null,
    name: value.name,
    raw: value.raw,
    comparator: value.quantity.comparator,
    value: value.quantity.value,
    unit: value.quantity.unit,
    percent: percentOf(value),
    deltaRaw: change,
    asOf: value.period?.raw ?? null,
    numerator: share?.numerator ?? null,
    denominator: share?.denominator ?? null,
    yearOverYear: yearOverYear && typeof changed?.value === 'number' ? changed.value : null,
    targetMentioned: AIM.exec(after)?.[1] ?? null,
    quote: value.quote,
    line: value.line,
  };
};

// "gồm 8 chỉ số chính và 47 chỉ số thành phần" tells what a ranking is made of, and nothing that was reached.
const INDICATORS = /^(?:chỉ số|chỉ tiêu)(?![A-Za-zÀ-ỹ])/iu;

/** A mere count is a figure reached only with a noun of its own; money is told in the register of resources. */
const isFigure = ({ quantity, name }: StatedValue): boolean =>
  name !== '' &&
  !/đồng$/iu.test(quantity.unit ?? '') &&
  quantity.kind !== 'level' &&
  (quantity.kind !== 'bare' || (quantity.unit !== null && !INDICATORS.test(quantity.unit)));

/** Reads the figures that sections on results tell: what was reached, with its change and its share. */
export const readResults = (outline: Outline, _context: ReadingContext): readonly Reading[] =>
  outline.entries.flatMap((entry) => {
    const { block, place } = entry;
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [];
    if (sectionTopic(place) !== 'results') return [];
    return listStatedValues(block.content)
      .filter(isFigure)
      .map((value) => toReading(value, block.content.text, entry));
  });
