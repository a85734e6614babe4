import { SEVERITIES, type Severity } from '#core/consistency/finding.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { searchKey } from '#core/kernel/text.ts';
import { headOfPaper, provinceLetterhead } from '#core/report/letterhead.ts';
import type {
  DocumentAnnex,
  DocumentBlock,
  DocumentOrigin,
  OfficialDocument,
  Run,
  TableRow,
} from '#core/report/official-document.ts';
import { countText, dayInFigures, joinNames } from '#core/report/official-wording.ts';
import { provinceOf, provinceWords } from '#core/report/province.ts';
import {
  countFindings,
  groupFindings,
  SEVERITY_NAMES,
  type FindingFact,
  type FindingGroup,
  type FindingSideFact,
  type FindingsLetterFacts,
} from './finding-facts.ts';
import { SIMULATED_NOTE } from './simulated.ts';
import { tableAnnex } from './table-annex.ts';

const countsInWords = (findings: readonly FindingFact[]): string =>
  joinNames(
    SEVERITIES.map((severity) => ({ severity, count: countFindings(findings, severity) }))
      .filter(({ count }) => count > 0)
      .map(({ severity, count }) => `${countText(count)} nội dung ${SEVERITY_NAMES[severity]}`),
  );

const REQUESTS = {
  high: (count) =>
    `Quyết định và thống nhất ${countText(count)} nội dung có giá trị, số liệu loại trừ nhau trước khi trình ban hành hoặc sửa đổi; nêu căn cứ lựa chọn.`,
  medium: (count) => `Xem lại ${countText(count)} nội dung, chỉnh sửa hoặc giải trình lý do giữ nguyên.`,
  low: (count) => `Chỉnh sửa cách ghi của ${countText(count)} nội dung cho thống nhất.`,
} as const satisfies Record<Severity, (count: number) => string>;

const requestBlocks = (findings: readonly FindingFact[]): readonly DocumentBlock[] => {
  const requests = SEVERITIES.flatMap((severity) => {
    const count = countFindings(findings, severity);
    return count === 0 ? [] : [REQUESTS[severity](count)];
  });
  const asked = 'Đề nghị cơ quan chủ trì soạn thảo';
  const [only, ...others] = requests;
  // One point alone is no list.
  if (only !== undefined && others.length === 0) {
    return [{ kind: 'paragraph', text: `${asked} ${only.charAt(0).toLowerCase()}${only.slice(1)}` }];
  }
  return [
    { kind: 'paragraph', text: `${asked}:` },
    { kind: 'points', items: requests },
  ];
};

/** What a side takes of a source: the sentence, not the page. */
const LONGEST_QUOTE = 80;

/** More sides than this are looked up in the system. */
const MOST_SIDES = 5;

const clipped = (quote: string): string => {
  const words = quote.replace(/\s*\|\s*/gu, ' | ').trim();
  if (words.length <= LONGEST_QUOTE) return words;
  const cut = words.lastIndexOf(' ', LONGEST_QUOTE);
  return `${words.slice(0, cut > 0 ? cut : LONGEST_QUOTE)}…`;
};

/** Sides of one document that say the same, told once with all their lines. */
interface ToldSide {
  readonly document: string;
  readonly says: string;
  readonly quote: string;
  readonly lines: readonly number[];
}

const joinSides = (sides: readonly FindingSideFact[], says: (side: FindingSideFact) => string) =>
  [...groupBy(sides, (side) => `${side.document}\n${says(side)}`).values()].flatMap(
    (same): readonly ToldSide[] => {
      const [first] = same;
      const lines = [...new Set(same.flatMap(({ line }) => line ?? []))];
      return first ? [{ document: first.document, says: says(first), quote: first.quote, lines }] : [];
    },
  );

const YEAR_AT_END = /, năm \d{4}$/u;

// The year that all sides speak of stands with the subject, not at each of them.
const findCommonYear = (sides: readonly FindingSideFact[]): string | undefined => {
  const years = new Set(sides.map(({ says }) => YEAR_AT_END.exec(says)?.[0]));
  return years.size === 1 ? [...years][0] : undefined;
};

// A name that the row begins with already says nothing new as a quote.
const sideInWords = (side: ToldSide, subject: string, numbers: ReadonlyMap<string, number>): string => {
  const place = [
    `[${String(numbers.get(side.document) ?? '')}]`,
    ...(side.lines.length === 0 ? [] : [`dòng ${side.lines.join(', ')}`]),
  ].join(' ');
  const words = searchKey(side.quote) === searchKey(subject) ? '' : ` (“${clipped(side.quote)}”)`;
  return `${place}: ${side.says}${words}`;
};

