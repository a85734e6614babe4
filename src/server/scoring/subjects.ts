import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { storedDay } from '#server/registers/stored-day.ts';

/** A subject of scores with the units that it succeeds. */
export interface SubjectRow {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  /** First and last day of its existence; null where no bound is known. */
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
  readonly predecessors: readonly { readonly code: string; readonly name: string }[];
}

/** The subject and its predecessors by name, or undefined for an unknown code. */
export const findSubject = async (db: Db | Tx, code: string): Promise<SubjectRow | undefined> => {
  const rows = await db
    .selectFrom('organization as subject')
    .leftJoin('organization_predecessor as link', 'link.organization_code', 'subject.code')
    .leftJoin('organization as earlier', 'earlier.code', 'link.predecessor_code')
    .select(['subject.code', 'subject.name', 'subject.kind', 'subject.valid_from', 'subject.valid_to'])
    .select(['earlier.code as earlier_code', 'earlier.name as earlier_name'])
    .where('subject.code', '=', code)
    .orderBy('earlier.position')
    .execute();
  const [first] = rows;
  if (!first) return undefined;
  return {
    code: first.code,
    name: first.name,
    kind: first.kind,
    validFrom: storedDay(first.valid_from),
    validTo: storedDay(first.valid_to),
    predecessors: rows.flatMap((row) =>
      row.earlier_code === null || row.earlier_name === null
        ? []
        : [{ code: row.earlier_code, name: row.earlier_name }],
    ),
  };
};
