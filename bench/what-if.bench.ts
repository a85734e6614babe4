import { HyperFormula } from 'hyperformula';
import { decimal, type Decimal } from '#core/kernel/decimal.ts';
import { applyChanges } from '#core/scenario/change-set.ts';
import { type DataValues, reported } from '#core/scoring/data-value.ts';
import { computeIndexScore, type IndexScore, publishInterval } from '#core/scoring/evaluate.ts';
import { type Framework, listIndicators } from '#core/scoring/framework.ts';
import { type Rank, rankScores } from '#core/scoring/rank.ts';
import { getProvinceFramework, makeLeague } from './league.ts';
import { timeBoth } from './rounds.ts';
import { againstBudget, againstPeer, type BenchRow } from './row.ts';
import { buildSheet, type IndexSheetOfCells, isNear } from './sheet.ts';

const CHANGES = 40;
const BUDGET_MILLISECONDS = 1;
// Its points move with every figure, so that totals and ranks must follow.
const ITEM = '6.5.a';
const INDICATOR = '6.5';
const WORK = 'what-if, 142 × 47: one value changed, all scores, ranks and trace';

/** What stands in a league: scores with what they were made of, and the published totals. */
interface Standing {
  readonly values: DataValues;
  readonly score: IndexScore;
}

const totalOf = (score: IndexScore, { policies }: Framework): Decimal =>
  decimal(publishInterval(score.points, policies.rounding).low);

const rankAll = (totals: ReadonlyMap<string, Decimal>): readonly Rank[] =>
  rankScores(
    [...totals].map(([code, score]) => ({ code, score })),
    'minimum',
  );

/** One value of one subject changed: its scores, the trace of what has changed, and the rank of all. */
const changeOurs = (
  framework: Framework,
  { values, score }: Standing,
  subject: string,
  totals: ReadonlyMap<string, Decimal>,
  value: string,
) => {
  const after = applyChanges(values, new Map([[ITEM, reported(value)]]));
  const next = computeIndexScore(framework, after, { earlier: { score, values } });
  const trace = next.byCode.get(INDICATOR)?.trace ?? [];
  const ranks = rankAll(new Map([...totals, [subject, totalOf(next, framework)]]));
  return { next, trace, ranks };
};

const expectSame = (
  engine: HyperFormula,
  sheet: IndexSheetOfCells,
  framework: Framework,
  scores: readonly IndexScore[],
  ranks: ReadonlyMap<string, number>,
): void => {
  const cell = (row: number, col: number): unknown => engine.getCellValue({ sheet: 0, row, col });
  scores.forEach((score, row) => {
    listIndicators(framework).forEach(({ code }, place) => {
      const points = score.byCode.get(code)?.points;
      const isSame =
        points !== undefined &&
        isNear(points.low.toFixed(), cell(row, sheet.lowColumns[place] ?? 0)) &&
        isNear(points.high.toFixed(), cell(row, sheet.highColumns[place] ?? 0));
      if (!isSame) throw new Error(`HyperFormula scores ${code} of line ${String(row + 1)} otherwise`);
    });
    if (cell(row, sheet.rankColumn) !== ranks.get(`subject-${String(row + 1)}`)) {
      throw new Error(`HyperFormula ranks line ${String(row + 1)} otherwise`);
    }
  });
};

/** What a change on the page costs, against the same sheet in a spreadsheet engine. */
export const measureWhatIf = async (): Promise<readonly BenchRow[]> => {
  const framework = getProvinceFramework();
  const league = makeLeague(framework);
  const standings = new Map(
    [...league].map(([subject, values]) => [
      subject,
      { values, score: computeIndexScore(framework, values) },
    ]),
  );
  const totals = new Map([...standings].map(([subject, { score }]) => [subject, totalOf(score, framework)]));
  const sheet = buildSheet(framework, league);
  const engine = HyperFormula.buildFromArray(
    sheet.cells.map((line) => [...line]),
    { licenseKey: 'gpl-v3' },
  );
  const subject = 'subject-7';
  const standing = standings.get(subject);
  if (!standing) throw new Error('No such subject');
  const changePeer = (value: string): void => {
    engine.setCellContents({ sheet: 0, row: 6, col: sheet.columnOf(ITEM) }, Number(value));
  };

  const tried = changeOurs(framework, standing, subject, totals, '321');
  changePeer('321');
  expectSame(
    engine,
    sheet,
    framework,
    [...standings].map(([code, { score }]) => (code === subject ? tried.next : score)),
    new Map(tried.ranks.map(({ code, rank }) => [code, rank])),
  );
  if (tried.trace.length === 0) throw new Error('No trace of the change');

  const values = Array.from({ length: CHANGES }, (_, place) => String(100 + place * 7));
  const seconds = await timeBoth(
    () => values.forEach((value) => changeOurs(framework, standing, subject, totals, value)),
    () => values.forEach(changePeer),
  );
  const each = { ours: seconds.ours / CHANGES, peer: seconds.peer / CHANGES };
  return [
    againstBudget(WORK, each.ours * 1000, BUDGET_MILLISECONDS, 'ms'),
    againstPeer(`${WORK}, HyperFormula`, { ...each, name: 'HyperFormula' }, 5),
  ];
};
