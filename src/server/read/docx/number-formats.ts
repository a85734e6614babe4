const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];
const LARGEST_ROMAN = 3999;

const roman = (value: number): string => {
  let [left, text] = [value, ''];
  for (const [worth, sign] of ROMAN) {
    while (left >= worth) {
      text += sign;
      left -= worth;
    }
  }
  return text;
};

// Word goes on with aa, bb, cc after z.
const letter = (value: number): string =>
  String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(Math.ceil(value / 26), 8));

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: (value) => letter(value).toUpperCase(),
  lowerLetter: letter,
  decimalZero: (value) => String(value).padStart(2, '0'),
  none: () => '',
};

/** A number as a list prints it, by the name that WordprocessingML has for its format; in digits when that has no letters here. */
export const formatNumber = (value: number, format: string): string => {
  if (value < 1 || value > LARGEST_ROMAN) return String(value);
  return (FORMATS[format] ?? String)(value);
};

const PLUS = /^[+✚]$/u;
const STROKE = /^[-–—\uf02d\u2212]$/u;

/** The mark of a list without numbers, as plans type it: "-", "+" or "•". */
export const bulletMark = (text: string): string => {
  const mark = text.trim();
  if (PLUS.test(mark)) return '+';
  return STROKE.test(mark) ? '-' : '•';
};
