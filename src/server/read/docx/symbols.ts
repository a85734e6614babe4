// Places in the fonts whose letters are signs; the same letters stand in text as U+F0xx.
const SYMBOL: Readonly<Record<string, string>> = {
  '2D': '-',
  A3: '≤',
  AE: '→',
  B0: '°',
  B1: '±',
  B3: '≥',
  B4: '×',
  B7: '•',
  B8: '÷',
  B9: '≠',
  BB: '≈',
  D7: '·',
  E5: '∑',
};
const WINGDINGS: Readonly<Record<string, string>> = {
  '6C': '•',
  '6E': '■',
  '6F': '□',
  A7: '▪',
  A8: '□',
  D8: '➢',
  E0: '→',
  FB: '✗',
  FC: '✓',
  FD: '☒',
  FE: '☑',
};

/** The sign that stands at this place of a font of signs; nothing when it has no sign of its own in Unicode. */
export const symbolText = (font: string, code: string): string => {
  const place = code.toUpperCase().replace(/^F0/u, '').replace(/^0+/u, '');
  if (/^symbol$/iu.test(font)) return SYMBOL[place] ?? '';
  if (/^wingdings/iu.test(font)) return WINGDINGS[place] ?? '';
  const value = Number.parseInt(code, 16);
  const isSign =
    Number.isInteger(value) && value >= 0x20 && (value < 0xd800 || value > 0xf8ff) && value <= 0xffff;
  return isSign ? String.fromCharCode(value) : '';
};
