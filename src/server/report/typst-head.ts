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
  CLOSE_COLUMNS,
  HEAD_COLUMNS,
  MOTTO_RULE,
  SIZE,
  shortRule,
  textWidth,
} from '#core/report/official-layout.ts';
import { styled, type TextLook } from './typst-text.ts';

/** Lines one below the other, single-spaced, without an indent. */
const stack = (lines: readonly string[], place: 'left' | 'center'): string =>
  `align(${place}, block({ set par(justify: false, first-line-indent: 0mm, leading: 0.04em, spacing: 0.04em)\n${lines
    .map((line) => (line.startsWith('v(') || line.startsWith('line(') ? line : `par(${line})`))
    .join('\n')}\n}))`;

const rule = (length: number): readonly string[] => [
  'v(1mm)',
  `line(length: ${length.toFixed(1)}mm, stroke: 0.6pt)`,
];

const halves = (left: string, right: string, columns: { readonly left: number; readonly right: number }) =>
  `grid(columns: (${String(columns.left)}mm, ${String(columns.right)}mm), row-gutter: 2.5mm, ${left}, ${right})`;

const bold = (text: string, size: number): string => styled(text, { bold: true, size });

const issuer = (head: DocumentHead): string => {
  const { parentBody } = head;
  const lines = issuerLines(head);
  const longest = lines.toSorted((a, b) => b.length - a.length)[0] ?? '';
  return stack(
    [
      ...(parentBody === null ? [] : [styled(parentLine(parentBody), { size: SIZE.issuingBody })]),
      ...lines.map((text) => bold(text, SIZE.issuingBody)),
      ...rule(shortRule(longest, SIZE.issuingBody, HEAD_COLUMNS.left)),
    ],
    'center',
  );
};

const nation = (): string =>
  stack(
    [bold(NATIONAL_NAME, SIZE.nationalName), bold(NATIONAL_MOTTO, SIZE.motto), ...rule(MOTTO_RULE)],
    'center',
  );

const numbered = (head: DocumentHead): string =>
  stack(
    [
      styled(numberLine(head), { size: SIZE.number }),
      ...(head.kind === 'dispatch'
        ? ['v(6pt)', styled(`V/v ${head.subject}`, { size: SIZE.dispatchSubject })]
        : []),
    ],
    'center',
  );

const title = (head: DocumentHead): readonly string[] => {
  const kind = KIND_NAMES[head.kind];
  if (kind === null) return [];
  const lines = [
    bold(kind.toUpperCase(), SIZE.title),
    bold(head.subject, SIZE.title),
    ...rule(shortRule(head.subject, SIZE.title, textWidth('portrait'))),
  ];
  return ['v(6mm)', stack(lines, 'center')];
};

const addressed = (names: readonly string[]): readonly string[] => {
  const lines = addresseeLines(names);
  const [only] = lines;
  if (only === undefined) return [];
  const look: TextLook = { size: SIZE.body };
  if (lines.length === 1) return ['v(5mm)', stack([styled(`Kính gửi: ${only}`, look)], 'center')];
  return [
    'v(5mm)',
    `pad(left: 30mm, ${stack([styled('Kính gửi:', look)], 'left')})`,
    `pad(left: 50mm, ${stack(
      lines.map((line) => styled(line, look)),
      'left',
    )})`,
  ];
};

/** Everything above the text. */
export const headSource = ({ head, addressees, bases }: OfficialDocument): readonly string[] => [
  `grid(columns: (${String(HEAD_COLUMNS.left)}mm, ${String(HEAD_COLUMNS.right)}mm), row-gutter: 2.5mm, ${issuer(head)}, ${nation()}, ${numbered(head)}, ${stack([styled(dateLine(head), { italic: true, size: SIZE.date })], 'center')})`,
  ...title(head),
  ...addressed(addressees),
  'v(3mm)',
  ...closeLines(bases).map((text) => `par(${styled(text, { italic: true })})`),
];

/** Recipients on the left, the signature on the right, and by what the paper is traced. */
export const closeSource = ({ signature, recipients, origin }: OfficialDocument): readonly string[] => {
  const left =
    recipients.length === 0
      ? '[]'
      : stack(
          [
            styled('Nơi nhận:', { bold: true, italic: true, size: SIZE.recipientsTitle }),
            ...closeLines(recipients).map((text) => styled(`- ${text}`, { size: SIZE.recipients })),
          ],
          'left',
        );
  const right = stack(
    [
      ...signature.authority.map((text) => bold(text, SIZE.body)),
      'v(26mm)',
      bold(signature.signer ?? ' ', SIZE.body),
    ],
    'center',
  );
  const traced =
    origin === null
      ? []
      : ['v(4mm)', stack([styled(originLine(origin), { italic: true, size: SIZE.origin })], 'left')];
  return [
    `block(above: 6mm, breakable: false, { ${[halves(left, right, CLOSE_COLUMNS), ...traced].join('\n')} })`,
  ];
};
