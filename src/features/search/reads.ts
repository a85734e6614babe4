import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { listToneSpellings, nameKey, searchKey } from '#core/kernel/text.ts';
import { organizationKey } from '#core/organization/spelling.ts';
import { REGISTER_KINDS, type RegisterKind } from '#core/plan/plan-item.ts';
import type { Db } from '#server/db/database.ts';
import { contains, holding } from '#server/db/contains.ts';
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

/** The words with abbreviations of agency names written out: "UBND", "KH&CN"; diacritics stay where they were typed. */
const writeOut = ({ key, exactWords }: SearchWords): string =>
  organizationKey(exactWords.length > 0 ? exactWords.join(' ') : key);

/** Hits of one kind, the best first, and how many there are in all. */
export interface FoundHits {
  readonly kind: SearchKind;
  readonly total: number;
  /** How many of them hold the very letters that were typed. */
  readonly exactTotal: number;
  readonly items: readonly SearchHit[];
}

const containsAll = (column: RawBuilder<unknown>, words: readonly string[]): RawBuilder<SqlBool> =>
  sql.join(
    words.map((word) => contains(column, word)),
    sql` and `,
  );

// Names keep their own tone placement ("Uỷ ban"), and capitals of Vietnamese letters need a locale to be lowered.
const containsLetters = (name: RawBuilder<unknown>, exactWords: readonly string[]): RawBuilder<SqlBool> =>
  sql.join(
    exactWords.map(
      (word) =>
        sql`lower(${name} collate "vi-x-icu") like any (array[${sql.join(
          listToneSpellings(word).map((spelling) => sql`${holding(spelling)}::text`),
        )}])`,
    ),
    sql` and `,
  );

const isExact = (name: RawBuilder<unknown>, { exactWords }: SearchWords): RawBuilder<SqlBool> =>
  exactWords.length === 0 ? sql`false` : sql`coalesce(${containsLetters(name, exactWords)}, false)`;

/** Best first: the very letters, then the words in one piece, then at the start of a word, then early in a short name. */
const bestFirst = (
  exact: RawBuilder<SqlBool>,
  column: RawBuilder<unknown>,
  words: SearchWords,
): RawBuilder<unknown> =>
  sql`(case when ${exact} then 0 else 1 end),
      (strpos(${column}, ${words.key}) > 0) desc,
      (strpos(' ' || ${column}, ${` ${words.key}`}) > 0) desc,
      strpos(${column}, ${words.key}), length(${column})`;

interface HitRow {
  readonly total: number;
  readonly exact_total: number;
  readonly exact: boolean;
}

const totalsOf = ([first]: readonly HitRow[]): Pick<FoundHits, 'total' | 'exactTotal'> => ({
  total: first?.total ?? 0,
  exactTotal: first?.exact_total ?? 0,
});

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
  const exact = isExact(sql`item.name`, words);
  const column = sql`item.search_key`;
  const found = await sql<ItemHit>`
    with ranked as (
      select item.id, item.kind, item.name, item.indicator_code, item.document_id,
             ${exact} as exact,
             count(*) over (partition by item.kind) as total,
             count(*) filter (where ${exact}) over (partition by item.kind) as exact_total,
             row_number() over (
               partition by item.kind
               order by ${bestFirst(exact, column, words)}, item.line nulls last, item.id) as place
      from document_item as item
      where ${containsAll(column, words.words)} and item.kind in (${sql.join(REGISTER_KINDS.map((kind) => sql.lit(kind)))})
    )
    select ranked.id, ranked.kind, ranked.name, ranked.indicator_code, ranked.exact, ranked.total,
           ranked.exact_total, ${DOCUMENT_COLUMNS}
    from ranked
    join document on document.id = ranked.document_id
    where ranked.place <= ${limit}
    order by ranked.place`.execute(db);
  return REGISTER_KINDS.map((kind) => {
    const rows = found.rows.filter((row) => row.kind === kind);
    return {
      kind,
      ...totalsOf(rows),
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

// Territories are named by their committees as well.
const ORGANIZATION_SPELLINGS = sql`concat_ws(' ',
  case when organization.kind in ('commune', 'ward', 'special-zone') then 'ủy ban nhân dân' end,
  organization.name, organization.abbreviation,
  (select string_agg(alias.alias, ' ')
   from organization_alias as alias
   where alias.organization_code = organization.code),
  (select string_agg(former.name, ' ')
   from organization_predecessor as succession
   join organization as former on former.code = succession.predecessor_code
   where succession.organization_code = organization.code))`;

// What an organization succeeds is looked for under its old name too: it leads to the successor.
const PREDECESSOR_KEYS = sql`coalesce((
  select string_agg(former.search_key, ' | ')
  from organization_predecessor as succession
  join organization as former on former.code = succession.predecessor_code
  where succession.organization_code = organization.code), '')`;

/**
 * Organizations by rank: the very letters, then a whole name or code as typed, then a name that begins so, then single
 * organizations before groups of them, and those found by the name of a predecessor last.
 */
const organizationsFirst = (exact: RawBuilder<SqlBool>, words: SearchWords): RawBuilder<unknown> => {
  const names = sql`(' | ' || lower(organization.code) || ' | ' || organization.search_key || ' | ')`;
  return sql`(case when ${exact} then 0 else 1 end),
      (strpos(${names}, ${` | ${words.key} | `}) > 0) desc,
      (organization.kind = 'group'),
      (strpos(${names}, ${` | ${words.key}`}) > 0) desc`;
};

/** Organizations one of whose names, or of whose predecessors' names, contains all words. */
export const searchOrganizations = async (db: Db, words: SearchWords, limit: number): Promise<FoundHits> => {
  const writtenOut = writeOut(words);
  const exact = sql<SqlBool>`(${isExact(ORGANIZATION_SPELLINGS, words)}
    or ${isExact(ORGANIZATION_SPELLINGS, { ...words, exactWords: words.exactWords.length > 0 ? wordsOf(writtenOut) : [] })})`;
  const column = sql`organization.search_key`;
  const found = await sql<HitRow & { code: string; name: string; abbreviation: string | null }>`
    select organization.code, organization.name, organization.abbreviation,
           ${exact} as exact, count(*) over () as total,
           count(*) filter (where ${exact}) over () as exact_total
    from organization
    where (${containsAll(column, words.words)})
       or (${containsAll(column, wordsOf(searchKey(writtenOut)))})
       or (${containsAll(PREDECESSOR_KEYS, words.words)})
    order by ${organizationsFirst(exact, words)}, ${bestFirst(exact, column, words)}, organization.position
    limit ${limit}`.execute(db);
  return {
    kind: 'organization',
    ...totalsOf(found.rows),
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
  const exact = isExact(
    sql`concat_ws(' ', document.doc_type, document.doc_number, document.subject_line)`,
    words,
  );
  const column = sql`document.search_key`;
  const found = await sql<HitRow & DocumentColumns>`
    select ${DOCUMENT_COLUMNS}, ${exact} as exact, count(*) over () as total,
           count(*) filter (where ${exact}) over () as exact_total
    from document
    where ${containsAll(column, words.words)}
    order by ${bestFirst(exact, column, words)}, document.year desc nulls last
    limit ${limit}`.execute(db);
  return {
    kind: 'document',
    ...totalsOf(found.rows),
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
