import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import { runsOf, type RichText } from '#core/report/official-document.ts';

/** Sizes of letters are counted in half points in this format. */
export const halfPoints = (points: number): number => points * 2;

/** Lengths of this format, from millimetres; never less, for the decree gives least margins. */
export const twips = (millimetres: number): number => Math.ceil((millimetres * 1440) / 25.4);

/** Spaces between lines and paragraphs are counted in twentieths of a point. */
export const twentieths = (points: number): number => Math.round(points * 20);

// What XML can't hold (XML 1.0, 2.2): one such character, and a word processor takes the whole file for broken.
const UNWRITABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

const writable = (text: string): string => text.replace(UNWRITABLE, '');

/** Runs of a text, all in one base style. */
export const textRuns = (text: RichText, base: IRunOptions = {}): TextRun[] =>
  runsOf(text).map((run) => {
    const options: IRunOptions = {
      ...base,
      text: writable(run.text),
      ...(run.bold === true && { bold: true }),
      ...(run.italic === true && { italics: true }),
    };
    return new TextRun(options);
  });

/** A line of the head or of the close: single spacing, no indent. */
export const line = (text: string, run: IRunOptions, options: Partial<IParagraphOptions> = {}): Paragraph =>
  new Paragraph({
    style: 'OfficialLine',
    alignment: AlignmentType.CENTER,
    ...options,
    children: [new TextRun({ ...run, text: writable(text) })],
  });

/** A part of a paper ends with a paragraph, not with a table: one that takes no height. */
export const endOfPart = (): Paragraph =>
  new Paragraph({ style: 'OfficialLine', spacing: { line: 20, lineRule: 'exact' }, children: [] });

const RULE_LINE = 40;

/** A thin solid rule of a length, centred in a width: the upper edge of an empty low paragraph. All in millimetres. */
export const rule = (length: number, available: number): Paragraph => {
  const indent = twips(Math.max(0, (available - length) / 2));
  return new Paragraph({
    style: 'OfficialLine',
    indent: { left: indent, right: indent },
    spacing: { before: RULE_LINE, after: 0, line: RULE_LINE, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [],
  });
};
