import type { PlainDate } from '#core/kernel/plain-date.ts';
import { headOfPaper, provinceLetterhead } from '#core/report/letterhead.ts';
import { provinceOf, provinceWords, type ProvinceFacts } from '#core/report/province.ts';
import type { DocumentOrigin, OfficialDocument } from '#core/report/official-document.ts';
import { capitalized, dayInFigures } from '#core/report/official-wording.ts';

/** All that a letter which answers a difficulty says. */
export interface DifficultyAnswerFacts extends ProvinceFacts {
  readonly kind: 'difficulty-answer';
  readonly asOf: PlainDate;
  /** Who raised it, and when. */
  readonly organization: string;
  readonly raisedOn: PlainDate;
  /** What it hinders. */
  readonly about: { readonly kind: 'task' | 'target' | 'submission'; readonly name: string };
  readonly words: string;
  readonly suggestion: string | null;
  /** The latest answer, with the document that it names. */
  readonly answer: string;
  readonly document: string | null;
  /** The organization to which it was passed and that answered it; null for the province itself, older papers do not say. */
  readonly answeredBy?: string | null;
}

const ABOUT = {
  task: 'thực hiện nhiệm vụ',
  target: 'thực hiện chỉ tiêu',
  submission: 'lập báo cáo',
} as const satisfies Record<DifficultyAnswerFacts['about']['kind'], string>;

const isDash = (line: string | undefined): boolean => line?.startsWith('-') === true;

// A line that leads to the next one, or ends with its own mark, keeps it: "gồm:", "định mức chi;".
const lineOf = (line: string, next?: string): string => {
  if (/[.;,:?!…]$/u.test(line)) return line;
  return `${line}${isDash(line) && isDash(next) ? ';' : '.'}`;
};

const sentence = (words: string): string => lineOf(words.trim().replace(/[.;,\s]+$/u, ''));

/** What people typed in several lines, one paragraph for each; the first may be led in. */
const paragraphs = (words: string, lead = '') => {
  const lines = words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.map((line, place) => ({
    kind: 'paragraph' as const,
    text: `${place === 0 ? lead : ''}${place === lines.length - 1 ? sentence(line) : lineOf(line, lines[place + 1])}`,
  }));
};

// Led in by the same word, it would be said twice.
const withoutAsking = (suggestion: string): string =>
  capitalized(suggestion.trim().replace(/^(?:đề nghị|đề xuất|kiến nghị)\s*:?\s+/iu, ''));

/** A letter (công văn trả lời) to the organization that raised a difficulty. */
export const writeDifficultyAnswer = (
  facts: DifficultyAnswerFacts,
  origin: DocumentOrigin | null,
): OfficialDocument => {
  const letterhead = provinceLetterhead(provinceOf(facts));
  const { committee, leaders } = provinceWords(provinceOf(facts));
  const { organization, raisedOn, about, words, suggestion, answer, document, answeredBy = null } = facts;
  return {
    head: headOfPaper(letterhead, {
      kind: 'dispatch',
      typeSymbol: 'KGVX',
      subject: `trả lời khó khăn, vướng mắc của ${organization}`,
      year: Number(facts.asOf.slice(0, 4)),
    }),
    addressees: [organization],
    bases: [],
    blocks: [
      {
        kind: 'paragraph',
        text: `Ngày ${dayInFigures(raisedOn)}, ${organization} phản ánh khó khăn, vướng mắc khi ${ABOUT[about.kind]} “${about.name}” như sau:`,
      },
      ...paragraphs(words),
      ...(suggestion === null ? [] : paragraphs(withoutAsking(suggestion), 'Đề xuất, kiến nghị: ')),
      {
        kind: 'paragraph',
        text: `Về việc này, ${committee} ${answeredBy === null ? 'có ý kiến' : `thông báo ý kiến của ${answeredBy}`} như sau:`,
      },
      ...paragraphs(answer),
      ...(document === null
        ? []
        : [{ kind: 'paragraph' as const, text: `Văn bản liên quan: ${sentence(document)}` }]),
      {
        kind: 'paragraph',
        text: `${committee} trả lời để ${organization} biết, tổ chức thực hiện; nếu còn khó khăn, vướng mắc, tiếp tục phản ánh trên hệ thống để được xem xét, giải quyết./.`,
      },
    ],
    signature: letterhead.signature,
    recipients: [
      ...['Như trên', leaders],
      ...new Set(['Sở Khoa học và Công nghệ', ...(answeredBy === null ? [] : [answeredBy])]),
      'Lưu: VT, KGVX',
    ],
    annexes: [],
    origin,
  };
};
