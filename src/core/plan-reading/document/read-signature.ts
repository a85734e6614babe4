import type { OutlineEntry } from '#core/plan-reading/outline/outline.ts';
import { isUpperCase } from '#core/plan-reading/outline/numbering.ts';
import { listLines, type TextLine } from '#core/plan-reading/text/source-text.ts';

export interface Signature {
  /** "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH"; the body signed for ("TM. …") is left out. */
  readonly signerTitle: string | null;
  readonly signerName: string | null;
  readonly recipients: readonly string[];
}

const SIGNS_FOR = /(?:^|\s)(?:TM|T\/M)\.\s/u;
const SIGNS_INSTEAD = /(?:^|\s)(?:KT|TL|TUQ|Q)\.\s/u;
const OFFICES =
  'CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|BỘ TRƯỞNG|THỨ TRƯỞNG|CHỦ NHIỆM|TRƯỞNG BAN|TỔNG GIÁM ĐỐC|CỤC TRƯỞNG';
// The column of receivers may stand on the same line, left of the title.
const TITLE = new RegExp(
  String.raw`(?:^|\s)((?:(?:KT|TL|TUQ|Q)\.\s*)?(?:PHÓ\s)?(?:${OFFICES})(?:\s[\p{Lu}\s,]+)?)$`,
  'u',
);
const PERSON = /^\p{Lu}[\p{Ll}'’]*(?:\s\p{Lu}\p{Ll}*){1,4}$/u;
const DEGREES =
  /^(?:(?:BSCK\s?(?:II|I|\d)?|PGS|GS|TS|ThS|Ths|BS|KS|DS|LS|(?:Đại|Thượng|Trung|Thiếu) (?:tá|tướng))(?:\.\s*|\s+))+/u;
const RECIPIENTS = /nơi nhận\s*:/iu;
const LINES_OF_A_SIGNATURE = 12;

const linesOf = (entries: readonly OutlineEntry[]): readonly TextLine[] =>
  entries.flatMap(({ block }) => (block.kind === 'table' ? [] : listLines(block.content)));

const nameOf = (line: string): string | null => {
  const words = line.replace(DEGREES, '').trim();
  return PERSON.test(words) ? words : null;
};

type Signer = Pick<Signature, 'signerName' | 'signerTitle'>;

const NOBODY: Signer = { signerName: null, signerTitle: null };

const opensSignature = (text: string): boolean =>
  SIGNS_FOR.test(text) ||
  SIGNS_INSTEAD.test(text) ||
  ((isUpperCase(text) || RECIPIENTS.test(text)) && TITLE.test(text));

const readSigner = (lines: readonly TextLine[]): Signer => {
  const starts = lines.flatMap(({ text }, index) => (opensSignature(text) ? [index] : []));
  const signatures = starts.map((start) => readFrom(lines, start));
  // A title without a name may be the one that opens a decision: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH".
  return signatures.find(({ signerName }) => signerName !== null) ?? signatures[0] ?? NOBODY;
};

const readFrom = (lines: readonly TextLine[], start: number): Signer => {
  const titles: string[] = [];
  for (const { text } of lines.slice(start, start + LINES_OF_A_SIGNATURE)) {
    const name = nameOf(text);
    if (name !== null && titles.length > 0) return { signerName: name, signerTitle: titles.join(', ') };
    const title = TITLE.exec(text)?.[1];
    if (title !== undefined) titles.push(title.trim());
  }
  return { signerName: null, signerTitle: titles.length > 0 ? titles.join(', ') : null };
};

const tidyRecipient = (text: string): string =>
  text
    .replace(TITLE, '')
    .replace(/(?<![\s;.,])[\s;.,]+$/u, '')
    .trim();

const readRecipients = (entries: readonly OutlineEntry[]): readonly string[] => {
  const start = entries.findIndex(
    ({ block }) => block.kind !== 'table' && RECIPIENTS.test(block.content.text),
  );
  if (start < 0) return [];
  const recipients: string[] = [];
  // The title of who signs stands beside the list: read line by line it comes between.
  for (const { block } of entries.slice(start + 1)) {
    if (block.kind === 'list-item' && block.level === 'bullet') {
      recipients.push(tidyRecipient(block.content.text));
    } else if (block.kind === 'table' || !isUpperCase(block.content.text)) break;
  }
  return recipients;
};

/** Reads the foot of a document: who signed as what, and who receives it. The first signature counts: an annex has none. */
export const readSignature = (entries: readonly OutlineEntry[]): Signature => {
  const main = entries.filter(({ block, place }) => block.kind !== 'table' && place.appendix === null);
  return { ...readSigner(linesOf(main)), recipients: readRecipients(main) };
};
