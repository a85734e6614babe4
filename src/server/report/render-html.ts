import { linesBelow } from '#core/report/captions.ts';
import { KIND_NAMES, annexLabel, annexReference } from '#core/report/head-lines.ts';
import { drawChart } from '#core/report/chart-picture.ts';
import { labelBlocks, type LabelledBlock } from '#core/report/numbering.ts';
import type {
  DocumentAnnex,
  DocumentBlock,
  DocumentChart,
  DocumentTable,
  OfficialDocument,
} from '#core/report/official-document.ts';
import { FONT } from '#core/report/official-layout.ts';
import { closeHtml, headHtml } from './html-head.ts';
import { STYLE_SHEET } from './html-style.ts';
import { tableHtml } from './html-table.ts';
import { escapeHtml, richHtml } from './html-text.ts';

const captionHtml = (text: string | null): string =>
  text === null ? '' : `<p class="caption">${escapeHtml(text)}</p>`;

const belowHtml = (block: DocumentTable | DocumentChart): string =>
  linesBelow(block)
    .map((text) => `<p class="source">${escapeHtml(text)}</p>`)
    .join('');

// On the page, the title of the document itself is the first heading.
const HEADINGS = { 1: 'h2', 2: 'h3' } as const;

const blockHtml = (block: LabelledBlock): string => {
  switch (block.kind) {
    case 'heading': {
      const title = block.level === 1 ? block.title.toUpperCase() : block.title;
      const tag = HEADINGS[block.level];
      return `<${tag}>${escapeHtml(`${block.label} ${title}`)}</${tag}>`;
    }
    case 'paragraph':
      return `<p>${richHtml(block.text)}</p>`;
    case 'points':
      return block.items.map(({ label, text }) => `<p>${label} ${richHtml(text)}</p>`).join('');
    case 'dashes':
      return block.items.map((text) => `<p>- ${richHtml(text)}</p>`).join('');
    case 'table':
      return `${captionHtml(block.caption)}${tableHtml(block)}${belowHtml(block)}`;
    case 'chart':
      return `<figure>${drawChart(block, FONT)}<figcaption class="caption">${escapeHtml(block.caption)}</figcaption></figure>${belowHtml(block)}`;
  }
};

const blocksHtml = (blocks: readonly DocumentBlock[]): string =>
  labelBlocks(blocks).map(blockHtml).join('\n');

const annexHtml = (annex: DocumentAnnex, index: number, { head, annexes }: OfficialDocument): string =>
  `<section class="sheet ${annex.orientation}"><p class="line strong">${annexLabel(index, annexes.length)}</p>
<h2 class="line">${escapeHtml(annex.title.toUpperCase())}</h2><p class="line slanted">${escapeHtml(annexReference(head))}</p>
${blocksHtml(annex.blocks)}</section>`;

/** A document as one page without scripts and without anything to be fetched, each part on a sheet of its own. */
export const renderHtml = (document: OfficialDocument): string => {
  const { head } = document;
  const title = [KIND_NAMES[head.kind], head.subject].filter((words) => words !== null).join(' ');
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title>
<style>${STYLE_SHEET}</style></head><body>
<main><section class="sheet portrait">${headHtml(document)}
${blocksHtml(document.blocks)}
${closeHtml(document)}</section>
${document.annexes.map((annex, index) => annexHtml(annex, index, document)).join('\n')}
</main></body></html>
`;
};
