import { countOf } from '#web/i18n/plural.ts';
import type { SameShape } from '#web/i18n/messages.ts';
import type { vi } from './messages.vi.ts';
import { en as dayWords } from '#web/widgets/calendar-day/messages.en.ts';

export const en: SameShape<typeof vi> = {
  eyebrow: 'Working calendar',
  loading: 'Days off and days worked in exchange',
  finding: (year, off, worked) =>
    `${year}: ${countOf(off, 'day')} off, ${countOf(worked, 'day')} worked by notice`,
  lead: 'Every deadline is told by this calendar: reminders aim at the last working day before it, and nothing is overdue before the next working day has passed.',
  notAnnounced:
    'The official notice for this year is not in the table. Days "by precedent" may still move when it comes.',
  year: 'Year',
  table: {
    title: 'Days that differ from their weekday',
    day: 'Day',
    kind: 'Kind',
    basis: 'Basis',
    sources: 'Source',
    act: 'Action',
    withdraw: 'Withdraw',
    withdrawOf: (day) => `Withdraw the entered day ${day}`,
    withdrawn: (day) => `Entry of ${day} withdrawn`,
    isWithdrawn: (day) => `${day} was withdrawn. Every deadline was told anew.`,
    empty: 'The table does not have this year.',
  },
  ...dayWords,
  bases: {
    law: 'by law',
    announced: 'announced',
    lunar: 'computed, lunar',
    precedent: 'by precedent',
    unconfirmed: 'not confirmed',
  },
  enter: {
    title: 'Enter a day from a notice',
    lead: 'For days off, exchanged days and working days that the table does not have. Every deadline follows at once.',
    day: 'Day',
    kind: 'This day is',
    reason: 'Number and date of the notice',
    dayOff: 'off',
    workingDay: 'worked',
    save: 'Enter the day',
    saved: (day) => `${day} was entered.`,
  },
  feeds: {
    title: 'Calendars of phones and computers',
    lead: 'Each address brings the due days of tasks and reports into a calendar application (iCalendar). Whoever has the address can read it; revoke it when it is no longer used.',
    mine: 'My organizations',
    whose: 'Due days of',
    created: 'Made',
    act: 'Action',
    none: 'There is no address yet.',
    create: 'Make an address',
    once: 'The address is shown once. Copy it into your calendar application, as a calendar to subscribe to.',
    copy: 'Copy the address',
    copied: 'Copied',
    done: 'Done',
    revoke: 'Revoke',
    revokeOf: (name) => `Revoke the address: ${name}`,
  },
};
