import type { Insertable } from 'kysely';
import { findLastDay } from '#core/calendar/due-rule.ts';
import { readRecurrence } from '#core/calendar/recurrence.ts';
import { nameKey, searchKey } from '#core/kernel/text.ts';
import type { AgencyDirectory } from '#core/organization/directory.ts';
import type { NamedAgency, RegisterEntry } from '#core/plan/register-entry.ts';
import type { DB } from '#server/db/schema.gen.ts';

/** Where the words of an item come from: the imported file, or nothing yet. */
export interface ItemOrigin {
  readonly documentId: string;
  readonly sourceId: string | null;
}

/** The code of the one organization that a name means; null for an unknown or ambiguous name, which stays as written. */
export const findAgencyCode = (directory: AgencyDirectory, name: string): string | null => {
  const found = directory.find(name);
  return found.length === 1 ? (found[0]?.code ?? null) : null;
};

const searchedWords = (entry: RegisterEntry): string => {
  const words = [entry.indicatorCode, entry.name];
  if (entry.kind === 'target') words.push(entry.reading.nameNote ?? null, entry.reading.rawTarget);
  if (entry.kind === 'task') words.push(entry.reading.expectedResult);
  return searchKey(words.filter((word) => word !== null && word !== '').join(' '));
};

/** The columns that tell where an item stands and in which words. */
export const buildPlaceColumns = (entry: RegisterEntry, origin: ItemOrigin) => ({
  line: entry.reading.line,
  page: entry.reading.page ?? null,
  block: entry.reading.block ?? null,
  quote: entry.quote,
  source_id: entry.quote === null ? null : origin.sourceId,
  continuation: (entry.reading.continuation ?? []).map(({ line, quote }) => ({ line, quote })),
});

const readRecurrenceOf = ({ due }: RegisterEntry) => {
  if (due?.kind !== 'recurring') return null;
  const { days, ...recurrence } = readRecurrence(due.raw ?? '');
  return { ...recurrence, days: days.map(({ month, day }) => ({ month, day })) };
};

/** The columns that tell what an item says, whatever its kind. */
export const buildSharedColumns = (entry: RegisterEntry) => ({
  name: entry.name,
  appendix: entry.reading.appendix,
  section: entry.reading.section,
  order_label: entry.reading.order,
  source_defect: entry.reading.sourceDefect ?? null,
  note: entry.reading.note ?? null,
  corrected_fields: [...(entry.reading.correctedFields ?? [])],
  indicator_code: entry.indicatorCode,
  due_kind: entry.due?.kind ?? null,
  due_raw: entry.due?.raw ?? null,
  due_start: entry.due?.start ?? null,
  due_end: entry.due?.end ?? null,
  due_before: entry.due?.before ?? false,
  due_recurrence: readRecurrenceOf(entry),
  due_last_day: (entry.due && findLastDay(entry.due)) ?? null,
  lead_raw: entry.leadRaw,
  coordinating_raw: entry.coordinatingRaw,
  search_key: searchedWords(entry),
});

/** The row of a new item. */
export const buildItemRow = (
  entry: RegisterEntry,
  id: string,
  itemKey: string,
  origin: ItemOrigin,
): Insertable<DB['document_item']> => ({
  id,
  document_id: origin.documentId,
  kind: entry.kind,
  item_key: itemKey,
  position: entry.position,
  ...buildSharedColumns(entry),
  ...buildPlaceColumns(entry, origin),
});

const agencyRow = (
  itemId: string,
  { role, name }: NamedAgency,
  position: number,
  directory: AgencyDirectory,
): Insertable<DB['item_agency']> => ({
  item_id: itemId,
  role,
  position,
  name_as_written: name,
  name_key: nameKey(name),
  organization_code: findAgencyCode(directory, name),
});

/** The rows of the agencies that an item names, numbered through in source order. */
export const buildAgencyRows = (
  entry: RegisterEntry,
  itemId: string,
  directory: AgencyDirectory,
): readonly Insertable<DB['item_agency']>[] =>
  entry.agencies.map((agency, index) => agencyRow(itemId, agency, index + 1, directory));
