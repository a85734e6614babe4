import type { PlainDate } from '#core/kernel/plain-date.ts';
import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { Db } from '#server/db/database.ts';
import { listRegisterItems } from '#server/registers/register-items.ts';
import { refreshTaskStandings } from '#server/registers/task-standings.ts';
import type { PlanItemView } from './contract.ts';
import { findLaterDocuments, listHistory } from './item-history-reads.ts';
import {
  findNeighbour,
  findSourceColumns,
  listRelated,
  listSiblings,
  type SourceColumns,
} from './item-reads.ts';

type Continuation = PlanItemView['continuation'];

const LINES_AROUND = 3;

/** The lines on which the item stands with a few before and after; null while the document itself is not here. */
const excerptOf = (
  source: SourceColumns['source_text'],
  line: number | null,
  continuation: Continuation,
): PlanItemView['excerpt'] => {
  if (source === null || line === null) return null;
  const ends = [line, ...continuation.map((part) => part.line ?? line)];
  const first = Math.max(1, Math.min(...ends) - LINES_AROUND);
  const last = Math.max(...ends) + LINES_AROUND;
  return { firstLine: first, lines: source.split('\n').slice(first - 1, last) };
};

/** One target, task, project or gap with its source and its neighbours. */
export const getItemView = async (db: Db, today: PlainDate, id: string): Promise<PlanItemView | Refusal> => {
  const columns = await findSourceColumns(db, id);
  await refreshTaskStandings(db, today);
  const [item] = columns ? await listRegisterItems(db, [id], today) : [];
  if (!columns || !item) return refuse('record.not-found', { id });
  const continuation = columns.continuation as Continuation;
  return {
    item,
    leadRaw: columns.lead_raw,
    coordinatingRaw: columns.coordinating_raw,
    note: columns.note,
    sourceDefect: columns.source_defect,
    correctedFields: columns.corrected_fields,
    quote: columns.quote,
    continuation: columns.quote === null ? [] : continuation,
    excerpt: excerptOf(columns.source_text, columns.line, continuation),
    previous: await findNeighbour(db, columns, 'before'),
    next: await findNeighbour(db, columns, 'after'),
    siblings: [...(await listSiblings(db, id, columns))],
    related: [...(await listRelated(db, id, columns))],
    ...(await findLaterDocuments(db, id)),
    history: await listHistory(db, id),
  };
};
