import { DIRECTIVE_KINDS, type DirectiveKind } from '#core/plan/directive.ts';
import type { DirectiveInput } from '#features/plan-import/directive/directive-contract.ts';

/** A task as it is being entered: blank texts, not nulls. */
export interface TaskEntries {
  /** Tells tasks of the form apart; never sent. */
  readonly key: string;
  readonly name: string;
  readonly finding: string;
  readonly leads: readonly string[];
  readonly coordinating: readonly string[];
  readonly due: string;
  readonly expectedResult: string;
}

/** A directive as it is being entered. */
export interface DirectiveEntries {
  readonly kind: DirectiveKind;
  readonly docNumber: string;
  readonly issueDate: string;
  readonly issuer: string;
  readonly subject: string;
  readonly tasks: readonly TaskEntries[];
}

export const blankTask = (key: string): TaskEntries => ({
  ...{ key, name: '', finding: '', leads: [], coordinating: [], due: '', expectedResult: '' },
});

export const blankDirective = (key: string): DirectiveEntries => ({
  ...{ kind: 'conclusion', docNumber: '', issueDate: '', issuer: '', subject: '', tasks: [blankTask(key)] },
});

const isBlank = (text: string): boolean => text.trim() === '';
const orNull = (text: string): string | null => (isBlank(text) ? null : text);

/** Members that are still missing, by their place: `docNumber`, `tasks.0.name`. */
export const listMissing = ({
  docNumber,
  issueDate,
  issuer,
  subject,
  tasks,
}: DirectiveEntries): ReadonlySet<string> =>
  new Set([
    ...Object.entries({ docNumber, issueDate, issuer, subject }).flatMap(([key, text]) =>
      isBlank(text) ? [key] : [],
    ),
    ...tasks.flatMap(({ name, leads }, place) => [
      ...(isBlank(name) ? [`tasks.${String(place)}.name`] : []),
      ...(leads.length === 0 ? [`tasks.${String(place)}.leads`] : []),
    ]),
  ]);

/** The directive as it is sent. */
export const buildDirective = (entries: DirectiveEntries): DirectiveInput => ({
  ...entries,
  tasks: entries.tasks.map(({ name, finding, leads, coordinating, due, expectedResult }) => ({
    ...{ name, leads: [...leads], coordinating: [...coordinating] },
    finding: entries.kind === 'inspection' ? orNull(finding) : null,
    ...{ due: orNull(due), expectedResult: orNull(expectedResult) },
  })),
});

// Raised when entries take another form: what an older program kept must not break a newer one.
const FORMAT = 1;
const keyOf = (username: string): string => `senso.directive.${String(FORMAT)}.${username}`;

const isDraft = (value: unknown): value is DirectiveEntries =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  String(value.kind) in DIRECTIVE_KINDS &&
  'tasks' in value &&
  Array.isArray(value.tasks) &&
  value.tasks.length > 0;

/** What this browser kept of an entry that was not finished. */
export const loadDraft = (username: string): DirectiveEntries | undefined => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(username)) ?? 'null');
    return isDraft(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** Keeps an entry in this browser until it is sent; a full or forbidden store loses the draft, not the page. */
export const keepDraft = (username: string, entries: DirectiveEntries | null): void => {
  try {
    if (entries === null) localStorage.removeItem(keyOf(username));
    else localStorage.setItem(keyOf(username), JSON.stringify(entries));
  } catch {
    // Nothing to do: the form itself still holds it.
  }
};
