import { SEVERITIES, type Severity } from '#core/consistency/finding.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { searchKey } from '#core/kernel/text.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { headOfPaper, provinceLetterhead } from '#core/report/letterhead.ts';
import type {
  DocumentAnnex,
  DocumentBlock,
  OfficialDocument,
  Run,
  TableRow,
} from '#core/report/official-document.ts';
import { countText, dayInFigures } from '#core/report/official-wording.ts';
import { tableAnnex } from './table-annex.ts';

/** One side of a contradiction in words. */
export interface FindingSideFact {
  readonly document: string;
  /** Line of the document; null where it is not known. */
  readonly line: number | null;
  readonly says: string;
  /** The words of the source, or the name of the item while they are not known. */
  readonly quote: string;
}

/** A contradiction in official words. */
export interface FindingFact {
  readonly kind: string;
  readonly severity: Severity;
  readonly subject: string;
  readonly explanation: string;
  readonly advice: string;
  readonly sides: readonly FindingSideFact[];
}

/** All that the letter to a drafting office says. */
export interface FindingsLetterFacts {
  readonly province: string;
  readonly asOf: PlainDate;
  /** The document that is commented on; null for the registered documents together. */
  readonly document: string | null;
  readonly addressee: string;
  readonly findings: readonly FindingFact[];
}

const SEVERITY_NAMES = {
  high: 'cần quyết định',
  medium: 'cần xem lại',
  low: 'cần sửa câu chữ',
} as const satisfies Record<Severity, string>;

const countOf = (findings: readonly FindingFact[], severity: Severity): number =>
  findings.filter((finding) => finding.severity === severity).length;

const countsInWords = (findings: readonly FindingFact[]): string =>
  SEVERITIES.map((severity) => ({ severity, count: countOf(findings, severity) }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${countText(count)} nội dung ${SEVERITY_NAMES[severity]}`)
    .join(', ');

const REQUESTS = {
  high: (count) =>
    `Quyết định và thống nhất ${countText(count)} nội dung có giá trị, số liệu loại trừ nhau trước khi trình ban hành hoặc sửa đổi; nêu căn cứ lựa chọn.`,
  medium: (count) => `Xem lại ${countText(count)} nội dung, chỉnh sửa hoặc giải trình lý do giữ nguyên.`,
  low: (count) => `Chỉnh sửa cách ghi của ${countText(count)} nội dung cho thống nhất.`,
} as const satisfies Record<Severity, (count: number) => string>;

const summaryTable = (byKind: ReadonlyMap<string, readonly FindingFact[]>): DocumentBlock => ({
  kind: 'table',
  caption: 'Tổng hợp nội dung chưa thống nhất',
  columns: [
    { title: 'Loại', share: 80, align: 'left' },
    { title: 'Cần quyết định', share: 24, align: 'center' },
    { title: 'Cần xem lại', share: 24, align: 'center' },
    { title: 'Cần sửa câu chữ', share: 24, align: 'center' },
    { title: 'Tổng số', share: 18, align: 'center' },
  ],
  rows: [
    ...[...byKind].map(([kind, findings]) => summaryRow('cells', kind, findings)),
    summaryRow('total', 'Tổng số', [...byKind.values()].flat()),
  ],
  source: null,
});

const summaryRow = (kind: 'cells' | 'total', name: string, findings: readonly FindingFact[]): TableRow => ({
  kind,
  cells: [
    name,
    ...SEVERITIES.map((severity) => countText(countOf(findings, severity))),
    countText(findings.length),
  ],
});

// A name that the row begins with already says nothing new as a quote.
const sideInWords = ({ document, line, says, quote }: FindingSideFact, subject: string): string => {
  const place = line === null ? document : `${document}, dòng ${String(line)}`;
  const words = searchKey(quote) === searchKey(subject) ? '' : ` (“${quote}”)`;
  return `${place}: ${says}${words}`;
};

const listRow = (finding: FindingFact, number: number): TableRow => {
  const { subject, severity, sides, explanation, advice } = finding;
  const [first = '', ...others] = sides.map((side) => sideInWords(side, subject));
  const name: readonly Run[] = [
    { text: subject, bold: true },
    { text: ` (${SEVERITY_NAMES[severity]}). `, italic: true },
    { text: explanation },
  ];
  return {
    kind: 'cells',
    cells: [String(number), name, first, others.join('; '), advice],
  };
};

const listRows = (byKind: ReadonlyMap<string, readonly FindingFact[]>): readonly TableRow[] => {
  const numbers = new Map([...byKind.values()].flat().map((finding, place) => [finding, place + 1]));
  return [...byKind].flatMap(([kind, findings]): TableRow[] => [
    { kind: 'title', title: `${kind} (${countText(findings.length)})` },
    ...findings.map((finding) => listRow(finding, numbers.get(finding) ?? 0)),
  ]);
};

const listAnnex = (byKind: ReadonlyMap<string, readonly FindingFact[]>): DocumentAnnex =>
  tableAnnex('Danh mục nội dung chưa thống nhất', {
    columns: [
      { title: 'STT', share: 13, align: 'center' },
      { title: 'Nội dung', share: 74, align: 'left' },
      { title: 'Văn bản ghi', share: 56, align: 'left' },
      { title: 'Nơi khác ghi', share: 66, align: 'left' },
      { title: 'Đề nghị', share: 44, align: 'left' },
    ],
    rows: listRows(byKind),
  });

/** A letter (công văn) to whoever drafts, with the list of what is not consistent and what to do about each. */
export const writeFindingsLetter = (facts: FindingsLetterFacts): OfficialDocument => {
  const { document, findings, asOf } = facts;
  const letterhead = provinceLetterhead({ name: facts.province });
  const byKind = groupBy(findings, ({ kind }) => kind);
  const compared =
    document === null
      ? 'Qua đối chiếu các văn bản về chuyển đổi số của tỉnh với nhau, với số liệu và quy tắc tính điểm'
      : `Qua đối chiếu ${document} với các văn bản khác, với số liệu và quy tắc tính điểm`;
  const day = dayInFigures(asOf);
  const blocks: readonly DocumentBlock[] =
    findings.length === 0
      ? [{ kind: 'paragraph', text: `${compared}, đến ngày ${day} không còn nội dung chưa thống nhất./.` }]
      : [
          {
            kind: 'paragraph',
            text: `${compared}, đến ngày ${day} còn ${countText(findings.length)} nội dung chưa thống nhất, gồm ${countsInWords(findings)} (chi tiết tại Phụ lục kèm theo).`,
          },
          summaryTable(byKind),
          { kind: 'paragraph', text: 'Đề nghị cơ quan chủ trì soạn thảo:' },
          {
            kind: 'points',
            items: SEVERITIES.flatMap((severity) => {
              const count = countOf(findings, severity);
              return count === 0 ? [] : [REQUESTS[severity](count)];
            }),
          },
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
    annexes: findings.length === 0 ? [] : [listAnnex(byKind)],
    origin: null,
  };
};
