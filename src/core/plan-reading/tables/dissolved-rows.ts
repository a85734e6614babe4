import { HEADING_LEVELS, type Footnote, type SectionStep } from '#core/plan-reading/text/blocks.ts';
import { countRepeatedHeaderLines, isHeaderRemnant, type HeaderWords } from './dissolved-header.ts';
import { isUpperCase, levelOfNumber, valueOfNumeral } from '#core/plan-reading/outline/numbering.ts';
import type { SourceLine } from '#core/plan-reading/text/source-lines.ts';
import { joinPieces, linesOf } from '#core/plan-reading/text/source-text.ts';

/** How a word is set apart from the one before it. */
type Gap = 'space' | 'line' | 'blank';

/** A word of a dissolved row and where it stands. */
export interface Word {
  readonly text: string;
  readonly line: number;
  readonly gap: Gap;
}

/** A row before its cells are told apart: its words, one list for each page it stands on. */
export interface DissolvedRow {
  readonly order: string;
  readonly sections: readonly SectionStep[];
  readonly pages: readonly (readonly Word[])[];
  readonly sourceDefect: string | null;
}

export interface DissolvedRows {
  readonly rows: readonly DissolvedRow[];
  readonly footnotes: readonly Footnote[];
}

const SECTION = /^([IVX]+|[A-HĐ])\s*[.)]?\s+(\S.*)$/su;
const NUMERAL = /^(?:[IVX]+|[A-HĐ])$/u;
const ROW_START = /^(\d{1,3})[.)]?(?:\s+(\S.*))?$/su;
const DOTTED_START = /^(\d{1,2})\.(\d{1,2})[.)]?(?:\s+(\p{Lu}.*))?$/su;
// A sum stands below the last row, without a number of its own.
const TOTAL = /^(?:Tổng (?:cộng|điểm|số)|Cộng)(?:[\s:]+[\d.,/%\s-]+)?$/iu;
const LONGEST_TITLE = 120;
const ROWS_OF_A_PAGE = 60;
const CITATION =
  /^(?:Quyết định|Công văn|Kế hoạch|Nghị quyết|Nghị định|Thông tư|Tờ trình|Thông báo|Văn bản|Báo cáo|Chỉ thị|Theo|Căn cứ|Luật)\s/u;

interface OpenRow {
  order: string;
  sections: readonly SectionStep[];
  pages: Word[][];
  sourceDefect: string | null;
}

interface FoundSection {
  readonly number: string;
  readonly title: string;
}

/** A section row of a dissolved table: "II THỂ CHẾ, CHÍNH SÁCH SỐ", its title in capitals. */
const findSection = (line: SourceLine): FoundSection | undefined => {
  const match = SECTION.exec(line.words);
  if (!match?.[1] || !match[2] || !isUpperCase(match[2])) return undefined;
  return { number: match[1], title: match[2] };
};

const depthOfNumber = (number: string | null): number =>
  HEADING_LEVELS.indexOf((number === null ? undefined : levelOfNumber(number)) ?? 'plain');

const nextFilled = (lines: readonly SourceLine[], from: number): SourceLine | undefined => {
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index];
    if (line && line.words !== '') return line;
  }
  return undefined;
};

/** Goes through the lines of a dissolved table once and gives each line to its row, section, header or footnote. */
class RowCollector {
  private readonly lines: readonly SourceLine[];
  private readonly header: HeaderWords;
  private readonly rows: OpenRow[] = [];
  private readonly footnotes: Footnote[] = [];
  private sections: readonly SectionStep[] = [];
  private expected = 1;
  private lastDotted: string | undefined;
  private mayRestart = true;
  private pageIsNew = false;
  /** A section row has been read and no row below it yet: words here belong to no row. */
  private underSection = false;
  private gap: Gap = 'blank';
  private index = 0;

  constructor(lines: readonly SourceLine[], header: HeaderWords) {
    this.lines = lines;
    this.header = header;
  }

