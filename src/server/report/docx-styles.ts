import { AlignmentType, LevelFormat, LevelSuffix, type INumberingOptions, type IStylesOptions } from 'docx';
import { BODY, FONT, SIZE } from '#core/report/official-layout.ts';
import { halfPoints, twentieths, twips } from './docx-paragraphs.ts';

// Without its kind the height of a line is taken as exact by some office programs.
const lines = (multiple: number) => ({ line: Math.round(240 * multiple), lineRule: 'auto' as const });

/** The spacing of the body's paragraphs. */
const bodySpacing = {
  before: 0,
  after: twentieths(BODY.after),
  ...lines(BODY.line),
} as const;

const firstLine = twips(BODY.firstLine);

const heading = {
  run: { font: FONT, size: halfPoints(SIZE.body), bold: true, color: '000000' },
  paragraph: {
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine },
    spacing: { ...bodySpacing, before: twentieths(BODY.after) },
    keepNext: true,
  },
};

/** Styles of the cells of tables, by where their text stands. */
export const CELL_STYLES = {
  left: 'OfficialCellLeft',
  center: 'OfficialCellCenter',
  right: 'OfficialCellRight',
} as const;

const ALIGNMENT = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** Styles of an administrative document; headings are Word's own, so that its navigation works. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: FONT, size: halfPoints(SIZE.body), language: { value: 'vi-VN' } },
    },
    heading1: heading,
    heading2: heading,
  },
  paragraphStyles: [
    {
      id: 'OfficialBody',
      name: 'Official body',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { alignment: AlignmentType.JUSTIFIED, indent: { firstLine }, spacing: bodySpacing },
    },
    {
      id: 'OfficialLine',
      name: 'Official line',
      basedOn: 'Normal',
      paragraph: { spacing: { before: 0, after: 0, ...lines(1) } },
    },
    ...(['left', 'center', 'right'] as const).map((align) => ({
      id: CELL_STYLES[align],
      name: `Official cell ${align}`,
      basedOn: 'Normal',
      run: { size: halfPoints(SIZE.table) },
      paragraph: {
        alignment: ALIGNMENT[align],
        spacing: { before: twentieths(2), after: twentieths(2), ...lines(1) },
      },
    })),
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      run: { size: halfPoints(SIZE.caption), bold: true, italics: true },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { before: twentieths(BODY.after), after: twentieths(4), ...lines(1) },
      },
    },
    {
      id: 'OfficialSource',
      name: 'Official source',
      basedOn: 'Normal',
      run: { size: halfPoints(SIZE.table), italics: true },
      paragraph: {
        alignment: AlignmentType.LEFT,
        spacing: { before: twentieths(3), after: twentieths(BODY.after), ...lines(1) },
      },
    },
  ],
};

const listLevel = { alignment: AlignmentType.LEFT, suffix: LevelSuffix.SPACE } as const;

/**
 * Lists: I. and 1. of headings, dashes. Lettered points are no list of this format: it knows no letter đ, so their
 * letters are written out.
 */
export const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: 'outline',
      levels: [
        { ...listLevel, level: 0, format: LevelFormat.UPPER_ROMAN, text: '%1.' },
        { ...listLevel, level: 1, format: LevelFormat.DECIMAL, text: '%2.' },
      ].map((level) => ({ ...level, style: { paragraph: { indent: { left: 0, firstLine } } } })),
    },
    {
      reference: 'dashes',
      levels: [
        {
          ...listLevel,
          ...{ level: 0, format: LevelFormat.BULLET, text: '-' },
          style: { run: { font: FONT }, paragraph: { indent: { left: 0, firstLine } } },
        },
      ],
    },
  ],
};
