import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { nameKey, searchKey } from '#core/kernel/text.ts';
import { organizationKey } from '#core/organization/spelling.ts';
import { REGISTER_KINDS, type RegisterKind } from '#core/plan/plan-item.ts';
import type { Db } from '#server/db/database.ts';
import { documentNameOf } from '#server/registers/document-name.ts';
import type { SearchHit, SearchKind } from './contract.ts';

/** What was typed, in the forms in which it is looked for. */
export interface SearchWords {
  /** Without diacritics, as stored keys are. */
  readonly key: string;
  readonly words: readonly string[];
  /** With the diacritics that were typed; empty when none were typed, for then every letter may bear any. */
  readonly exactWords: readonly string[];
}

const wordsOf = (key: string): readonly string[] => key.split(' ').filter((word) => word !== '');

/** Prepares what was typed; no words when nothing that can be searched for was typed. */
export const buildSearchWords = (typed: string): SearchWords => {
  const key = searchKey(typed);
  const exactKey = nameKey(typed);
  return { key, words: wordsOf(key), exactWords: exactKey === key ? [] : wordsOf(exactKey) };
};

/** The words with abbreviations of agency names written out: "UBND", "KH&CN". */
const listWrittenOut = ({ key, exactWords }: SearchWords): readonly string[] =>
  wordsOf(searchKey(organizationKey(exactWords.length > 0 ? exactWords.join(' ') : key)));

/** Hits of one kind, the best first, and how many there are in all. */
export interface FoundHits {
  readonly kind: SearchKind;
  readonly total: number;
  readonly items: readonly SearchHit[];
}

const escapeLike = (word: string): string => word.replace(/[\\%_]/gu, (sign) => `\\${sign}`);

const containsAll = (column: RawBuilder<unknown>, words: readonly string[]): RawBuilder<SqlBool> =>
  sql.join(
    words.map((word) => sql`${column} like ${`%${escapeLike(word)}%`}`),
    sql` and `,
  );

const isExact = (name: RawBuilder<unknown>, { exactWords }: SearchWords): RawBuilder<boolean> =>
  exactWords.length === 0 ? sql`false` : sql`(${containsAll(sql`lower(${name})`, exactWords)})`;

/** Best first: the very letters, then the words in one piece, then at the start of a word, then early in a short name. */
const bestFirst = (
  name: RawBuilder<unknown>,
  column: RawBuilder<unknown>,
  words: SearchWords,
): RawBuilder<unknown> =>
  sql`(case when ${isExact(name, words)} then 0 else 1 end),
      (strpos(${column}, ${words.key}) > 0) desc,
      (strpos(' ' || ${column}, ${` ${words.key}`}) > 0) desc,
      strpos(${column}, ${words.key}), length(${column})`;

interface HitRow {
  readonly total: number;
  readonly exact: boolean;
}

const totalOf = (rows: readonly HitRow[]): number => rows[0]?.total ?? 0;

type DocumentColumns = Parameters<typeof documentNameOf>[0];

interface ItemHit extends HitRow, DocumentColumns {
  readonly id: string;
  readonly kind: RegisterKind;
  readonly name: string;
  readonly indicator_code: string | null;
}

const DOCUMENT_COLUMNS = sql`
  document.id as document_id, document.doc_type, document.attached_doc_type, document.doc_number,
  document.issue_date, document.year, document.subject_line, document.is_draft`;

/** Targets, tasks, projects and gaps that contain all words. */
export const searchItems = async (
  db: Db,
  words: SearchWords,
  limit: number,
): Promise<readonly FoundHits[]> => {
  const name = sql`item.name`;
  const column = sql`item.search_key`;
  const found = await sql<ItemHit>`
    with ranked as (
      select item.id, item.kind, item.name, item.indicator_code, item.document_id,
             ${isExact(name, words)} as exact,
             count(*) over (partition by item.kind) as total,
             row_number() over (
               partition by item.kind
               order by ${bestFirst(name, column, words)}, item.line nulls last, item.id) as place
      from document_item as item
      where ${containsAll(column, words.words)} and item.kind in (${sql.join(REGISTER_KINDS.map((kind) => sql.lit(kind)))})
    )
    select ranked.id, ranked.kind, ranked.name, ranked.indicator_code, ranked.exact, ranked.total, ${DOCUMENT_COLUMNS}
    from ranked
    join document on document.id = ranked.document_id
    where ranked.place <= ${limit}
    order by ranked.place`.execute(db);
  return REGISTER_KINDS.map((kind) => {
    const rows = found.rows.filter((row) => row.kind === kind);
    return {
      kind,
      total: totalOf(rows),
      items: rows.map((row) => ({
        kind,
        key: row.id,
        title: row.name,
        label: row.indicator_code,
        document: documentNameOf(row),
        exact: row.exact,
      })),
    };
  });
};

/** Organizations one of whose names contains all words. */
export const searchOrganizations = async (db: Db, words: SearchWords, limit: number): Promise<FoundHits> => {
  const name = sql`organization.name`;
  const column = sql`organization.search_key`;
  const found = await sql<HitRow & { code: string; name: string; abbreviation: string | null }>`
    select organization.code, organization.name, organization.abbreviation,
           ${isExact(name, words)} as exact, count(*) over () as total
    from organization
    where (${containsAll(column, words.words)}) or (${containsAll(column, listWrittenOut(words))})
    order by ${bestFirst(name, column, words)}, organization.position
    limit ${limit}`.execute(db);
  return {
    kind: 'organization',
    total: totalOf(found.rows),
    items: found.rows.map((row) => ({
      kind: 'organization',
      key: row.code,
      title: row.name,
      label: row.abbreviation,
      document: null,
      exact: row.exact,
    })),
  };
};

/** Documents whose kind, number or subject line contain all words. */
export const searchDocuments = async (db: Db, words: SearchWords, limit: number): Promise<FoundHits> => {
  const name = sql`document.subject_line`;
  const column = sql`document.search_key`;
  const found = await sql<HitRow & DocumentColumns>`
    select ${DOCUMENT_COLUMNS}, coalesce(${isExact(name, words)}, false) as exact, count(*) over () as total
    from document
    where ${containsAll(column, words.words)}
    order by ${bestFirst(name, column, words)}, document.year desc nulls last
    limit ${limit}`.execute(db);
  return {
    kind: 'document',
    total: totalOf(found.rows),
    items: found.rows.map((row) => ({
      kind: 'document',
      key: row.document_id,
      title: row.subject_line ?? row.doc_number ?? row.doc_type ?? row.document_id,
      label: row.doc_number,
      document: documentNameOf(row),
      exact: row.exact,
    })),
  };
};
