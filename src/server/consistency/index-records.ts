import { FrameworkDefinition } from '#contract/framework.ts';
import type {
  ConsistencyInput,
  ForecastRecord,
  ItemPlace,
  ScoreVerdictRecord,
} from '#core/consistency/records.ts';
import { publish } from '#core/kernel/decimal.ts';
import { checkWorkedExample } from '#core/scoring/check-worked-example.ts';
import type { DataValue, DataValues, ValueComparator } from '#core/scoring/data-value.ts';
import { computeIndexScore } from '#core/scoring/evaluate.ts';
import { listIndicators, type DocumentPlace, type Framework } from '#core/scoring/framework.ts';
import type { Interval } from '#core/scoring/interval.ts';
import type { Db } from '#server/db/database.ts';

interface IndexKey {
  readonly framework: string;
  readonly subject: string;
  readonly year: number;
}

const findLatestKey = (db: Db): Promise<IndexKey | undefined> =>
  db
    .selectFrom('data_value')
    // A stray row of another year is no score: only the framework says which year it assesses.
    .innerJoin('index_framework', (join) =>
      join
        .onRef('index_framework.code', '=', 'data_value.framework_code')
        .onRef('index_framework.assessment_year', '=', 'data_value.year')
        .on('index_framework.state', '=', 'in-force'),
    )
    // Plans speak of the province's index.
    .innerJoin('organization', 'organization.code', 'data_value.subject_code')
    .where('organization.kind', '=', 'province')
    .select(['framework_code as framework', 'subject_code as subject', 'year'])
    .orderBy('year', 'desc')
    .orderBy('framework_code', 'desc')
    .orderBy('subject_code')
    .limit(1)
    .executeTakeFirst();

// A definition never changes under its fingerprint, so parsing it once is enough.
const parsed = new Map<string, Framework>();

const findFramework = async (db: Db, code: string): Promise<Framework | undefined> => {
  const row = await db
    .selectFrom('index_framework')
    .select(['fingerprint', 'definition'])
    .where('code', '=', code)
    .where('state', '=', 'in-force')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const framework = parsed.get(row.fingerprint) ?? FrameworkDefinition.parse(row.definition);
  parsed.set(row.fingerprint, framework);
  return framework;
};

const dataValueOf = (row: { state: string; value: string | null; comparator: string }): DataValue =>
  row.state === 'value'
    ? // Safe: the constraints of data_value admit no other comparator and no value without text.
      { state: 'value', value: row.value ?? '', comparator: row.comparator as ValueComparator }
    : { state: row.state as 'blank' | 'not-applicable' };

const listValues = async (db: Db, key: IndexKey): Promise<DataValues> => {
  const rows = await db
    .selectFrom('data_value')
    .select(['item_code', 'state', 'value', 'comparator'])
    .where('framework_code', '=', key.framework)
    .where('subject_code', '=', key.subject)
    .where('year', '=', key.year)
    .execute();
  return new Map(rows.map((row) => [row.item_code, dataValueOf(row)]));
};

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
  const score = computeIndexScore(framework, await listValues(db, key));
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

/** The framework by which the latest figures are scored; undefined while there are none. */
export const findLatestFramework = async (db: Db): Promise<Framework | undefined> => {
  const key = await findLatestKey(db);
  return key && findFramework(db, key.framework);
};

/** What the plans say about scores, beside what the rules give; nothing while no figures have been scored. */
export const listIndexRecords = async (
  db: Db,
): Promise<Pick<ConsistencyInput, 'scoreVerdicts' | 'forecasts'>> => {
  const key = await findLatestKey(db);
  const framework = key && (await findFramework(db, key.framework));
  if (!framework) return { scoreVerdicts: [], forecasts: [] };
  const findItem = await buildItemFinder(db);
  return {
    scoreVerdicts: listVerdicts(framework, findItem),
    forecasts: await listForecasts(db, key, framework, findItem),
  };
};
