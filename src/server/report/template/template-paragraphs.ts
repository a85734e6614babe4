import { SaxesParser } from 'saxes';
import type { TemplateParagraph, TemplatePlace } from '#core/report/template/check-template.ts';

interface OpenParagraph {
  readonly place: TemplatePlace;
  text: string;
}

interface OpenTable {
  readonly table: number;
  row: number;
  column: number;
}

const BREAKS: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n' };

/** The paragraphs of a part of a Word document with where they stand. Throws on malformed XML. */
export const listParagraphs = (xml: string, part: TemplatePlace['part']): readonly TemplateParagraph[] => {
  const paragraphs: TemplateParagraph[] = [];
  const open: OpenParagraph[] = [];
  const tables: OpenTable[] = [];
  let isText = false;
  let counted = 0;
  let countedTables = 0;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    const table = tables.at(-1);
    if (name === 'w:p') {
      counted += 1;
      open.push({ place: { part, paragraph: counted, cell: table ? { ...table } : null }, text: '' });
    } else if (name === 'w:tbl') {
      countedTables += 1;
      tables.push({ table: countedTables, row: 0, column: 0 });
    } else if (name === 'w:tr' && table) {
      table.row += 1;
      table.column = 0;
    } else if (name === 'w:tc' && table) {
      table.column += 1;
    }
    isText = name === 'w:t';
    const paragraph = open.at(-1);
    if (paragraph) paragraph.text += BREAKS[name] ?? '';
  });
  parser.on('text', (text) => {
    const paragraph = open.at(-1);
    if (isText && paragraph) paragraph.text += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') isText = false;
    if (name === 'w:tbl') tables.pop();
    if (name !== 'w:p') return;
    const closed = open.pop();
    if (closed) paragraphs.push(closed);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return paragraphs;
};
