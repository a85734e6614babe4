import type { Comparator, ReadValue } from '#core/plan-reading/reading.ts';
import { tidy } from '#core/kernel/text.ts';
import { isAspirational } from './comparators.ts';
import { NUMBER_PATTERN, parseNumber } from './numbers.ts';
import { findQuantities, type Quantity } from './quantities.ts';

/** What a cell says that holds a value. */
export interface CellMeasure {
  /** Null: the cell is empty or "-", which is not zero. */
  readonly comparator: Comparator | null;
  readonly value: ReadValue;
  readonly unit: string | null;
  readonly basis: string | null;
  readonly aspirational: boolean;
  /** "mức A", "cấp độ 4, 5". */
  readonly qualitativeLevel: string | null;
}

const NOTHING: CellMeasure = {
  comparator: null,
  value: null,
  unit: null,
  basis: null,
  aspirational: false,
  qualitativeLevel: null,
};

const EMPTY_CELL = /^[-–—−.…x/\s]*$/iu;
const ONLY_NUMBER = new RegExp(`^[-−]?(?:${NUMBER_PATTERN})$`, 'u');
// "20 - 22" under a header that tells the unit; two years are a time and no range of values.
const ONLY_RANGE = new RegExp(
  `^(?!(?:19|20)\\d{2}\\s*[-–])(?:từ\\s+)?(${NUMBER_PATTERN})\\s*(?:[-–]|đến)\\s*(${NUMBER_PATTERN})$`,
  'iu',
);
const LEVEL_NAME =
  /(?<![A-Za-zÀ-ỹ])((?:mức|cấp|cấp độ|mức độ|loại|hạng)\s+(?:[A-ZĐ]|[IVX]+|\d+(?:\s*,\s*\d+)*))(?![\p{L}\d%])/u;
const YEARLY_COUNT = /số lượng ([\p{Ll} ]+?) trong năm/u;

/** A cell may hold several values ("62.5% (5/8)"): the first that is more than a mere count is meant. */
const chooseQuantity = (quantities: readonly Quantity[]): Quantity | undefined =>
  quantities.find((quantity) => quantity.kind !== 'bare') ?? quantities[0];

/** Reads a cell that holds a value: "Tối thiểu 60%", "Duy trì 100%", "Đạt cấp độ 4, 5", "96.30", "Đã ban hành", "-". */
export const parseMeasure = (cell: string): CellMeasure => {
  const text = tidy(cell);
  if (EMPTY_CELL.test(text)) return NOTHING;
  const aspirational = isAspirational(text);
  if (ONLY_NUMBER.test(text)) {
    return { ...NOTHING, comparator: '=', value: parseNumber(text) ?? null };
  }
  const ends = ONLY_RANGE.exec(text)
    ?.slice(1)
    .map((digits) => parseNumber(digits));
  const [first, last] = ends ?? [];
  if (first !== undefined && last !== undefined && first < last) {
    return { ...NOTHING, comparator: 'range', value: [first, last] };
  }
  const qualitativeLevel = LEVEL_NAME.exec(text)?.[1] ?? null;
  const quantity = chooseQuantity(findQuantities(text));
  if (quantity) {
    const unit = quantity.unit ?? yearlyUnit(text);
    const { comparator, value, basis } = quantity;
    return { comparator, value, unit, basis, aspirational, qualitativeLevel };
  }
  const comparator = /^(?:tiếp tục )?duy trì(?![A-Za-zÀ-ỹ])/iu.test(text) ? 'maintain' : 'qualitative';
  return { ...NOTHING, comparator, aspirational, qualitativeLevel };
};

const yearlyUnit = (text: string): string | null => {
  const noun = YEARLY_COUNT.exec(text)?.[1];
  return noun === undefined ? null : `${noun}/năm`;
};
