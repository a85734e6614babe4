import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Block, Table } from '#core/plan-reading/text/blocks.ts';
import { listBlocks } from '#core/plan-reading/text/list-blocks.ts';
import { readPlan } from '#core/plan-reading/read-plan.ts';
import type { PlanReading } from '#core/plan-reading/reading.ts';
import { compareImport } from '#core/plan/compare-import.ts';
import { buildRegisterEntries } from '#core/plan/register-entry.ts';
import { isRefusal } from '#core/kernel/refusal.ts';
import { readPlanFile } from '#server/read/read-plan-file.ts';
import { cell, docxFile, paragraph, run, table } from '#test/docx-file.ts';
import { directory } from '#test/reader.ts';

/** The province's own documents stand beside the project where it is developed: see read-plan.gold.test.ts. */
const PLANS = resolve(import.meta.dirname, '../../../shared/plans');
const isHere = existsSync(PLANS);
const REGISTERS = ['targets', 'tasks', 'projects', 'gaps', 'indicatorScores', 'reportingDuties'] as const;
const SLOWEST = 30_000;

const escape = (words: string): string => words.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');

/** The words of a block with its marker or number. */
const wordsOf = ({ content }: Exclude<Block, Table>): string =>
  content.source.replace(/<[^<>]*>|[*#]+/gu, '').trim();

const columnsOf = ({ columns }: Table, write: (words: string, span: number) => string): readonly string[] => {
  const upper = columns.flatMap(({ group, label }, index) => {
    if (group === null) return [write(label, 1)];
    const isFirst = columns[index - 1]?.group !== group;
    return isFirst ? [write(group, columns.filter((column) => column.group === group).length)] : [];
  });
  const lower = columns.map(({ group, label }) => write(group === null ? '' : label, 1));
  return columns.some(({ group }) => group !== null) ? [upper.join(''), lower.join('')] : [upper.join('')];
};

/** The rows of a table with the headings within it. */
const rowsOf = (
  block: Table,
  write: (words: string, span: number, bold?: boolean) => string,
): readonly string[] => {
  let open: readonly number[] = [];
  return block.rows.flatMap((row) => {
    const fresh = row.sections.filter(({ line }) => !open.includes(line));
    open = row.sections.map(({ line }) => line);
    const headings = fresh.map(({ number, title }) =>
      number === null
        ? write(title, block.columns.length, true)
        : write(number, 1, true) + write(title, block.columns.length - 1, true),
    );
    const cells = row.cells.map(({ text }, index) => write(row.inherited.get(index)?.text ?? text, 1));
    return [...headings, cells.join('')];
  });
};

const writeDocx = (blocks: readonly Block[]): Uint8Array => {
  const write = (words: string, span: number, bold = false): string =>
    cell(paragraph(run(escape(words), bold ? '<w:b/>' : '')), `<w:gridSpan w:val="${span}"/>`);
  const body = blocks.map((block) => {
    if (block.kind === 'table')
      return table(...[...columnsOf(block, write), ...rowsOf(block, write)].map((row) => [row]));
    return paragraph(run(escape(wordsOf(block)), block.kind === 'heading' ? '<w:b/>' : ''));
  });
  return docxFile({ body: body.join('') });
};

const writeHtml = (blocks: readonly Block[]): Uint8Array => {
  const write = (words: string, span: number, bold = false): string =>
    `<td colspan="${span}">${bold ? `<b>${escape(words)}</b>` : escape(words)}</td>`;
  const body = blocks.map((block) => {
    if (block.kind === 'table') {
      const rows = [...columnsOf(block, write), ...rowsOf(block, write)];
      return `<table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;
    }
    const words = escape(wordsOf(block));
    return `<p>${block.kind === 'heading' ? `<b>${words}</b>` : words}</p>`;
  });
  return Buffer.from(`<!doctype html><meta charset="utf-8">${body.join('\n')}`, 'utf8');
};

/** Registers in which the reading has more or fewer items than that of the text, but for one in twenty. */
const listDiffering = (reading: PlanReading, ofText: PlanReading): readonly string[] =>
  REGISTERS.filter((register) => {
    const [count, expected] = [reading[register].length, ofText[register].length];
    return Math.abs(count - expected) > Math.max(1, expected * 0.05);
  });

/** Statements that do not find themselves in a register filled from the text, or find other values there. */
const listStrange = (reading: PlanReading, ofText: PlanReading): readonly string[] => {
  const items = buildRegisterEntries(ofText).map((entry, index) => ({
    ...{ itemId: String(index), entry, quote: entry.quote, isWording: true, isAmendment: false },
  }));
  return compareImport(buildRegisterEntries(reading), items)
    .filter(({ entry, match }) => entry.kind !== 'result' && (match === 'new' || match === 'differs'))
    .map(({ entry, match, differences }) =>
      [match, entry.kind, entry.name, JSON.stringify(differences)].join(' '),
    );
};

const plans = isHere ? readdirSync(PLANS).filter((name) => name.endsWith('.txt')) : [];

describe("the province's documents in other formats", () => {
  test.each([
    ['docx', writeDocx],
    ['html', writeHtml],
  ])(
    isHere ? 'give the items from .%s that the text gives' : 'are not here: nothing to read as .%s',
    async (format, write) => {
      for (const fileName of plans) {
        const text = readFileSync(join(PLANS, fileName), 'utf8');
        const file = { name: `${fileName}.${format}`, content: write(listBlocks(text, directory)) };
        const read = await readPlanFile(file, directory);
        const ofText = readPlan(text, { agencies: directory, fileName });
        const differing = isRefusal(read) ? read.code : listDiffering(read.reading, ofText);
        expect({ fileName, differing }).toEqual({ fileName, differing: [] });
        const strange = isRefusal(read) ? [] : listStrange(read.reading, ofText);
        expect({ fileName, strange }).toEqual({ fileName, strange: [] });
      }
    },
    SLOWEST,
  );
});
