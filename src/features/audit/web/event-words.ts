import { listChanges, listFacts } from '#core/audit/facts.ts';
import type { AuditEvent } from '#features/audit/contract.ts';
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

// `value.state` is named by its last part where the whole is not.
const factName = (name: string, words: AuditWords): string => {
  const whole = wordFor(words.facts, name);
  return whole === name ? wordFor(words.facts, name.split('.').at(-1) ?? name) : whole;
};

/** What an event says, a line for each fact: what was before and after, then the rest. */
export const factLines = (event: AuditEvent, words: AuditWords): readonly string[] => {
  const { nothing, none, blank, changed } = words.events;
  const shown = (text: string | null, missing: string): string => (text === '' ? blank : (text ?? missing));
  return [
    ...listChanges(event.before, event.after).map(
      ({ name, before, after }) =>
        `${factName(name, words)}: ${changed(shown(before, nothing), shown(after, none))}`,
    ),
    ...listFacts(event.details).map(
      ({ name, text }) => `${factName(name, words)}: ${text === '' ? blank : text}`,
    ),
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
