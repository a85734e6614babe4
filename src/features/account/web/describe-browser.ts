/** What a browser says of itself, in the two words that people know it by. */
export interface BrowserNames {
  readonly browser: string | undefined;
  readonly system: string | undefined;
}

// In this order: browsers also name those that they are compatible with.
const BROWSERS = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Cốc Cốc', /\bcoc_coc_browser\//i],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
] as const;

const SYSTEMS = [
  ['Android', /\bAndroid\b/],
  ['iOS', /\b(?:iPhone|iPad)\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
] as const;

const firstNamed = (names: readonly (readonly [string, RegExp])[], text: string): string | undefined =>
  names.find(([, pattern]) => pattern.test(text))?.[0];

/** Finds the names of a browser and its system in what it says of itself. */
export const describeBrowser = (userAgent: string | null): BrowserNames => ({
  browser: firstNamed(BROWSERS, userAgent ?? ''),
  system: firstNamed(SYSTEMS, userAgent ?? ''),
});