  collect(): DissolvedRows {
    while (this.index < this.lines.length) {
      const line = this.lines[this.index];
      if (line) this.take(line);
    }
    return {
      rows: this.rows.filter((row) => row.pages.some((page) => page.length > 0)),
      footnotes: this.footnotes,
    };
  }

  private take(line: SourceLine): void {
    if (line.startsPage) this.breakPage();
    if (line.words === '') {
      this.gap = 'blank';
      this.index += 1;
      return;
    }
    const repeated = countRepeatedHeaderLines(this.header, this.lines, this.index);
    if (repeated > 0 || (this.pageIsNew && isHeaderRemnant(this.header, line))) {
      this.breakPage();
      this.index += Math.max(1, repeated);
      return;
    }
    if (
      this.takeFootnote(line) ||
      this.takeSection(line) ||
      this.takeDottedStart(line) ||
      this.takeRowStart(line) ||
      this.takeTotal(line)
    )
      return;
    this.addWords(line.words, line.number);
    this.index += 1;
  }

  private breakPage(): void {
    this.pageIsNew = true;
    this.gap = 'blank';
  }

  private addWords(words: string, line: number): void {
    const row = this.rows.at(-1);
    if (!row || this.underSection) return;
    if (this.pageIsNew && row.pages.some((page) => page.length > 0)) row.pages.push([]);
    this.pageIsNew = false;
    const page = row.pages.at(-1);
    for (const text of words.split(/\s+/u)) {
      page?.push({ text, line, gap: this.gap });
      this.gap = 'space';
    }
    this.gap = 'line';
  }

  private hasMark(number: string): boolean {
    const mark = new RegExp(`[\\p{L})”".…\\d]\\s?${number}$`, 'u');
    return this.rows
      .slice(-ROWS_OF_A_PAGE)
      .some((row) =>
        row.pages.some((page) =>
          page.some((word, at) => mark.test(`${page[at - 1]?.text ?? ''} ${word.text}`)),
        ),
      );
  }

