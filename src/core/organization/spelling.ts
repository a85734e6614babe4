import { nameKey } from '#core/kernel/text.ts';

// Whole words only; the longer form must not be cut by a shorter one, so the order matters.
const ABBREVIATIONS: readonly (readonly [string, string])[] = [
  ['ubnd', 'ủy ban nhân dân'],
  ['hđnd', 'hội đồng nhân dân'],
  ['ubmttq', 'ủy ban mặt trận tổ quốc'],
  ['mttq', 'mặt trận tổ quốc'],
  ['vpub', 'văn phòng ủy ban nhân dân'],
  ['vp', 'văn phòng'],
  ['kh ?(?:&|và)? ?cn', 'khoa học và công nghệ'],
  ['gd ?(?:&|và|-)? ?đt', 'giáo dục và đào tạo'],
  ['nn ?(?:&|và)? ?mt', 'nông nghiệp và môi trường'],
  ['nn ?(?:&|và)? ?ptnt', 'nông nghiệp và phát triển nông thôn'],
  ['tn ?(?:&|và)? ?mt', 'tài nguyên và môi trường'],
  ['tt ?(?:&|và) ?tt', 'thông tin và truyền thông'],
  ['vh,? ?tt(?: ?(?:&|và) ?| ?)dl', 'văn hóa, thể thao và du lịch'],
  ['gtvt', 'giao thông vận tải'],
  ['l[đd]tb ?(?:&|và)? ?xh', 'lao động - thương binh và xã hội'],
  ['kh ?(?:&|và)? ?đt', 'kế hoạch và đầu tư'],
  ['bhxh', 'bảo hiểm xã hội'],
  ['nhnn', 'ngân hàng nhà nước'],
  ['bql', 'ban quản lý'],
  ['kkt', 'khu kinh tế'],
  ['tncs', 'thanh niên cộng sản'],
  ['hcm', 'hồ chí minh'],
  ['cđs', 'chuyển đổi số'],
  ['cnscđ', 'công nghệ số cộng đồng'],
  ['dn', 'doanh nghiệp'],
  ['ca(?= tỉnh)', 'công an'],
];

const WORD_START = String.raw`(?<![\p{L}\p{N}])`;
const WORD_END = String.raw`(?![\p{L}\p{N}])`;
const ANY_ABBREVIATION = new RegExp(
  `${WORD_START}(?:${ABBREVIATIONS.map(([pattern]) => `(${pattern})`).join('|')})${WORD_END}`,
  'gu',
);

const writeOut = (found: string, ...groups: readonly unknown[]): string =>
  ABBREVIATIONS[groups.slice(0, ABBREVIATIONS.length).findIndex((group) => group !== undefined)]?.[1] ??
  found;

/**
 * The form in which two spellings of an organization's name are equal: one case, one tone placement,
 * abbreviations written out, punctuation dropped. Diacritics stay, so that Mỹ Tho and Mỹ Thọ differ.
 */
export const organizationKey = (name: string): string =>
  // Some offices type the Icelandic eth (U+00D0) for Đ: the two look alike in print.
  nameKey(name)
    .replaceAll('ð', 'đ')
    .replace(ANY_ABBREVIATION, writeOut)
    .replace(/[;:,.()"“”*-]+/gu, ' ')
    .replace(/ {2,}/gu, ' ')
    .trim();

/** The key without the words that names of one body come with and without: "các …", "… trên địa bàn tỉnh", "… tỉnh". */
export const looseOrganizationKey = (name: string): string =>
  organizationKey(name)
    .replace(/^(?:các|những) /u, '')
    .replace(/ (?:trên địa bàn tỉnh|cấp tỉnh|của tỉnh|tỉnh)$/u, '');
