import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { ChartRun } from 'docx/charts';
import { headOfPaper, provinceLetterhead } from '#core/report/letterhead.ts';
import {
  plainTextOf,
  type RichText,
  type DocumentBlock,
  type DocumentChart,
  type DocumentTable,
  type OfficialDocument,
  runsOf,
} from '#core/report/official-document.ts';
import { renderDocx } from '#server/report/render-docx.ts';
import { renderPdf } from '#server/report/render-pdf.ts';
import { againstBudget, againstPeer, type BenchRow, percentile, timeRuns } from './row.ts';

const RUNS = 7;
const TABLES = 20;
const CHARTS = 8;
const ROWS = 45;
const PARAGRAPHS = 14;
const DOCX_BUDGET_SECONDS = 2;
const PDF_BUDGET_SECONDS = 10;
// Ours may take twice as long as the bare library.
const SHARE_OF_PEER = 0.5;
const WORK = 'report of 60 pages, 20 tables, 8 charts';

const SENTENCE =
  'Các cơ quan, đơn vị, địa phương tập trung hoàn thành nhiệm vụ được giao, cập nhật kết quả và minh chứng đầy đủ, đúng hạn. ';

const tableNamed = (place: number): DocumentTable => ({
  kind: 'table',
  caption: `Bảng ${String(place)}. Kết quả thực hiện`,
  columns: [
    { title: 'STT', share: 13, align: 'center' },
    { title: 'Nhiệm vụ', share: 80, align: 'left' },
    { title: 'Năm trước', share: 25, align: 'right', group: 'Kết quả' },
    { title: 'Năm nay', share: 25, align: 'right', group: 'Kết quả' },
    { title: 'Cơ quan chủ trì', share: 40, align: 'left' },
  ],
  rows: Array.from({ length: ROWS }, (_, row) => ({
    kind: 'cells',
    cells: [
      String(row + 1),
      `Rà soát, hoàn thiện nhiệm vụ số ${String(row + 1)} của bảng ${String(place)}`,
      '45,00',
      '50,25',
      'Sở Khoa học và Công nghệ',
    ],
  })),
  source: null,
});

const chartNamed = (place: number): DocumentChart => ({
  kind: 'chart',
  caption: `Biểu đồ ${String(place)}. Điểm theo chỉ số chính`,
  unit: 'điểm',
  categories: Array.from({ length: 8 }, (_, index) => `Chỉ số chính ${String(index + 1)}`),
  series: ['Năm trước', 'Năm nay'].map((name, add) => ({
    name,
    values: Array.from({ length: 8 }, (_, index) => String(40 + index * 7 + add * 3)),
  })),
  source: null,
});

const sectionOf = (place: number): readonly DocumentBlock[] => [
  { kind: 'heading', level: 1, title: `Nội dung ${String(place)}` },
  ...Array.from({ length: PARAGRAPHS }, (): DocumentBlock => ({
    kind: 'paragraph',
    text: SENTENCE.repeat(2),
  })),
  tableNamed(place),
  ...(place <= CHARTS ? [chartNamed(place)] : []),
];

const makeReport = (): OfficialDocument => {
  const letterhead = provinceLetterhead({ name: 'Đồng Tháp' });
  return {
    head: headOfPaper(letterhead, { kind: 'report', typeSymbol: 'BC', subject: 'Kết quả', year: 2026 }),
    ...{ addressees: [], bases: [], annexes: [], origin: null },
    blocks: Array.from({ length: TABLES }, (_, place) => sectionOf(place + 1)).flat(),
    signature: letterhead.signature,
    recipients: ['Lưu: VT'],
  };
};

const bareTable = ({ columns, rows }: DocumentTable): Table => {
  const line = (cells: readonly RichText[]): TableRow =>
    new TableRow({
      children: cells.map(
        (text) =>
          new TableCell({ children: [new Paragraph({ children: [new TextRun(plainTextOf(text))] })] }),
      ),
    });
  return new Table({
    columnWidths: columns.map(({ share }) => share * 50),
    rows: [
      line(columns.map(({ title }) => title)),
      ...rows.map((row) => line(row.kind === 'title' ? [row.title] : row.cells)),
    ],
  });
};

const bareChart = ({ categories, series }: DocumentChart): Paragraph =>
  new Paragraph({
    children: [
      // A chart is a run: the library's second entry point declares the class of runs a second time.
      // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment
      new ChartRun({
        type: 'bar',
        categories,
        series: series.map(({ name, values }) => ({ name, values: values.map(Number) })),
      }),
    ],
  });

const wordsOf = (block: DocumentBlock): string => {
  if (block.kind === 'heading') return block.title;
  if (block.kind !== 'paragraph') return '';
  return runsOf(block.text)
    .map(({ text }) => text)
    .join('');
};

const bareBlock = (block: DocumentBlock): Paragraph | Table => {
  if (block.kind === 'table') return bareTable(block);
  if (block.kind === 'chart') return bareChart(block);
  return new Paragraph({ children: [new TextRun(wordsOf(block))] });
};

/** The same content by the library alone, without layout. */
const writeBare = ({ blocks }: OfficialDocument): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children: blocks.map(bareBlock) }] }));

/** What making a long report costs, against budgets and the bare library. */
export const measureReport = async (): Promise<readonly BenchRow[]> => {
  const report = makeReport();
  const seconds = async (work: () => unknown): Promise<number> =>
    percentile(await timeRuns(RUNS, work), 0.5) / 1000;
  const docx = await seconds(() => renderDocx(report));
  const bare = await seconds(() => writeBare(report));
  const pdf = await seconds(() => renderPdf(report));
  const pages =
    Buffer.from(renderPdf(report))
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  return [
    againstBudget(`${WORK}: .docx`, docx, DOCX_BUDGET_SECONDS, 's'),
    againstPeer(
      `${WORK}: .docx, at most twice the bare library`,
      { ours: docx, peer: bare, name: 'docx' },
      SHARE_OF_PEER,
    ),
    againstBudget(`${WORK} (${String(pages)} as counted): .pdf`, pdf, PDF_BUDGET_SECONDS, 's'),
  ];
};
