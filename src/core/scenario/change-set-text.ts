import {
  BLANK,
  type DataValue,
  NOT_APPLICABLE,
  reported,
  type ValueComparator,
} from '#core/scoring/data-value.ts';
import type { ChangeSet } from './change-set.ts';

/**
 * A change set as a short text for an address: `6.4.rate_60.1*2.3.issued_no*5.5.rate_.b`.
 * Entries are separated by `*`, item and value by `_`, characters that an address keeps as they are. A value that
 * begins with a point is a state or a bound: `.b` blank, `.n` not applicable, `.l52` below 52.
 */
const ENTRY = '*';
const VALUE = '_';
const MARK = '.';

const BOUNDS = {
  '<': 'l',
  '<=': 'm',
  '>': 'g',
  '>=': 'h',
} as const satisfies Record<Exclude<ValueComparator, '='>, string>;

// Decimal text never begins with a point, and codes of levels hardly do: one that does is written with its mark doubled.
const writeValue = (value: DataValue): string => {
  if (value.state === 'blank') return `${MARK}b`;
  if (value.state === 'not-applicable') return `${MARK}n`;
  if (value.comparator !== '=') return `${MARK}${BOUNDS[value.comparator]}${value.value}`;
  return value.value.startsWith(MARK) ? `${MARK}${value.value}` : value.value;
};

const readMarked = (text: string): DataValue | undefined => {
  const rest = text.slice(1);
  switch (text.slice(0, 1)) {
    case MARK:
      return reported(text);
    case 'b':
      return rest === '' ? BLANK : undefined;
    case 'n':
      return rest === '' ? NOT_APPLICABLE : undefined;
    case 'l':
      return reported(rest, '<');
    case 'm':
      return reported(rest, '<=');
    case 'g':
      return reported(rest, '>');
    case 'h':
      return reported(rest, '>=');
    default:
      return undefined;
  }
};

const readValue = (text: string): DataValue | undefined => {
  if (text === '') return undefined;
  return text.startsWith(MARK) ? readMarked(text.slice(1)) : reported(text);
};

// The separators themselves, and the sign that escapes them.
const escape = (text: string): string =>
  text.replace(/[*_~]/gu, (sign) => `~${{ '*': 'a', _: 'u', '~': 't' }[sign] ?? ''}`);

const unescape = (text: string): string =>
  text.replace(/~([aut])/gu, (_, sign: string) => ({ a: '*', u: '_', t: '~' })[sign] ?? '');

/** Writes a change set for an address; the empty set is the empty text. */
export const writeChangeSet = (changes: ChangeSet): string =>
  [...changes]
    .map(([item, value]) => `${escape(item)}${VALUE}${escape(writeValue(value))}`)
    .toSorted()
    .join(ENTRY);

const readEntry = (text: string): readonly [string, DataValue] | undefined => {
  const [item = '', value, ...more] = text.split(VALUE);
  const read = value === undefined || more.length > 0 ? undefined : readValue(unescape(value));
  return item === '' || !read ? undefined : [unescape(item), read];
};

/** What a text says, with the entries that say nothing understandable. Whether the values fit their items is not checked. */
export const readChangeSet = (
  text: string,
): { readonly changes: ChangeSet; readonly unread: readonly string[] } => {
  const entries = text === '' ? [] : text.split(ENTRY);
  const read = entries.map((entry) => ({ entry, found: readEntry(entry) }));
  return {
    changes: new Map(read.flatMap(({ found }) => (found ? [found] : []))),
    unread: read.flatMap(({ entry, found }) => (found ? [] : [entry])),
  };
};
