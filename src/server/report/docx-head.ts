import {
  AlignmentType,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type FileChild,
} from 'docx';
import {
  KIND_NAMES,
  NATIONAL_MOTTO,
  NATIONAL_NAME,
  addresseeLines,
  closeLines,
  dateLine,
  issuerLines,
  numberLine,
  originLine,
  parentLine,
} from '#core/report/head-lines.ts';
import type { DocumentHead, OfficialDocument } from '#core/report/official-document.ts';
import {
  BODY,
  CLOSE_COLUMNS,
  HEAD_COLUMNS,
  MOTTO_RULE,
  SIZE,
  shortRule,
  textWidth,
} from '#core/report/official-layout.ts';
import { endOfPart, halfPoints, line, rule, textRuns, twentieths, twips } from './docx-paragraphs.ts';

const cell = (children: readonly Paragraph[], width: number, columnSpan = 1): TableCell =>
  new TableCell({
    children: [...children],
    columnSpan,
    width: { size: twips(width), type: WidthType.DXA },
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    verticalAlign: VerticalAlignTable.TOP,
  });

/** Rows of two cells without any rules; below them lines that take the whole width. */
const halves = (
  rows: readonly (readonly [readonly Paragraph[], readonly Paragraph[]])[],
  { left, right }: { readonly left: number; readonly right: number },
  below: readonly Paragraph[] = [],
): Table =>
  new Table({
    borders: TableBorders.NONE,
    layout: TableLayoutType.FIXED,
    width: { size: twips(left + right), type: WidthType.DXA },
    columnWidths: [left, right].map(twips),
    rows: [
      ...rows.map(
        ([first, second]) =>
          new TableRow({ cantSplit: true, children: [cell(first, left), cell(second, right)] }),
      ),
      ...below.map((text) => new TableRow({ cantSplit: true, children: [cell([text], left + right, 2)] })),
    ],
  });

const bold = (size: number) => ({ bold: true, size: halfPoints(size) });

const issuer = (head: DocumentHead): readonly Paragraph[] => {
  const { parentBody } = head;
  const lines = issuerLines(head);
  const longest = lines.toSorted((a, b) => b.length - a.length)[0] ?? '';
  return [
    ...(parentBody === null ? [] : [line(parentLine(parentBody), { size: halfPoints(SIZE.issuingBody) })]),
    ...lines.map((text) => line(text, bold(SIZE.issuingBody))),
    rule(shortRule(longest, SIZE.issuingBody, HEAD_COLUMNS.left), HEAD_COLUMNS.left),
  ];
};

const nation = (): readonly Paragraph[] => [
  line(NATIONAL_NAME, bold(SIZE.nationalName)),
  line(NATIONAL_MOTTO, bold(SIZE.motto)),
  rule(MOTTO_RULE, HEAD_COLUMNS.right),
];

const numberCell = (head: DocumentHead): readonly Paragraph[] => [
  line(numberLine(head), { size: halfPoints(SIZE.number) }, { spacing: { before: twentieths(6) } }),
  ...(head.kind === 'dispatch'
    ? [
        line(
          `V/v ${head.subject}`,
          { size: halfPoints(SIZE.dispatchSubject) },
          { spacing: { before: twentieths(6) } },
        ),
      ]
    : []),
];

const titleLines = (head: DocumentHead): readonly Paragraph[] => {
  const kind = KIND_NAMES[head.kind];
  if (kind === null) return [];
  const width = textWidth('portrait');
  return [
    line(kind.toUpperCase(), bold(SIZE.title), { spacing: { before: twentieths(18) } }),
    line(head.subject, bold(SIZE.title)),
    rule(shortRule(head.subject, SIZE.title, width), width),
  ];
};

const addressees = (names: readonly string[]): readonly Paragraph[] => {
  const lines = addresseeLines(names);
  const [only] = lines;
  if (only === undefined) return [];
  const run = { size: halfPoints(SIZE.body) };
  const first = { spacing: { before: twentieths(18), after: twentieths(BODY.after) } };
  if (lines.length === 1) return [line(`Kính gửi: ${only}`, run, first)];
  const indent = { left: twips(50) };
  return [
    line('Kính gửi:', run, {
      ...first,
      alignment: AlignmentType.LEFT,
      indent: { left: twips(30) },
    }),
    ...lines.map((text) => line(text, run, { alignment: AlignmentType.LEFT, indent })),
  ];
};

/** Everything above the text: the two halves of the head, title or subject, addressees. */
export const headBlocks = ({ head, addressees: names }: OfficialDocument): readonly FileChild[] => [
  halves(
    [
      [issuer(head), nation()],
      [
        numberCell(head),
        [
          line(
            dateLine(head),
            { italics: true, size: halfPoints(SIZE.date) },
            { spacing: { before: twentieths(6) } },
          ),
        ],
      ],
    ],
    HEAD_COLUMNS,
  ),
  ...titleLines(head),
  ...addressees(names),
  new Paragraph({ style: 'OfficialLine', spacing: { line: 160, lineRule: 'exact' }, children: [] }),
];

/** Legal bases in italics, one on each line. */
export const basisBlocks = ({ bases }: OfficialDocument): readonly FileChild[] =>
  closeLines(bases).map(
    (text) => new Paragraph({ style: 'OfficialBody', children: textRuns(text, { italics: true }) }),
  );

const SIGNATURE_SPACE = 1500;

/** Recipients on the left, the signature on the right, and by what the paper is traced. */
export const closeBlocks = ({ signature, recipients, origin }: OfficialDocument): readonly FileChild[] => {
  // What traces the paper stands on the page of the signature.
  const keep = { keepNext: origin !== null };
  const left =
    recipients.length === 0
      ? [new Paragraph({ style: 'OfficialLine', ...keep, children: [] })]
      : [
          line(
            'Nơi nhận:',
            { bold: true, italics: true, size: halfPoints(SIZE.recipientsTitle) },
            { alignment: AlignmentType.LEFT, ...keep },
          ),
          ...closeLines(recipients).map((text) =>
            line(
              `- ${text}`,
              { size: halfPoints(SIZE.recipients) },
              { alignment: AlignmentType.LEFT, ...keep },
            ),
          ),
        ];
  const right = [
    ...signature.authority.map((text) => line(text, bold(SIZE.body), keep)),
    line(signature.signer ?? '', bold(SIZE.body), { spacing: { before: SIGNATURE_SPACE }, ...keep }),
  ];
  const traced =
    origin === null
      ? []
      : [
          line(
            originLine(origin),
            { italics: true, size: halfPoints(SIZE.origin) },
            { alignment: AlignmentType.LEFT, spacing: { before: twentieths(12) } },
          ),
        ];
  return [
    new Paragraph({ style: 'OfficialLine', keepNext: true, children: [] }),
    // A row of the same table: not every office program keeps a table with the paragraph behind it.
    halves([[left, right]], CLOSE_COLUMNS, traced),
    endOfPart(),
  ];
};
