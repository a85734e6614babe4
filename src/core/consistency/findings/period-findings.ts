import { buildFigureFinding, buildStatedFinding, statementAt } from '#core/consistency/build-finding.ts';
import type { Figure } from '#core/consistency/records/figures.ts';
import type { Finding } from '#core/consistency/finding.ts';
import type { Horizon } from '#core/consistency/records/horizon.ts';
import { listRows } from '#core/consistency/records/list-rows.ts';
import type { ConsistencyInput } from '#core/consistency/records/records.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { searchKey } from '#core/kernel/text.ts';

/** Two decimals are no coincidence; a whole number may well stay for a year. */
const TELLING_PLACES = 2;

const isTelling = (figure: Figure): boolean =>
  figure.role === 'current' && figure.toYear !== null && figure.value.decimalPlaces() >= TELLING_PLACES;

/** One figure of a document that stands for one year here and for another there. */
export const findFiguresOfTwoYears = (group: readonly Figure[], horizon: Horizon): readonly Finding[] =>
  [
    ...groupBy(
      group.filter(isTelling),
      ({ place, value }) => `${place.documentId}:${value.toFixed()}`,
    ).values(),
  ].flatMap((figures) => {
    const years = new Set(figures.map(({ toYear }) => toYear));
    const items = new Set(figures.map(({ place }) => place.id));
    return years.size < 2 || items.size < 2
      ? []
      : [
          buildFigureFinding({
            kind: 'period-mismatch',
            severity: 'low',
            year: null,
            figures,
            group,
            horizon,
          }),
        ];
  });

// The year of a cited document, of a comparison or of accounts still to be settled is no time of the work.
const OTHER_TIME =
  /(?:luat|nghi quyet|quyet dinh|ke hoach|chuong trinh|de an|so voi|ket qua|tu|den|giai doan|quyet toan|chuyen tiep|bao cao|hien phap|du toan|so lieu|thang|quy|ngay)[^,;.]{0,60}nam 20\d{2}/u;

const yearOfWork = (name: string): number | undefined => {
  const key = searchKey(name);
  const year = /nam (20\d{2})(?![\d/-])/u.exec(key)?.[1];
  return year === undefined || OTHER_TIME.test(key) ? undefined : Number(year);
};

/** Rows of a plan that name a year before the plan as the time of their work: one finding per document. */
export const findWorkOfPastYears = (input: ConsistencyInput): readonly Finding[] => {
  const byDocument = groupBy(
    listRows(input).filter(({ place }) => place.kind !== 'target'),
    ({ place }) => place.documentId,
  );
  return input.documents.flatMap(({ id, year, head }) => {
    if (year === null || searchKey(head?.docType ?? '') === 'bao cao') return [];
    const past = (byDocument.get(id) ?? []).filter(({ name }) => (yearOfWork(name) ?? year) < year);
    if (past.length === 0) return [];
    return [
      buildStatedFinding({
        ...{ kind: 'period-mismatch', severity: 'low' },
        subject: past[0]?.name ?? '',
        statements: past.map((row) => ({
          ...statementAt('item', row.place, row.name),
          words: row.due?.raw ?? null,
        })),
      }),
    ];
  });
};
