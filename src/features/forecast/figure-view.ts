import { daysOfPeriod, listBegunQuarters } from '#core/forecast/period.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import { isRefusal, type Refusal } from '#core/kernel/refusal.ts';
import { listIndicators } from '#core/scoring/framework.ts';
import type { Db } from '#server/db/database.ts';
import { listAccountNames } from '#server/registers/account-names.ts';
import { type IndexSelection, loadIndex } from '#server/scoring/load-index.ts';
import type { PeriodFigure, PeriodFigureList, PeriodRevision } from './contract.ts';
import { listFigureRevisions } from './revision-store.ts';
import { listFigures, type StoredFigure } from './store.ts';

const nameOf = (names: ReadonlyMap<string, string>, accountId: string | null): string | null =>
  accountId === null ? null : (names.get(accountId) ?? null);

const viewOf = (figure: StoredFigure, names: ReadonlyMap<string, string>): PeriodFigure => ({
  period: figure.period,
  value: figure.value,
  kind: figure.kind,
  origin: figure.origin,
  source: figure.source,
  version: figure.version,
  changedAt: figure.changedAt,
  changedBy: nameOf(names, figure.changedBy),
});

const namesOf = (db: Db, figures: readonly { readonly changedBy: string | null }[]) =>
  listAccountNames(
    db,
    figures.flatMap(({ changedBy }) => changedBy ?? []),
  );

/** A figure as it stands after a write. */
export const answerFigure = async (db: Db, figure: StoredFigure): Promise<PeriodFigure> =>
  viewOf(figure, await namesOf(db, [figure]));

/** All number items with their figures by quarter, and the quarters that can be entered by today. */
export const answerFigures = async (
  db: Db,
  selection: IndexSelection,
  today: PlainDate,
): Promise<PeriodFigureList | Refusal> => {
  const data = await loadIndex(db, selection);
  if (isRefusal(data)) return data;
  const { framework, subject, key } = data;
  const figures = await listFigures(db, key);
  const names = await namesOf(db, figures);
  const byItem = groupBy(figures, ({ item }) => item);
  const indicators = listIndicators(framework);
  return {
    framework: { code: framework.code, title: framework.title },
    subject: { code: subject.code, name: subject.name },
    assessmentYear: framework.assessmentYear,
    periods: listBegunQuarters(framework.assessmentYear, today).map((period) => ({
      period,
      isOver: daysOfPeriod(period).last < today,
    })),
    items: framework.dataItems.flatMap((item) =>
      item.kind === 'number'
        ? [
            {
              item: item.code,
              itemName: item.name,
              unit: item.unit,
              componentCodes: indicators
                .filter(({ dataItems }) => dataItems.includes(item.code))
                .map(({ code }) => code),
              figures: (byItem.get(item.code) ?? []).map((figure) => viewOf(figure, names)),
            },
          ]
        : [],
    ),
  };
};

/** What people entered for an item, the newest first. */
export const answerFigureHistory = async (
  db: Db,
  selection: IndexSelection,
  item: string,
): Promise<{ items: PeriodRevision[]; total: number } | Refusal> => {
  const data = await loadIndex(db, selection);
  if (isRefusal(data)) return data;
  const revisions = await listFigureRevisions(db, data.key, item);
  const names = await namesOf(db, revisions);
  const items = revisions.map(({ period, version, before, after, source, changedAt, changedBy }) => ({
    ...{ period, version, before, after, source, changedAt },
    changedBy: nameOf(names, changedBy),
  }));
  return { items, total: items.length };
};
