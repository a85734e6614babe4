import { writeFacts } from '#core/audit/facts.ts';
import type { AuditEvent } from './contract.ts';

// A spreadsheet would take such a cell for a formula, also behind blanks.
const FORMULA = /^[\s\p{Cf}]*[=+\-@|%]|^[\t\r\n]/u;

const cell = (text: string): string => {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[";\n\r,\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const BYTE_ORDER_MARK = '\ufeff';

const COLUMNS = [
  ...['position', 'at', 'actor', 'actorName', 'actingAs', 'address', 'action', 'subject', 'subjectName'],
  ...['details', 'before', 'after', 'requestId'],
];

const rowOf = (event: AuditEvent): readonly string[] => [
  String(event.position),
  event.at,
  event.actor.id,
  event.actor.name ?? '',
  event.actingAs ?? '',
  event.address ?? '',
  event.action,
  event.subject,
  event.subjectName ?? '',
  ...[event.details, event.before, event.after].map((facts) => writeFacts(facts ?? {})),
  event.requestId ?? '',
];

/** Events as CSV for spreadsheets, one a row: UTF-8 with a byte order mark, and nothing in it that would be computed. */
export const auditCsv = (events: readonly AuditEvent[]): string =>
  `${BYTE_ORDER_MARK}${[COLUMNS, ...events.map(rowOf)].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
