import {
  HEADING_LEVELS,
  type Block,
  type Heading,
  type HeadingLevel,
  type SectionStep,
} from '#core/plan-reading/text/blocks.ts';
import type { Outline, OutlineEntry } from './outline.ts';
import { START_OF_DOCUMENT, type Place } from './place.ts';

interface OpenStep {
  readonly depth: number;
  readonly step: SectionStep;
}

const DOCUMENT_TITLE = /^(?:KẾ HOẠCH|ĐỀ ÁN|CHƯƠNG TRÌNH|QUYẾT ĐỊNH|BÁO CÁO|CHỈ THỊ|NGHỊ QUYẾT)(?:\s|:|$)/u;
const SIGNATURE = /^(?:nơi nhận\s*:|(?:TM|T\/M|KT|TL|TUQ)\.\s)/iu;

// The stroke and stop with which offices end a document.
const ENDS_DOCUMENT = /\.\s?\/\s?\.?$/u;

/** "1.1" stands deeper than "1": each point in a number is half a level. */
const depthOf = (level: HeadingLevel, number: string | null): number => {
  const points = level === 'arabic-2' ? (number?.split('.').length ?? 2) - 2 : 0;
  return HEADING_LEVELS.indexOf(level) + points * 0.1;
};

/** Articles belong to the decision; the plan attached to it begins anew with I. */
const isOpenAbove = (open: OpenStep, depth: number, level: HeadingLevel): boolean =>
  open.depth < depth && !(level === 'roman' && open.depth === HEADING_LEVELS.indexOf('article'));

const TITLE_BEFORE_COLON = /^(.{1,80}?):/su;

const stepOfItem = (block: Extract<Block, { kind: 'list-item' }>): SectionStep => ({
  number: block.marker,
  title: TITLE_BEFORE_COLON.exec(block.content.text)?.[1] ?? '',
  line: block.lines.start,
});

const stepOfHeading = (block: Heading): SectionStep => ({
  number: block.number,
  title: block.title.replace(/[.:;,]$/u, ''),
  line: block.lines.start,
});

const closesAll = (block: Block): boolean => {
  if (block.kind === 'paragraph') return SIGNATURE.test(block.content.text);
  return block.kind === 'heading' && (SIGNATURE.test(block.title) || DOCUMENT_TITLE.test(block.title));
};

/** Says for every block where it stands: under which appendix and which open headings. */
export const buildOutline = (blocks: readonly Block[]): Outline => {
  const entries: OutlineEntry[] = [];
  let appendix = START_OF_DOCUMENT.appendix;
  let open: readonly OpenStep[] = [];
  const place = (): Place => ({ appendix, steps: open.map(({ step }) => step) });
  let isOver = false;
  for (const block of blocks) {
    if (isOver || closesAll(block)) open = [];
    isOver = block.kind !== 'table' && ENDS_DOCUMENT.test(block.content.text);
    const level =
      block.kind === 'heading' || (block.kind === 'list-item' && block.level !== 'bullet')
        ? block.level
        : undefined;
    if (level === undefined || level === 'bullet') {
      entries.push({ block, place: place() });
      continue;
    }
    if (block.kind === 'heading' && level === 'appendix') {
      appendix = block.number;
      open = [];
      entries.push({ block, place: START_OF_DOCUMENT });
      continue;
    }
    const depth = depthOf(
      level,
      block.kind === 'heading' ? block.number : block.kind === 'list-item' ? block.marker : null,
    );
    open = open.filter((step) => isOpenAbove(step, depth, level));
    entries.push({ block, place: place() });
    if (block.kind === 'heading') open = [...open, { depth, step: stepOfHeading(block) }];
    if (block.kind === 'list-item') open = [...open, { depth, step: stepOfItem(block) }];
  }
  return { entries };
};
