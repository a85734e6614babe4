// Abbreviations in the names of bodies of every province that stand for one thing only. UBND, HĐND and BQL stay: whole names are printed with them.
const WRITTEN_OUT: readonly (readonly [RegExp, string])[] = [
  [/\bCHQS\b/gu, 'Chỉ huy Quân sự'],
  [/\bBCH (?=BĐBP|Bộ đội)/gu, 'Ban Chỉ huy '],
  [/(?<!\p{L})BĐBP(?!\p{L})/gu, 'Bộ đội Biên phòng'],
  [/\bUBMTTQ\b/gu, 'Ủy ban Mặt trận Tổ quốc'],
  [/\bMTTQ\b/gu, 'Mặt trận Tổ quốc'],
  [/(?<!\p{L})LĐLĐ(?!\p{L})/gu, 'Liên đoàn Lao động'],
  [/\bLHPN\b/gu, 'Liên hiệp Phụ nữ'],
  [/(?<=\s)TP(?=$|\s)/gu, 'thành phố'],
];

/** The name of a body with its common abbreviations written out: "Bộ CHQS tỉnh" is "Bộ Chỉ huy Quân sự tỉnh". */
export const writeOut = (name: string): string =>
  WRITTEN_OUT.reduce((words, [pattern, full]) => words.replace(pattern, full), name);
