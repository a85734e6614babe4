import { listChanges, listFacts } from '#core/audit/facts.ts';
import type { AuditEvent } from '#features/audit/contract.ts';
import type { Format } from '#web/i18n/format.ts';
import type { AuditWords } from './messages.ts';

const wordFor = (dictionary: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(dictionary, code) ? (dictionary[code] ?? code) : code;

/** An action in words; one that nobody has named yet by its code. */
export const actionWords = (action: string, words: AuditWords): string => wordFor(words.actions, action);

/** What it was done to: its kind in words, and its name or code. */
export const subjectWords = ({ subject, subjectName }: AuditEvent, words: AuditWords): string => {
  const [kind = '', ...rest] = subject.split(':');
  const code = rest.join(':');
  return `${wordFor(words.kinds, kind)} ${subjectName ?? (code === '*' ? '' : code)}`.trim();
};

const lastPart = (name: string): string => name.split('.').at(-1) ?? name;

// `value.state` is named by its last part; `6.5.a.decision` by both, for the item has no word of its own.
const factName = (name: string, words: AuditWords): string => {
  const last = lastPart(name);
  if (Object.hasOwn(words.facts, name) || !Object.hasOwn(words.facts, last))
    return wordFor(words.facts, name);
  const inside = name.slice(0, -last.length - 1);
  return Object.hasOwn(words.facts, lastPart(inside))
    ? wordFor(words.facts, last)
    : `${inside}, ${wordFor(words.facts, last)}`;
};

// Facts whose texts are codes; texts of people stay as they are.
const CODED = [
  'state',
  'decision',
  'kind',
  'isDisabled',
  'isErased',
  'hasSecondFactor',
  'withdrawn',
  'outcome',
  'method',
];
const VALUE_STATES = ['blank', 'not-applicable'];
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:[\d.]+)?Z$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** How facts are said to a reader. */
export interface FactReading {
  readonly roles: Readonly<Record<string, string>>;
  readonly format: Pick<Format, 'instant' | 'day'>;
}

/** What an event says, a line for each fact: what was before and after, then the rest. */
export const factLines = (
  event: AuditEvent,
  words: AuditWords,
  { roles, format }: FactReading,
): readonly string[] => {
  const { nothing, none, blank, changed } = words.events;
  const inWords = (name: string, text: string): string => {
    if (text === '') return blank;
    // What people wrote may look like a day and be none.
    if (INSTANT.test(text) && !Number.isNaN(Date.parse(text))) return format.instant(text);
    if (DAY.test(text) && !Number.isNaN(Date.parse(text))) return format.day(text);
    if (lastPart(name) === 'role') return wordFor(roles, text);
    return CODED.includes(lastPart(name)) || VALUE_STATES.includes(text) ? wordFor(words.values, text) : text;
  };
  const shown = (name: string, text: string | null, missing: string): string =>
    text === null ? missing : inWords(name, text);
  return [
    ...listChanges(event.before, event.after).map(
      ({ name, before, after }) =>
        `${factName(name, words)}: ${changed(shown(name, before, nothing), shown(name, after, none))}`,
    ),
    ...listFacts(event.details).map(({ name, text }) => `${factName(name, words)}: ${inWords(name, text)}`),
  ];
};

/** The role by which something was done: `reporter@STP~delegated` → `Cán bộ báo cáo, STP, được ủy quyền`. */
export const roleWords = (
  actingAs: string,
  roles: Readonly<Record<string, string>>,
  delegated: string,
): string => {
  const [holding = '', lent] = actingAs.split('~');
  const [role = '', organization] = holding.split('@');
  return [wordFor(roles, role), organization, lent && delegated].filter(Boolean).join(', ');
};
