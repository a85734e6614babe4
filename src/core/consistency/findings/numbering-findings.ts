import { groupBy } from '#core/kernel/group-by.ts';
import { findingId, statementAt } from '#core/consistency/build-finding.ts';
import type { Finding } from '#core/consistency/finding.ts';
import type { ConsistencyInput, ItemPlace } from '#core/consistency/records/records.ts';

interface NumberedRow {
  readonly place: ItemPlace;
  readonly name: string;
  readonly appendix: string | null;
  readonly section: string | null;
  readonly order: string | null;
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

// Only a heading that begins with a roman numeral and a point has a number.
const findRomanNumber = (heading: string): number | undefined => {
  const numeral = /^([IVXL]+)[.)]/u.exec(heading.trim())?.[1];
  if (!numeral) return undefined;
  const digits = Array.from(numeral, (letter) => ROMAN[letter] ?? 0);
  return digits.reduce(
    (total, digit, index) => total + (digit < (digits[index + 1] ?? 0) ? -digit : digit),
    0,
  );
};

const orderOf = (row: NumberedRow): number | undefined =>
  row.order !== null && /^\d{1,4}\.?$/u.test(row.order.trim()) ? Number.parseInt(row.order, 10) : undefined;

const buildNumberingFinding = (rows: readonly NumberedRow[], words: readonly string[]): Finding => ({
  id: findingId(
    'numbering',
    null,
    rows.map((row) => row.place),
  ),
  kind: 'numbering',
  severity: 'low',
  subject: rows[0]?.appendix ?? rows[0]?.section ?? rows[0]?.name ?? '',
  indicatorCode: null,
  year: null,
  statements: rows.map((row, index) => ({
    ...statementAt('number', row.place, row.name),
    words: words[index] ?? null,
  })),
  computed: null,
  difference: null,
  populationsDiffer: false,
  subjectsDiffer: false,
});

// Rows that were not read would leave the same hole: only an unbroken row number proves that nothing lies between.
const skippedSection = (before: NumberedRow, after: NumberedRow): Finding | undefined => {
  const from = findRomanNumber(before.section ?? '');
  const to = findRomanNumber(after.section ?? '');
  if (from === undefined || to === undefined || to <= from + 1) return undefined;
  const [last, next] = [orderOf(before), orderOf(after)];
  if (last === undefined || next !== last + 1) return undefined;
  return buildNumberingFinding([before, after], [before.section ?? '', after.section ?? '']);
};

const skippedRow = (before: NumberedRow, after: NumberedRow): Finding | undefined => {
  const [last, next] = [orderOf(before), orderOf(after)];
  if (last === undefined || next === undefined || next <= last + 1) return undefined;
  const areAdjacent =
    before.section === after.section &&
    before.place.line !== null &&
    after.place.line === before.place.line + 1;
  return areAdjacent
    ? buildNumberingFinding([before, after], [before.order ?? '', after.order ?? ''])
    : undefined;
};

/** A list that repeats more than one number numbers its groups, not its rows. */
const MOST_REPEATED = 1;
const FEWEST_ROWS = 4;

// "2, 3, 3, 4": counted on without a break, but for one number that two rows bear.
const repeatedNumbers = (rows: readonly NumberedRow[]): readonly Finding[] => {
  const numbered = rows.flatMap((row) => {
    const order = orderOf(row);
    return order === undefined ? [] : [{ row, order }];
  });
  const repeats = numbered.flatMap(({ row, order }, index) => {
    const before = numbered[index - 1];
    const isRepeat = before?.order === order && before.row.section === row.section;
    return isRepeat && before.row.name !== row.name && before.row.place.line !== row.place.line
      ? [[before.row, row]]
      : [];
  });
  const isWhole = numbered.length === rows.length && numbered.length >= FEWEST_ROWS;
  return isWhole && repeats.length <= MOST_REPEATED
    ? repeats.map((pair) =>
        buildNumberingFinding(
          pair,
          pair.map(({ order }) => order ?? ''),
        ),
      )
    : [];
};

const isLetter = ({ order }: NumberedRow): boolean => /^[a-zđ]$/u.test(order?.trim() ?? '');

// A paragraph may give several duties; two paragraphs of one section do not share a letter.
const repeatedLetters = (rows: readonly NumberedRow[]): readonly Finding[] =>
  [
    ...groupBy(
      rows.filter(isLetter),
      ({ place, section }) => `${place.documentId}:${section ?? ''}`,
    ).values(),
  ].flatMap((same) => {
    const lines = [...groupBy(same, ({ place }) => place.line).values()].flatMap(([first]) =>
      first ? [first] : [],
    );
    const isApart = lines.some(
      (row, index) => index > 0 && Math.abs((row.place.line ?? 0) - (lines[index - 1]?.place.line ?? 0)) > 1,
    );
    const isOwnSection = same[0]?.section?.endsWith(`.${same[0].order ?? ''}`) === true;
    return lines.length > 1 && isApart && isOwnSection
      ? [
          buildNumberingFinding(
            lines,
            lines.map(({ order }) => order ?? ''),
          ),
        ]
      : [];
  });

/** Numbers left out of the sections and rows of a list, where the list itself proves that nothing stood there. */
export const findNumberingGaps = (input: ConsistencyInput): readonly Finding[] => {
  const lists = groupBy<string, NumberedRow>(
    [...input.tasks.filter((task) => task.kind === 'table-row'), ...input.projects],
    (row) => `${row.place.documentId}:${row.place.kind}:${row.appendix ?? ''}`,
  );
  const inLists = [...lists.values()].flatMap((rows) =>
    rows.slice(1).flatMap((after, index) => {
      const before = rows[index];
      return before ? (skippedSection(before, after) ?? skippedRow(before, after) ?? []) : [];
    }),
  );
  return [
    ...inLists,
    ...[...lists.values()].flatMap(repeatedNumbers),
    ...repeatedLetters(input.tasks.filter((task) => task.kind === 'assignment')),
  ];
};
