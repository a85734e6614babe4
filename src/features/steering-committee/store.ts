import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { AreaPart } from '#core/steering-committee/area-part.ts';
import {
  COMMITTEE_POSTS,
  type CommitteePost,
  type MemberChange,
  type MemberContent,
} from '#core/steering-committee/committee-member.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';
import type { Db, Tx } from '#server/db/database.ts';
import { insertRows } from '#server/db/insert-rows.ts';

/** A membership as it is stored. */
export interface StoredMember extends MemberContent {
  readonly id: string;
  readonly isNameErased: boolean;
  readonly isSimulated: boolean;
  readonly version: number;
}

/** What a write said of a membership: all but a name, which can be erased. */
export type MemberFacts = Omit<MemberContent, 'name'>;

/** A write, as far as it is the same in a retry. */
export interface WrittenMember {
  readonly memberId: string;
  readonly version: number;
  readonly change: MemberChange;
  readonly facts: MemberFacts;
}

/** Lets one write at a time at the committee: each is held against all members. */
export const lockCommittee = async (tx: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('steering-committee'))`.execute(tx);
};

interface PartRow {
  readonly committee_member_id: string;
  readonly kind: string;
  readonly document_id: string | null;
  readonly section: string | null;
  readonly organization_code: string | null;
  readonly task_id: string | null;
  readonly indicator_code: string | null;
}

const partOf = (row: PartRow): AreaPart => {
  if (row.document_id !== null) return { kind: 'section', documentId: row.document_id, section: row.section };
  if (row.organization_code !== null) return { kind: 'organization', code: row.organization_code };
  if (row.task_id !== null) return { kind: 'task', taskId: row.task_id };
  return row.indicator_code === null ? { kind: 'province' } : { kind: 'indicator', code: row.indicator_code };
};

/** All memberships with their parts, in the order of their posts and days. */
export const listStoredMembers = async (db: Db | Tx): Promise<readonly StoredMember[]> => {
  const rows = await db
    .selectFrom('committee_member')
    .selectAll()
    .orderBy(sql`array_position(${[...COMMITTEE_POSTS]}::text[], post)`)
    .orderBy('valid_from')
    .orderBy('committee_member_id')
    .execute();
  const parts = await db.selectFrom('committee_area_part').selectAll().orderBy('position').execute();
  return rows.map((row) => ({
    ...{ id: row.committee_member_id, accountId: row.account_id, name: row.name, office: row.office },
    // Safe: the database admits no other post.
    ...{ post: row.post as CommitteePost, area: row.area, docNumber: row.doc_number },
    ...{ validFrom: row.valid_from as PlainDate, validTo: row.valid_to as PlainDate | null },
    docDay: row.doc_day as PlainDate | null,
    parts: parts
      .filter(({ committee_member_id }) => committee_member_id === row.committee_member_id)
      .map(partOf),
    ...{ isNameErased: row.name_erased_at !== null, isSimulated: row.is_simulated, version: row.version },
  }));
};

/** What the write with this id has kept; undefined of a new write. */
export const findWrite = async (tx: Tx, writeId: string): Promise<WrittenMember | undefined> => {
  const row = await tx
    .selectFrom('committee_member_revision')
    .select(['committee_member_id', 'version', 'change', 'facts'])
    .where('write_id', '=', writeId)
    .executeTakeFirst();
  return (
    row && {
      ...{ memberId: row.committee_member_id, version: row.version },
      // Safe: only appendRevision writes these columns.
      ...{ change: row.change as MemberChange, facts: row.facts as unknown as MemberFacts },
    }
  );
};

const columnsOf = (content: MemberContent) => ({
  ...{ account_id: content.accountId, name: content.name, office: content.office, post: content.post },
  ...{ area: content.area, valid_from: content.validFrom, valid_to: content.validTo },
  ...{ doc_number: content.docNumber, doc_day: content.docDay },
});

const writeParts = async (tx: Tx, memberId: string, parts: readonly AreaPart[]): Promise<void> => {
  await tx.deleteFrom('committee_area_part').where('committee_member_id', '=', memberId).execute();
  await insertRows(
    tx,
    'committee_area_part',
    parts.map((part, index) => ({
      ...{
        committee_area_part_id: newId(),
        committee_member_id: memberId,
        position: index + 1,
        kind: part.kind,
      },
      ...{
        document_id: part.kind === 'section' ? part.documentId : null,
        section: part.kind === 'section' ? part.section : null,
        organization_code: part.kind === 'organization' ? part.code : null,
        task_id: part.kind === 'task' ? part.taskId : null,
        indicator_code: part.kind === 'indicator' ? part.code : null,
      },
    })),
  );
};

/** Inserts a membership. */
export const insertMember = async (
  tx: Tx,
  id: string,
  content: MemberContent,
  isSimulated: boolean,
): Promise<void> => {
  await tx
    .insertInto('committee_member')
    .values({
      ...{ committee_member_id: id, ...columnsOf(content), is_simulated: isSimulated },
      ...{ name_erased_at: null, version: 1 },
    })
    .execute();
  await writeParts(tx, id, content.parts);
};

/** Writes a membership anew. */
export const updateMember = async (
  tx: Tx,
  id: string,
  content: MemberContent,
  version: number,
): Promise<void> => {
  await tx
    .updateTable('committee_member')
    .set({ ...columnsOf(content), version })
    .where('committee_member_id', '=', id)
    .execute();
  await writeParts(tx, id, content.parts);
};

/** Removes the name of a membership. */
export const removeName = async (tx: Tx, id: string, version: number, at: string): Promise<void> => {
  await tx
    .updateTable('committee_member')
    .set({ name: null, name_erased_at: at, version })
    .where('committee_member_id', '=', id)
    .execute();
};

/** Appends what was written. */
export const appendRevision = async (
  tx: Tx,
  { memberId, version, change, facts }: WrittenMember,
  how: { readonly at: string; readonly by: string | null; readonly writeId: string },
): Promise<void> => {
  await tx
    .insertInto('committee_member_revision')
    .values({
      ...{ committee_member_id: memberId, version, change, facts: JSON.stringify(facts) },
      ...{ at: how.at, by: how.by, write_id: how.writeId },
    })
    .execute();
};
