import { isCertain } from '#core/asset-register/asset-figures.ts';
import { isAfter, type PlainDate } from '#core/kernel/plain-date.ts';
import type { Framework } from '#core/scoring/framework.ts';
import { lastDayOfPeriod } from '#core/submission/reporting-period.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { listFedItems, listRegisterFigures } from '#server/registers/asset-figures.ts';
import type { StoredRound } from '#features/collection/round/round-store.ts';
import type { KnownRow, RequestRow } from './submission-reads.ts';

/** What a round asks one organization for. */
interface Asked {
  readonly round: StoredRound;
  readonly framework: Framework;
  readonly organizationCode: string;
  readonly requests: readonly RequestRow[];
}

/** Whose entries make up a figure: null stands for the whole province. */
const ownerOf = ({ subject, share }: RequestRow, { framework, organizationCode }: Asked): string | null => {
  if (share === 'part') return organizationCode;
  return framework.subjectKind === 'province' ? null : subject;
};

/** The end of the period, or the due day where the deadline falls before it. */
const dayOf = ({ period, dueDay }: StoredRound): PlainDate => {
  const end = lastDayOfPeriod(period);
  return isAfter(end, dueDay) ? dueDay : end;
};

/**
 * Figures that registers count by themselves for the period of a round. Only what no blank could change is offered, and
 * nothing that was made up for the demonstration.
 */
export const listCountedFigures = async (db: Db | Tx, asked: Asked): Promise<readonly KnownRow[]> => {
  const { round, requests } = asked;
  const fed = new Set(listFedItems(round.framework));
  const wanted = requests.filter(({ item }) => fed.has(item));
  const rows: KnownRow[] = [];
  for (const owner of new Set(wanted.map((request) => ownerOf(request, asked)))) {
    const figures = await listRegisterFigures(db, {
      ...{ framework: round.framework, day: dayOf(round), withoutSimulated: true },
      reach:
        owner === null ? { kind: 'all' } : { kind: 'some', organizationCodes: [owner], appraiserCodes: [] },
    });
    const certain = new Map(
      figures.filter(isCertain).map(({ figure, value }) => [figure.item, value] as const),
    );
    for (const request of wanted.filter((one) => ownerOf(one, asked) === owner)) {
      const value = certain.get(request.item);
      const { subject, item } = request;
      if (value) rows.push({ subject, item, value, source: 'register', period: round.period });
    }
  }
  return rows;
};
