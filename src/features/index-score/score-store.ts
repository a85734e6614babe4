import type { DocumentPlace } from '#core/scoring/framework.ts';
import type { StatedScore, StatedScoreKind } from '#core/scoring/published-scores.ts';
import type { Db, Tx } from '#server/db/database.ts';

export interface StoredStatedScore extends StatedScore {
  readonly place: DocumentPlace | null;
}

/** Adds a version of a framework; one that is there already stays as it is. */
export const insertFramework = async (
  tx: Tx,
  framework: {
    readonly code: string;
    readonly version: number;
    readonly assessmentYear: number;
    readonly definition: string;
    readonly fingerprint: string;
    readonly at: string;
  },
): Promise<void> => {
  await tx
    .insertInto('index_framework')
    .values({
      code: framework.code,
      version: framework.version,
      assessment_year: framework.assessmentYear,
      definition: framework.definition,
      fingerprint: framework.fingerprint,
      locked: true,
      registered_at: framework.at,
      changed_at: framework.at,
    })
    .onConflict((conflict) => conflict.columns(['code', 'version']).doNothing())
    .execute();
};

/** Points and ranks that documents state for these subjects. */
export const listStatedScores = async (
  db: Db | Tx,
  framework: string,
  subjects: readonly string[],
): Promise<readonly StoredStatedScore[]> => {
  const rows = await db
    .selectFrom('published_score')
    .selectAll()
    .where('framework_code', '=', framework)
    .where('subject_code', 'in', [...subjects])
    .orderBy('year')
    .orderBy('component_code')
    .execute();
  return rows.map((row) => ({
    subjectCode: row.subject_code,
    year: row.year,
    kind: row.kind as StatedScoreKind,
    componentCode: row.component_code === '' ? null : row.component_code,
    points: row.points,
    rank: row.rank,
    rankOutOf: row.rank_out_of,
    place: row.place as DocumentPlace | null,
  }));
};

/** Adds a stated score; one that is there already stays as it is. */
export const insertStatedScore = async (
  tx: Tx,
  framework: string,
  score: StoredStatedScore,
): Promise<void> => {
  await tx
    .insertInto('published_score')
    .values({
      framework_code: framework,
      subject_code: score.subjectCode,
      year: score.year,
      kind: score.kind,
      component_code: score.componentCode ?? '',
      points: score.points,
      rank: score.rank,
      rank_out_of: score.rankOutOf,
      place: score.place && JSON.stringify(score.place),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};
