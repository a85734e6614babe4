import { buildStatedFinding, statementAt } from '#core/consistency/build-finding.ts';
import type { Finding } from '#core/consistency/finding.ts';
import type { ConsistencyInput, GapRecord, IndicatorScoreRecord } from '#core/consistency/records/records.ts';
import { decimal, decimalText, sum, type Decimal } from '#core/kernel/decimal.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { searchKey } from '#core/kernel/text.ts';

/** A score below its maximum, by the document's own account. */
interface Loss {
  readonly gap: GapRecord;
  readonly points: Decimal;
}

const listLosses = (gaps: readonly GapRecord[]): readonly Loss[] =>
  gaps.flatMap((gap) =>
    gap.score === null || gap.maximumScore === null
      ? []
      : [{ gap, points: decimal(gap.maximumScore).minus(gap.score) }],
  );

// What is expected for the time of the losses can't be more than they leave; what is aimed at for later can.
const isExpectation = (table: string): boolean => {
  const key = searchKey(table);
  return /du kien|uoc|tu danh gia|tu cham/u.test(key) && !/muc tieu|phan dau|chi tieu/u.test(key);
};

const groupNumber = ({ order }: IndicatorScoreRecord): string | undefined =>
  /^(\d{1,2})\.?$/u.exec(order?.trim() ?? '')?.[1];

const lossesOf = (row: IndicatorScoreRecord, losses: readonly Loss[]): readonly Loss[] => {
  const number = groupNumber(row);
  if (row.isTotal) return losses;
  return number === undefined
    ? []
    : losses.filter(({ gap }) => gap.indicatorCode?.startsWith(`${number}.`) === true);
};

const judge = (row: IndicatorScoreRecord, losses: readonly Loss[]): readonly Finding[] => {
  const [score, ...others] = row.scores;
  const own = lossesOf(row, losses);
  if (!score?.value || others.length > 0 || row.maximumScore === null || own.length === 0) return [];
  const ceiling = decimal(row.maximumScore).minus(sum(own.map(({ points }) => points)));
  const excess = decimal(score.value).minus(ceiling);
  if (excess.lte(0)) return [];
  const bound = decimalText(ceiling);
  return [
    buildStatedFinding({
      kind: 'forecast-not-supported',
      severity: row.isTotal ? 'high' : 'medium',
      subject: row.name,
      indicatorCode: row.isTotal ? null : (groupNumber(row) ?? null),
      statements: [
        { ...statementAt('forecast', row.place, row.name), value: score.value },
        // The total rests on all of them: its parts name them.
        ...(row.isTotal ? [] : own).map(({ gap }) => ({
          ...statementAt('score', gap.place, gap.name),
          value: gap.score,
        })),
      ],
      computed: { low: bound, high: bound },
      difference: decimalText(excess),
    }),
  ];
};

/** Expected scores above what the losses that the same document lists leave of the maximum. */
export const findForecastsAboveCeiling = (input: ConsistencyInput): readonly Finding[] => {
  const gaps = groupBy(input.gaps, ({ place }) => place.documentId);
  return input.indicatorScores
    .filter(({ table }) => isExpectation(table))
    .toSorted((a, b) => Number(b.isTotal) - Number(a.isTotal))
    .flatMap((row) => judge(row, listLosses(gaps.get(row.place.documentId) ?? [])));
};
