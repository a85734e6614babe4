import { buildStatedFinding, statementAt } from '#core/consistency/build-finding.ts';
import type { Finding } from '#core/consistency/finding.ts';
import { listKey, listRows, type ListRow } from '#core/consistency/records/list-rows.ts';
import type { ConsistencyInput } from '#core/consistency/records/records.ts';
import { findLastDay } from '#core/calendar/due-rule.ts';
import { groupBy } from '#core/kernel/group-by.ts';
import { searchKey } from '#core/kernel/text.ts';

const wordsOf = (name: string): string =>
  searchKey(name)
    .replace(/[^a-z0-9%]+/gu, ' ')
    .trim();

// What follows says what for, not what.
const PURPOSE = / (?:de|nham|phuc vu|gop phan|dam bao cho) .*$/u;

/** A name must say something before its like can be told. */
const TELLING_WORDS = 3;

const dueKey = ({ due }: ListRow): string => (due === null ? '' : (findLastDay(due) ?? due.raw ?? ''));

const leadKey = ({ agencies }: ListRow): string =>
  agencies
    .map(({ code, name }) => code ?? wordsOf(name))
    .toSorted()
    .join('|');

// One task of several agencies or several years may stand in as many rows.
const keyOf = (row: ListRow): string | undefined => {
  const words = wordsOf(row.name).replace(PURPOSE, '');
  if (words.split(' ').length < TELLING_WORDS) return undefined;
  return [listKey(row), words, row.value, leadKey(row), dueKey(row)].join('\n');
};

const isExact = (rows: readonly ListRow[]): boolean =>
  new Set(rows.map(({ name }) => wordsOf(name))).size === 1;

/** Rows of one list that ask the same agencies for the same thing by the same day. */
export const findDuplicateRows = (input: ConsistencyInput): readonly Finding[] =>
  [...groupBy(listRows(input), keyOf)]
    .filter(([key, rows]) => key !== undefined && rows.length > 1)
    .map(([, rows]) =>
      buildStatedFinding({
        kind: 'duplicate-row',
        severity: isExact(rows) ? 'medium' : 'low',
        subject: rows[0]?.name ?? '',
        statements: rows.map(({ place, name, order }) => ({
          ...statementAt('item', place, name),
          words: order,
        })),
      }),
    );
