import { looseOrganizationKey } from '#core/organization/spelling.ts';
import { compareNames, wordKey } from './name-similarity.ts';
import type { RegisterEntry } from './register-entry.ts';
import type { ReadPeriod, ReadValue } from '#core/plan-reading/reading.ts';

/** A fact of an item that two readings can disagree about: as it is shown, and as it is compared. */
interface Fact {
  readonly shown: string | null;
  readonly compared: string | null;
}
type Facts = Readonly<Record<string, Fact>>;

/** A fact on which a reading and the register do not agree, in the words of each. */
export interface ItemDifference {
  readonly field: string;
  readonly registered: string | null;
  readonly read: string | null;
}

const words = (text: string | null | undefined): Fact => {
  const shown = text === undefined || text === null || text === '' ? null : text;
  return { shown, compared: shown && wordKey(shown) };
};

const plain = (value: ReadValue | string | undefined): Fact => {
  const shown =
    value === undefined || value === null ? null : Array.isArray(value) ? value.join(' – ') : String(value);
  return { shown, compared: shown };
};

const period = (value: ReadPeriod | null): Fact => ({
  shown: value?.raw ?? null,
  compared: value && [value.kind, value.start, value.end].join('|'),
});

const agencies = (entry: RegisterEntry): Fact => {
  const answering = entry.agencies.filter(({ role }) => role !== 'coordinating' && role !== 'issuing');
  if (answering.length === 0) return { shown: null, compared: null };
  return {
    shown: answering.map(({ name }) => name).join('; '),
    compared: answering
      .map(({ name }) => looseOrganizationKey(name))
      .toSorted()
      .join(';'),
  };
};

const ownFacts = (entry: RegisterEntry): Facts => {
  switch (entry.kind) {
    case 'target':
      return {
        comparator: plain(entry.reading.comparator),
        value: plain(entry.reading.value),
        unit: words(entry.reading.unit),
        period: period(entry.reading.deadline ?? entry.reading.period),
        verdict: words(entry.reading.statusVsPlan),
      };
    case 'task':
      return { due: period(entry.reading.deadline), expectedResult: words(entry.reading.expectedResult) };
    case 'project':
      return { period: period(entry.reading.period), fundingSource: words(entry.reading.fundingSource) };
    case 'gap':
      return {
        score: plain(entry.reading.score),
        maximumScore: plain(entry.reading.maxScore),
        currentValue: plain(entry.reading.currentValue),
        numerator: plain(entry.reading.numerator),
        denominator: plain(entry.reading.denominator),
      };
    case 'indicator-score':
      return {
        maximumScore: plain(entry.reading.maxScore),
        scores: plain(entry.reading.scores.map(({ label, value }) => `${label} ${String(value)}`).join('; ')),
      };
    case 'reporting-duty':
      return {
        frequency: plain(entry.reading.frequency),
        days: plain([entry.reading.dueDate ?? '', ...entry.reading.recurringDays].join(' ').trim()),
      };
    case 'cited-document':
      return { docNumber: plain(entry.reading.docNumber), issueDate: plain(entry.reading.issueDate) };
    case 'result':
      return { value: plain(entry.reading.value), unit: words(entry.reading.unit) };
    case 'resource':
      return { total: plain(entry.reading.total), unit: words(entry.reading.unit) };
  }
};

const factsOf = (entry: RegisterEntry): Facts => ({
  name: words(entry.name),
  indicatorCode: plain(entry.indicatorCode),
  ...ownFacts(entry),
  agencies: agencies(entry),
});

// A name cut short, or printed with another hyphen, is the same name; a word exchanged for another is not.
const SAME_NAME = 0.9;

// Some renderings print the mark of a footnote as a letter of the word before it.
const withoutMarks = (name: string): string => name.replace(/(?<=\p{L})\d{1,2}(?!\S)/gu, '');

const isSameName = (known: string, read: string): boolean =>
  compareNames(known, read).containment >= SAME_NAME ||
  // On one side only: A1 and A2 are two names.
  withoutMarks(read) === known ||
  withoutMarks(known) === read;

const agree = (field: string, known: Fact, read: Fact): boolean => {
  if (read.compared === null || known.compared === read.compared) return true;
  return field === 'name' && isSameName(known.compared ?? '', read.compared);
};

/** The facts on which the register and a new reading of an item disagree; a reading that is silent does not disagree. */
export const listDifferences = (
  registered: RegisterEntry,
  read: RegisterEntry,
): readonly ItemDifference[] => {
  const known = factsOf(registered);
  return Object.entries(factsOf(read)).flatMap(([field, fact]) => {
    const before = known[field];
    if (!before || agree(field, before, fact)) return [];
    return [{ field, registered: before.shown, read: fact.shown }];
  });
};

/** The value of an item for comparing: items of one line often differ by nothing else. */
export const valueFact = (entry: RegisterEntry): string =>
  Object.values(ownFacts(entry))
    .map(({ compared }) => compared ?? '')
    .join('|');
