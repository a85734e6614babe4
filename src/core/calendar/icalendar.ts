import { addDays } from './day-arithmetic.ts';
import type { PlainDate } from '#core/kernel/plain-date.ts';

/** Something that falls on a whole day. */
export interface CalendarEvent {
  /** The same for the same thing for ever, so that a calendar changes it instead of adding another. */
  readonly id: string;
  readonly day: PlainDate;
  readonly title: string;
  readonly description: string;
  /** A page about it; null without one. */
  readonly address: string | null;
  /** How often it has been changed: it never falls, so that a calendar knows the newer of two. */
  readonly revision: number;
  /** When it was last changed, ISO 8601 in UTC. */
  readonly changedAt: string;
}

/** A calendar as others subscribe to it. */
export interface EventCalendar {
  readonly name: string;
  /** The instant at which it was made, ISO 8601 in UTC. */
  readonly madeAt: string;
  readonly events: readonly CalendarEvent[];
}

const LONGEST_LINE_OCTETS = 75;

/** Octets of a letter in UTF-8. */
const octetsOf = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
};

const escapeText = (text: string): string =>
  text
    .replace(/\\/g, '\\\\')
    .replace(/([;,])/g, '\\$1')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');

/** Folds a line after at most 75 octets, never within a letter (RFC 5545, 3.1). */
const fold = (line: string): string => {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const size = octetsOf(letter);
    // A line that goes on begins with a blank.
    if (octets + size > LONGEST_LINE_OCTETS) {
      parts.push(part);
      [part, octets] = ['', 1];
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
};

const compact = (text: string): string => text.replace(/[-:]|\.\d+/g, '');

const linesOf = (
  { id, day, title, description, address, revision, changedAt }: CalendarEvent,
  stamp: string,
): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escapeText(id)}@senso`,
  `DTSTAMP:${stamp}`,
  `LAST-MODIFIED:${compact(changedAt)}`,
  `SEQUENCE:${String(revision)}`,
  `DTSTART;VALUE=DATE:${compact(day)}`,
  `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
  `SUMMARY:${escapeText(title)}`,
  ...(description === '' ? [] : [`DESCRIPTION:${escapeText(description)}`]),
  ...(address === null ? [] : [`URL:${address}`]),
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/** Writes a calendar in the format of RFC 5545. */
export const writeICalendar = ({ name, madeAt, events }: EventCalendar): string => {
  const stamp = compact(madeAt);
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Sen So//VI', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
    `X-WR-CALNAME:${escapeText(name)}`,
    ...['X-WR-TIMEZONE:Asia/Ho_Chi_Minh', 'REFRESH-INTERVAL;VALUE=DURATION:PT6H', 'X-PUBLISHED-TTL:PT6H'],
    ...events.flatMap((event) => linesOf(event, stamp)),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
};
