import type { PlainDate } from '#core/kernel/plain-date.ts';
import { headOfPaper, provinceLetterhead } from '#core/report/letterhead.ts';
import type { DocumentOrigin, OfficialDocument } from '#core/report/official-document.ts';
import { dayInFigures } from '#core/report/official-wording.ts';

/** All that a letter which answers a difficulty says. */
export interface DifficultyAnswerFacts {
  readonly kind: 'difficulty-answer';
  readonly province: string;
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
}

const ABOUT = {
  task: 'thực hiện nhiệm vụ',
  target: 'thực hiện chỉ tiêu',
  submission: 'lập báo cáo',
} as const satisfies Record<DifficultyAnswerFacts['about']['kind'], string>;

// A line that leads to the next one, or ends with its own mark, keeps it: "gồm:", "định mức chi;".
const lineOf = (line: string): string => (/[.;,:?!…]$/u.test(line) ? line : `${line}.`);

const sentence = (words: string): string => lineOf(words.trim().replace(/[.;,\s]+$/u, ''));

/** What people typed in several lines, one paragraph for each; the first may be led in. */
const paragraphs = (words: string, lead = '') => {
  const lines = words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.map((line, place) => ({
    kind: 'paragraph' as const,
    text: `${place === 0 ? lead : ''}${place === lines.length - 1 ? sentence(line) : lineOf(line)}`,
  }));
};

/** A letter (công văn trả lời) to the organization that raised a difficulty. */
export const writeDifficultyAnswer = (
  facts: DifficultyAnswerFacts,
  origin: DocumentOrigin | null,
): OfficialDocument => {
  const letterhead = provinceLetterhead({ name: facts.province });
  const { organization, raisedOn, about, words, suggestion, answer, document } = facts;
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
      ...(suggestion === null ? [] : paragraphs(suggestion, 'Đề xuất, kiến nghị: ')),
      { kind: 'paragraph', text: 'Về việc này, Ủy ban nhân dân tỉnh có ý kiến như sau:' },
      ...paragraphs(answer),
      ...(document === null
        ? []
        : [{ kind: 'paragraph' as const, text: `Văn bản liên quan: ${sentence(document)}` }]),
      {
        kind: 'paragraph',
        text: `Ủy ban nhân dân tỉnh trả lời để ${organization} biết, tổ chức thực hiện; nếu còn khó khăn, vướng mắc, tiếp tục phản ánh trên hệ thống để được xem xét, giải quyết./.`,
      },
    ],
    signature: letterhead.signature,
    recipients: [
      'Như trên',
      'Chủ tịch và các Phó Chủ tịch UBND tỉnh',
      'Sở Khoa học và Công nghệ',
      'Lưu: VT, KGVX',
    ],
    annexes: [],
    origin,
  };
};
