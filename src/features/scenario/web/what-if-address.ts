import { type ChangeSet, isSameChangeSet } from '#core/scenario/change-set.ts';
import { readChangeSet, writeChangeSet } from '#core/scenario/change-set-text.ts';
import type { PlainSearch } from '#web/search-params.ts';
import type { InputFilter } from './list-input-groups.ts';

/** How many scenarios stand side by side at most. */
export const MOST_COMPARED = 4;

const SEPARATOR = '*';

/** Whose score: the subject and the framework; the province's without them. */
export type SubjectSearch = PlainSearch & {
  readonly bo?: string | undefined;
  readonly 'don-vi'?: string | undefined;
};

/** What the address of the page says. */
export interface WhatIfAddress {
  /** The kept scenario that is open. */
  readonly scenarioId: string | undefined;
  /** Changes that are not kept; undefined when the address has none, so that a kept scenario shows its own. */
  readonly changes: ChangeSet | undefined;
  readonly unread: readonly string[];
}

/** Reads `?phuong-an=…&doi=…`. */
export const readWhatIfAddress = (search: PlainSearch): WhatIfAddress => {
  const text = search.doi;
  const read = text === undefined ? undefined : readChangeSet(text === SEPARATOR ? '' : text);
  return {
    scenarioId: search['phuong-an'],
    changes: read?.changes,
    unread: read?.unread ?? [],
  };
};

/** Reads `?nhom=…&co-quan=…&tim=…&da-doi=co`. */
export const readFilter = (search: PlainSearch): InputFilter => ({
  ...(search.nhom !== undefined && { group: search.nhom }),
  ...(search['co-quan'] !== undefined && { leadAgency: search['co-quan'] }),
  ...(search.tim !== undefined && { text: search.tim }),
  ...(search['da-doi'] === 'co' && { onlyChanged: true }),
});

/** The part of the address that the filter writes. */
export const filterSearch = (filter: InputFilter): PlainSearch => ({
  nhom: filter.group,
  'co-quan': filter.leadAgency,
  tim: filter.text,
  'da-doi': filter.onlyChanged === true ? 'co' : undefined,
});

/** The part of the address that the changes write; nothing while they are those of the open scenario. */
export const changesSearch = (changes: ChangeSet, kept: ChangeSet): PlainSearch => {
  if (isSameChangeSet(changes, kept)) return { doi: undefined };
  // An open scenario all of whose changes are taken back: no text would mean the kept ones.
  return { doi: changes.size === 0 ? SEPARATOR : writeChangeSet(changes) };
};

/** The scenarios that the address of a comparison names, each once, and whether there are more than can be shown. */
export const readComparedIds = (
  search: PlainSearch,
): { readonly ids: readonly string[]; readonly hasMore: boolean } => {
  const ids = [...new Set((search['phuong-an'] ?? '').split(SEPARATOR).filter((id) => id !== ''))];
  return { ids: ids.slice(0, MOST_COMPARED), hasMore: ids.length > MOST_COMPARED };
};
