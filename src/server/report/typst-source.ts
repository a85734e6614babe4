import { linesBelow } from '#core/report/captions.ts';
import { KIND_NAMES, annexLabel, annexReference } from '#core/report/head-lines.ts';
import { drawChart } from '#core/report/chart-picture.ts';
import { labelBlocks, type LabelledBlock } from '#core/report/numbering.ts';
import type {
  DocumentAnnex,
  DocumentBlock,
  DocumentChart,
  OfficialDocument,
} from '#core/report/official-document.ts';
import { BODY, PAGE, SIZE, textWidth } from '#core/report/official-layout.ts';
import { closeSource, headSource } from './typst-head.ts';
import { tableSource } from './typst-table.ts';
import { literal, richText, styled } from './typst-text.ts';

/** The free typeface with the widths of Times New Roman that files for reading are set in. */
const PDF_FONT = 'Tinos';

const centred = (content: string, after = 4): string =>
  `align(center, block(spacing: ${String(after)}pt, { set par(justify: false, first-line-indent: 0mm)\n${content} }))`;

const below = (block: DocumentChart): readonly string[] =>
  linesBelow(block).map(
    (text) =>
      `block(spacing: 6pt, { set par(first-line-indent: 0mm)\n${styled(text, { italic: true, size: SIZE.table })} })`,
  );

const caption = (text: string | null): readonly string[] =>
  text === null ? [] : [centred(styled(text, { bold: true, italic: true, size: SIZE.caption }))];

const blockSource = (block: LabelledBlock): readonly string[] => {
  switch (block.kind) {
    case 'heading': {
      const title = block.level === 1 ? block.title.toUpperCase() : block.title;
      return [`heading(level: ${String(block.level)}, ${literal(`${block.label} ${title}`)})`];
    }
    case 'paragraph':
      return [`par(${richText(block.text)})`];
    case 'points':
      return block.items.map(({ label, text }) => `par(${literal(`${label} `)} + ${richText(text)})`);
    case 'dashes':
      return block.items.map((text) => `par("- " + ${richText(text)})`);
    case 'table':
      // A caption stays with its table.
      return [
        ...caption(block.caption).map((line) => `block(width: 100%, sticky: true, spacing: 6pt, ${line})`),
        tableSource(block),
      ];
    case 'chart':
      return [
        `block(breakable: false, spacing: 8pt, { image(bytes(${literal(drawChart(block, PDF_FONT))}), format: "svg", width: ${String(textWidth('portrait'))}mm, alt: ${literal(block.caption)})\n${caption(block.caption).join('\n')} })`,
        ...below(block),
      ];
  }
};

const blocksSource = (blocks: readonly DocumentBlock[]): readonly string[] =>
  labelBlocks(blocks).flatMap(blockSource);

/** The blocks of the text; the signature takes the last paragraph along to its page. */
const signedSource = (blocks: readonly DocumentBlock[]): readonly string[] => {
  const lines = blocksSource(blocks);
  const last = lines.at(-1);
  return last?.startsWith('par(') === true
    ? [...lines.slice(0, -1), `block(sticky: true, breakable: false, ${last})`]
    : lines;
};

/** A part with pages of its own: it counts them from 1 and shows no number on the first. */
const part = (name: string, isLandscape: boolean, content: readonly string[]): string => `
#set page(paper: "a4", flipped: ${String(isLandscape)}, margin: (top: ${String(PAGE.margin.top)}mm, bottom: ${String(PAGE.margin.bottom)}mm, left: ${String(PAGE.margin.left)}mm, right: ${String(PAGE.margin.right)}mm), header-ascent: 4mm, header: context {
  let number = here().page() - locate(<${name}>).page() + 1
  if number > 1 { align(center, text(size: ${String(SIZE.page)}pt, str(number))) }
})
#metadata(none) <${name}>
#{
${content.join('\n')}
}`;

const annexSource = (annex: DocumentAnnex, index: number, document: OfficialDocument): string =>
  part(`part-${String(index + 1)}`, annex.orientation === 'landscape', [
    centred(styled(annexLabel(index, document.annexes.length), { bold: true, size: SIZE.title })),
    centred(styled(annex.title.toUpperCase(), { bold: true, size: SIZE.title })),
    centred(styled(annexReference(document.head), { italic: true, size: SIZE.body }), 8),
    ...blocksSource(annex.blocks),
  ]);

// A line of the typeface is 1.107 em high; a single line of office programs 1.15 em.
const LEADING = (BODY.line * 1.15 - 1.107).toFixed(3);

/** A document in the language of typst, as one text without files. */
export const typstSource = (document: OfficialDocument): string => {
  const { head } = document;
  const title = [KIND_NAMES[head.kind], head.subject].filter((words) => words !== null).join(' ');
  return `#set document(title: ${literal(title)}, author: ${literal(head.issuerName)}, date: none)
#set text(font: ${literal(PDF_FONT)}, size: ${String(SIZE.body)}pt, lang: "vi", hyphenate: false, top-edge: 0.891em, bottom-edge: -0.216em, fallback: true)
#set par(justify: true, first-line-indent: (amount: ${String(BODY.firstLine)}mm, all: true), leading: ${LEADING}em, spacing: ${LEADING}em + ${String(BODY.after)}pt)
#show heading: it => block(sticky: true, spacing: ${LEADING}em + ${String(BODY.after)}pt, par(text(size: ${String(SIZE.body)}pt, weight: "bold", it.body)))
${part('part-0', false, [...headSource(document), ...signedSource(document.blocks), ...closeSource(document)])}
${document.annexes.map((annex, index) => annexSource(annex, index, document)).join('\n')}
`;
};
