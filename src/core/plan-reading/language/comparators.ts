import type { Comparator } from '#core/plan-reading/reading.ts';

const AT_LEAST = String.raw`(?:tối thiểu|ít nhất|không dưới|không thấp hơn|không ít hơn|≥|>=|\\geq?(?:slant)?)`;
const AT_MOST = String.raw`(?:không quá|không vượt quá|không cao hơn|tối đa|nhiều nhất|≤|<=|\\leq?(?:slant)?)`;
const MORE = String.raw`(?:trên|hơn|vượt|cao hơn|lớn hơn|>)`;
const LESS = String.raw`(?:dưới|thấp hơn|ít hơn|nhỏ hơn|<)`;
const GROWTH = String.raw`(?:tăng(?: thêm)?|thu hút thêm|bổ sung thêm|có thêm|thêm)(?: bình quân)?(?: (?:hằng|hàng|mỗi) năm)?`;
const LINK = String.raw`(?:\s*(?:phải )?(?:đạt|là|có|được|bằng|ở mức))?`;
const WORD_START = String.raw`(?<![A-Za-zÀ-ỹ])`;

const ending = (pattern: string): RegExp => new RegExp(`${WORD_START}${pattern}\\s*$`, 'iu');

// Read against the words just before a number; the first that fits decides, so the narrower come first.
const BEFORE_NUMBER: readonly (readonly [RegExp, Comparator])[] = [
  [ending(`${GROWTH}\\s+${AT_LEAST}${LINK}`), 'increase>='],
  [ending(`${GROWTH}\\s+${MORE}`), 'increase>'],
  [
    ending(String.raw`duy trì(?: ở)?(?: mức| tỷ lệ| kết quả)?(?: đạt)?(?:\s+(?:${AT_LEAST}|${MORE}|từ))?`),
    'maintain',
  ],
  [ending(`${AT_LEAST}${LINK}`), '>='],
  [ending(`${AT_MOST}${LINK}`), '<='],
  [ending(LESS), '<'],
  [ending(`${MORE}(?: mức)?`), '>'],
  [ending(String.raw`(?:khoảng|xấp xỉ|ước khoảng|ước đạt|gần)`), 'approx'],
  [ending(GROWTH), 'increase>='],
  [ending('='), '='],
];

/** The comparator that the words before a number say, and where these words begin. */
export const findComparatorBefore = (
  before: string,
): { readonly comparator: Comparator; readonly start: number } | undefined => {
  // A comparator stands within a few words of its number: a short tail keeps the search quick.
  const from = Math.max(0, before.length - 60);
  const tail = before.slice(from);
  for (const [pattern, comparator] of BEFORE_NUMBER) {
    const match = pattern.exec(tail);
    if (match) return { comparator, start: from + match.index };
  }
  return undefined;
};

// "phân đầu", "phần đấu": how scanned text renders the words; "phần đầu tư" is a share of investment.
const ASPIRATION = /(?<![A-Za-zÀ-ỹ])(?:ph[ấâầ]n đ[ấầâ]u)(?![\p{L}]|\s+tư)/iu;

/** Whether the words only strive for the value: "phấn đấu". */
export const isAspirational = (words: string): boolean => ASPIRATION.test(words);