  private takeFootnote(line: SourceLine): boolean {
    const match = ROW_START.exec(line.words);
    if (!match?.[1] || !match[2] || !/^[\p{L}“"(]/u.test(match[2])) return false;
    const number = Number(match[1]);
    const last = this.footnotes.at(-1)?.number;
    if (last !== undefined && number !== last + 1) return false;
    const cites = CITATION.test(match[2]);
    if (!cites && (number === this.expected || (this.mayRestart && number === 1))) return false;
    if (!this.hasMark(match[1])) return false;
    const taken = [line];
    for (let next = this.lines[this.index + 1]; next; next = this.lines[this.index + taken.length]) {
      if (next.words === '' || next.startsPage || ROW_START.test(next.words)) break;
      taken.push(next);
    }
    const [first, ...rest] = taken.map((each) => ({ line: each.number, raw: each.words }));
    if (!first) return false;
    const content = joinPieces([{ ...first, raw: match[2] }, ...rest]);
    this.footnotes.push({ kind: 'footnote', number, content, lines: linesOf(content) });
    this.index += taken.length;
    this.breakPage();
    return true;
  }

  /** "II Phát triển hạ tầng": not in capitals, but the next numeral, with a row right below it. */
  private findNextSection(line: SourceLine, below: SourceLine | undefined): FoundSection | undefined {
    const match = SECTION.exec(line.words);
    if (!match?.[1] || !match[2] || match[2].length > LONGEST_TITLE || !/^\p{Lu}/u.test(match[2]))
      return undefined;
    const depth = depthOfNumber(match[1]);
    const before = this.sections.find((step) => depthOfNumber(step.number) === depth);
    if (valueOfNumeral(match[1]) !== (before?.number ? valueOfNumeral(before.number) : 0) + 1)
      return undefined;
    const next = below && (DOTTED_START.exec(below.words)?.[2] ?? ROW_START.exec(below.words)?.[1]);
    return next === '1' || next === String(this.expected) ? { number: match[1], title: match[2] } : undefined;
  }

  private takeSection(line: SourceLine): boolean {
    const following = nextFilled(this.lines, this.index + 1);
    const lone = NUMERAL.test(line.words) && following !== undefined && isUpperCase(following.words);
    const found =
      findSection(line) ?? (lone ? { number: line.words, title: '' } : this.findNextSection(line, following));
    if (!found) return false;
    this.index += 1;
    let title = found.title;
    for (let next = this.lines[this.index]; next; next = this.lines[this.index]) {
      const goesOn =
        next.words === ''
          ? title === ''
          : isUpperCase(next.words) && !findSection(next) && !/^\d/u.test(next.words);
      if (!goesOn) break;
      title = `${title} ${next.words}`.trim();
      this.index += 1;
    }
    const depth = depthOfNumber(found.number);
    const above = this.sections.filter((step) => depthOfNumber(step.number) < depth);
    this.sections = [...above, { number: found.number, title, line: line.number }];
    this.mayRestart = true;
    this.underSection = true;
    this.gap = 'blank';
    return true;
  }

  private isNext(number: number): boolean {
    if (number === this.expected || (this.mayRestart && number === 1)) return true;
    if (number < this.expected || number > this.expected + 2) return false;
    const ahead = this.lines.slice(this.index + 1, this.index + 60);
    return !ahead.some((line) => ROW_START.exec(line.words)?.[1] === String(this.expected));
  }

  /** "2.1 …" counts on below "2": the row numbered "2" was the heading of a group. */
  private takeDottedStart(line: SourceLine): boolean {
    const match = DOTTED_START.exec(line.words);
    if (!match?.[1] || !match[2]) return false;
    const last = this.rows.at(-1);
    const [major, minor] = (this.lastDotted ?? '0.0').split('.').map(Number);
    const goesOn = Number(match[1]) === major && Number(match[2]) === (minor ?? 0) + 1;
    const group = Number(match[2]) === 1 && last?.order === match[1] ? last : undefined;
    if (!goesOn && !group) return false;
    if (group) {
      this.rows.pop();
      const title = group.pages
        .flat()
        .map((word) => word.text)
        .join(' ');
      const above = this.sections.filter(
        (step) => depthOfNumber(step.number) < depthOfNumber(match[1] ?? null),
      );
      this.sections = [...above, { number: match[1], title, line: group.pages[0]?.[0]?.line ?? line.number }];
    }
    this.lastDotted = `${match[1]}.${match[2]}`;
    this.openRow(this.lastDotted, null);
    if (match[3]) this.addWords(match[3], line.number);
    return true;
  }

  private openRow(order: string, sourceDefect: string | null): void {
    this.rows.push({ order, sections: this.sections, pages: [[]], sourceDefect });
    this.mayRestart = false;
    this.underSection = false;
    this.pageIsNew = false;
    this.gap = 'blank';
    this.index += 1;
  }

  private takeTotal(line: SourceLine): boolean {
    if (this.rows.length === 0 || this.underSection || !TOTAL.test(line.words)) return false;
    this.openRow('', null);
    this.addWords(line.words, line.number);
    return true;
  }

  private takeRowStart(line: SourceLine): boolean {
    const match = ROW_START.exec(line.words);
    if (!match?.[1] || !this.isNext(Number(match[1]))) return false;
    const order = String(Number(match[1]));
    const rest = match[2] ?? '';
    const overprinted = /^[\d\s]+$/u.test(rest) && order.startsWith(rest.replace(/\s/gu, ''));
    if (rest !== '' && !overprinted && /^[\p{Ll}%/.,;)]/u.test(rest)) return false;
    this.openRow(order, overprinted ? 'overprinted' : null);
    this.expected = Number(order) + 1;
    if (!overprinted) {
      if (rest !== '') this.addWords(rest, line.number);
      return true;
    }
    const digits = /^\d$/u;
    for (let next = this.lines[this.index]; next && digits.test(next.words); next = this.lines[this.index])
      this.index += 1;
    return true;
  }
}

/** Tells the rows of a dissolved table apart by their running numbers, and sets headers, sections and footnotes aside. */
export const collectRows = (lines: readonly SourceLine[], header: HeaderWords): DissolvedRows =>
  new RowCollector(lines, header).collect();
