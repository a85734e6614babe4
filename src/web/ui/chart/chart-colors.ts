const VARIABLES = {
  text: '--mantine-color-text',
  dimmed: '--mantine-color-dimmed',
  surface: '--senso-surface',
  quiet: '--senso-surface-quiet',
  line: '--senso-line',
  lineStrong: '--senso-line-strong',
  leaf: '--senso-leaf',
  leafQuiet: '--senso-leaf-quiet',
  lotus: '--senso-lotus',
  lotusQuiet: '--senso-lotus-quiet',
  amber: '--senso-amber',
} as const;

type ColorName = keyof typeof VARIABLES;

/** The colours of the present theme by their meaning, and its font. */
export type ChartColors = Readonly<Record<ColorName | 'font', string>>;

// Where no style sheet is loaded a picture is black on white, as on paper.
const isMark = (name: ColorName): boolean => !['surface', 'quiet', 'leafQuiet', 'lotusQuiet'].includes(name);

/** Reads the colours that hold at a place of the page, so that pictures follow the theme and the printer. */
export const readChartColors = (place: Element): ChartColors => {
  const style = getComputedStyle(place);
  const read = (name: ColorName): string =>
    style.getPropertyValue(VARIABLES[name]).trim() || (isMark(name) ? '#000000' : '#ffffff');
  const colors = Object.fromEntries(
    (Object.keys(VARIABLES) as ColorName[]).map((name) => [name, read(name)]),
  );
  return { ...(colors as Record<ColorName, string>), font: style.fontFamily || 'sans-serif' };
};
