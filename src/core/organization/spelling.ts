import { nameKey } from '#core/kernel/text.ts';

// Whole words only; the longer form must not be cut by a shorter one, so the order matters.
const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}\p{N}])ubnd(?![\p{L}\p{N}])/gu, 'ủy ban nhân dân'],
  [/(?<![\p{L}\p{N}])hđnd(?![\p{L}\p{N}])/gu, 'hội đồng nhân dân'],
  [/(?<![\p{L}\p{N}])ubmttq(?![\p{L}\p{N}])/gu, 'ủy ban mặt trận tổ quốc'],
  [/(?<![\p{L}\p{N}])mttq(?![\p{L}\p{N}])/gu, 'mặt trận tổ quốc'],
  [/(?<![\p{L}\p{N}])vpub(?: nhân dân)?(?![\p{L}\p{N}])/gu, 'văn phòng ủy ban nhân dân'],
  [/(?<![\p{L}\p{N}])vp(?![\p{L}\p{N}])/gu, 'văn phòng'],
  [/(?<![\p{L}\p{N}])kh ?(?:&|và)? ?cn(?![\p{L}\p{N}])/gu, 'khoa học và công nghệ'],
  [/(?<![\p{L}\p{N}])gd ?(?:&|và|-)? ?đt(?![\p{L}\p{N}])/gu, 'giáo dục và đào tạo'],
  [/(?<![\p{L}\p{N}])nn ?(?:&|và)? ?mt(?![\p{L}\p{N}])/gu, 'nông nghiệp và môi trường'],
  [/(?<![\p{L}\p{N}])nn ?(?:&|và)? ?ptnt(?![\p{L}\p{N}])/gu, 'nông nghiệp và phát triển nông thôn'],
  [/(?<![\p{L}\p{N}])tn ?(?:&|và)? ?mt(?![\p{L}\p{N}])/gu, 'tài nguyên và môi trường'],
  [/(?<![\p{L}\p{N}])tt ?(?:&|và) ?tt(?![\p{L}\p{N}])/gu, 'thông tin và truyền thông'],
  [/(?<![\p{L}\p{N}])vh,? ?tt(?: ?(?:&|và) ?| ?)dl(?![\p{L}\p{N}])/gu, 'văn hóa, thể thao và du lịch'],
  [/(?<![\p{L}\p{N}])gtvt(?![\p{L}\p{N}])/gu, 'giao thông vận tải'],
  [/(?<![\p{L}\p{N}])l[đd]tb ?(?:&|và)? ?xh(?![\p{L}\p{N}])/gu, 'lao động - thương binh và xã hội'],
  [/(?<![\p{L}\p{N}])khđt|kh ?(?:&|và) ?đt(?![\p{L}\p{N}])/gu, 'kế hoạch và đầu tư'],
  [/(?<![\p{L}\p{N}])bhxh(?![\p{L}\p{N}])/gu, 'bảo hiểm xã hội'],
  [/(?<![\p{L}\p{N}])nhnn(?![\p{L}\p{N}])/gu, 'ngân hàng nhà nước'],
  [/(?<![\p{L}\p{N}])bql(?![\p{L}\p{N}])/gu, 'ban quản lý'],
  [/(?<![\p{L}\p{N}])kkt(?![\p{L}\p{N}])/gu, 'khu kinh tế'],
  [/(?<![\p{L}\p{N}])tncs(?![\p{L}\p{N}])/gu, 'thanh niên cộng sản'],
  [/(?<![\p{L}\p{N}])hcm(?![\p{L}\p{N}])/gu, 'hồ chí minh'],
  [/(?<![\p{L}\p{N}])cđs(?![\p{L}\p{N}])/gu, 'chuyển đổi số'],
  [/(?<![\p{L}\p{N}])cnscđ(?![\p{L}\p{N}])/gu, 'công nghệ số cộng đồng'],
  [/(?<![\p{L}\p{N}])dn(?![\p{L}\p{N}])/gu, 'doanh nghiệp'],
  [/(?<![\p{L}\p{N}])ca(?= tỉnh)/gu, 'công an'],
];

/**
 * The form in which two spellings of an organization's name are equal: one case, one tone placement,
 * abbreviations written out, punctuation dropped. Diacritics stay, so that Mỹ Tho and Mỹ Thọ differ.
 */
export const organizationKey = (name: string): string => {
  // Some offices type the Icelandic eth (U+00D0) for Đ: the two look alike in print.
  const letters = nameKey(name).replaceAll('ð', 'đ');
  const expanded = ABBREVIATIONS.reduce((text, [pattern, words]) => text.replace(pattern, words), letters);
  return expanded
    .replace(/[;:,.()"“”*-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
};

/** The key without the words that names of one body come with and without: "các …", "… trên địa bàn tỉnh", "… tỉnh". */
export const looseOrganizationKey = (name: string): string =>
  organizationKey(name)
    .replace(/^(?:các|những) /u, '')
    .replace(/ (?:trên địa bàn tỉnh|cấp tỉnh|của tỉnh|tỉnh)$/u, '');
