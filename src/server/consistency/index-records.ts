import type {
  ConsistencyInput,
  ForecastRecord,
  ItemPlace,
  ScoreVerdictRecord,
} from '#core/consistency/records/records.ts';
import { publish } from '#core/kernel/decimal.ts';
import { checkWorkedExample } from '#core/scoring/check-worked-example.ts';
import { computeIndexScore } from '#core/scoring/evaluate.ts';
import { listIndicators, type DocumentPlace, type Framework } from '#core/scoring/framework.ts';
import type { Interval } from '#core/scoring/interval.ts';
import type { Db } from '#server/db/database.ts';
import { findLatestKey, hasSimulated, type IndexKey, listDataValues } from '#server/scoring/data-values.ts';
import { findFramework } from '#server/scoring/load-index.ts';

/** Finds the registered item that stands at a place or, with a code, speaks of a component in that document. */
type FindItem = (
  place: DocumentPlace,
  kind: 'gap' | 'indicator-score',
  indicatorCode?: string,
) => { readonly place: ItemPlace; readonly name: string } | undefined;

// Reference data name a document by the key of its reviewed reading: its file name.
const buildItemFinder = async (db: Db): Promise<FindItem> => {
  const rows = await db
    .selectFrom('document_item as item')
    .innerJoin('plan_import', 'plan_import.document_id', 'item.document_id')
    .select(['item.id', 'item.kind', 'item.name', 'item.document_id', 'item.line', 'item.indicator_code'])
    .select('plan_import.file_name')
    .where('plan_import.state', '=', 'accepted')
    .where('item.kind', 'in', ['gap', 'indicator-score'])
    .orderBy('item.position')
    .execute();
  return ({ document, line }, kind, indicatorCode) => {
    const row = rows.find(
      (candidate) =>
        candidate.kind === kind &&
        candidate.file_name === `${document}.json` &&
        (indicatorCode === undefined ? candidate.line === line : candidate.indicator_code === indicatorCode),
    );
    return (
      row && { name: row.name, place: { kind, id: row.id, documentId: row.document_id, line: row.line } }
    );
  };
};

const published = (points: Interval, framework: Framework) => ({
  low: publish(points.low, framework.policies.rounding),
  high: publish(points.high, framework.policies.rounding),
});

const listVerdicts = (framework: Framework, findItem: FindItem): readonly ScoreVerdictRecord[] =>
  listIndicators(framework).flatMap((indicator) =>
    indicator.workedExamples.flatMap((example) => {
      const item = example.place && findItem(example.place, 'gap', indicator.code);
      const check = checkWorkedExample(framework, indicator, example);
      if (!item || check.verdict === 'not-testable') return [];
      return [
        {
          ...item,
          indicatorCode: indicator.code,
          printed: example.printedPoints,
          ...published(check.overRounding, framework),
          agrees: check.verdict !== 'not-given',
        },
      ];
    }),
  );

const listForecasts = async (
  db: Db,
  key: IndexKey,
  framework: Framework,
  findItem: FindItem,
): Promise<readonly ForecastRecord[]> => {
  const stored = await listDataValues(db, key);
  const score = computeIndexScore(framework, new Map(stored.map(({ item, value }) => [item, value])));
  const rows = await db
    .selectFrom('published_score')
    .select(['component_code', 'points', 'place'])
    .where('framework_code', '=', key.framework)
    .where('subject_code', '=', key.subject)
    .where('year', '=', key.year)
    .where('kind', '=', 'forecast')
    .orderBy('component_code')
    .execute();
  return rows.flatMap((row) => {
    const isTotal = row.component_code === '';
    const points = isTotal ? score.points : score.byCode.get(row.component_code)?.points;
    const item =
      row.place === null ? undefined : findItem(row.place as unknown as DocumentPlace, 'indicator-score');
    if (!points || !item || row.points === null) return [];
    return [
      {
        ...item,
        indicatorCode: isTotal ? null : row.component_code,
        expected: row.points,
        ...published(points, framework),
        year: key.year,
        isTotal,
      },
    ];
  });
};

/** Whether figures that contradictions with scores rest on are made up for a demonstration. */
export const isScoredOnSimulated = async (db: Db): Promise<boolean> => {
  const key = await findLatestKey(db, {});
  return key !== undefined && hasSimulated(await listDataValues(db, key));
};

/** The framework by which the latest figures are scored; undefined while there are none. */
export const findLatestFramework = async (db: Db): Promise<Framework | undefined> => {
  const key = await findLatestKey(db, {});
  return key && findFramework(db, key.framework);
};

/** What the plans say about scores, beside what the rules give; nothing while no figures have been scored. */
export const listIndexRecords = async (
  db: Db,
): Promise<Pick<ConsistencyInput, 'scoreVerdicts' | 'forecasts'>> => {
  const key = await findLatestKey(db, {});
  const framework = key && (await findFramework(db, key.framework));
  if (!framework) return { scoreVerdicts: [], forecasts: [] };
  const findItem = await buildItemFinder(db);
  return {
    scoreVerdicts: listVerdicts(framework, findItem),
    forecasts: await listForecasts(db, key, framework, findItem),
  };
};
