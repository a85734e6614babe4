import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainDate } from '#core/kernel/plain-date.ts';
import { writeICalendar } from './icalendar.ts';

const write = (title: string): string =>
  writeICalendar({
    name: 'Việc của Sở Tài chính',
    madeAt: '2026-11-22T02:00:00.123Z',
    events: [
      {
        ...{ id: 'task-1', day: plainDate('2026-12-31'), title },
        ...{ description: '', address: 'https://senso.example/nhiem-vu/1' },
        ...{ revision: 3, changedAt: '2026-11-20T08:30:00.500Z' },
      },
    ],
  });
const unfold = (text: string): readonly string[] => text.replaceAll('\r\n ', '').split('\r\n');
const octets = (text: string): number => new TextEncoder().encode(text).length;

it('writes whole days, and the day after as their end', () => {
  expect(unfold(write('Trồng sen'))).toEqual([
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Sen So//VI', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
    ...['X-WR-CALNAME:Việc của Sở Tài chính', 'X-WR-TIMEZONE:Asia/Ho_Chi_Minh'],
    ...['REFRESH-INTERVAL;VALUE=DURATION:PT6H', 'X-PUBLISHED-TTL:PT6H', 'BEGIN:VEVENT', 'UID:task-1@senso'],
    ...['DTSTAMP:20261122T020000Z', 'LAST-MODIFIED:20261120T083000Z', 'SEQUENCE:3'],
    ...['DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270101'],
    ...['SUMMARY:Trồng sen', 'URL:https://senso.example/nhiem-vu/1', 'TRANSP:TRANSPARENT', 'END:VEVENT'],
    ...['END:VCALENDAR', ''],
  ]);
});

it('marks what the format would read as its own signs', () => {
  expect(unfold(write('a;b,c\\d\ne'))).toContain('SUMMARY:a\\;b\\,c\\\\d\\ne');
});

it('folds any text so that no line is longer than 75 octets, and unfolding gives it back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
      const text = write(title.replace(/[\\;,\p{Cc}]/gu, ''));
      expect(text.split('\r\n').every((line) => octets(line) <= 75)).toBe(true);
      expect(unfold(text)).toContain(`SUMMARY:${title.replace(/[\\;,\p{Cc}]/gu, '')}`);
    }),
  );
});
