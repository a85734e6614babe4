import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const leaf: MantineColorsTuple = [
  '#ecfdf9',
  '#ccf5ec',
  '#9be8da',
  '#63d5c4',
  '#35bcab',
  '#1da394',
  '#148d80',
  '#107f74',
  '#0f766e',
  '#0b544f',
];
const lotus: MantineColorsTuple = [
  '#fff0f6',
  '#fddfea',
  '#f9bdd4',
  '#f593b9',
  '#f06c9f',
  '#e24c88',
  '#d53377',
  '#c9246a',
  '#be185d',
  '#8b1146',
];
const amber: MantineColorsTuple = [
  '#fff8e6',
  '#fdedc3',
  '#fbdc8b',
  '#f8c64d',
  '#eeab1d',
  '#d38f0c',
  '#b37408',
  '#996108',
  '#85520a',
  '#62400d',
];

const FONT = "'Be Vietnam Pro', 'Segoe UI', system-ui, sans-serif";

/** The look of every page: leaf for actions and what is reached, lotus for the goal and losses, amber for due soon. */
export const theme = createTheme({
  colors: { leaf, lotus, amber },
  primaryColor: 'leaf',
  // Lighter shades fail 4.5 : 1 behind white text and as text on a light badge.
  primaryShade: 8,
  autoContrast: true,
  fontFamily: FONT,
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: {
    fontFamily: FONT,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.4' },
      h2: { fontSize: '1.125rem', lineHeight: '1.45' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.5' },
    },
  },
  defaultRadius: 'sm',
  focusRing: 'auto',
  cursorType: 'pointer',
});

/** Colours by meaning, in both themes. Texts keep 4.5 : 1 and marks 3 : 1 against the surface they stand on. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': '#1c2724',
    '--mantine-color-dimmed': '#52605c',
    '--mantine-color-placeholder': '#5d6a66',
    '--mantine-color-error': '#a3123f',
    '--mantine-color-anchor': '#0f6a63',
    '--senso-surface': '#ffffff',
    '--senso-surface-quiet': '#f4f7f6',
    '--senso-line': '#d9e0de',
    '--senso-line-strong': '#7c8986',
    '--senso-leaf': '#0f766e',
    '--senso-leaf-quiet': '#d3efe9',
    '--senso-leaf-text': '#0b5a54',
    '--senso-lotus': '#be185d',
    '--senso-lotus-quiet': '#fce7ef',
    '--senso-lotus-text': '#a3124e',
    '--senso-amber': '#b37408',
    '--senso-amber-quiet': '#fdf1d3',
    '--senso-amber-text': '#7a4a06',
    '--senso-grey-text': '#44504d',
    '--senso-grey-quiet': '#e9eeec',
  },
  dark: {
    '--mantine-color-body': '#151b1a',
    '--mantine-color-text': '#e3ebe8',
    '--mantine-color-dimmed': '#a9b6b2',
    '--mantine-color-placeholder': '#9caaa6',
    '--mantine-color-error': '#ff9fb8',
    '--mantine-color-anchor': '#63d5c4',
    '--senso-surface': '#151b1a',
    '--senso-surface-quiet': '#1d2624',
    '--senso-line': '#33403d',
    '--senso-line-strong': '#82908c',
    '--senso-leaf': '#1da394',
    '--senso-leaf-quiet': '#103f3a',
    '--senso-leaf-text': '#8be3d4',
    '--senso-lotus': '#f06c9f',
    '--senso-lotus-quiet': '#4a1530',
    '--senso-lotus-text': '#f9a8c6',
    '--senso-amber': '#eeab1d',
    '--senso-amber-quiet': '#42310c',
    '--senso-amber-text': '#f8ce6e',
    '--senso-grey-text': '#bcc8c5',
    '--senso-grey-quiet': '#2a3532',
  },
});