const listRow = (finding: FindingFact, number: number, documents: ReadonlyMap<string, number>): TableRow => {
  const { subject, severity, remark, sides } = finding;
  const year = findCommonYear(sides);
  const joined = joinSides(sides, ({ says }) => (year === undefined ? says : says.slice(0, -year.length)));
  const told = joined.slice(0, MOST_SIDES).map((side) => sideInWords(side, subject, documents));
  const left = joined.length - told.length;
  const name: readonly Run[] = [
    { text: `${subject}${year ?? ''}`, bold: true },
    { text: ` (${SEVERITY_NAMES[severity]})${remark === '' ? '' : '. '}`, italic: true },
    ...(remark === '' ? [] : [{ text: remark }]),
  ];
  const words = [...told, ...(left === 0 ? [] : [`và ${countText(left)} nơi khác`])].join('; ');
  return { kind: 'cells', cells: [String(number), name, words] };
};

const kindRow = ({ kind, explanation, advice, findings }: FindingGroup): TableRow => {
  const title: readonly Run[] = [
    { text: `${kind} (${countText(findings.length)}). `, bold: true },
    { text: `${explanation} ` },
    { text: `Đề nghị: ${advice}`, italic: true },
  ];
  return { kind: 'title', title };
};

const listRows = (
  groups: readonly FindingGroup[],
  documents: ReadonlyMap<string, number>,
): readonly TableRow[] => {
  const numbers = new Map(groups.flatMap(({ findings }) => findings).map((one, place) => [one, place + 1]));
  return groups.flatMap((group): TableRow[] => [
    kindRow(group),
    ...group.findings.map((finding) => listRow(finding, numbers.get(finding) ?? 0, documents)),
  ]);
};

const listAnnex = (groups: readonly FindingGroup[]): DocumentAnnex => {
  const sides = groups.flatMap(({ findings }) => findings).flatMap((finding) => finding.sides);
  const documents = [...new Set(sides.map(({ document }) => document))];
  const numbers = new Map(documents.map((document, place) => [document, place + 1]));
  const key = documents.map((document, place) => `[${String(place + 1)}] ${document}`).join('; ');
  const { blocks, ...annex } = tableAnnex('Danh mục nội dung chưa thống nhất', {
    columns: [
      { title: 'STT', share: 14, align: 'center' },
      { title: 'Nội dung', share: 100, align: 'left' },
      { title: 'Các văn bản ghi', share: 143, align: 'left' },
    ],
    rows: listRows(groups, numbers),
  });
  return { ...annex, blocks: [{ kind: 'paragraph', text: `Văn bản được đối chiếu: ${key}.` }, ...blocks] };
};

/** A letter (công văn) to whoever drafts, with the list of what is not consistent and what to do about each. */
export const writeFindingsLetter = (
  facts: FindingsLetterFacts,
  origin: DocumentOrigin | null,
): OfficialDocument => {
  const { document, findings, asOf } = facts;
  const province = provinceOf(facts);
  const letterhead = provinceLetterhead(province);
  const compared =
    document === null
      ? `Qua đối chiếu các văn bản về chuyển đổi số của ${provinceWords(province).unit} với nhau, với số liệu và quy tắc tính điểm`
      : `Qua đối chiếu ${document} với các văn bản khác, với số liệu và quy tắc tính điểm`;
  const day = dayInFigures(asOf);
  const within = facts.narrowedTo.length === 0 ? '' : `, trong phạm vi ${facts.narrowedTo.join('; ')}`;
  const blocks: readonly DocumentBlock[] = [
    ...(facts.simulated ? [SIMULATED_NOTE] : []),
    {
      kind: 'paragraph',
      text: `${compared}${within}, đến ngày ${day} còn ${countText(findings.length)} nội dung chưa thống nhất, gồm ${countsInWords(findings)} (chi tiết tại Phụ lục kèm theo).`,
    },
    ...requestBlocks(findings),
    {
      kind: 'paragraph',
      text: 'Kết quả tiếp thu, giải trình đề nghị gửi kèm dự thảo hoàn thiện và cập nhật trên hệ thống./.',
    },
  ];
  return {
    head: headOfPaper(letterhead, {
      kind: 'dispatch',
      typeSymbol: 'KGVX',
      subject:
        document === null
          ? 'rà soát nội dung chưa thống nhất trong các văn bản về chuyển đổi số'
          : `góp ý ${document}`,
      year: Number(asOf.slice(0, 'YYYY'.length)),
    }),
    addressees: [facts.addressee],
    bases: [],
    blocks,
    signature: letterhead.signature,
    recipients: ['Như trên', 'Lưu: VT, KGVX'],
    annexes: [listAnnex(groupFindings(findings))],
    origin,
  };
};
